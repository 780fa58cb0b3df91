package metrics

// Modularity says how much more of the edges lies inside of communities than if
// edges joined ends at random (Newman and Girvan, 2004; Reichardt and
// Bornholdt, 2006, for the resolution): the sum over communities of
// inside/ends - resolution*(ends of the community/ends)². The graph is taken as
// undirected; unweighted, every pair of neighbours is one edge of weight 1. It
// is 0 for a graph without edges. of gives each node's community, any numbers
// from 0 to the number of nodes, less one.
func Modularity(g *Graph, of []int, resolution float64, weighted bool) float64 {
	return g.ground(weighted).modularity(of, resolution)
}

func (l *level) modularity(of []int, resolution float64) float64 {
	if l.ends == 0 {
		return 0
	}
	inside, ends := make([]float64, l.len()), make([]float64, l.len())
	for node, c := range of {
		inside[c] += l.inside[node]
		ends[c] += l.degree[node]
		weights := l.near.weights(node)
		for i, neighbour := range l.near.of(node) {
			if of[neighbour] == c {
				inside[c] += weights[i]
			}
		}
	}
	q := 0.0
	for c := range inside {
		share := ends[c] / l.ends
		q += inside[c]/l.ends - float64(resolution*float64(share*share))
	}
	return q
}
