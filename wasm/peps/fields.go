package peps

import "strings"

// fieldMarker is the width of a field's marker (":name:") at the start of text,
// the blanks after it included; 0 when there is none.
func fieldMarker(text string) int {
	if len(text) < 3 || text[0] != ':' || text[1] == ' ' || text[1] == ':' {
		return 0
	}
	for i := 1; i < len(text); i++ {
		if text[i] == '\\' {
			i++
		} else if text[i] == ':' && (i+1 == len(text) || text[i+1] == ' ') {
			if text[i-1] == ' ' {
				return 0
			}
			return blanksAfter(text, i+1)
		} else if text[i] == ':' && text[i+1] == '`' {
			return 0 // the start of a role
		}
	}
	return 0
}

// field reads a field: its name, then its body.
func (p *blockParser) field(lines []line, i int) int {
	width := fieldMarker(lines[i].text)
	name := strings.TrimRight(lines[i].text[:width], " ")
	p.marker = lines[i].number
	p.put([]line{{lines[i].number, name}}, inBody)
	block, next := firstKnown(lines, i, width)
	p.nested(block)
	return next
}

func isLineBlock(text string) bool {
	return text == "|" || strings.HasPrefix(text, "| ")
}

// lineBlock reads a line block up to a blank line. Each of its lines is a
// passage, with the indented lines that continue it.
func (p *blockParser) lineBlock(lines []line, i int) int {
	for i < len(lines) && isLineBlock(lines[i].text) {
		block, next := untilBlank(lines, i, 1)
		p.marker = lines[i].number
		p.put(block, inBody)
		i = next
	}
	return i
}
