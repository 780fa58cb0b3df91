package layout

// A quadtree sums up far bodies as one (Barnes and Hut, 1986). It is grown
// from its root and then laid flat in the order of a walk through it, each
// cell with the place where the walk goes on when it need not look inside.
// The slices are used again in every round.
type quadtree struct {
	cells []cell
	flat  []flatCell
}

// A cell of the growing tree. x and y sum up place times mass.
type cell struct {
	x, y, mass float64
	child      int32 // index of the first of four children, 0: none
	body       int32 // the one body inside, -1: none or several
}

// A flatCell of the finished tree.
type flatCell struct {
	x, y, mass float64 // centre of mass
	near       float64 // squared distance below which the walk looks inside
	skip       int32   // index of the next cell that is not inside this one
}

const (
	// openRatio is Barnes and Hut's theta: a cell seen under a smaller angle
	// counts as one body.
	openRatio = 1.1
	// deepest bounds the tree where bodies stand on one another.
	deepest = 40
	// nearest bounds the force between bodies on one place, as a squared
	// distance.
	nearest = 0.01
)

// build makes the tree of all bodies.
func (t *quadtree) build(at []Place, mass []float64) {
	low, side := square(at)
	t.cells = append(t.cells[:0], cell{body: -1})
	for i := range at {
		t.insert(int32(i), at, mass, low, side)
	}
	t.flat = t.flat[:0]
	t.flatten(0, mul(side, side)/(openRatio*openRatio))
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

// insert lets a body sink from the root to a leaf of its own.
func (t *quadtree) insert(body int32, at []Place, mass []float64, low Place, side float64) {
	p, m := at[body], mass[body]
	k := int32(0)
	for depth := 0; ; depth++ {
		c := &t.cells[k]
		if c.child == 0 {
			if c.mass == 0 {
				c.body = body
				c.add(p, m)
				return
			}
			if depth == deepest {
				c.body = -1
				c.add(p, m)
				return
			}
			t.split(k, at, mass, low, side/2)
			c = &t.cells[k]
		}
		c.add(p, m)
		side /= 2
		k = c.child + quadrant(p, &low, side)
	}
}

// split gives a leaf four children, of side half, and moves its body into one
// of them.
func (t *quadtree) split(k int32, at []Place, mass []float64, low Place, half float64) {
	first := int32(len(t.cells))
	empty := cell{body: -1}
	t.cells = append(t.cells, empty, empty, empty, empty)
	c := &t.cells[k]
	c.child = first
	q := first + quadrant(at[c.body], &low, half)
	t.cells[q].body = c.body
	t.cells[q].add(at[c.body], mass[c.body])
	c.body = -1
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

// flatten lays cell k and what is inside it flat; near is its side, squared,
// over the opening angle, squared.
func (t *quadtree) flatten(k int32, near float64) {
	c := t.cells[k]
	if c.mass == 0 {
		return
	}
	i := len(t.flat)
	t.flat = append(t.flat, flatCell{x: c.x / c.mass, y: c.y / c.mass, mass: c.mass})
	if c.child != 0 {
		t.flat[i].near = near
		for q := range int32(4) {
			t.flatten(c.child+q, near/4)
		}
	}
	t.flat[i].skip = int32(len(t.flat))
}

// push is the repulsion at p: every body pushes with its mass over the
// distance. A body at p itself has no direction to push in.
func (t *quadtree) push(p Place) (fx, fy float64) {
	flat := t.flat
	for i := 0; i < len(flat); {
		c := &flat[i]
		dx, dy := p.X-c.x, p.Y-c.y
		d2 := mul(dx, dx) + mul(dy, dy)
		if d2 < c.near {
			i++
			continue
		}
		if d2 < nearest { // not max: for floats that is a call in WebAssembly
			d2 = nearest
		}
		f := c.mass / d2
		fx += mul(dx, f)
		fy += mul(dy, f)
		i = int(c.skip)
	}
	return fx, fy
}
