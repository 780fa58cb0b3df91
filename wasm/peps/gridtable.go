package peps

import "strings"

// isGridTop reports whether text is the top border of a grid table.
func isGridTop(text string) bool {
	return len(text) > 3 && text[0] == '+' && text[1] == '-' && text[len(text)-1] == '+' &&
		strings.Trim(text, "+-") == "" && text[len(text)-2] == '-'
}

// gridTable reads a grid table. One that is malformed is read line by line.
func (p *blockParser) gridTable(lines []line, i int) int {
	end := i
	for end < len(lines) && !lines[end].blank() && (lines[end].text[0] == '+' || lines[end].text[0] == '|') {
		end++
	}
	p.table++
	defer func() { p.table-- }()
	g, ok := newGrid(lines[i:end])
	if !ok || !g.read(p) {
		p.each(lines[i:end], inBody)
	}
	return end
}

// A grid is the characters of a grid table, all lines of one width.
type grid struct {
	lines []line
	cells [][]rune
	steps int // taken in looking for cells, to give up on a hostile table
}

// rectangle is a cell with its border.
type rectangle struct{ top, left, bottom, right int }

func newGrid(lines []line) (*grid, bool) {
	g := &grid{lines: lines}
	for _, l := range lines {
		var row []rune
		for _, r := range l.text {
			switch runeWidth(r) {
			case 2:
				row = append(row, r, 0)
			case 1:
				row = append(row, r)
			}
		}
		if len(g.cells) > 0 && len(row) != len(g.cells[0]) {
			return nil, false
		}
		g.cells = append(g.cells, row)
	}
	return g, len(lines) > 2
}

// read finds every cell from its upper left corner on and reads it; the corners
// of a cell on the right and below are where the next ones start. It gives
// nothing out unless the cells fill the table.
func (g *grid) read(p *blockParser) bool {
	height, width := len(g.cells), len(g.cells[0])
	done := make([]int, width) // how far down each column is covered
	var found []rectangle
	for top := 0; top < height-1; top++ {
		for left := 0; left < width-1; left++ {
			if done[left] != top || g.cells[top][left] != '+' {
				continue
			}
			r, ok := g.scan(top, left)
			if !ok {
				continue
			}
			for c := r.left; c < r.right; c++ {
				done[c] = r.bottom
			}
			found = append(found, r)
		}
	}
	for _, d := range done[:width-1] {
		if d != height-1 {
			return false
		}
	}
	for _, r := range found {
		g.cell(p, r)
	}
	return true
}

// scan looks for the cell whose upper left corner is given: along its top, then
// down, back to the left, and up.
func (g *grid) scan(top, left int) (rectangle, bool) {
	for right := left + 1; right < len(g.cells[0]) && g.horizontal(top, right); right++ {
		if g.cells[top][right] != '+' {
			continue
		}
		for bottom := top + 1; bottom < len(g.cells) && g.vertical(bottom, right); bottom++ {
			r := rectangle{top, left, bottom, right}
			if g.cells[bottom][right] == '+' && g.closed(r) {
				return r, true
			}
		}
	}
	return rectangle{}, false
}

func (g *grid) horizontal(y, x int) bool {
	c := g.cells[y][x]
	return (c == '-' || c == '=' || c == '+') && g.mayGoOn()
}

func (g *grid) vertical(y, x int) bool {
	c := g.cells[y][x]
	return (c == '|' || c == '+') && g.mayGoOn()
}

// mayGoOn counts a step. Every border of a real table is walked a few times.
func (g *grid) mayGoOn() bool {
	g.steps++
	return g.steps < 64*len(g.cells)*len(g.cells[0])
}

// closed reports whether the lower and left borders of a rectangle are there.
func (g *grid) closed(r rectangle) bool {
	if g.cells[r.bottom][r.left] != '+' {
		return false
	}
	for x := r.right; x > r.left; x-- {
		if !g.horizontal(r.bottom, x) {
			return false
		}
	}
	for y := r.bottom; y > r.top; y-- {
		if !g.vertical(y, r.left) {
			return false
		}
	}
	return true
}

// cell reads the block within a rectangle.
func (g *grid) cell(p *blockParser, r rectangle) {
	var block []line
	for y := r.top + 1; y < r.bottom; y++ {
		text := strings.ReplaceAll(string(g.cells[y][r.left+1:r.right]), "\x00", "")
		block = append(block, line{g.lines[y].number, strings.TrimRight(text, " ")})
	}
	if block = dedented(block); len(block) > 0 {
		p.marker = block[0].number
		p.body(block, false)
	}
}
