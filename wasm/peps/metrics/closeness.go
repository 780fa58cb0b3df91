package metrics

// Closeness says how near a node is to those that can reach it along
// references: the inverse of their mean distance, times the share of the other
// nodes that they are (Wasserman and Faust, 1994, for graphs in pieces). It is
// 0 for a node that nobody mentions.
func Closeness(g *Graph, watch Watch) []float64 {
	n := g.Len()
	close, w := make([]float64, n), newWalk(n)
	for node := range n {
		w.from(node, -1, &g.in)
		far := 0
		for _, from := range w.order {
			far += w.depth[from]
		}
		if far > 0 {
			reaching := float64(len(w.order) - 1)
			close[node] = reaching / float64(far) * (reaching / float64(n-1))
		}
		watch.step(node+1, n)
	}
	return close
}
