package peps

import (
	"strings"
	"unicode/utf8"
)

// listMarker is the width of the bullet or enumerator that line i starts with,
// the blanks after it included; 0 when it starts no list item.
func listMarker(lines []line, i int) int {
	if n := bullet(lines[i].text); n > 0 {
		return n
	}
	e, ok := parseEnumerator(lines[i].text)
	if !ok || i+1 < len(lines) && !e.followedBy(lines[i+1]) {
		return 0
	}
	return e.width
}

// item reads a list item.
func (p *blockParser) item(lines []line, i, width int) int {
	take := known
	if len(lines[i].text) <= width {
		take = firstKnown
	}
	block, next := take(lines, i, width)
	p.nested(block)
	return next
}

func bullet(text string) int {
	r, size := utf8.DecodeRuneInString(text)
	if !strings.ContainsRune("-+*•‣⁃", r) {
		return 0
	}
	return blanksAfter(text, size)
}

// blanksAfter is the length of text up to the end of the blanks at n, 0 when
// something else than a blank or the end of the line stands there.
func blanksAfter(text string, n int) int {
	if n == len(text) {
		return n
	}
	start := n
	for n < len(text) && text[n] == ' ' {
		n++
	}
	if n == start {
		return 0
	}
	return n
}
