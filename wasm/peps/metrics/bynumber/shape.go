package bynumber

import (
	"github.com/ahiru-dev/ahiru/wasm/peps/layout"
	"github.com/ahiru-dev/ahiru/wasm/peps/metrics"
)

// Shape is the map of a choice as a layout sees it, without radii.
func (m *Map) Shape(c Choice) (layout.Graph, error) {
	g, _, err := m.chosen(c, nil)
	if err != nil {
		return layout.Graph{}, err
	}
	shape := layout.Graph{Nodes: g.Len(), Edges: make([]layout.Edge, len(g.Edges()))}
	for i, e := range g.Edges() {
		shape.Edges[i] = layout.Edge{e.From, e.To}
	}
	return shape, nil
}

// Layers gives every node's layer, in the order of the graph's nodes: see
// metrics.Layers.
func (m *Map) Layers(c Choice) ([]int, error) {
	g, _, err := m.chosen(c, nil)
	if err != nil {
		return nil, err
	}
	return metrics.Layers(g), nil
}
