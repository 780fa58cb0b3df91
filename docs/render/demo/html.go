package demo

import (
	"fmt"
	"io"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

func (e extension) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(Kind, e.render)
}

func (e extension) render(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*Node)
	if n.Err != nil {
		return ast.WalkStop, n.Err
	}
	if !entering {
		return ast.WalkContinue, nil
	}
	_, _ = w.WriteString("<ahiru-demo")
	for _, a := range [][2]string{{"name", n.Name}, {"lang", n.Lang}, {"theme", n.Theme}, {"params", n.Params}} {
		if a[1] != "" {
			_, _ = fmt.Fprintf(w, ` %s="%s"`, a[0], util.EscapeHTML([]byte(a[1])))
		}
	}
	_, _ = w.WriteString(">\n")
	if len(n.Code) > 0 {
		if err := e.options.Highlight(w, n.Language, n.Code); err != nil {
			return ast.WalkStop, fmt.Errorf("line %d: colour the source of %s: %w", n.Line, n.Name, err)
		}
	}
	_, _ = w.WriteString("</ahiru-demo>\n")
	return ast.WalkSkipChildren, nil
}

func plain(w io.Writer, language string, code []byte) error {
	_, err := fmt.Fprintf(w, "<pre><code class=\"language-%s\">%s</code></pre>\n", language, util.EscapeHTML(code))
	return err
}
