package layout

import "math"

const (
	gap           = 0.8 // left free between two nodes, in mean radii
	separateRound = 60  // rounds at most; far fewer where there is room
)

// separate moves nodes apart until no two touch, each as little as its size
// asks: the smaller one gives way. Where nodes are so many or so large that
// they cannot all stand free it ends after a fixed number of rounds.
func separate(at []Place, radius []float64) {
	for range separateRound {
		if !newGrid(at, radius).part() {
			return
		}
	}
}

// A grid finds the nodes about a place.
type grid struct {
	at     []Place
	radius []float64
	low    Place
	cell   float64
	width  int
	height int
	first  []int32 // index in order of each cell's first node
	order  []int32 // nodes by cell
}

func newGrid(at []Place, radius []float64) *grid {
	low, side := square(at)
	mean := meanRadius(radius)
	g := &grid{at: at, radius: radius, low: low, cell: max(mul(4, mean), side/512)}
	g.width = int(side/g.cell) + 1
	g.height = g.width
	g.sort()
	return g
}

// sort fills the cells by counting: first the sizes, then the places.
func (g *grid) sort() {
	g.first = make([]int32, g.width*g.height+1)
	for i := range g.at {
		g.first[g.cellOf(i)+1]++
	}
	for c := 1; c < len(g.first); c++ {
		g.first[c] += g.first[c-1]
	}
	next := append([]int32(nil), g.first...)
	g.order = make([]int32, len(g.at))
	for i := range g.at {
		c := g.cellOf(i)
		g.order[next[c]] = int32(i)
		next[c]++
	}
}

func (g *grid) cellOf(i int) int {
	column, row := g.column(g.at[i].X), g.row(g.at[i].Y)
	return row*g.width + column
}

func (g *grid) column(x float64) int { return min(max(int((x-g.low.X)/g.cell), 0), g.width-1) }
func (g *grid) row(y float64) int    { return min(max(int((y-g.low.Y)/g.cell), 0), g.height-1) }

// part moves every pair apart that stands too close and tells whether there
// was one. The larger node of a pair looks for the smaller: few look far.
func (g *grid) part() bool {
	moved := false
	free := mul(gap, meanRadius(g.radius))
	for i := range g.at {
		reach := mul(2, g.radius[i]) + free + g.cell // nodes may have left their cells in this round
		p := g.at[i]
		for row := g.row(p.Y - reach); row <= g.row(p.Y+reach); row++ {
			from, to := g.column(p.X-reach), g.column(p.X+reach)
			for _, j := range g.order[g.first[row*g.width+from]:g.first[row*g.width+to+1]] {
				if g.smaller(int(j), i) && g.partPair(i, int(j), free) {
					moved = true
				}
			}
		}
	}
	return moved
}

func (g *grid) smaller(j, i int) bool {
	return g.radius[j] < g.radius[i] || g.radius[j] == g.radius[i] && j < i
}

// partPair moves i and j apart if they stand closer than their radii and free.
func (g *grid) partPair(i, j int, free float64) bool {
	dx, dy := g.at[i].X-g.at[j].X, g.at[i].Y-g.at[j].Y
	want := g.radius[i] + g.radius[j] + free
	d2 := mul(dx, dx) + mul(dy, dy)
	if d2 >= mul(want, want) {
		return false
	}
	d := math.Sqrt(d2)
	if d == 0 { // on one place: part them by their numbers
		dx, dy, d = 1, float64(i-j), math.Sqrt(1+mul(float64(i-j), float64(i-j)))
	}
	area := mul(g.radius[i], g.radius[i])
	share := area / (area + mul(g.radius[j], g.radius[j])) // of the way, for the smaller
	way := (mul(want, 1.0001) - d) / d
	g.at[j].X -= mul(mul(dx, way), share)
	g.at[j].Y -= mul(mul(dy, way), share)
	g.at[i].X += mul(mul(dx, way), 1-share)
	g.at[i].Y += mul(mul(dy, way), 1-share)
	return true
}

func meanRadius(radius []float64) float64 {
	sum := 0.0
	for _, r := range radius {
		sum += r
	}
	return sum / float64(len(radius))
}
