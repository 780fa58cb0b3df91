package layout

import "slices"

// A component is a connected part of the graph, its nodes ascending.
type component struct {
	nodes []int
	edges []Edge // between positions in nodes
	at    []Place
	box   Box
}

// components splits a graph into its connected parts, the largest first,
// parts of one size by their first node. Parts of one node come last, of
// course: they are the tray's.
func components(g Graph) []*component {
	root := unite(g)
	part := make(map[int]*component)
	var parts []*component
	place := make([]int, g.Nodes) // of a node in its part
	for i := range g.Nodes {
		c := part[find(root, i)]
		if c == nil {
			c = &component{}
			part[find(root, i)] = c
			parts = append(parts, c)
		}
		place[i] = len(c.nodes)
		c.nodes = append(c.nodes, i)
	}
	for _, e := range g.Edges {
		if e[0] != e[1] {
			c := part[find(root, e[0])]
			c.edges = append(c.edges, Edge{place[e[0]], place[e[1]]})
		}
	}
	slices.SortStableFunc(parts, func(a, b *component) int { return len(b.nodes) - len(a.nodes) })
	return parts
}

// unite is union-find over the edges: the parent of each node, a root's is itself.
func unite(g Graph) []int {
	parent := make([]int, g.Nodes)
	for i := range parent {
		parent[i] = i
	}
	for _, e := range g.Edges {
		parent[find(parent, e[0])] = find(parent, e[1])
	}
	return parent
}

func find(parent []int, i int) int {
	for parent[i] != i {
		parent[i] = parent[parent[i]]
		i = parent[i]
	}
	return i
}
