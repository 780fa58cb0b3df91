package peps

import (
	"strings"
	"unicode/utf8"
)

// text reads what starts as plain text: a title with its underline, a term with
// its definition, or a paragraph.
func (p *blockParser) text(lines []line, i int, top bool) int {
	if i+1 == len(lines) || lines[i+1].blank() {
		return p.paragraph(lines, i)
	}
	next := lines[i+1]
	if next.indented() {
		return p.definition(lines, i)
	}
	if isRule(next.text) && (len(next.text) >= 4 || len(next.text) >= columns(lines[i].text)) {
		if top {
			p.title(lines[i])
		} else {
			p.put(lines[i:i+1], inBody)
		}
		return i + 2
	}
	return p.paragraph(lines, i)
}

// definition reads a term and the indented block that directly follows it. A
// term that ends in "::" is still a term: only a blank line after it would have
// made the block literal.
func (p *blockParser) definition(lines []line, i int) int {
	p.put(lines[i:i+1], inBody)
	block, next := indented(lines, i+1)
	p.body(block, false)
	return next
}

// paragraph reads a paragraph, and the literal block that it announces by "::".
func (p *blockParser) paragraph(lines []line, i int) int {
	end := paragraphEnd(lines, i)
	p.put(lines[i:end], inBody)
	if !announcesLiteral(lines[end-1].text) {
		return end
	}
	start := skipBlank(lines, end)
	if start < len(lines) && lines[start].indented() {
		block, next := indented(lines, start)
		p.put(block, inLiteral)
		return next
	}
	if start > end && start < len(lines) && isPunct(lines[start].text[0]) {
		return p.quotedLiteral(lines, start)
	}
	return end
}

// quotedLiteral reads a literal block without indentation, whose lines all
// start with the same punctuation.
func (p *blockParser) quotedLiteral(lines []line, i int) int {
	end := i
	for end < len(lines) && !lines[end].blank() && lines[end].text[0] == lines[i].text[0] {
		end++
	}
	p.put(lines[i:end], inLiteral)
	return end
}

// announcesLiteral reports whether text ends in "::" that is not escaped.
func announcesLiteral(text string) bool {
	rest, found := strings.CutSuffix(text, "::")
	slashes := len(rest) - len(strings.TrimRight(rest, `\`))
	return found && slashes%2 == 0
}

// overline reads a title between two lines of punctuation, or a transition.
func (p *blockParser) overline(lines []line, i int, top bool) int {
	if len(lines[i].text) < 4 {
		return p.text(lines, i, top)
	}
	if top && i+2 < len(lines) && !lines[i+1].blank() && lines[i+2].text == lines[i].text {
		p.title(line{lines[i+1].number, strings.TrimLeft(lines[i+1].text, " ")})
		return i + 3
	}
	p.waiting = nil
	return i + 1
}

// title opens a section. The labels that wait before it are its labels.
func (p *blockParser) title(l line) {
	p.out.flush()
	p.labels = append(p.labels, p.waiting...)
	p.section = p.anchors.section(titleText(withoutNotes(l.text)), p.waiting)
	p.marker = l.number
	p.put([]line{l}, inBody)
}

// withoutNotes drops the references to auto-numbered footnotes from a title:
// docutils makes the id before it knows their numbers.
func withoutNotes(title string) string {
	for _, start := range []string{"[#", "[*"} {
		for at := strings.Index(title, start); at >= 0; at = strings.Index(title, start) {
			n := strings.Index(title[at:], "]_")
			if n < 0 {
				break
			}
			title = title[:at] + title[at+n+2:]
		}
	}
	return title
}

// doctest reads an interactive session, which ends at a blank line.
func (p *blockParser) doctest(lines []line, i int) int {
	end := i
	for end < len(lines) && !lines[end].blank() {
		end++
	}
	p.put(lines[i:end], inLiteral)
	return end
}

func isDoctest(text string) bool {
	return text == ">>>" || strings.HasPrefix(text, ">>> ")
}

// isRule reports whether text is one punctuation character, repeated.
func isRule(text string) bool {
	return isPunct(text[0]) && strings.Trim(text, text[:1]) == ""
}

func isPunct(c byte) bool {
	return c > ' ' && c < 0x7f && !isWordByte(c) || c == '_'
}

// columns is the width of text as docutils measures it, wide characters twice.
func columns(text string) int {
	n := utf8.RuneCountInString(text)
	if n == len(text) {
		return n
	}
	for _, r := range text {
		n += runeWidth(r) - 1
	}
	return n
}
