package metrics

import "slices"

// adjacency is the neighbours of every node, ascending, in one piece of memory:
// those of node i are to[start[i]:start[i+1]].
type adjacency struct {
	start  []int
	to     []int
	weight []float64 // mentions, beside to
}

func (a *adjacency) of(node int) []int { return a.to[a.start[node]:a.start[node+1]] }

func (a *adjacency) weights(node int) []float64 { return a.weight[a.start[node]:a.start[node+1]] }

func (a *adjacency) degree(node int) int { return a.start[node+1] - a.start[node] }

// build keeps the edges that have a mention of the kinds in a set. The edges
// are in order, without parallels.
func build(n int, edges []Edge, set Kinds) *Graph {
	g := &Graph{}
	var weights []float64
	for _, e := range edges {
		for k := range e.Counts {
			if !set.Has(Kind(k)) {
				e.Counts[k] = 0
			}
		}
		if weight := e.Counts.of(set); weight > 0 {
			g.edges = append(g.edges, e)
			weights = append(weights, float64(weight))
		}
	}
	g.out = directed(n, g.edges, weights, func(e *Edge) (int, int) { return e.From, e.To })
	g.in = directed(n, g.edges, weights, func(e *Edge) (int, int) { return e.To, e.From })
	g.both = either(&g.out, &g.in)
	return g
}

// directed sorts the edges into lists by their near ends. Far ends come out
// ascending: seen from either end the edges are in that order already.
func directed(n int, edges []Edge, weights []float64, ends func(*Edge) (near, far int)) adjacency {
	a := adjacency{make([]int, n+1), make([]int, len(edges)), make([]float64, len(edges))}
	for i := range edges {
		near, _ := ends(&edges[i])
		a.start[near+1]++
	}
	for node := range n {
		a.start[node+1] += a.start[node]
	}
	next := slices.Clone(a.start)
	for i := range edges {
		near, far := ends(&edges[i])
		a.to[next[near]], a.weight[next[near]] = far, weights[i]
		next[near]++
	}
	return a
}

// either merges the lists of the two directions, both ascending.
func either(out, in *adjacency) adjacency {
	n := len(out.start) - 1
	both := adjacency{start: make([]int, n+1)}
	for node := range n {
		a, b := out.of(node), in.of(node)
		v, w := out.weights(node), in.weights(node)
		for len(a)+len(b) > 0 {
			switch {
			case len(b) == 0 || len(a) > 0 && a[0] < b[0]:
				both.to, both.weight = append(both.to, a[0]), append(both.weight, v[0])
				a, v = a[1:], v[1:]
			case len(a) == 0 || b[0] < a[0]:
				both.to, both.weight = append(both.to, b[0]), append(both.weight, w[0])
				b, w = b[1:], w[1:]
			default:
				both.to, both.weight = append(both.to, a[0]), append(both.weight, v[0]+w[0])
				a, v, b, w = a[1:], v[1:], b[1:], w[1:]
			}
		}
		both.start[node+1] = len(both.to)
	}
	return both
}
