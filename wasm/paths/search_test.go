package paths

import (
	"math"
	"slices"
	"testing"
)

type link struct {
	from, to int
	weight   float64
}

func build(t testing.TB, nodes int, links ...link) *Graph {
	t.Helper()
	g := New(nodes)
	for _, l := range links {
		if err := g.Connect(l.from, l.to, l.weight); err != nil {
			t.Fatal(err)
		}
	}
	return g
}

func route(t testing.TB) func(*Search, error) Route {
	return func(s *Search, err error) Route {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return s.Route()
	}
}

func TestFewestArcsIsNotTheCheapest(t *testing.T) {
	g := build(t, 4, link{0, 3, 10}, link{0, 1, 1}, link{1, 2, 1}, link{2, 3, 1})
	if r := route(t)(BFS(g, 0, 3)); !slices.Equal(r.Nodes, []int{0, 3}) || r.Cost != 10 {
		t.Errorf("BFS found %v", r)
	}
	if r := route(t)(Dijkstra(g, 0, 3)); !slices.Equal(r.Nodes, []int{0, 1, 2, 3}) || r.Cost != 3 {
		t.Errorf("Dijkstra found %v", r)
	}
}

func TestNoWayAndNoStep(t *testing.T) {
	g := build(t, 3, link{1, 0, 1})
	for _, search := range []func(*Graph, int, int) (*Search, error){BFS, Dijkstra, zeroStar} {
		if r := route(t)(search(g, 0, 1)); r.Nodes != nil || !math.IsInf(r.Cost, 1) {
			t.Errorf("found %v against the arrow", r)
		}
		if r := route(t)(search(g, 2, 2)); !slices.Equal(r.Nodes, []int{2}) || r.Cost != 0 {
			t.Errorf("from a node to itself: %v", r)
		}
	}
}

func zeroStar(g *Graph, from, to int) (*Search, error) {
	return AStar(g, from, to, func(int) float64 { return 0 })
}

func TestEqualCostsTakeFewerArcsThenSmallerNumbers(t *testing.T) {
	links := []link{{0, 1, 1}, {1, 5, 3}, {0, 2, 2}, {2, 5, 2}, {0, 3, 1}, {3, 4, 1}, {4, 5, 2}, {5, 0, 0}, {1, 0, 0}}
	for range 2 {
		g := build(t, 6, links...)
		if r := route(t)(Dijkstra(g, 0, 5)); !slices.Equal(r.Nodes, []int{0, 1, 5}) || r.Cost != 4 {
			t.Errorf("Dijkstra found %v", r)
		}
		if r := route(t)(BFS(g, 0, 5)); !slices.Equal(r.Nodes, []int{0, 1, 5}) || r.Cost != 4 {
			t.Errorf("BFS found %v", r)
		}
		slices.Reverse(links)
	}
}

func TestParallelArcsAndArcsThatCostNothing(t *testing.T) {
	g := build(t, 4, link{0, 1, 9}, link{0, 1, 2}, link{1, 2, 0}, link{2, 1, 0}, link{2, 3, 0}, link{1, 1, 0})
	for _, search := range []func(*Graph, int, int) (*Search, error){BFS, Dijkstra, zeroStar} {
		if r := route(t)(search(g, 0, 3)); !slices.Equal(r.Nodes, []int{0, 1, 2, 3}) || r.Cost != 2 {
			t.Errorf("found %v", r)
		}
	}
}

func TestAStarOpensANodeAgain(t *testing.T) {
	// The estimate never exceeds the rest, but node 1 looks far away: node 3 is
	// settled by way of 2 first, and again when 1 turns out to be the better way.
	g := build(t, 5, link{0, 1, 1}, link{1, 3, 1}, link{0, 2, 2}, link{2, 3, 2}, link{3, 4, 10})
	estimate := []float64{0, 11, 0, 0, 0}
	s, err := AStar(g, 0, 4, func(node int) float64 { return estimate[node] })
	if r := route(t)(s, err); !slices.Equal(r.Nodes, []int{0, 1, 3, 4}) || r.Cost != 12 {
		t.Errorf("A* found %v", r)
	}
}

func TestABrokenOffLoopGoesOn(t *testing.T) {
	g := build(t, 4, link{0, 1, 1}, link{1, 2, 1}, link{2, 3, 1})
	s, err := Dijkstra(g, 0, 3)
	if err != nil {
		t.Fatal(err)
	}
	var settled []int
	for range 10 {
		for step := range s.Steps() {
			settled = append(settled, step.Settled.Node)
			break
		}
	}
	if !slices.Equal(settled, []int{0, 1, 2, 3}) {
		t.Errorf("settled %v", settled)
	}
	if r := s.Route(); r.Cost != 3 {
		t.Errorf("found %v", r)
	}
}
