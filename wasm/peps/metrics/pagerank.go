package metrics

import "math"

const (
	damping   = 0.85
	settled   = 1e-13 // the L1 change at which an iteration has arrived
	maxRounds = 5000  // where it never does; see Eigenvector
)

// PageRank is the share of time that a reader spends at each node who follows
// references at random and, with the probability 0.15 at every step and always
// from a node without references, starts again anywhere (Brin and Page, 1998).
// The shares add up to 1. Weighted, a reference mentioned twice is followed
// twice as often.
//
// An obsolete node leads by the mere fact that it names its successor, so
// Compute leaves the kind superseded_by out unless it was asked for.
func PageRank(g *Graph, weighted bool) []float64 {
	n := g.Len()
	rank, next, share := filled(n, 1/float64(n)), make([]float64, n), make([]float64, n)
	leaving := g.leaving(weighted)
	for range maxRounds {
		dangling := 0.0
		for node, total := range leaving {
			if total == 0 {
				dangling += rank[node]
				continue
			}
			share[node] = rank[node] / total
		}
		base := (1 - damping + float64(damping*dangling)) / float64(n)
		for node := range next {
			next[node] = base + float64(damping*g.arriving(node, share, weighted))
		}
		change := distance(rank, next)
		rank, next = next, rank
		if change < settled {
			break
		}
	}
	return rank
}

// leaving is the number or the weight of each node's references.
func (g *Graph) leaving(weighted bool) []float64 {
	all := make([]float64, g.Len())
	for node := range all {
		if !weighted {
			all[node] = float64(g.out.degree(node))
			continue
		}
		for _, w := range g.out.weights(node) {
			all[node] += w
		}
	}
	return all
}

// arriving adds up what a node's citers give it.
func (g *Graph) arriving(node int, share []float64, weighted bool) float64 {
	if !weighted {
		return sum(share, g.in.of(node))
	}
	arrived := 0.0
	weights := g.in.weights(node)
	for i, from := range g.in.of(node) {
		arrived += float64(share[from] * weights[i])
	}
	return arrived
}

func filled(n int, value float64) []float64 {
	all := make([]float64, n)
	for i := range all {
		all[i] = value
	}
	return all
}

// distance is the L1 distance of two vectors.
func distance(a, b []float64) float64 {
	sum := 0.0
	for i := range a {
		sum += math.Abs(a[i] - b[i])
	}
	return sum
}
