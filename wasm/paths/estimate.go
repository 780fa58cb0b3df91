package paths

import (
	"errors"
	"math"
	"strconv"
)

// margin keeps a straight-line estimate below the true cost although its
// arithmetic rounds: A* then agrees with Dijkstra to the last bit.
const margin = 1 - 1e-9

// straight estimates the cost from every node to a target: the straight line
// to it, at the price of the cheapest arc per unit of length. No path can cost
// less, so the route that A* finds is a shortest one.
func (g *Graph) straight(to int) ([]float64, error) {
	for node, placed := range g.placed {
		if !placed {
			return nil, errors.New("node " + strconv.Itoa(node) +
				" has no place: A* without an estimate needs one for every node")
		}
	}
	price := g.cheapest() * margin
	estimate := make([]float64, g.Len())
	for node := range estimate {
		estimate[node] = float64(price * g.length(node, to))
	}
	return estimate, nil
}

// cheapest is the lowest cost of a unit of length over all arcs that have a
// length.
func (g *Graph) cheapest() float64 {
	price := math.Inf(1)
	for from, arcs := range g.arcs {
		for _, arc := range arcs {
			if length := g.length(from, arc.To); length > 0 {
				price = min(price, arc.Weight/length)
			}
		}
	}
	if math.IsInf(price, 1) {
		return 0
	}
	return price
}

// length is the distance between two nodes' places. Not math.Hypot, which is
// assembly on some machines and rounds differently there; the conversions keep
// a compiler from fusing a product with the sum.
func (g *Graph) length(a, b int) float64 {
	p, q := g.places[a], g.places[b]
	x, y, z := p.X-q.X, p.Y-q.Y, p.Z-q.Z
	return math.Sqrt(float64(x*x) + float64(y*y) + float64(z*z))
}

// each asks the caller's estimate for every node once, so that a bad one is an
// error at the start and not a wrong order in the middle.
func (g *Graph) each(estimate func(node int) float64) ([]float64, error) {
	all := make([]float64, g.Len())
	for node := range all {
		all[node] = estimate(node)
		if !(all[node] >= 0) {
			return nil, errors.New("the estimate for node " + strconv.Itoa(node) + " is " +
				strconv.FormatFloat(all[node], 'g', -1, 64) + "; an estimate is a number and not negative")
		}
	}
	return all, nil
}
