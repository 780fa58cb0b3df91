package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/ahiru-dev/ahiru/wasm/peps"
	"github.com/ahiru-dev/ahiru/wasm/peps/atlas"
)

// readResult reads a corpus to its end; one without PEPs is an error.
func readResult(name string) (peps.Result, error) {
	src, err := read(name)
	if err != nil {
		return peps.Result{}, fmt.Errorf("%s cannot be read: %w", name, err)
	}
	result := peps.Extract(src)
	if len(result.Graph.Nodes) == 0 {
		return result, noPEPs(name)
	}
	return result, nil
}

func noPEPs(name string) error {
	return fmt.Errorf("%s holds no PEPs: there is no file pep-NNNN.rst or pep-NNNN.txt at its top or in its folder peps", name)
}

// readGraph reads a corpus, or a graph that was written before.
func readGraph(name string) (peps.Graph, error) {
	if !strings.EqualFold(filepath.Ext(name), ".json") {
		result, err := readResult(name)
		return result.Graph, err
	}
	var g peps.Graph
	text, err := os.ReadFile(name)
	if err != nil {
		return g, fmt.Errorf("%s cannot be read: %w", name, plain(err))
	}
	if err := json.Unmarshal(text, &g); err != nil {
		return g, fmt.Errorf("%s is no graph of PEPs: %w", name, err)
	}
	if len(g.Nodes) == 0 {
		return g, fmt.Errorf("%s is no graph of PEPs: it has no nodes", name)
	}
	return g, nil
}

// openGraph makes a graph ready for questions.
func openGraph(ctx context.Context, name string) (*atlas.Atlas, peps.Graph, error) {
	g, err := readGraph(name)
	if err != nil {
		return nil, g, err
	}
	a := new(atlas.Atlas)
	if _, err := a.Open(ctx, g); err != nil {
		return nil, g, fmt.Errorf("%s is no graph of PEPs: %w", name, err)
	}
	return a, g, nil
}
