//go:build js && wasm

// Command timeline is what a page reads execution traces with.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/ahiru-dev/ahiru/wasm/bridge"
	"github.com/ahiru-dev/ahiru/wasm/timeline"
)

var viewer timeline.Viewer

var exports = bridge.Exports{
	"begin":  bridge.JSON(viewer.Begin),
	"feed":   bridge.JSON(feed),
	"open":   bridge.JSON(open),
	"model":  bridge.JSON(viewer.Model),
	"totals": bridge.JSON(viewer.Totals),
}

// feed reads the bytes that came beside the call.
func feed(ctx context.Context, p timeline.Piece) (timeline.Count, error) {
	return viewer.Feed(ctx, p, bridge.Files(ctx)...)
}

// open reads a saved trace that came beside the call.
func open(ctx context.Context, b timeline.Beginning) (timeline.Count, error) {
	return viewer.Open(ctx, b, bridge.Files(ctx)...)
}

func main() {
	if err := bridge.Serve(exports); err != nil {
		fmt.Fprintln(os.Stderr, "timeline:", err)
		os.Exit(1)
	}
}
