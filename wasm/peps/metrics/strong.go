package metrics

// strong finds strong components by Tarjan's method (1972), with a stack of its
// own: a chain of citations may be longer than a goroutine's stack in a page
// can bear. It gives each node the number of its component, and how many there
// are; a component has a larger number than those that it leads to.
func strong(along *adjacency) (component []int, count int) {
	n := len(along.start) - 1
	t := &tarjan{along: along, component: filledInt(n, -1),
		index: filledInt(n, -1), low: make([]int, n), next: make([]int, n)}
	for node := range n {
		if t.index[node] < 0 {
			t.from(node)
		}
	}
	return t.component, t.components
}

type tarjan struct {
	along      *adjacency
	component  []int
	components int
	index, low []int // order of arrival; the earliest arrival within reach
	arrived    int
	next       []int // of each node's edges, the first not yet followed
	path       []int // from the start to the node at hand
	open       []int // arrived at, not yet in a component
}

func (t *tarjan) from(start int) {
	t.arrive(start)
	for len(t.path) > 0 {
		node := t.path[len(t.path)-1]
		if t.next[node] < t.along.degree(node) {
			t.follow(node, t.along.of(node)[t.next[node]])
			t.next[node]++
			continue
		}
		t.path = t.path[:len(t.path)-1]
		if len(t.path) > 0 {
			before := t.path[len(t.path)-1]
			t.low[before] = min(t.low[before], t.low[node])
		}
		if t.low[node] == t.index[node] {
			t.finish(node)
		}
	}
}

func (t *tarjan) arrive(node int) {
	t.index[node], t.low[node] = t.arrived, t.arrived
	t.arrived++
	t.path, t.open = append(t.path, node), append(t.open, node)
}

func (t *tarjan) follow(node, to int) {
	switch {
	case t.index[to] < 0:
		t.arrive(to)
	case t.component[to] < 0:
		t.low[node] = min(t.low[node], t.index[to])
	}
}

// finish makes a component of the open nodes from this one on.
func (t *tarjan) finish(node int) {
	for {
		last := t.open[len(t.open)-1]
		t.open = t.open[:len(t.open)-1]
		t.component[last] = t.components
		if last == node {
			break
		}
	}
	t.components++
}
