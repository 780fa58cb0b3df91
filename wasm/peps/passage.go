package peps

// A context says how the text of a passage counts.
type context uint8

const (
	inBody    context = iota // running text with inline markup
	inRaw                    // raw HTML: body, without inline markup
	inTarget                 // the address of a hyperlink target: body, only its URL
	inLiteral                // literal block, doctest, code: never makes an edge
	inComment                // comment: never makes an edge
)

// body reports whether mentions in this context make edges.
func (c context) body() bool { return c <= inTarget }

// A passage is a stretch of lines with one context, in which inline markup may
// span lines: a paragraph, a term, a title, a literal block.
type passage struct {
	lines   []line
	context context
	section string // anchor of the section it stands in
	// joined marks a passage that continues the line before it, with neither a
	// blank line nor a list marker between: a mention may run across.
	joined bool
}

// number is the number of the first line.
func (p passage) number() int { return p.lines[0].number }
