package layout

import "math"

// Graphs that the tests lay out.

func cycle(n int) Graph {
	g := Graph{Nodes: n}
	for i := range n {
		g.Edges = append(g.Edges, Edge{i, (i + 1) % n})
	}
	return g
}

// citations grows a graph as literature does: each new node cites a few older
// ones, those that are cited already first (Price, 1976). One node in ten
// stands alone. Radii grow with the square root of being cited.
func citations(n, each int, seed uint64) Graph {
	dice := random(seed)
	g := Graph{Nodes: n, Radii: make([]float64, n)}
	drawn := []int{0}
	for i := 1; i < n; i++ {
		if dice.next()%10 == 0 {
			continue
		}
		for range 1 + dice.next()%uint64(2*each) {
			to := drawn[dice.next()%uint64(len(drawn))]
			g.Edges = append(g.Edges, Edge{i, to})
			drawn = append(drawn, to)
		}
		drawn = append(drawn, i)
	}
	area := make([]float64, n)
	for _, e := range g.Edges {
		area[e[1]]++
	}
	for i := range g.Radii {
		g.Radii[i] = min(math.Sqrt(1+area[i]), 8)
	}
	return g
}

// union puts graphs side by side without an edge between them.
func union(graphs ...Graph) Graph {
	var all Graph
	for _, g := range graphs {
		for _, e := range g.Edges {
			all.Edges = append(all.Edges, Edge{e[0] + all.Nodes, e[1] + all.Nodes})
		}
		all.Nodes += g.Nodes
	}
	return all
}
