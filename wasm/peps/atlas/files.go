package atlas

import (
	"context"
	"fmt"

	"github.com/ahiru-dev/ahiru/wasm/peps"
	"github.com/ahiru-dev/ahiru/wasm/peps/export"
	"github.com/ahiru-dev/ahiru/wasm/peps/metrics/bynumber"
)

// A File asks for the graph as a text file.
type File struct {
	// Format is gexf, graphml, dot, json, csv (the edges) or csv-nodes.
	Format string `json:"format"`
	// Looks are the nodes as they appear, in the order of the graph; null for
	// a graph that is not laid out.
	Looks []export.Look `json:"looks"`
}

// columns are the metrics that a file tells of each node: those of the page's
// public contract.
var columns = []string{"in-degree", "out-degree", "pagerank", "betweenness", "closeness", "eigenvector", "core", "community"}

// GEXF is written in the dialect that every reader knows.
func gexf(g *export.Graph) ([]byte, error) { return export.GEXF(g, export.GEXF12) }

var writers = map[string]func(*export.Graph) ([]byte, error){
	"gexf": gexf, "graphml": export.GraphML, "dot": export.DOT,
	"csv": export.EdgesCSV, "csv-nodes": export.NodesCSV,
}

// File answers with the file's text.
func (a *Atlas) File(_ context.Context, q File) (string, error) {
	graph, numbers, err := a.opened()
	if err != nil {
		return "", err
	}
	if q.Format == "json" {
		text, err := export.JSON(graph)
		return string(text), err
	}
	write, known := writers[q.Format]
	if !known {
		return "", fmt.Errorf("there is no format %q, only csv, csv-nodes, dot, gexf, graphml and json", q.Format)
	}
	g, err := described(graph, numbers)
	if err != nil {
		return "", err
	}
	g.Looks = q.Looks
	text, err := write(g)
	return string(text), err
}

func described(graph peps.Graph, numbers *bynumber.Map) (*export.Graph, error) {
	g := export.Of(graph)
	for _, name := range columns {
		values, err := numbers.Metric(name, bynumber.Choice{}, nil)
		if err != nil {
			return nil, fmt.Errorf("computing %s: %w", name, err)
		}
		g.WithMetric(name, values)
	}
	return g, nil
}

// Drawing answers with a picture as the text of an SVG file.
func (a *Atlas) Drawing(_ context.Context, p export.Picture) (string, error) {
	text, err := export.SVG(&p)
	return string(text), err
}
