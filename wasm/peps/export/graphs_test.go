package export

import (
	"bytes"
	"flag"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/ahiru-dev/ahiru/wasm/peps"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares with a file, natively and under js/wasm the same.
func golden(t *testing.T, name string, got []byte, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; got\n%s", file, got)
	}
}

// awkward holds what formats trip over.
const awkward = "<b>&\"quoted\" 'it' \\x \\N end\\\nnext ]]> =1+1, ; café 한국어 🦆"

// few is a small graph of PEPs with awkward words.
func few() peps.Graph {
	return peps.Graph{
		Commit: "ba4deeb7969588d937da609008d05bb83a47b1ab",
		Date:   "2026-08-22T19:00:15+01:00",
		Nodes: []peps.Node{
			{Number: 1, Title: awkward, Status: "Active", Type: "Process", Topic: []string{}, Created: "2000-06-13",
				Authors: []string{"Barry Warsaw", "Fred L. Drake, Jr."}, PythonVersion: []string{},
				Requires: []peps.HeaderRef{}, Replaces: []peps.HeaderRef{}, SupersededBy: []peps.HeaderRef{}},
			{Number: 8, Title: "Style Guide", Status: "Superseded", Type: "Process", Topic: []string{"Packaging", "Typing"},
				Authors: []string{}, PythonVersion: []string{"2.7.9", "3.x"}, Requires: []peps.HeaderRef{{Number: 1}},
				Replaces: []peps.HeaderRef{{Number: 7}, {Text: "RFC 822"}}, SupersededBy: []peps.HeaderRef{{Number: 1}}},
			{Number: 3000, Topic: []string{}, Authors: []string{}, PythonVersion: []string{},
				Requires: []peps.HeaderRef{}, Replaces: []peps.HeaderRef{}, SupersededBy: []peps.HeaderRef{}},
		},
		Edges: []peps.Edge{
			{From: 1, To: 8, Count: 3, Kinds: map[peps.Kind]int{peps.Role: 2, peps.Text: 1}},
			{From: 8, To: 1, Count: 1, Kinds: map[peps.Kind]int{peps.SupersededBy: 1}},
			{From: 8, To: 3000, Count: 1, Kinds: map[peps.Kind]int{peps.URL: 1}},
		},
	}
}

// drawn is that graph with metrics and looks.
func drawn() *Graph {
	g := Of(few())
	g.WithMetric("in-degree", []float64{1, 1, 1})
	g.WithMetric("pagerank", []float64{0.25, 1. / 3, math.NaN()})
	g.Looks = []Look{{X: -1.5, Y: 2, Radius: 1, Colour: "#ff8000"}, {X: 0.1 + 0.2, Y: -3, Radius: 0.25, Colour: "#000"},
		{X: 100, Y: 0, Radius: 2, Colour: "#1b1f24"}}
	return g
}
