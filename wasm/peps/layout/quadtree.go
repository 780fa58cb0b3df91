package layout

// A quadtree sums up far bodies as one (Barnes and Hut, 1986). It is kept in
// slices that are used again in every round.
type quadtree struct {
	cells []cell
	stack []visit
}

type cell struct {
	x, y, mass float64 // centre of mass, multiplied by mass until it is divided
	child      int32   // index of the first of four children, 0: none
	body       int32   // the one body inside, -1: none or several
}

type visit struct {
	cell int32
	side float64
}

// openRatio is Barnes and Hut's theta: a cell seen under a smaller angle
// counts as one body.
const openRatio = 1.1

// deepest bounds the tree where bodies stand on one another.
const deepest = 40

// build makes the tree of all bodies and returns the side of its square.
func (t *quadtree) build(at []Place, mass []float64) float64 {
	low, side := square(at)
	t.cells = append(t.cells[:0], cell{body: -1})
	for i := range at {
		t.insert(int32(i), at, mass, low, side)
	}
	for i := range t.cells {
		if c := &t.cells[i]; c.mass > 0 {
			c.x /= c.mass
			c.y /= c.mass
		}
	}
	return side
}

// square bounds all places: its lower left corner and its side.
func square(at []Place) (low Place, side float64) {
	low, high := at[0], at[0]
	for _, p := range at[1:] {
		low.X, low.Y = min(low.X, p.X), min(low.Y, p.Y)
		high.X, high.Y = max(high.X, p.X), max(high.Y, p.Y)
	}
	return low, max(high.X-low.X, high.Y-low.Y)
}

func (t *quadtree) insert(body int32, at []Place, mass []float64, low Place, side float64) {
	k := int32(0)
	for depth := 0; ; depth++ {
		c := &t.cells[k]
		leaf := c.child == 0
		if leaf && c.mass == 0 {
			c.body = body
			c.add(at[body], mass[body])
			return
		}
		if leaf {
			if depth == deepest {
				c.body = -1
				c.add(at[body], mass[body])
				return
			}
			t.split(k, at, mass, low, side)
			c = &t.cells[k]
		}
		c.add(at[body], mass[body])
		side /= 2
		q := quadrant(at[body], &low, side)
		k = c.child + q
	}
}

// split gives a leaf four children and moves its body into one of them.
func (t *quadtree) split(k int32, at []Place, mass []float64, low Place, side float64) {
	first := int32(len(t.cells))
	empty := cell{body: -1}
	t.cells = append(t.cells, empty, empty, empty, empty)
	c := &t.cells[k]
	c.child = first
	if c.body >= 0 {
		q := quadrant(at[c.body], &low, side/2)
		t.cells[first+q].body = c.body
		t.cells[first+q].add(at[c.body], mass[c.body])
		c.body = -1
	}
}

// quadrant tells which quarter of a square holds p and moves low to its
// corner; half is the quarter's side.
func quadrant(p Place, low *Place, half float64) int32 {
	q := int32(0)
	if p.X >= low.X+half {
		low.X += half
		q = 1
	}
	if p.Y >= low.Y+half {
		low.Y += half
		q |= 2
	}
	return q
}

func (c *cell) add(p Place, mass float64) {
	c.x += mul(p.X, mass)
	c.y += mul(p.Y, mass)
	c.mass += mass
}

// push is the repulsion on body i at p: every other body pushes with its mass
// over the distance. The caller multiplies by the body's own mass.
func (t *quadtree) push(i int32, p Place, side float64) (fx, fy float64) {
	t.stack = append(t.stack[:0], visit{0, side})
	for len(t.stack) > 0 {
		v := t.stack[len(t.stack)-1]
		t.stack = t.stack[:len(t.stack)-1]
		c := &t.cells[v.cell]
		if c.mass == 0 || c.body == i {
			continue
		}
		dx, dy := p.X-c.x, p.Y-c.y
		d2 := mul(dx, dx) + mul(dy, dy)
		if c.child != 0 && mul(v.side, v.side) > mul(openRatio*openRatio, d2) {
			half := v.side / 2
			t.stack = append(t.stack, visit{c.child, half}, visit{c.child + 1, half}, visit{c.child + 2, half}, visit{c.child + 3, half})
			continue
		}
		f := c.mass / max(d2, nearest)
		fx += mul(dx, f)
		fy += mul(dy, f)
	}
	return fx, fy
}

// nearest bounds the force between bodies on one place, as a squared distance.
const nearest = 0.01
