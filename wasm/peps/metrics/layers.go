package metrics

// Layers numbers the layers of the condensation: each node's longest way along
// the edges, where the nodes of a strong component count as one. Layer 0 leads
// nowhere; every other layer has an edge into the one before.
func Layers(g *Graph) []int {
	component, count := strong(&g.out)
	members := make([][]int, count)
	for node, c := range component {
		members[c] = append(members[c], node)
	}
	layer := make([]int, g.Len())
	for c, nodes := range members { // a component comes after all that it leads to
		height := 0
		for _, node := range nodes {
			for _, to := range g.out.of(node) {
				if component[to] != c {
					height = max(height, layer[to]+1)
				}
			}
		}
		for _, node := range nodes {
			layer[node] = height
		}
	}
	return layer
}
