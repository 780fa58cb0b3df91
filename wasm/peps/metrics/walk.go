package metrics

// A walk goes breadth first from a node. It is reused, since a centrality walks
// from every node.
type walk struct {
	depth []int // by node, -1 where the walk did not come
	order []int // the nodes in the order in which it came to them
}

func newWalk(n int) *walk {
	w := &walk{make([]int, n), make([]int, 0, n)}
	for node := range w.depth {
		w.depth[node] = -1
	}
	return w
}

// from goes as far as there is a way, but at most to a depth; a negative limit
// is none.
func (w *walk) from(start, limit int, along *adjacency) {
	for _, node := range w.order {
		w.depth[node] = -1
	}
	w.order = append(w.order[:0], start)
	w.depth[start] = 0
	for i := 0; i < len(w.order); i++ {
		node := w.order[i]
		if w.depth[node] == limit {
			return
		}
		for _, next := range along.of(node) {
			if w.depth[next] < 0 {
				w.depth[next] = w.depth[node] + 1
				w.order = append(w.order, next)
			}
		}
	}
}
