package peps

import "strings"

// indented takes the lines from i on up to the first that is neither blank nor
// indented, without their common indentation and trailing blank lines.
func indented(lines []line, i int) (block []line, next int) {
	next = i
	least := -1
	for next < len(lines) && (lines[next].blank() || lines[next].indented()) {
		if n := lines[next].indentation(); !lines[next].blank() && (least < 0 || n < least) {
			least = n
		}
		next++
	}
	return cutAll(lines[i:next], max(least, 0)), next
}

// known takes line i without its first n bytes, and the lines after it that are
// blank or indented by at least n, without that indentation.
func known(lines []line, i, n int) (block []line, next int) {
	next = i + 1
	for next < len(lines) && (lines[next].blank() || lines[next].indentation() >= n) {
		next++
	}
	return cutAll(lines[i:next], n), next
}

// firstKnown takes line i without its first n bytes, and the indented block
// after it without its own common indentation.
func firstKnown(lines []line, i, n int) (block []line, next int) {
	rest, next := indented(lines, i+1)
	first := lines[i].cut(n)
	first.text = strings.TrimLeft(first.text, " ")
	return append([]line{first}, rest...), next
}

// untilBlank is firstKnown for a construct that ends at a blank line.
func untilBlank(lines []line, i, n int) (block []line, next int) {
	end := i + 1
	for end < len(lines) && lines[end].indented() {
		end++
	}
	block, _ = firstKnown(lines[:end], i, n)
	return block, end
}

func cutAll(lines []line, n int) []line {
	for len(lines) > 0 && lines[len(lines)-1].blank() {
		lines = lines[:len(lines)-1]
	}
	if n == 0 {
		return lines
	}
	block := make([]line, len(lines))
	for i, l := range lines {
		block[i] = l.cut(n)
	}
	return block
}

// paragraphEnd is the first line from i on that is blank or indented, i itself
// apart.
func paragraphEnd(lines []line, i int) int {
	i++
	for i < len(lines) && !lines[i].blank() && !lines[i].indented() {
		i++
	}
	return i
}

// skipBlank is the first line from i on that is not blank.
func skipBlank(lines []line, i int) int {
	for i < len(lines) && lines[i].blank() {
		i++
	}
	return i
}
