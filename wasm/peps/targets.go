package peps

import "strings"

// target reads a hyperlink target whose name starts at byte start of line i
// ("name: address", "`name`: address", "_: address", or for the anonymous form
// the address alone). It returns 0 when the line is no target after all.
func (p *blockParser) target(lines []line, i, start int) int {
	block, next := untilBlank(lines, i, start)
	name := ""
	if lines[i].text[:2] == ".." {
		var ok bool
		if name, block, ok = targetName(block); !ok {
			return 0
		}
	}
	if len(block) == 0 {
		p.label(name)
		return next
	}
	p.out.flush()
	waiting := p.waiting
	if !isIndirect(block) {
		p.put(block, inTarget)
	}
	p.waiting = waiting
	p.anchors.take(name)
	return next
}

// label notes a target without address: it names the element that comes next.
func (p *blockParser) label(name string) {
	p.out.flush()
	p.anchors.take(name)
	if name != "" {
		p.waiting = append(p.waiting, name)
	}
}

// targetName splits the name off a target, normalised; what is left is the
// address. A name may go on over several lines.
func targetName(block []line) (name string, address []line, ok bool) {
	joined := ""
	for n, l := range block {
		if n > 0 {
			joined += " "
		}
		joined += l.text
		if end := nameEnd(joined); end > 0 {
			rest := line{l.number, strings.TrimSpace(joined[min(end, len(joined)):])}
			address = append(address, rest)
			address = append(address, block[n+1:]...)
			for len(address) > 0 && address[0].blank() {
				address = address[1:]
			}
			return normalName(joined[:end-1]), address, true
		}
		if n == 9 { // no name is that long
			break
		}
	}
	return "", nil, false
}

// nameEnd is the offset after the colon that ends a target's name, 0 when there
// is none.
func nameEnd(s string) int {
	from := 0
	if strings.HasPrefix(s, "`") {
		closing := strings.Index(s[1:], "`:")
		if closing < 1 {
			return 0
		}
		from = closing + 2
	}
	for i := from; i < len(s); i++ {
		switch {
		case s[i] == '\\':
			i++
		case s[i] == ':' && i > 0 && (i+1 == len(s) || s[i+1] == ' '):
			return i + 1
		}
	}
	return 0
}

// normalName is the form in which reference names are compared: lower case,
// white space and backquotes normalised, escapes resolved. The name "_" of an
// anonymous target becomes empty.
func normalName(s string) string {
	if s == "_" {
		return ""
	}
	if strings.HasPrefix(s, "`") {
		s = strings.Trim(s, "`")
	}
	return strings.ToLower(strings.Join(strings.Fields(unescape(s)), " "))
}

// unescape drops the backslashes that protect a character, and the blank after
// a backslash with it.
func unescape(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' {
			i++
			if i == len(s) || s[i] == ' ' || s[i] == '\n' {
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// isIndirect reports whether the address is the name of another target: a name
// with an underscore after it.
func isIndirect(address []line) bool {
	if last := address[len(address)-1]; !strings.HasSuffix(last.text, "_") {
		return false
	}
	var text strings.Builder
	for _, l := range address {
		text.WriteString(l.text)
	}
	name := strings.TrimSuffix(text.String(), "_")
	return strings.HasPrefix(name, "`") && strings.HasSuffix(name, "`") || simpleName(name) == len(name)
}
