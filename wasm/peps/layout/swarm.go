package layout

import (
	"math"
	"slices"
)

// swarm moves nodes up or down, each as little as it must, until no two touch
// and free is left between them: the largest first, as in a beeswarm plot.
func swarm(at []Place, radius []float64, free float64) {
	order := make([]int, len(at))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case radius[a] > radius[b]:
			return -1
		case radius[a] < radius[b]:
			return 1
		}
		return 0
	})
	s := newShelf(at, radius, free)
	for _, i := range order {
		s.put(i)
	}
}

// A shelf finds the nodes already put by their X.
type shelf struct {
	at      []Place
	radius  []float64
	free    float64
	left    float64
	cell    float64
	largest float64
	cells   [][]int
	blocked []interval
}

type interval struct{ low, high float64 }

func newShelf(at []Place, radius []float64, free float64) *shelf {
	box := bounds(at, radius)
	s := &shelf{at: at, radius: radius, free: free, left: box.Left, largest: slices.Max(radius)}
	s.cell = max(mul(4, meanRadius(radius)), box.width()/4096)
	s.cells = make([][]int, int(box.width()/s.cell)+1)
	return s
}

func (s *shelf) column(x float64) int {
	return min(max(int((x-s.left)/s.cell), 0), len(s.cells)-1)
}

// put moves a node to the free height nearest to its own.
func (s *shelf) put(i int) {
	s.block(i)
	slices.SortFunc(s.blocked, func(a, b interval) int {
		switch {
		case a.low < b.low:
			return -1
		case a.low > b.low:
			return 1
		}
		return 0
	})
	want := s.at[i].Y
	low, high := want, want // the nearest free heights below and above
	inside := false
	for k := 0; k < len(s.blocked); {
		span := s.blocked[k]
		for k++; k < len(s.blocked) && s.blocked[k].low < span.high; k++ {
			span.high = max(span.high, s.blocked[k].high)
		}
		if span.low < want && want < span.high {
			low, high, inside = span.low, span.high, true
			break
		}
	}
	if inside {
		s.at[i].Y = high
		if want-low < high-want {
			s.at[i].Y = low
		}
	}
	c := s.column(s.at[i].X)
	s.cells[c] = append(s.cells[c], i)
}

// block collects the heights at which a node would touch one already put.
func (s *shelf) block(i int) {
	s.blocked = s.blocked[:0]
	reach := s.radius[i] + s.largest + s.free
	for c := s.column(s.at[i].X - reach); c <= s.column(s.at[i].X+reach); c++ {
		for _, j := range s.cells[c] {
			apart := s.radius[i] + s.radius[j] + s.free
			dx := s.at[i].X - s.at[j].X
			if rest := mul(apart, apart) - mul(dx, dx); rest > 0 {
				half := math.Sqrt(rest)
				s.blocked = append(s.blocked, interval{s.at[j].Y - half, s.at[j].Y + half})
			}
		}
	}
}
