package metrics

import "math"

// Eigenvector is the eigenvector centrality of the directed graph (Bonacich,
// 1972), as NetworkX defines it: each node's value is in proportion to the sum
// of the values of the nodes that mention it, so that being mentioned by
// prominent nodes makes prominent. The vector has the Euclidean length 1.
//
// It is found from equal values by multiplying with the adjacency matrix plus
// the identity, which has the same vector and also settles on graphs that swing
// between two states. In a graph without any cycle no such vector exists:
// everything is 0. Where two circles of equal strength hang one behind the
// other the values creep; after 5000 rounds they are taken as they stand.
func Eigenvector(g *Graph) []float64 {
	n := g.Len()
	if g.acyclic() {
		return make([]float64, n)
	}
	x, next := filled(n, 1/math.Sqrt(float64(n))), make([]float64, n)
	for range maxRounds {
		for node := range next {
			next[node] = x[node] + sum(x, g.in.of(node))
		}
		scale(next, math.Sqrt(squares(next)))
		change := distance(x, next)
		x, next = next, x
		if change < settled {
			break
		}
	}
	return x
}

// acyclic tells whether every node is a strong component by itself.
func (g *Graph) acyclic() bool {
	_, count := strong(&g.out)
	return count == g.Len()
}

// HITS gives each node a value as a hub, which mentions good authorities, and
// as an authority, which good hubs mention (Kleinberg, 1999). Each list adds up
// to 1; without edges everything is 0.
func HITS(g *Graph) (hubs, authorities []float64) {
	n := g.Len()
	if len(g.edges) == 0 {
		return make([]float64, n), make([]float64, n)
	}
	hubs, authorities = filled(n, 1/float64(n)), make([]float64, n)
	next := make([]float64, n)
	for range maxRounds {
		for node := range authorities {
			authorities[node] = sum(hubs, g.in.of(node))
		}
		scale(authorities, total(authorities))
		for node := range next {
			next[node] = sum(authorities, g.out.of(node))
		}
		scale(next, total(next))
		change := distance(hubs, next)
		hubs, next = next, hubs
		if change < settled {
			break
		}
	}
	return hubs, authorities
}

// sum adds up the values of some nodes.
func sum(x []float64, nodes []int) float64 {
	s := 0.0
	for _, node := range nodes {
		s += x[node]
	}
	return s
}

func total(x []float64) float64 {
	s := 0.0
	for _, v := range x {
		s += v
	}
	return s
}

func squares(x []float64) float64 {
	s := 0.0
	for _, v := range x {
		s += float64(v * v)
	}
	return s
}

func scale(x []float64, by float64) {
	for i := range x {
		x[i] /= by
	}
}
