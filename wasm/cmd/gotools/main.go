//go:build js && wasm

// Command gotools is what the page's editor formats Go with.
package main

import (
	"fmt"
	"os"

	"github.com/ahiru-dev/ahiru/wasm/bridge"
	"github.com/ahiru-dev/ahiru/wasm/gotools"
)

var tools gotools.Tools

var exports = bridge.Exports{
	"learn": bridge.JSON(tools.Learn),
	"tidy":  bridge.JSON(tools.Tidy),
}

func main() {
	if err := bridge.Serve(exports); err != nil {
		fmt.Fprintln(os.Stderr, "gotools:", err)
		os.Exit(1)
	}
}
