package paths

import "cmp"

// fewest ranks two ways to one node by arcs alone.
func fewest(a, b Entry) int {
	return cmp.Or(cmp.Compare(a.Arcs, b.Arcs), cmp.Compare(a.Via, b.Via))
}

// cheapest ranks two ways to one node by cost.
func cheapest(a, b Entry) int {
	return cmp.Or(cmp.Compare(a.Cost, b.Cost), fewest(a, b))
}

// breadth ranks nodes of the frontier by their distance in arcs.
func breadth(a, b Entry) int { return cmp.Compare(a.Arcs, b.Arcs) }

// promise ranks nodes of the frontier: the cheapest whole route first, of equal
// ones the one that is nearer to its end. That arcs count too keeps the ways
// free of circles where arcs cost nothing.
func promise(a, b Entry) int {
	return cmp.Or(cmp.Compare(a.Cost+a.Estimate, b.Cost+b.Estimate), cmp.Compare(a.Estimate, b.Estimate),
		cmp.Compare(a.Arcs, b.Arcs), cmp.Compare(a.Node, b.Node))
}
