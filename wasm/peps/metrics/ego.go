package metrics

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
)

// A Direction says along which edges to go.
type Direction uint8

// The directions.
const (
	Either   Direction = iota // as if edges had none
	Outgoing                  // from the node that mentions to the one mentioned
	Incoming                  // the other way round
)

func (g *Graph) along(d Direction) (*adjacency, error) {
	switch d {
	case Either:
		return &g.both, nil
	case Outgoing:
		return &g.out, nil
	case Incoming:
		return &g.in, nil
	}
	return nil, errors.New("a direction of " + strconv.Itoa(int(d)) + " does not exist")
}

// A Neighbour is a node at a number of edges from another.
type Neighbour struct{ Node, Depth int }

// Ego is the surroundings of a node: itself and all that are at most depth
// edges away in a direction, the nearest first, then by number. A negative
// depth sets no limit.
func Ego(g *Graph, node, depth int, d Direction) ([]Neighbour, error) {
	if err := g.know(node); err != nil {
		return nil, err
	}
	along, err := g.along(d)
	if err != nil {
		return nil, err
	}
	w := newWalk(g.Len())
	w.from(node, depth, along)
	list := make([]Neighbour, len(w.order))
	for i, near := range w.order {
		list[i] = Neighbour{near, w.depth[near]}
	}
	slices.SortFunc(list, func(a, b Neighbour) int {
		return cmp.Or(cmp.Compare(a.Depth, b.Depth), cmp.Compare(a.Node, b.Node))
	})
	return list, nil
}

func (g *Graph) know(nodes ...int) error {
	for _, node := range nodes {
		if node < 0 || node >= g.Len() {
			return errors.New("node " + strconv.Itoa(node) + " is unknown: there are " + strconv.Itoa(g.Len()))
		}
	}
	return nil
}
