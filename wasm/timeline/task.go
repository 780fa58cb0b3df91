package timeline

import "strings"

// hearTask learns which task of an event loop a coroutine is, and for what it is about to wait.
func (s *Stream) hearTask(l *lane, n notice) {
	switch n.verb {
	case "made":
		if s.named == nil {
			s.named = map[string]bool{}
		}
		s.named[n.text] = true
	case "await":
		name, on := s.cutName(n.text)
		l.task = name
		switch on {
		case "":
			l.told = "" // it lets others run, and is ready
		case "sleep":
			l.told = "sleep"
		default:
			l.told = "await"
		}
	case "done":
		l.task = n.text
	}
}

// cutName parts the name of a task, which may have blanks, from what follows.
func (s *Stream) cutName(text string) (name, rest string) {
	for end := len(text); end > 0; end = strings.LastIndexByte(text[:end], ' ') {
		if s.named[text[:end]] {
			return text[:end], strings.TrimPrefix(text[end:], " ")
		}
	}
	name, rest, _ = strings.Cut(text, " ")
	return name, rest
}
