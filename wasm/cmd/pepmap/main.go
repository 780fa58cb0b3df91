//go:build js && wasm

// Command pepmap is what the page of the PEP map computes with.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/ahiru-dev/ahiru/wasm/bridge"
	"github.com/ahiru-dev/ahiru/wasm/peps/layout"
)

var exports = bridge.Exports{
	"layout": bridge.JSON(arrange),
}

// question is the argument of layout; its answer is a layout.Plan.
type question struct {
	Graph   layout.Graph   `json:"graph"`
	Options layout.Options `json:"options"`
}

func arrange(ctx context.Context, q question) (layout.Plan, error) {
	return layout.Force(ctx, q.Graph, q.Options)
}

func main() {
	if err := bridge.Serve(exports); err != nil {
		fmt.Fprintln(os.Stderr, "pepmap:", err)
		os.Exit(1)
	}
}
