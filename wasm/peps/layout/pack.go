package layout

import (
	"math"
	"slices"
)

// A Box bounds nodes with their radii.
type Box struct {
	Left   float64 `json:"left"`
	Bottom float64 `json:"bottom"`
	Right  float64 `json:"right"`
	Top    float64 `json:"top"`
}

func (b Box) width() float64  { return b.Right - b.Left }
func (b Box) height() float64 { return b.Top - b.Bottom }

func bounds(at []Place, radius []float64) Box {
	b := Box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for i, p := range at {
		b.Left, b.Right = min(b.Left, p.X-radius[i]), max(b.Right, p.X+radius[i])
		b.Bottom, b.Top = min(b.Bottom, p.Y-radius[i]), max(b.Top, p.Y+radius[i])
	}
	return b
}

// pack puts the boxes of components into rows, the tallest first, each row
// below the one before and centred, and moves their nodes there. space is
// left between boxes. It returns the box of everything.
func pack(parts []*component, space float64) Box {
	slices.SortStableFunc(parts, func(a, b *component) int {
		switch {
		case a.box.height() > b.box.height():
			return -1
		case a.box.height() < b.box.height():
			return 1
		}
		return 0
	})
	limit := rowWidth(parts)
	all := Box{}
	for len(parts) > 0 {
		n, width := takeRow(parts, limit, space)
		top := all.Bottom
		if all.height() > 0 {
			top -= space
		}
		left := -width / 2
		for _, c := range parts[:n] {
			c.moveTo(left, top-(parts[0].box.height()-c.box.height())/2)
			left += c.box.width() + space
		}
		all.Left, all.Right = min(all.Left, -width/2), max(all.Right, width/2)
		all.Bottom = top - parts[0].box.height()
		parts = parts[n:]
	}
	return all
}

// rowWidth is what a row may hold: the widest part, or the side of a square
// of all of them.
func rowWidth(parts []*component) float64 {
	widest, area := 0.0, 0.0
	for _, c := range parts {
		widest = max(widest, c.box.width())
		area += mul(c.box.width(), c.box.height())
	}
	return max(widest, 1.3*math.Sqrt(area))
}

// lost is how many times taller a row's first part may be than its others.
const lost = 5

// takeRow counts the parts for the next row and sums their width. What would
// look lost beside the row's first part waits for a row of its like.
func takeRow(parts []*component, limit, space float64) (n int, width float64) {
	width = parts[0].box.width()
	for n = 1; n < len(parts); n++ {
		next := width + space + parts[n].box.width()
		if next > limit || lost*parts[n].box.height() < parts[0].box.height() {
			break
		}
		width = next
	}
	return n, width
}

// moveTo puts the upper left corner of a part's box to a place.
func (c *component) moveTo(left, top float64) {
	dx, dy := left-c.box.Left, top-c.box.Top
	for i := range c.at {
		c.at[i].X += dx
		c.at[i].Y += dy
	}
	c.box = Box{c.box.Left + dx, c.box.Bottom + dy, c.box.Right + dx, c.box.Top + dy}
}

// tray lines the isolated nodes up below everything, in the order of their
// numbers, and returns their box.
func tray(at []Place, isolated []int, radius []float64, above Box, space float64) Box {
	step := 0.0
	for _, i := range isolated {
		step = max(step, 5*radius[i])
	}
	side := math.Ceil(math.Sqrt(3 * float64(len(isolated)))) // alone: three times as wide as high
	columns := max(int(above.width()/step), int(side), 1)
	rows := (len(isolated) + columns - 1) / columns
	columns = (len(isolated) + rows - 1) / rows // even rows
	left, top := -mul(float64(columns), step)/2, above.Bottom-space
	if above.height() == 0 {
		top = 0
	}
	for k, i := range isolated {
		at[i] = Place{
			X: left + mul(step, float64(k%columns)+0.5),
			Y: top - mul(step, float64(k/columns)+0.5),
		}
	}
	return Box{left, top - mul(step, float64(rows)), -left, top}
}
