package atlas

import (
	"context"
	"errors"
	"sync"

	"github.com/ahiru-dev/ahiru/wasm/peps"
	"github.com/ahiru-dev/ahiru/wasm/peps/metrics/bynumber"
)

// An Atlas holds one graph. Its zero value holds none and refuses questions.
type Atlas struct {
	mu      sync.Mutex
	graph   peps.Graph
	numbers *bynumber.Map
}

// Opened says what was handed over.
type Opened struct {
	Nodes int `json:"nodes"`
	Edges int `json:"edges"`
}

// Open takes a graph in the place of the one before. The error names an edge or
// a node that breaks the format; the graph before then stays.
func (a *Atlas) Open(_ context.Context, g peps.Graph) (Opened, error) {
	numbers, err := bynumber.New(g)
	if err != nil {
		return Opened{}, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.graph, a.numbers = g, numbers
	return Opened{len(g.Nodes), len(g.Edges)}, nil
}

func (a *Atlas) opened() (peps.Graph, *bynumber.Map, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.numbers == nil {
		return peps.Graph{}, nil, errors.New("no graph has been handed over")
	}
	return a.graph, a.numbers, nil
}
