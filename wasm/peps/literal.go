package peps

import "strings"

// plain scans a passage without inline markup, raw HTML or a literal: URLs,
// and what looks like a role.
func (in *inline) plain() {
	in.urls(0, len(in.text))
	for i := 0; ; {
		n := strings.Index(in.text[i:], ":`")
		if n < 0 {
			return
		}
		i += n + len(":`")
		start := i - len(":pep:`")
		end := strings.IndexByte(in.text[i:], '`')
		if start < 0 || !strings.EqualFold(in.text[start:i], ":pep:`") || end < 0 {
			continue
		}
		end += i
		if number := pepRole(strings.Join(strings.Fields(in.text[i:end]), " ")); number >= 0 {
			in.hit(Role, number, start, end+1)
		}
		in.hide(start, end+1)
		i = end + 1
	}
}

// literally notes what an inline literal with the content text[from:to] names.
func (in *inline) literally(from, to int) {
	if !strings.Contains(strings.ToLower(in.text[from:to]), "pep") {
		return
	}
	part := &scanner{from: in.from, file: in.file, exists: in.exists, run: []passage{{context: inLiteral}}}
	part.run[0].section = in.run[0].section
	part.text = []byte(in.text[from:to])
	sub := inline{scanner: part, text: in.text[from:to], mask: part.text}
	sub.plain()
	part.scanText()
	for _, h := range part.hits {
		in.literal = append(in.literal, in.mention(h.kind, h.number, in.base+from+h.offset))
	}
}
