package peps

import (
	"strconv"
	"strings"
)

// headerMentions are the mentions in the headers of a PEP: "PEP 8" in its title,
// and the numbers in the three headers that name PEPs.
func headerMentions(hs headers, s *scanner) (found []Mention) {
	for _, h := range hs {
		var kind Kind
		switch strings.ToLower(h.name) {
		case "title":
			found = append(found, titleMentions(h, s)...)
			continue
		case "requires":
			kind = Requires
		case "replaces":
			kind = Replaces
		case "superseded-by":
			kind = SupersededBy
		default:
			continue
		}
		for _, l := range h.lines {
			for _, n := range numbers(l.text) {
				found = append(found, Mention{s.from, n, kind, s.file, l.number, ""})
			}
		}
	}
	return found
}

// titleMentions finds plain mentions in a title, which may go on over lines.
func titleMentions(h header, s *scanner) (found []Mention) {
	title := &scanner{from: s.from, file: s.file, exists: s.exists, run: []passage{{}}}
	for _, l := range h.lines {
		if len(title.text) > 0 {
			title.text = append(title.text, '\n')
		}
		title.starts = append(title.starts, len(title.text))
		title.numbers = append(title.numbers, l.number)
		title.text = append(title.text, l.text...)
	}
	title.scanText()
	for _, h := range title.hits {
		found = append(found, title.mention(Title, h.number, h.offset))
	}
	return found
}

// numbers are the whole numbers of one to four digits in text. A version such
// as 3.7 is none.
func numbers(text string) (list []int) {
	words := strings.FieldsFunc(text, func(r rune) bool { return !isWordRune(r) && r != '.' })
	for _, word := range words {
		word = strings.TrimSuffix(word, ".")
		if n, err := strconv.Atoi(word); err == nil && len(word) <= 4 && isDigit(word[0]) {
			list = append(list, n)
		}
	}
	return list
}
