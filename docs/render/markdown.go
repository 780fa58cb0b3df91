package render

import (
	"bytes"
	"fmt"
	"html/template"

	"github.com/ahiru-dev/ahiru/docs/render/cjk"
	"github.com/ahiru-dev/ahiru/docs/render/demo"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
	"go.abhg.dev/goldmark/frontmatter"
)

// Markdown renders one file.
func Markdown(source []byte, o Options) (*Page, error) {
	if o.Tree == "" {
		o.Tree = o.Lang
	}
	if o.Resolve == nil {
		o.Resolve = o.relative
	}
	md, pc := o.goldmark(), parser.NewContext()
	doc := md.Parser().Parse(text.NewReader(source), parser.WithContext(pc))

	page := &Page{File: o.File, Name: o.Page, Lang: o.Lang}
	found := &problems{file: o.File}
	page.Meta = readMeta(frontmatter.Get(pc), source, o.isLesson(), found)
	r := &reading{options: o, source: source, page: page, problems: found, ids: map[string]int{}}
	r.read(doc)
	if err := found.err(); err != nil {
		return nil, err
	}
	if err := page.write(md.Renderer(), doc, source); err != nil {
		return nil, fmt.Errorf("%s: %w", o.File, err)
	}
	return page, nil
}

func (o Options) goldmark() goldmark.Markdown {
	return goldmark.New(
		goldmark.WithParser(parser.NewParser(
			parser.WithBlockParsers(without(parser.DefaultBlockParsers(), parser.NewHTMLBlockParser())...),
			parser.WithInlineParsers(without(parser.DefaultInlineParsers(), parser.NewRawHTMLParser())...),
			parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
			parser.WithHeadingAttribute())),
		goldmark.WithExtensions(
			&frontmatter.Extender{Formats: []frontmatter.Format{frontmatter.YAML}},
			// Alignment by attribute: goldmark's default is an inline style, which the CSP refuses.
			extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignAttribute)),
			extension.NewLinkify(extension.WithLinkifyAllowedProtocols([]string{"https:", "http:"})),
			extension.Footnote,
			cjk.Extension{Tight: o.Lang == "ja"},
			demo.New(demo.Options{Lang: o.Tree, Lessons: o.Lessons, Highlight: Highlight})),
		goldmark.WithRendererOptions(renderer.WithNodeRenderers(
			util.Prioritized(codeRenderer{}, 100), util.Prioritized(headingRenderer{}, 100))))
}

// without leaves out the parsers of raw HTML, which makes HTML plain text and so escaped.
func without(parsers []util.PrioritizedValue, unwanted any) []util.PrioritizedValue {
	var kept []util.PrioritizedValue
	for _, p := range parsers {
		if p.Value != unwanted {
			kept = append(kept, p)
		}
	}
	return kept
}

// write renders the document block by block, a section at a time.
func (p *Page) write(r renderer.Renderer, doc ast.Node, source []byte) error {
	p.Sections = []Section{{}}
	var out bytes.Buffer
	var body template.HTML
	flush := func() {
		// A corner over the rows' names heads nothing. Text cannot look like this: it is escaped.
		part := template.HTML(bytes.ReplaceAll(out.Bytes(), []byte("<th></th>"), []byte("<td></td>")))
		p.Sections[len(p.Sections)-1].Body = part
		body += part
		out.Reset()
	}
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok && h.Level == 2 {
			flush()
			p.Sections = append(p.Sections, Section{ID: headingID(h), Title: plainText(h, source)})
		}
		if err := r.Render(&out, source, n); err != nil {
			return err
		}
	}
	flush()
	p.Body = body
	return nil
}
