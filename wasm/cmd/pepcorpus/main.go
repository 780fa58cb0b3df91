//go:build js && wasm

// Command pepcorpus reads the corpora that readers bring to the map. It stands
// apart from pepmap, which every visit to the map fetches: unpacking and parsing
// weigh as much again.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/ahiru-dev/ahiru/wasm/bridge"
	"github.com/ahiru-dev/ahiru/wasm/peps/corpus"
)

var brought corpus.Corpus

var exports = bridge.Exports{
	"read":      bridge.JSON(read),
	"sentences": bridge.JSON(brought.Sentences),
	"compare":   bridge.JSON(corpus.Compare),
}

func read(ctx context.Context, b corpus.Brought) (corpus.Account, error) {
	return brought.Answer(ctx, b, bridge.Files(ctx), func(p corpus.Progress) { bridge.Tell(ctx, p) })
}

func main() {
	if err := bridge.Serve(exports); err != nil {
		fmt.Fprintln(os.Stderr, "pepcorpus:", err)
		os.Exit(1)
	}
}
