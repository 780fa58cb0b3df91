package peps

// Directives whose content never counts.
var literalDirectives = map[string]bool{
	"code":           true,
	"code-block":     true,
	"sourcecode":     true,
	"literalinclude": true,
	"math":           true,
	"graphviz":       true,
	"productionlist": true,
}

// directive reads a directive whose arguments start at byte start of line i.
// What it means is not asked: arguments, options and content are body, except
// for the directives named above.
func (p *blockParser) directive(lines []line, i, start int, name string) int {
	block, next := firstKnown(lines, i, start)
	p.marker = lines[i].number
	switch {
	case literalDirectives[name]:
		p.options(block, inLiteral)
	case name == "raw":
		p.options(block, inRaw)
	case name == "parsed-literal":
		p.options(block, inBody)
	default:
		p.nested(block)
	}
	return next
}

// options reads a directive whose content is not made of blocks: the options,
// which are shown or say how to show, are body, all else has the context given.
func (p *blockParser) options(block []line, c context) {
	p.put(block[:1], c)
	end := 1
	for end < len(block) && fieldMarker(block[end].text) > 0 {
		end++
	}
	p.each(block[1:end], inBody)
	p.put(block[end:], c)
}
