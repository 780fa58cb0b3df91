package render

import (
	"fmt"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// headingRenderer makes each heading a link to itself, which needs no icon and no translated label.
type headingRenderer struct{}

func (headingRenderer) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(ast.KindHeading, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		h := n.(*ast.Heading)
		if entering {
			_, _ = fmt.Fprintf(w, `<h%d id="%[2]s"><a class="anchor" href="#%[2]s">`, h.Level, headingID(h))
		} else {
			_, _ = fmt.Fprintf(w, "</a></h%d>\n", h.Level)
		}
		return ast.WalkContinue, nil
	})
}
