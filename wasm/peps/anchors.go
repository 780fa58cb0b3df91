package peps

import (
	"strconv"
	"strings"
	"sync"
)

// anchors gives the sections of one document the ids that docutils gives them
// under Sphinx: made from the title, or "id" and a running number where another
// element has that id already. The running number also counts elements that
// need some id, such as references to footnotes.
type anchors struct {
	used map[string]bool
	auto int
}

func newAnchors() *anchors { return &anchors{used: make(map[string]bool)} }

// take gives an element with this name its id.
func (a *anchors) take(name string) string {
	id := makeID(name)
	for id == "" || a.used[id] {
		a.auto++
		id = "id" + strconv.Itoa(a.auto)
	}
	a.used[id] = true
	return id
}

// section gives a section its id. Where its title's id is taken by a label of
// the section itself, that label leads to it just as well and stays the same
// when footnotes are added.
func (a *anchors) section(title string, labels []string) string {
	id := a.take(title)
	for _, label := range labels {
		if made := makeID(label); made == makeID(title) && made != "" {
			return made
		}
	}
	return id
}

// footnote gives a footnote or citation with this label its id.
func (a *anchors) footnote(label string) {
	if name, auto := strings.CutPrefix(label, "#"); auto || label == "*" {
		label = strings.TrimPrefix(name, "*")
	}
	a.take(label)
}

// makeID makes an id of a name as docutils.nodes.make_id does: lower case, all
// else than ASCII letters and digits turned into single hyphens, neither digit
// nor hyphen in front. Accents are dropped, other characters beyond ASCII too.
func makeID(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(name) {
		s := foldID(r)
		if s == "" {
			continue
		}
		if c := s[0]; c < '0' || c > '9' && c < 'a' || c > 'z' {
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		if b.Len() == 0 {
			s = strings.TrimLeft(s, "0123456789")
		}
		b.WriteString(s)
	}
	return b.String()
}

// foldID is the ASCII form of a character in an id, "" when it has none.
func foldID(r rune) string {
	switch {
	case r < 0x80:
		return string(r)
	case r == 0xa0 || r >= 0x2000 && r <= 0x200a || r == 0x202f || r == 0x3000:
		return " "
	}
	return asciiForms()[r]
}

// asciiForms holds the letters that titles and names of PEPs may have: those of
// Latin-1 and Latin Extended-A, as Unicode decomposes them or docutils maps them.
// They are made when first asked for: the map's engine starts without them.
var asciiForms = sync.OnceValue(func() map[rune]string {
	forms := map[rune]string{'ß': "sz", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ħ': "h", 'ı': "i", 'ł': "l",
		'ŧ': "t", 'ĳ': "ij", '…': "...", '½': "12", '¼': "14", '¾': "34", '²': "2", '³': "3", '¹': "1", 'ª': "a",
		'º': "o", 'ŉ': "n", 'ſ': "s", '™': "tm", '‑': ""}
	for base, accented := range map[string]string{"a": "àáâãäåāăą", "c": "çćĉċč", "d": "ď", "e": "èéêëēĕėęě", "g": "ĝğġģ",
		"h": "ĥ", "i": "ìíîïĩīĭį", "j": "ĵ", "k": "ķ", "l": "ĺļľ", "n": "ñńņň", "o": "òóôõöōŏő", "r": "ŕŗř",
		"s": "śŝşš", "t": "ţť", "u": "ùúûüũūŭůűų", "w": "ŵ", "y": "ýÿŷ", "z": "źżž"} {
		for _, r := range accented {
			forms[r] = base
		}
	}
	return forms
})
