package peps

import (
	"strconv"
	"strings"
)

// maxName is how far a role's name or a label is looked for: there are no longer
// ones, and without a bound hostile text would take quadratic time.
const maxName = 200

// colon scans what a colon at i starts: the rest of an address after its
// scheme, or a role.
func (in *inline) colon(i int) int {
	if strings.HasPrefix(in.text[i:], "://") {
		return in.url(i)
	}
	n := simpleName(in.text[i+1 : min(i+maxName, len(in.text))])
	tick := i + n + 2
	if n == 0 || !strings.HasPrefix(in.text[tick-1:], ":`") || strings.HasPrefix(in.text[tick:], "``") {
		return i + 1
	}
	name := strings.ToLower(in.text[i+1 : tick-1])
	end := in.roleEnd(i, tick, name)
	if end < 0 {
		return tick + 1
	}
	in.role(name, i, tick+1, end)
	return end + 1
}

// roleEnd is the offset of the backquote that ends a role's content, -1 when
// there is none. A :pep: role is taken even where docutils would not recognise
// it for what stands next to it: its author meant it.
func (in *inline) roleEnd(start, tick int, name string) int {
	if !in.noPlain && startsMarkup(in.text, start, tick+1-start) {
		if end, _ := in.closing(tick+1, false); end >= 0 {
			return end
		}
		in.noPlain = true
	}
	if name == "pep" {
		if n := strings.IndexByte(in.text[tick+1:], '`'); n > 0 {
			return tick + 1 + n
		}
	}
	return -1
}

// role scans a role that starts at start, its content being text[from:to].
func (in *inline) role(name string, start, from, to int) {
	content := strings.Join(strings.Fields(in.text[from:to]), " ")
	switch name {
	case "pep":
		if number := pepRole(content); number >= 0 {
			in.hit(Role, number, start, to+1)
		}
	case "ref":
		if label := refRole(content); label != "" {
			at := in.mention(Ref, 0, in.base+start)
			in.pending = append(in.pending, reference{label, at})
		}
	case "code", "math":
		in.literally(from, to)
	default:
		in.urls(from, to)
	}
	in.hide(start, to+1)
}

// roleTarget is what a role with this content refers to: the part in angle
// brackets when there is a title before it.
func roleTarget(content string) string {
	open := strings.LastIndexByte(content, '<')
	if open < 1 || !strings.HasSuffix(content, ">") {
		return content
	}
	return content[open+1 : len(content)-1]
}

// pepRole is the number that a :pep: role with this content names, -1 when it
// names none.
func pepRole(content string) int {
	number, _, _ := strings.Cut(roleTarget(content), "#")
	if strings.Trim(number, "0123456789") != "" {
		return -1
	}
	n, err := strconv.Atoi(number)
	if err != nil {
		return -1
	}
	return n
}

// refRole is the label that a :ref: role with this content names, "" when the
// role asks for no link.
func refRole(content string) string {
	if strings.HasPrefix(content, "!") {
		return ""
	}
	return strings.ToLower(strings.TrimSpace(roleTarget(content)))
}
