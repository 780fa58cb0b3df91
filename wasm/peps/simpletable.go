package peps

import "strings"

// A span is the columns from..to of a table, to excluded.
type span struct{ from, to int }

// isSimpleTop reports whether text is the top border of a simple table: at
// least two runs of "=".
func isSimpleTop(text string) bool {
	return text[0] == '=' && isBorder(text, '=') && strings.Contains(text, " ")
}

// isBorder reports whether text is made of c and blanks and starts with c.
func isBorder(text string, c byte) bool {
	return text != "" && text[0] == c && strings.Trim(text, string(c)+" ") == ""
}

// maxColumns bounds the columns of a table, which are cut out of each line one
// by one.
const maxColumns = 200

// simpleTable reads a simple table. One that is malformed is read line by line.
func (p *blockParser) simpleTable(lines []line, i int) int {
	end := simpleTableEnd(lines, i)
	spans := columnSpans(lines[i].text)
	if end < 0 || len(spans) > maxColumns {
		return p.text(lines, i, false)
	}
	p.table++
	defer func() { p.table-- }()
	start := i + 1
	filled := false // the row that starts at start has text in its first column
	for n := i + 1; n < end; n++ {
		text := lines[n].text
		switch {
		case isBorder(text, '=') || isBorder(text, '-'):
			p.row(lines[start:n], columnSpans(text), spans)
			start, filled = n+1, false
		case strings.TrimSpace(column(text, spans[0].from, spans[0].to)) != "":
			if filled {
				p.row(lines[start:n], spans, spans)
			}
			start, filled = n, true
		case !filled:
			start = n + 1
		}
	}
	return end
}

// simpleTableEnd is the line after the bottom border, -1 when there is none of
// the same width. The bottom is the second border after the top, or the first
// when a blank line or the end follows it.
func simpleTableEnd(lines []line, i int) int {
	found := 0
	for n := i + 1; n < len(lines); n++ {
		if !isBorder(lines[n].text, '=') {
			continue
		}
		if len(lines[n].text) != len(lines[i].text) {
			return -1
		}
		found++
		if found == 2 || n+1 == len(lines) || lines[n+1].blank() {
			return n + 1
		}
	}
	return -1
}

// columnSpans are the columns that a border marks.
func columnSpans(border string) []span {
	var spans []span
	for n := 0; n < len(border); n++ {
		if border[n] == ' ' {
			continue
		}
		start := n
		for n < len(border) && border[n] != ' ' {
			n++
		}
		spans = append(spans, span{start, n})
	}
	return spans
}

// row reads one row cell by cell. The last cell goes on to the end of the line;
// an underline below the row may join columns of the table.
func (p *blockParser) row(lines []line, cells, table []span) {
	if len(lines) == 0 {
		return
	}
	if len(cells) == 0 || cells[0].from != table[0].from {
		p.each(lines, inBody)
		return
	}
	if !clean(lines, cells) {
		p.each(lines, inBody)
		return
	}
	for n, c := range cells {
		if n == len(cells)-1 {
			c.to = -1
		}
		p.cell(lines, c)
	}
}

// clean reports whether the gaps between the columns are blank.
func clean(lines []line, cells []span) bool {
	for _, l := range lines {
		for n := 1; n < len(cells); n++ {
			if strings.TrimSpace(column(l.text, cells[n-1].to, cells[n].from)) != "" {
				return false
			}
		}
	}
	return true
}

// cell reads the block in one cell.
func (p *blockParser) cell(lines []line, c span) {
	block := make([]line, 0, len(lines))
	for _, l := range lines {
		text := strings.TrimRight(column(l.text, c.from, c.to), " ")
		block = append(block, line{l.number, text})
	}
	block = dedented(block)
	if len(block) > 0 {
		p.marker = block[0].number
		p.body(block, false)
	}
}

// dedented drops blank lines at both ends and the common indentation.
func dedented(block []line) []line {
	block = block[skipBlank(block, 0):]
	least := -1
	for _, l := range block {
		if n := l.indentation(); !l.blank() && (least < 0 || n < least) {
			least = n
		}
	}
	return cutAll(block, max(least, 0))
}
