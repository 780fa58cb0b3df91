package peps

import "strings"

// authors are the names in an Author header, without addresses. Over the years
// it was written "Name <address>", "address (Name)" and "Name", separated by
// commas or by line breaks alone.
func authors(h header) []string {
	names := []string{}
	for _, part := range splitAuthors(h) {
		if n := len(names); isSuffix(part) && n > 0 && !strings.Contains(names[n-1], ",") {
			names[n-1] += ", " + authorName(part)
		} else if name := authorName(part); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// splitAuthors splits at commas outside brackets, and at a line break after a
// closing bracket.
func splitAuthors(h header) (parts []string) {
	var b strings.Builder
	depth := 0
	end := func() {
		if part := strings.TrimSpace(b.String()); part != "" {
			parts = append(parts, part)
		}
		b.Reset()
		depth = 0
	}
	for _, l := range h.lines {
		for _, r := range l.text {
			switch r {
			case '<', '(':
				depth++
			case '>', ')':
				depth--
			}
			if r == ',' && depth <= 0 {
				end()
				continue
			}
			b.WriteRune(r)
		}
		if strings.HasSuffix(l.text, ">") || strings.HasSuffix(l.text, ")") {
			end()
		}
		b.WriteByte(' ')
	}
	end()
	return parts
}

// isSuffix reports whether a part goes with the name before its comma.
func isSuffix(part string) bool {
	first, _, _ := strings.Cut(part, " ")
	switch first {
	case "Jr.", "Jr", "Sr.", "Sr", "II", "III", "Ph.D.":
		return true
	}
	return false
}

// authorName is the name in one part.
func authorName(part string) string {
	part = strings.Join(strings.Fields(part), " ")
	if name, address, found := strings.Cut(part, "<"); found {
		if name = strings.TrimSpace(name); name != "" {
			return name
		}
		address, _, _ = strings.Cut(address, ">")
		return strings.TrimSpace(address)
	}
	address, name, found := strings.Cut(part, "(")
	if found && (strings.Contains(address, "@") || strings.Contains(address, " at ")) {
		return strings.TrimSpace(strings.TrimSuffix(name, ")"))
	}
	return part
}
