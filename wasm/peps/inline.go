package peps

import "strings"

// inline scans one passage for inline markup. It finds mentions in roles and
// addresses, and blanks out in mask what is no running text, so that plain
// mentions can be looked for in the rest. Emphasis is not recognised: a mention
// in it counts like any other, and what it may hide from docutils is still text.
type inline struct {
	*scanner
	base int    // offset of the passage in the run
	text string // the passage
	mask []byte // the same bytes within the run
	// Set when no end-string was found: then no later start-string has one
	// either, and looking for it again and again would take quadratic time.
	// noPlain is for those ends that have no suffix.
	noLiteral, noPhrase, noPlain bool
}

// markup scans body text.
func (in *inline) markup() {
	for i := 0; i < len(in.text); {
		switch in.text[i] {
		case '\\':
			i += 2
		case '`':
			i = in.backquote(i)
		case ':':
			i = in.colon(i)
		case '_':
			i = in.inlineTarget(i)
		case '[':
			i = in.footnoteReference(i)
		default:
			i++
		}
	}
}

// hide blanks out text[from:to].
func (in *inline) hide(from, to int) { clear(in.mask[from:to]) }

// hit notes a mention at text[from:to].
func (in *inline) hit(kind Kind, number, from, to int) {
	in.hits = append(in.hits, hit{kind, number, in.base + from, in.base + to})
}

// backquote scans what a backquote at i starts: an inline literal, a phrase
// reference or interpreted text.
func (in *inline) backquote(i int) int {
	if strings.HasPrefix(in.text[i:], "``") {
		return in.inlineLiteral(i)
	}
	if in.noPhrase || !startsMarkup(in.text, i, 1) {
		return i + 1
	}
	end, after := in.closing(i+1, true)
	if end < 0 {
		in.noPhrase = true
		return i + 1
	}
	switch suffix := in.text[end+1 : after]; {
	case suffix == "":
		in.urls(i+1, end)
	case suffix[0] == ':':
		in.urls(i+1, end)
		in.hide(i, after)
	default:
		in.phrase(i+1, end, suffix == "_")
	}
	return after
}

// inlineLiteral scans “code“ at i.
func (in *inline) inlineLiteral(i int) int {
	if in.noLiteral || !startsMarkup(in.text, i, 2) {
		return i + 2
	}
	for end := i + 3; end+2 <= len(in.text); end++ {
		n := strings.Index(in.text[end:], "``")
		if n < 0 {
			break
		}
		end += n
		if !blankBefore(in.text, end) && endsMarkup(in.text, end+2) {
			in.literally(i+2, end)
			in.hide(i, end+2)
			return end + 2
		}
	}
	in.noLiteral = true
	return i + 2
}

// closing finds the backquote that ends interpreted text whose content starts
// at from, and the end of the suffix after it: "_", "__" or a role, where such
// are allowed. It returns -1 when there is none.
func (in *inline) closing(from int, suffixes bool) (end, after int) {
	for end = from + 1; end < len(in.text); end++ {
		n := strings.IndexByte(in.text[end:], '`')
		if n < 0 {
			break
		}
		end += n
		if blankBefore(in.text, end) || escaped(in.text, end) {
			continue
		}
		after = end + 1
		if suffixes {
			after += suffix(in.text[after:])
		}
		if endsMarkup(in.text, after) {
			return end, after
		}
	}
	return -1, -1
}

// suffix is the length of what may follow interpreted text: "_", "__", ":role:".
func suffix(s string) int {
	switch {
	case strings.HasPrefix(s, "__"):
		return 2
	case strings.HasPrefix(s, "_"):
		return 1
	case strings.HasPrefix(s, ":"):
		if n := simpleName(s[1:]); n > 0 && strings.HasPrefix(s[n+1:], ":") {
			return n + 2
		}
	}
	return 0
}

// phrase scans the content of a phrase reference: text, shown, and perhaps an
// address in angle brackets. A named reference with an address is a target too.
func (in *inline) phrase(from, to int, named bool) {
	open := strings.LastIndexByte(in.text[from:to], '<')
	if open < 0 || in.text[to-1] != '>' || open > 0 && !blankBefore(in.text, from+open) || open+2 >= to-from {
		in.urls(from, to)
		return
	}
	open += from
	in.urls(from, open)
	address := in.text[open+1 : to-1]
	if strings.HasSuffix(address, "_") && !strings.Contains(address, "://") {
		in.hide(open, to) // the name of another target
		return
	}
	if number := urlNumber(strings.Join(strings.Fields(address), "")); number >= 0 {
		in.hit(URL, number, open+1, to-1)
	}
	in.hide(open, to)
	if named {
		in.anchors.take(normalName(in.text[from:open]))
	}
}

// inlineTarget scans _`name` at i: its name is hidden, it takes an id.
func (in *inline) inlineTarget(i int) int {
	if in.noPlain || !strings.HasPrefix(in.text[i:], "_`") || !startsMarkup(in.text, i, 2) {
		return i + 1
	}
	end, after := in.closing(i+2, false)
	if end < 0 {
		in.noPlain = true
		return i + 2
	}
	in.anchors.take(normalName(in.text[i+2 : end]))
	in.hide(i, after)
	return after
}

// footnoteReference scans [1]_ at i. It stays text; it takes an id.
func (in *inline) footnoteReference(i int) int {
	n := strings.IndexByte(in.text[i:min(i+maxName, len(in.text))], ']')
	if n < 2 || !strings.HasPrefix(in.text[i+n:], "]_") || !endsMarkup(in.text, i+n+2) ||
		!startsMarkup(in.text, i, 1) || !isFootnoteLabel(in.text[i+1:i+n]) {
		return i + 1
	}
	in.anchors.take("")
	return i + n + 2
}
