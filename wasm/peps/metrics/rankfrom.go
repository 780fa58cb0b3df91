package metrics

// RankFrom is PageRank for a reader who always starts again at one node, also
// from nodes without references: the nearer and the more cited on the way from
// there, the more. The shares add up to 1.
func RankFrom(g *Graph, start int) ([]float64, error) {
	if err := g.know(start); err != nil {
		return nil, err
	}
	n := g.Len()
	rank, next, share := make([]float64, n), make([]float64, n), make([]float64, n)
	rank[start] = 1
	leaving := g.leaving(false)
	for range maxRounds {
		again := 1 - damping
		for node, total := range leaving {
			if total == 0 {
				again += float64(damping * rank[node])
				continue
			}
			share[node] = rank[node] / total
		}
		for node := range next {
			next[node] = float64(damping * g.arriving(node, share, false))
		}
		next[start] += again
		change := distance(rank, next)
		rank, next = next, rank
		if change < settled {
			break
		}
	}
	return rank, nil
}
