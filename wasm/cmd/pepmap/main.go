//go:build js && wasm

// Command pepmap is what the page of the PEP map computes with.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/ahiru-dev/ahiru/wasm/bridge"
	"github.com/ahiru-dev/ahiru/wasm/peps/atlas"
	"github.com/ahiru-dev/ahiru/wasm/peps/layout"
)

var graph atlas.Atlas

var exports = bridge.Exports{
	"layout":     bridge.JSON(first),
	"arrange":    bridge.JSON(rearrange),
	"open":       bridge.JSON(graph.Open),
	"metric":     bridge.JSON(graph.Metric),
	"path":       bridge.JSON(graph.Path),
	"succession": bridge.JSON(graph.Succession),
	"file":       bridge.JSON(graph.File),
	"drawing":    bridge.JSON(graph.Drawing),
	"read-first": bridge.JSON(graph.ReadFirst),
	"groups":     bridge.JSON(graph.Groups),
	"rests":      bridge.JSON(graph.Rests),
}

// placed is what layout tells while it works.
type placed struct {
	Done int `json:"done"`
	Of   int `json:"of"`
}

// first lays a graph out that comes as two files, edges and radii: see
// layout.ReadGraph.
func first(ctx context.Context, options layout.Options) (layout.Plan, error) {
	files := bridge.Files(ctx)
	if len(files) != 2 {
		return layout.Plan{}, fmt.Errorf("%d files, but a graph has two: its edges and its radii", len(files))
	}
	graph, err := layout.ReadGraph(files[0], files[1])
	if err != nil {
		return layout.Plan{}, err
	}
	options.Progress = func(done, of int) { bridge.Tell(ctx, placed{done, of}) }
	return layout.Force(ctx, graph, options)
}

func rearrange(ctx context.Context, q atlas.Arrange) (layout.Plan, error) {
	q.Watch = func(s atlas.Step) { bridge.Tell(ctx, s) }
	return graph.Arrange(ctx, q)
}

func main() {
	if err := bridge.Serve(exports); err != nil {
		fmt.Fprintln(os.Stderr, "pepmap:", err)
		os.Exit(1)
	}
}
