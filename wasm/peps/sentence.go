package peps

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestSentence bounds what is quoted, in characters.
const longestSentence = 600

// Sentence quotes the sentence around the start of a mention from the text of
// its file; of a header or a title, its line. It is empty when the file has no
// such line. Markup stays as written.
func Sentence(text []byte, m Mention) string {
	all, _ := decode(text)
	lines := splitLines(all)
	at := m.Line - 1
	if at < 0 || at >= len(lines) || lines[at].blank() {
		return ""
	}
	switch m.Kind {
	case Title, Requires, Replaces, SupersededBy:
		return cutShort(strings.TrimSpace(lines[at].text))
	}
	first, last := at, at
	for first > 0 && !lines[first-1].blank() && at-first < 40 {
		first--
	}
	for last < len(lines)-1 && !lines[last+1].blank() && last-at < 40 {
		last++
	}
	var b strings.Builder
	mark := 0
	for i := first; i <= last; i++ {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		if i == at {
			mark = b.Len()
			if offset := strings.Index(strings.ToUpper(lines[i].text), "PEP"); offset > 0 {
				mark += len(strings.TrimSpace(lines[i].text[:offset]))
			}
		}
		b.WriteString(strings.TrimSpace(lines[i].text))
	}
	return cutShort(around(b.String(), min(mark, b.Len())))
}

// around is the sentence of a paragraph that holds an offset.
func around(paragraph string, offset int) string {
	from, to := 0, len(paragraph)
	for i := 0; i+2 < len(paragraph); i++ {
		if !endsSentence(paragraph, i) {
			continue
		}
		if i < offset {
			from = i + 2
		} else {
			to = i + 1
			break
		}
	}
	return strings.TrimSpace(paragraph[from:to])
}

// endsSentence tells whether a full stop, question or exclamation mark at an
// offset is followed by a blank and a new beginning.
func endsSentence(s string, i int) bool {
	if !strings.ContainsRune(".?!", rune(s[i])) || s[i+1] != ' ' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(s[i+1:], " `*(\"'"))
	return unicode.IsUpper(next) || next == ':'
}

func cutShort(s string) string {
	if utf8.RuneCountInString(s) <= longestSentence {
		return s
	}
	return string([]rune(s)[:longestSentence]) + "…"
}
