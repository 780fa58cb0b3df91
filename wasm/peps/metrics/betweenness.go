package metrics

// A Watch is told how far a long computation has come. It may be nil.
type Watch func(done, total int)

func (w Watch) step(done, total int) {
	if w != nil {
		w(done, total)
	}
}

// Betweenness is the number of pairs of other nodes whose shortest way leads
// through a node, shared out where several ways are equally short: undirected,
// each unordered pair once, not normalised. The method is that of Brandes
// (2001), in the time of nodes times edges.
func Betweenness(g *Graph, watch Watch) []float64 {
	n := g.Len()
	between, w := make([]float64, n), newWalk(n)
	ways, through := make([]float64, n), make([]float64, n)
	for source := range n {
		w.from(source, -1, &g.both)
		g.countWays(w, ways)
		g.shareOut(w, ways, through)
		for _, node := range w.order[1:] {
			between[node] += through[node]
		}
		watch.step(source+1, n)
	}
	scale(between, 2) // every pair was seen from both of its ends
	return between
}

// countWays counts the shortest ways from the source of a walk to every node.
func (g *Graph) countWays(w *walk, ways []float64) {
	ways[w.order[0]] = 1
	for _, node := range w.order[1:] {
		ways[node] = 0
		for _, before := range g.both.of(node) {
			if w.depth[before] == w.depth[node]-1 {
				ways[node] += ways[before]
			}
		}
	}
}

// shareOut goes back from the far end of a walk and hands to every node its
// share of the ways that lead through it.
func (g *Graph) shareOut(w *walk, ways, through []float64) {
	for _, node := range w.order {
		through[node] = 0
	}
	for i := len(w.order) - 1; i > 0; i-- {
		node := w.order[i]
		share := (1 + through[node]) / ways[node]
		for _, before := range g.both.of(node) {
			if w.depth[before] == w.depth[node]-1 {
				through[before] += float64(ways[before] * share)
			}
		}
	}
}
