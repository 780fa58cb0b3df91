package peps

import "strings"

// maxTitle is where a title is cut: no title is that long, and anchors are made
// of it.
const maxTitle = 2000

// titleText is the text of a title as a reader sees it: markup resolved.
func titleText(s string) string {
	if len(s) > maxTitle {
		s = strings.ToValidUTF8(s[:maxTitle], "")
	}
	t := plainText{text: s}
	for t.at < len(s) {
		t.next()
	}
	return strings.Join(strings.Fields(t.out.String()), " ")
}

// plainText resolves the inline markup of one line.
type plainText struct {
	text string
	at   int
	out  strings.Builder
}

// next resolves what stands at the current offset.
func (t *plainText) next() {
	switch t.text[t.at] {
	case '\\':
		t.escape()
	case '`':
		if !t.between("``", func(s string) string { return s }) && !t.backquoted() {
			t.copy()
		}
	case '*':
		if !t.between("**", unescape) && !t.between("*", unescape) {
			t.copy()
		}
	case ':':
		if !t.role() {
			t.copy()
		}
	default:
		t.copy()
	}
}

func (t *plainText) copy() {
	t.out.WriteByte(t.text[t.at])
	t.at++
}

// escape drops a backslash, and a blank that it stands before.
func (t *plainText) escape() {
	t.at++
	if t.at < len(t.text) && t.text[t.at] == ' ' {
		t.at++
	} else if t.at < len(t.text) {
		t.copy()
	}
}

// between resolves markup with the same start- and end-string.
func (t *plainText) between(mark string, resolve func(string) string) bool {
	if !strings.HasPrefix(t.text[t.at:], mark) || !startsMarkup(t.text, t.at, len(mark)) {
		return false
	}
	from := t.at + len(mark)
	for end := from + 1; end+len(mark) <= len(t.text); end++ {
		if strings.HasPrefix(t.text[end:], mark) && !blankBefore(t.text, end) && endsMarkup(t.text, end+len(mark)) {
			t.out.WriteString(resolve(t.text[from:end]))
			t.at = end + len(mark)
			return true
		}
	}
	return false
}

// backquoted resolves a phrase reference or interpreted text.
func (t *plainText) backquoted() bool {
	in := inline{text: t.text}
	if !startsMarkup(t.text, t.at, 1) {
		return false
	}
	end, after := in.closing(t.at+1, true)
	if end < 0 {
		return false
	}
	t.out.WriteString(shownText(t.text[t.at+1 : end]))
	t.at = after
	return true
}

// role resolves a role.
func (t *plainText) role() bool {
	n := simpleName(t.text[t.at+1:])
	tick := t.at + n + 2
	if n == 0 || !strings.HasPrefix(t.text[tick-1:], ":`") || !startsMarkup(t.text, t.at, n+3) {
		return false
	}
	in := inline{text: t.text}
	end, after := in.closing(tick+1, false)
	if end < 0 {
		return false
	}
	t.out.WriteString(roleText(strings.ToLower(t.text[t.at+1:tick-1]), t.text[tick+1:end]))
	t.at = after
	return true
}

// shownText is the title before an address in angle brackets, or the whole.
func shownText(content string) string {
	if open := strings.LastIndexByte(content, '<'); open > 0 && strings.HasSuffix(content, ">") {
		content = strings.TrimSpace(content[:open])
	}
	return unescape(content)
}

// roleText is what a role shows.
func roleText(name, content string) string {
	shown := shownText(content)
	if shown != unescape(content) {
		return shown
	}
	switch name {
	case "pep":
		return "PEP " + shown
	case "rfc":
		return "RFC " + shown
	case "mod", "class", "func", "meth", "attr", "exc", "data", "py:mod", "py:class", "py:func", "py:meth", "py:exc", "py:data":
		if last, found := strings.CutPrefix(shown, "~"); found {
			return last[strings.LastIndexByte(last, '.')+1:]
		}
		return strings.TrimPrefix(shown, "!")
	}
	return shown
}
