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
	"layout":     bridge.JSON(arrange),
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

// question is the argument of layout; its answer is a layout.Plan.
type question struct {
	Graph   layout.Graph   `json:"graph"`
	Options layout.Options `json:"options"`
}

// placed is what layout tells while it works.
type placed struct {
	Done int `json:"done"`
	Of   int `json:"of"`
}

func arrange(ctx context.Context, q question) (layout.Plan, error) {
	q.Options.Progress = func(done, of int) { bridge.Tell(ctx, placed{done, of}) }
	return layout.Force(ctx, q.Graph, q.Options)
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
