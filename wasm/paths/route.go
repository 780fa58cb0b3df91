package paths

import (
	"math"
	"slices"
)

// Route finishes the search and gives its result.
func (s *Search) Route() Route {
	for _, more := s.step(); more; _, more = s.step() {
	}
	if !s.settled[s.to] {
		return Route{Cost: math.Inf(1)}
	}
	r := Route{Cost: s.best[s.to].Cost}
	for node := s.to; node >= 0; node = s.best[node].Via {
		r.Nodes = append(r.Nodes, node)
	}
	slices.Reverse(r.Nodes)
	return r
}

// A Route leads from a node to another.
type Route struct {
	Nodes []int   // from the first to the last, both named; nil when there is no way
	Cost  float64 // the weights of its arcs added up, +Inf when there is no way
}
