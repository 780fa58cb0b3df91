package metrics

// InDegree is the number of nodes that mention each node.
func InDegree(g *Graph) []int { return g.in.degrees() }

// OutDegree is the number of nodes that each node mentions.
func OutDegree(g *Graph) []int { return g.out.degrees() }

// Degree is in-degree and out-degree together: a pair that mention each other
// counts twice.
func Degree(g *Graph) []int {
	total := g.in.degrees()
	for node := range total {
		total[node] += g.out.degree(node)
	}
	return total
}

func (a *adjacency) degrees() []int {
	all := make([]int, len(a.start)-1)
	for node := range all {
		all[node] = a.degree(node)
	}
	return all
}
