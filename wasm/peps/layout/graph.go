// Package layout gives the nodes of a graph places on the plane. The same
// graph, options and seed give the same places to the last bit, natively and
// as WebAssembly: only +, -, *, / and square roots are used, and every product
// that enters a sum is rounded by itself (see mul).
package layout

import (
	"errors"
	"fmt"
)

// A Graph is what a layout sees: nodes are 0 to Nodes-1.
type Graph struct {
	Nodes int    `json:"nodes"`
	Edges []Edge `json:"edges"`
	// Radii are the nodes' sizes in the unit of the places; nil means 1 each.
	Radii []float64 `json:"radii"`
}

// An Edge joins two nodes. Direction means nothing to a layout, an edge from
// a node to itself is ignored, parallel edges pull as often as they stand.
type Edge [2]int

// A Place is where a node's centre stands; y grows upwards.
type Place struct {
	X float64 `json:"x"`
	Y float64 `json:"y"`
}

// MaxNodes and MaxEdges bound what a layout accepts.
const (
	MaxNodes = 200_000
	MaxEdges = 2_000_000
)

func (g Graph) check() error {
	if g.Nodes < 0 || g.Nodes > MaxNodes {
		return fmt.Errorf("a graph of %d nodes cannot be laid out, the limit is %d", g.Nodes, MaxNodes)
	}
	if len(g.Edges) > MaxEdges {
		return fmt.Errorf("a graph of %d edges cannot be laid out, the limit is %d", len(g.Edges), MaxEdges)
	}
	for i, e := range g.Edges {
		if e[0] < 0 || e[0] >= g.Nodes || e[1] < 0 || e[1] >= g.Nodes {
			return fmt.Errorf("edge %d joins %d and %d, but nodes are 0 to %d", i, e[0], e[1], g.Nodes-1)
		}
	}
	if g.Radii == nil {
		return nil
	}
	return g.checkRadii()
}

func (g Graph) checkRadii() error {
	if len(g.Radii) != g.Nodes {
		return fmt.Errorf("%d radii for %d nodes", len(g.Radii), g.Nodes)
	}
	for _, r := range g.Radii {
		if !(r > 0 && r <= maxRadius) {
			return errors.New("a radius must be more than 0 and at most 1000")
		}
	}
	return nil
}

const maxRadius = 1000

// radii gives every node's radius.
func (g Graph) radii() []float64 {
	if g.Radii != nil {
		return g.Radii
	}
	all := make([]float64, g.Nodes)
	for i := range all {
		all[i] = 1
	}
	return all
}

// mul multiplies and rounds. Without the conversion a compiler may fuse the
// product with a following sum on one machine and not on another.
func mul(x, y float64) float64 { return float64(x * y) }
