package render

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/ahiru-dev/ahiru/docs/render/demo"
	"github.com/yuin/goldmark/ast"
)

// reading walks a parsed page once: it collects what the page names, rewrites its links and reports
// what is wrong.
type reading struct {
	options  Options
	source   []byte
	page     *Page
	problems *problems
	ids      map[string]int // heading anchor to the line that has it
}

func (r *reading) read(doc ast.Node) {
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			r.node(n)
		}
		return ast.WalkContinue, nil
	})
}

func (r *reading) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		r.heading(n)
	case *ast.Link:
		n.Destination = r.link(n.Destination, r.line(n))
	case *ast.AutoLink:
		r.autoLink(n)
	case *ast.Image:
		r.problems.add(r.line(n), "pages carry no pictures: what is drawn comes from a lesson or the map")
	case *ast.FencedCodeBlock:
		r.fence(n)
	case *demo.Node:
		r.demo(n)
	}
}

// line is where n begins. Few inline nodes know; the nearest one around them does.
func (r *reading) line(n ast.Node) int {
	for ; n != nil; n = n.Parent() {
		pos := n.Pos()
		if t, ok := n.FirstChild().(*ast.Text); ok {
			pos = t.Segment.Start
		} else if n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
			pos = n.Lines().At(0).Start
		}
		if pos > 0 && pos <= len(r.source) {
			return 1 + bytes.Count(r.source[:pos], []byte("\n"))
		}
	}
	return 1
}

var idForm = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)

func (r *reading) heading(h *ast.Heading) {
	line, id, title := r.line(h), headingID(h), plainText(h, r.source)
	switch {
	case h.Level == 1:
		r.problems.add(line, "# %s: the page's <h1> comes from its front matter; begin with ##", title)
	case !idForm.MatchString(id) || len(h.Attributes()) > 1:
		r.problems.add(line, "## %s: an explicit anchor is expected after it and nothing else, such as {#here}", title)
	case r.ids[id] > 0:
		r.problems.add(line, "the anchor %s stands on line %d too", id, r.ids[id])
	case contains(h, ast.KindLink, ast.KindAutoLink):
		r.problems.add(line, "a heading links to itself and holds no other link")
	}
	r.ids[id] = line
	r.page.Headings = append(r.page.Headings, Heading{h.Level, id, title, line})
}

func headingID(h *ast.Heading) string {
	id, _ := h.AttributeString("id")
	text, _ := id.([]byte)
	return string(text)
}

func contains(n ast.Node, kinds ...ast.NodeKind) bool {
	found := false
	_ = ast.Walk(n, func(n ast.Node, _ bool) (ast.WalkStatus, error) {
		for _, kind := range kinds {
			found = found || n.Kind() == kind
		}
		return ast.WalkContinue, nil
	})
	return found
}

// plainText is the text of n without markup.
func plainText(n ast.Node, source []byte) string {
	var text strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok && entering {
			text.Write(t.Value(source))
			if t.SoftLineBreak() {
				text.WriteByte(' ')
			}
		}
		return ast.WalkContinue, nil
	})
	return text.String()
}
