// Package paths finds shortest paths in small weighted directed graphs, whole
// or one step at a time: breadth first, Dijkstra's way, and A* (Hart, Nilsson
// and Raphael, 1968).
//
//	search, err := paths.AStar(g, classroom, canteen, nil)
//	for step := range search.Steps() {
//		draw(step.Settled, search.Frontier())
//	}
//	route := search.Route()
//
// Every search is repeatable to the last bit, natively and as WebAssembly, and
// does not depend on the order in which arcs were added: equal costs are
// ordered by fewer arcs, then by the smaller number of the node.
package paths
