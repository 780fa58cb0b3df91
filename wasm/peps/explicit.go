package peps

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isExplicit reports whether text starts an explicit markup block.
func isExplicit(text string) bool {
	return text == ".." || strings.HasPrefix(text, ".. ")
}

// isAnonymous reports whether text is an anonymous hyperlink target.
func isAnonymous(text string) bool {
	return text == "__" || strings.HasPrefix(text, "__ ")
}

// explicit reads what stands after "..": a footnote, a target, a substitution,
// a directive, or else a comment.
func (p *blockParser) explicit(lines []line, i int, top bool) int {
	text := lines[i].text
	start := len(text) - len(strings.TrimLeft(text[2:], " "))
	rest := text[start:]
	switch {
	case rest == "":
	case rest[0] == '[':
		if n := strings.IndexByte(rest, ']'); n > 0 && isFootnoteLabel(rest[1:n]) && blanksAfter(rest, n+1) > 0 {
			return p.footnote(lines, i, start, n)
		}
	case rest[0] == '_' && rest != "_" && rest[1] != ' ':
		if next := p.target(lines, i, start+1); next > 0 {
			return next
		}
	case rest[0] == '|':
		if n := strings.IndexByte(rest[1:], '|'); n > 0 && rest[1] != ' ' {
			return p.substitution(lines, i, start+n+2)
		}
	default:
		if name, n := directiveName(rest); n > 0 {
			return p.directive(lines, i, start+n, name)
		}
	}
	return p.comment(lines, i, start)
}

// comment reads a comment. One without text that a blank line follows is empty
// and does not swallow the indented block after it.
func (p *blockParser) comment(lines []line, i, start int) int {
	if start == len(lines[i].text) && (i+1 == len(lines) || lines[i+1].blank()) {
		return i + 1
	}
	block, next := firstKnown(lines, i, start)
	waiting := p.waiting
	p.put(block, inComment)
	p.waiting = waiting
	return next
}

// footnote reads a footnote or citation: its label, then its content.
func (p *blockParser) footnote(lines []line, i, start, end int) int {
	text := lines[i].text
	label := text[start : start+end+1]
	p.out.flush()
	p.anchors.footnote(label[1 : len(label)-1])
	p.marker = lines[i].number
	p.put([]line{{lines[i].number, label}}, inBody)
	block, next := firstKnown(lines, i, start+end+1)
	p.nested(block)
	return next
}

// isFootnoteLabel accepts the labels of footnotes and citations.
func isFootnoteLabel(s string) bool {
	s = strings.TrimPrefix(s, "#")
	return s == "" || s == "*" || simpleName(s) == len(s)
}

// substitution reads a substitution definition: the directive in it.
func (p *blockParser) substitution(lines []line, i, start int) int {
	rest := strings.TrimLeft(lines[i].text[start:], " ")
	if name, n := directiveName(rest); n > 0 {
		return p.directive(lines, i, len(lines[i].text)-len(rest)+n, name)
	}
	return p.comment(lines, i, len(lines[i].text)-len(rest))
}

// directiveName is the lower-case name of a directive and the length of its
// marker "name::" with the blanks after it, 0 when there is none.
func directiveName(s string) (name string, width int) {
	n := simpleName(s)
	if n == 0 {
		return "", 0
	}
	rest := strings.TrimPrefix(s[n:], " ")
	if !strings.HasPrefix(rest, "::") {
		return "", 0
	}
	return strings.ToLower(s[:n]), blanksAfter(s, len(s)-len(rest)+2)
}

// simpleName is the length of the reference name that s starts with: words
// joined by one of -._+: each.
func simpleName(s string) int {
	end := 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			end = i + size
		case strings.ContainsRune("-._+:", r) && end == i && i > 0:
		default:
			return end
		}
		i += size
	}
	return end
}
