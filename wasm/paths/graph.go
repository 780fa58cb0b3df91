package paths

import (
	"cmp"
	"errors"
	"math"
	"slices"
	"strconv"
)

// A Graph has nodes 0 to Len()-1 and weighted arcs between them.
type Graph struct {
	arcs   [][]Arc
	places []Point
	placed []bool
}

// An Arc leads from a node to another at a cost: seconds, metres, anything
// that adds up.
type Arc struct {
	To     int
	Weight float64
}

// A Point is where a node stands. The unit is the caller's.
type Point struct{ X, Y, Z float64 }

// New makes a graph of nodes without arcs. Less than no nodes are none.
func New(nodes int) *Graph {
	nodes = max(nodes, 0)
	return &Graph{arcs: make([][]Arc, nodes), places: make([]Point, nodes), placed: make([]bool, nodes)}
}

// Len is the number of nodes.
func (g *Graph) Len() int { return len(g.arcs) }

// Connect adds an arc in one direction. Parallel arcs may stand beside one
// another; the cheapest counts. A weight is finite and not negative: Dijkstra's
// search is wrong with any other.
func (g *Graph) Connect(from, to int, weight float64) error {
	if err := g.know(from, to); err != nil {
		return err
	}
	if !(weight >= 0) || math.IsInf(weight, 1) {
		return errors.New("the arc from " + strconv.Itoa(from) + " to " + strconv.Itoa(to) + " weighs " +
			strconv.FormatFloat(weight, 'g', -1, 64) + "; a weight is a finite number and not negative")
	}
	arc := Arc{to, weight}
	at, _ := slices.BinarySearchFunc(g.arcs[from], arc, byTarget)
	g.arcs[from] = slices.Insert(g.arcs[from], at, arc)
	return nil
}

func byTarget(a, b Arc) int {
	return cmp.Or(cmp.Compare(a.To, b.To), cmp.Compare(a.Weight, b.Weight))
}

// Disconnect removes every arc from one node to another, and no arc back. It
// is no error when there was none.
func (g *Graph) Disconnect(from, to int) error {
	if err := g.know(from, to); err != nil {
		return err
	}
	g.arcs[from] = slices.DeleteFunc(g.arcs[from], func(a Arc) bool { return a.To == to })
	return nil
}

// Place says where a node stands, for the estimates of A*.
func (g *Graph) Place(node int, at Point) error {
	if err := g.know(node); err != nil {
		return err
	}
	if sum := at.X + at.Y + at.Z; math.IsNaN(sum) || math.IsInf(sum, 0) {
		return errors.New("node " + strconv.Itoa(node) + " is placed at no finite point")
	}
	g.places[node], g.placed[node] = at, true
	return nil
}

// Arcs are the arcs that leave a node, by target, then weight. The caller must
// not change them. An unknown node has none.
func (g *Graph) Arcs(node int) []Arc {
	if g.know(node) != nil {
		return nil
	}
	return g.arcs[node]
}

func (g *Graph) know(nodes ...int) error {
	for _, node := range nodes {
		if node >= 0 && node < g.Len() {
			continue
		}
		known := "has no nodes"
		if g.Len() > 0 {
			known = "has the nodes 0 to " + strconv.Itoa(g.Len()-1)
		}
		return errors.New("node " + strconv.Itoa(node) + " is unknown: this graph " + known)
	}
	return nil
}
