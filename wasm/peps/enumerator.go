package peps

import (
	"strconv"
	"strings"
)

// An enumerator is "1.", "(b)", "iv)" or "#." at the start of a line.
type enumerator struct {
	width int    // with the blanks after it
	open  string // "(" or nothing
	text  string // between
	close string // ")" or "."
}

func parseEnumerator(text string) (e enumerator, ok bool) {
	rest := strings.TrimPrefix(text, "(")
	e.open = text[:len(text)-len(rest)]
	n := strings.IndexFunc(rest, func(r rune) bool { return r != '#' && !isAlnum(r) })
	if n < 1 || n > 12 {
		return e, false
	}
	e.text, e.close = rest[:n], rest[n:n+1]
	if e.close != ")" && (e.close != "." || e.open != "") {
		return e, false
	}
	e.width = blanksAfter(text, len(e.open)+n+1)
	return e, e.width > 0 && len(e.successors()) > 0
}

func isAlnum(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
}

// successors are the texts that an enumerator of the next item may have: one
// letter may be a letter or a Roman numeral. There is none when the text is no
// enumerator.
func (e enumerator) successors() []string {
	if n, err := strconv.Atoi(e.text); err == nil {
		return []string{strconv.Itoa(n + 1), "#"}
	}
	if e.text == "#" {
		return []string{"#"}
	}
	var next []string
	if len(e.text) == 1 && e.text != "#" {
		next = append(next, string(e.text[0]+1), "#")
	}
	lower := strings.ToLower(e.text)
	if n := parseRoman(lower); n > 0 && (e.text == lower || e.text == strings.ToUpper(lower)) {
		after := formatRoman(n + 1)
		if e.text != lower {
			after = strings.ToUpper(after)
		}
		next = append(next, after, "#")
	}
	return next
}

// followedBy reports whether the next line lets the enumerator start an item: a
// blank or indented line, or the item that comes next. Otherwise the line is
// ordinary text that happens to begin so.
func (e enumerator) followedBy(next line) bool {
	if next.blank() || next.indented() {
		return true
	}
	for _, text := range e.successors() {
		if strings.HasPrefix(next.text+" ", e.open+text+e.close+" ") {
			return true
		}
	}
	return false
}

var romanDigits = []struct {
	text  string
	value int
}{
	{"m", 1000}, {"cm", 900}, {"d", 500}, {"cd", 400}, {"c", 100}, {"xc", 90},
	{"l", 50}, {"xl", 40}, {"x", 10}, {"ix", 9}, {"v", 5}, {"iv", 4}, {"i", 1},
}

// parseRoman is the value of a Roman numeral, 0 when it is not well formed.
func parseRoman(s string) int {
	value, rest := 0, s
	for _, d := range romanDigits {
		for strings.HasPrefix(rest, d.text) {
			value += d.value
			rest = rest[len(d.text):]
		}
	}
	if rest != "" || value > 4999 || formatRoman(value) != s {
		return 0
	}
	return value
}

func formatRoman(n int) string {
	var b strings.Builder
	for _, d := range romanDigits {
		for n >= d.value {
			b.WriteString(d.text)
			n -= d.value
		}
	}
	return b.String()
}
