//go:build js && wasm

// Command timeline is what a page reads execution traces with.
package main

import (
	"fmt"
	"os"

	"github.com/ahiru-dev/ahiru/wasm/bridge"
	"github.com/ahiru-dev/ahiru/wasm/timeline"
)

var viewer timeline.Viewer

var exports = bridge.Exports{
	"begin":  bridge.JSON(viewer.Begin),
	"feed":   bridge.JSON(viewer.Feed),
	"model":  bridge.JSON(viewer.Model),
	"totals": bridge.JSON(viewer.Totals),
}

func main() {
	if err := bridge.Serve(exports); err != nil {
		fmt.Fprintln(os.Stderr, "timeline:", err)
		os.Exit(1)
	}
}
