package render

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/ahiru-dev/ahiru/docs/render/demo"
	"github.com/alecthomas/chroma/v2"
	chromahtml "github.com/alecthomas/chroma/v2/formatters/html"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// Highlight writes code as <pre class="chroma" tabindex="0"><code class="language-go">, coloured by class names
// alone. A language that chroma does not know is escaped and not coloured. Long lines scroll, by key too.
//
// goldmark-highlighting is not used: the source of a lesson comes from outside the document, where
// that extension cannot reach, and one way to colour is enough.
func Highlight(w io.Writer, language string, code []byte) error {
	lexer := lexers.Get(language)
	if lexer == nil {
		lexer = lexers.Fallback
	}
	tokens, err := chroma.Coalesce(lexer).Tokenise(nil, string(code))
	if err != nil {
		return fmt.Errorf("read the code as %s: %w", language, err)
	}
	return chromahtml.New(chromahtml.WithClasses(true), chromahtml.WithPreWrapper(wrapper(language))).
		Format(w, noStyle, tokens)
}

// noStyle colours nothing: the class names do not depend on it.
var noStyle = chroma.MustNewStyle("none", chroma.StyleEntries{})

// wrapper is the language of the code between <pre> and </pre>.
type wrapper string

func (l wrapper) Start(bool, string) string {
	if l == "" {
		return `<pre class="chroma" tabindex="0"><code>`
	}
	return `<pre class="chroma" tabindex="0"><code class="language-` + string(util.EscapeHTML([]byte(l))) + `">`
}

func (wrapper) End(bool) string { return "</code></pre>\n" }

type codeRenderer struct{}

func (codeRenderer) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(ast.KindFencedCodeBlock, renderCode)
	reg.Register(ast.KindCodeBlock, renderCode)
}

func renderCode(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	language := ""
	if fence, ok := n.(*ast.FencedCodeBlock); ok {
		language = string(fence.Language(source))
	}
	return ast.WalkSkipChildren, Highlight(w, language, codeOf(n, source))
}

func codeOf(n ast.Node, source []byte) []byte {
	var code bytes.Buffer
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		code.Write(line.Value(source))
	}
	return code.Bytes()
}

// fence collects the snippets that tests check and refuses what nobody would look at.
func (r *reading) fence(n *ast.FencedCodeBlock) {
	line, text := 0, ""
	if n.Info != nil {
		text = string(n.Info.Segment.Value(r.source))
		line = 1 + bytes.Count(r.source[:n.Info.Segment.Start], []byte("\n"))
	}
	info, err := demo.ParseInfo(text)
	if err != nil {
		r.problems.add(line, "the fence %q cannot be read: %v", text, err)
		return
	}
	if info.Language != "" && lexers.Get(info.Language) == nil {
		r.problems.add(line, "no language %q is known for a fence", info.Language)
	}
	for key := range info.Attrs {
		if info.Language != "go" || key != "error" {
			r.problems.add(line, "unknown attribute %s: a fence takes ahiru=… or, for Go, error=\"…\"", key)
		}
	}
	if slices.Contains([]string{"go", "python"}, info.Language) {
		r.page.Snippets = append(r.page.Snippets, Snippet{r.options.File, info.Language,
			string(codeOf(n, r.source)), line, info.Attrs["error"]})
	}
}

func (r *reading) demo(n *demo.Node) {
	var wrong *demo.Error
	if errors.As(n.Err, &wrong) {
		r.problems.add(wrong.Line, "%s", wrong.Reason)
		return
	}
	r.page.Lessons = append(r.page.Lessons, Lesson{n.Name, n.Params, n.Line})
	if n.Written {
		r.page.Snippets = append(r.page.Snippets, Snippet{r.options.File, "go", string(n.Code), n.Line, ""})
	}
}
