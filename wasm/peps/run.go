package peps

import (
	"slices"
	"strings"
)

// A hit is a mention in a run, before it is known whether its number is a PEP.
type hit struct {
	kind   Kind
	number int
	offset int
	end    int // after it, where a list may go on
}

// A reference is a :ref: role, to be resolved when all labels are known.
type reference struct {
	label string
	at    Mention
}

// A scanner collects the mentions of one document from its passages.
type scanner struct {
	from    int
	file    string
	exists  func(number int) bool
	anchors *anchors

	run     []passage // passages that one mention may run across
	text    []byte    // their text, zero where it is no running text
	starts  []int     // offset of each line in text
	numbers []int     // number of that line
	hits    []hit
	found   []Mention // in body
	literal []Mention // in literals and comments
	pending []reference
}

// add takes the next passage of the document.
func (s *scanner) add(p passage) {
	if !p.joined {
		s.flush()
	}
	s.run = append(s.run, p)
}

// flush scans the passages collected so far.
func (s *scanner) flush() {
	if len(s.run) > 0 && slices.ContainsFunc(s.run, relevant) {
		s.text, s.starts, s.numbers, s.hits = s.text[:0], s.starts[:0], s.numbers[:0], s.hits[:0]
		for _, p := range s.run {
			s.scan(p)
		}
		s.scanText()
		s.report()
	}
	s.run = s.run[:0]
}

// relevant reports whether a passage can hold a mention, or an element that
// takes an id. Most passages hold neither, and scanning them would cost most of
// the time.
func relevant(p passage) bool {
	for _, l := range p.lines {
		for i := 0; i < len(l.text); i++ {
			switch l.text[i] {
			case 'P', 'p':
				if len(l.text) >= i+3 && strings.EqualFold(l.text[i:i+3], "pep") {
					return true
				}
			case '_':
				if i > 0 && (l.text[i-1] == ']' || l.text[i-1] == '`') || i+1 < len(l.text) && l.text[i+1] == '`' {
					return true
				}
			case '`':
				if i >= 4 && strings.EqualFold(l.text[i-4:i], "ref:") {
					return true
				}
			}
		}
	}
	return false
}

// scan adds the text of a passage to the run and finds what its markup mentions.
func (s *scanner) scan(p passage) {
	glue := "\n"
	if p.context == inTarget {
		glue = "" // an address that goes on over lines is one address
	}
	if len(s.text) > 0 {
		s.text = append(s.text, '\n')
	}
	base := len(s.text)
	for n, l := range p.lines {
		if n > 0 {
			s.text = append(s.text, glue...)
		}
		s.starts = append(s.starts, len(s.text))
		s.numbers = append(s.numbers, l.number)
		s.text = append(s.text, l.text...)
	}
	in := inline{scanner: s, base: base, text: string(s.text[base:]), mask: s.text[base:]}
	switch p.context {
	case inBody:
		in.markup()
	case inTarget:
		in.urls(0, len(in.text))
		in.hide(0, len(in.text))
	default:
		in.plain()
	}
}

// report turns the hits of the run into mentions.
func (s *scanner) report() {
	slices.SortStableFunc(s.hits, func(a, b hit) int { return a.offset - b.offset })
	for _, h := range s.hits {
		m := s.mention(h.kind, h.number, h.offset)
		if s.run[0].context.body() {
			s.found = append(s.found, m)
		} else {
			s.literal = append(s.literal, m)
		}
	}
}

// mention places a hit in the document.
func (s *scanner) mention(kind Kind, number, offset int) Mention {
	n, found := slices.BinarySearch(s.starts, offset)
	if !found {
		n--
	}
	return Mention{s.from, number, kind, s.file, s.numbers[n], s.run[0].section}
}
