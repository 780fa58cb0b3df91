package peps

import "strings"

// A header is one header of a PEP; a value that goes on over lines keeps them.
type header struct {
	name  string // as written
	lines []line // of the value
}

// value is the header's value on one line.
func (h header) value() string {
	var parts []string
	for _, l := range h.lines {
		if l.text != "" {
			parts = append(parts, l.text)
		}
	}
	return strings.Join(parts, " ")
}

// headers are the headers of one PEP.
type headers []header

// get finds a header by its name, in any case.
func (hs headers) get(name string) header {
	for _, h := range hs {
		if strings.EqualFold(h.name, name) {
			return h
		}
	}
	return header{}
}

// splitHeaders reads the headers that a PEP starts with, in the format of RFC
// 822, up to the first blank line. What is neither a header nor the
// continuation of one is a problem; it is left out.
func splitHeaders(lines []line) (hs headers, body []line, problems []Problem) {
	i := skipBlank(lines, 0)
	if i == len(lines) {
		return nil, nil, []Problem{{"", 0, NewFault(EmptyFile)}}
	}
	for ; i < len(lines) && !lines[i].blank(); i++ {
		l := lines[i]
		if l.indented() {
			if len(hs) > 0 {
				last := &hs[len(hs)-1]
				last.lines = append(last.lines, line{l.number, strings.TrimSpace(l.text)})
				continue
			}
			problems = append(problems, Problem{"", l.number, NewFault(IndentedStart)})
			continue
		}
		name, value, ok := strings.Cut(l.text, ":")
		if !ok || !isHeaderName(name) {
			if len(hs) == 0 && len(problems) == 0 {
				return nil, lines[i:], []Problem{{"", l.number, NewFault(NoHeaders)}}
			}
			problems = append(problems, Problem{"", l.number, NewFault(NoHeader)})
			continue
		}
		hs = append(hs, header{name, []line{{l.number, strings.TrimSpace(value)}}})
	}
	return hs, lines[i:], problems
}

func isHeaderName(s string) bool {
	for i := range len(s) {
		if !isWordByte(s[i]) && s[i] != '-' {
			return false
		}
	}
	return s != ""
}
