package peps

import (
	"strconv"
	"strings"
)

// scanText finds the plain mentions in the running text of the run, and the
// lists that follow them and the roles.
func (s *scanner) scanText() {
	text := string(s.text)
	heads := s.hits
	for i := 0; ; {
		n := strings.Index(text[i:], "PEP")
		if n < 0 {
			break
		}
		i += n
		h, plural, ok := plainMention(text, i)
		i += len("PEP")
		if ok {
			s.hits = append(s.hits, h)
			s.scanList(text, h.end, plural)
		}
	}
	for _, h := range heads {
		if h.kind == Role {
			s.scanList(text, h.end, false)
		}
	}
}

// plainMention reads "PEP 8", "PEP-8", "PEP8" or "PEPs 8" at i. A backslash may
// stand before the number.
func plainMention(text string, i int) (h hit, plural, ok bool) {
	if wordBefore(text, i) {
		return h, false, false
	}
	at := i + len("PEP")
	if strings.HasPrefix(text[at:], "s") {
		plural = true
		at++
	}
	if next := blank(text, at); next > at {
		at = backslash(text, next)
	} else if plural {
		return h, true, false
	} else if strings.HasPrefix(text[at:], "-") {
		at++
	}
	number, end := pepNumber(text, at)
	return hit{Text, number, i, end}, plural, end > at
}

// blank is the offset after one space, or after one line break with
// indentation; i itself when there is neither.
func blank(text string, i int) int {
	switch {
	case strings.HasPrefix(text[i:], " "):
		return i + 1
	case strings.HasPrefix(text[i:], "\n"):
		i++
		for strings.HasPrefix(text[i:], " ") {
			i++
		}
	}
	return i
}

func backslash(text string, i int) int {
	if strings.HasPrefix(text[i:], `\`) {
		return i + 1
	}
	return i
}

// pepNumber reads one to four digits at i that no word character follows and
// that start no range. It returns i as the end when they do not stand there.
func pepNumber(text string, i int) (number, end int) {
	end = i
	for end < len(text) && isDigit(text[end]) {
		end++
	}
	if end == i || end > i+4 || wordAfter(text, end) || startsRange(text[end:]) {
		return 0, i
	}
	number, _ = strconv.Atoi(text[i:end])
	return number, end
}

// startsRange reports whether s goes on as a range does: a dash and a digit.
func startsRange(s string) bool {
	for _, dash := range []string{"-", "–", "—"} {
		if rest, found := strings.CutPrefix(s, dash); found {
			return rest != "" && isDigit(rest[0])
		}
	}
	return false
}

// scanList finds the further numbers of a list whose head ends at i. After a
// singular head a number must have three digits, or "PEP 8 and 12 others" would
// be one.
func (s *scanner) scanList(text string, i int, plural bool) {
	for {
		at := separator(text, i)
		if at == i {
			return
		}
		at = backslash(text, at)
		number, end := pepNumber(text, at)
		known := s.exists(number)
		if end == at || !plural && (end-at < 3 || !known) {
			return
		}
		if known {
			s.hits = append(s.hits, hit{List, number, at, end})
		}
		i = end
	}
}

// separator is the offset after what stands between the numbers of a list: a
// comma, "and", "or", "&", "/", or a comma and one of the words; i when nothing
// of that stands there.
func separator(text string, i int) int {
	at := blank(text, i)
	comma := strings.HasPrefix(text[at:], ",")
	if comma {
		at = blank(text, at+1)
	}
	if strings.HasPrefix(text[at:], "&") || strings.HasPrefix(text[at:], "/") {
		return blank(text, at+1)
	}
	for _, word := range []string{"and", "or"} {
		if strings.HasPrefix(text[at:], word) && at > i {
			if next := blank(text, at+len(word)); next > at+len(word) {
				return next
			}
		}
	}
	if comma {
		return at
	}
	return i
}
