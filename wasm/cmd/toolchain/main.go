//go:build js && wasm

// Command toolchain is what the page plans the build of a reader's program with.
package main

import (
	"fmt"
	"os"

	"github.com/ahiru-dev/ahiru/wasm/bridge"
	"github.com/ahiru-dev/ahiru/wasm/toolchain/planner"
)

var plans planner.Planner

var exports = bridge.Exports{
	"open":     bridge.JSON(plans.Open),
	"plan":     bridge.JSON(plans.Plan),
	"diagnose": bridge.JSON(planner.Diagnose),
}

func main() {
	if err := bridge.Serve(exports); err != nil {
		fmt.Fprintln(os.Stderr, "toolchain:", err)
		os.Exit(1)
	}
}
