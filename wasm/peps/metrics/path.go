package metrics

import "github.com/ahiru-dev/ahiru/wasm/paths"

// Path is a way of the fewest edges from one node to another, both included;
// nil when there is none. Of equally short ways it is always the same one (see
// package paths).
func Path(g *Graph, from, to int, d Direction) ([]int, error) {
	along, err := g.along(d)
	if err != nil {
		return nil, err
	}
	roads := paths.New(g.Len())
	for node := range g.Len() {
		for _, next := range along.of(node) {
			if err := roads.Connect(node, next, 1); err != nil {
				return nil, err
			}
		}
	}
	search, err := paths.BFS(roads, from, to)
	if err != nil {
		return nil, err
	}
	return search.Route().Nodes, nil
}
