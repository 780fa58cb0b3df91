package peps

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// decode turns the bytes of a file into text. Bytes that are not UTF-8 are read
// as Latin-1, which the PEPs of the first years were written in; broken gives
// the line of the first such byte, 0 when there is none.
func decode(data []byte) (text string, broken int) {
	text = strings.TrimPrefix(string(data), "\uFEFF")
	if utf8.ValidString(text) {
		return text, 0
	}
	var b strings.Builder
	line := 1
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && size == 1 {
			r = rune(text[i])
			if broken == 0 {
				broken = line
			}
		}
		if r == '\n' {
			line++
		}
		b.WriteRune(r)
		i += size
	}
	return b.String(), broken
}

// A line is one line of a block. Its text has no trailing white space, and the
// indentation of the enclosing block is cut off.
type line struct {
	number int // 1-based, in the file
	text   string
}

func (l line) blank() bool    { return l.text == "" }
func (l line) indented() bool { return l.text != "" && l.text[0] == ' ' }

// indentation is the number of leading spaces.
func (l line) indentation() int {
	n := 0
	for n < len(l.text) && l.text[n] == ' ' {
		n++
	}
	return n
}

// cut drops the first n bytes, or the whole of a shorter line.
func (l line) cut(n int) line {
	l.text = l.text[min(n, len(l.text)):]
	return l
}

// splitLines splits text at line ends of all three systems. As docutils does,
// it replaces tabs by spaces up to the next multiple of eight, form feeds by a
// space, and drops trailing white space.
func splitLines(text string) []line {
	if strings.Contains(text, "\r") {
		text = strings.ReplaceAll(text, "\r\n", "\n")
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	untouched := !strings.ContainsAny(text, "\t\v\f\x00")
	lines := make([]line, 0, strings.Count(text, "\n")+1)
	for text != "" {
		first, rest, _ := strings.Cut(text, "\n")
		if !untouched {
			first = spaced(first)
		}
		lines = append(lines, line{len(lines) + 1, strings.TrimRightFunc(first, unicode.IsSpace)})
		text = rest
	}
	return lines
}

// spaced replaces the white space of a line that is no blank.
func spaced(s string) string {
	var b strings.Builder
	column := 0
	for _, r := range s {
		switch r {
		case '\t':
			n := 8 - column%8
			b.WriteString("        "[:n])
			column += n
			continue
		case '\v', '\f', 0:
			r = ' '
		}
		b.WriteRune(r)
		column++
	}
	return b.String()
}
