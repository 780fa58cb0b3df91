package check

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/ahiru-dev/ahiru/wasm/peps"
)

var update = flag.Bool("update", false, "write the golden part of testdata")

func read(a *txtar.Archive) peps.Result {
	var src peps.Source
	for _, f := range a.Files {
		src.Files = append(src.Files, peps.File{Path: f.Name, Data: f.Data})
	}
	return peps.Extract(src)
}

func describe(list []Finding) string {
	var b strings.Builder
	for _, f := range list {
		fmt.Fprintf(&b, "%s %d %d %s:%d: %s\n", f.Rule, f.PEP, f.Other, f.File, f.Line, f.Text)
	}
	return b.String()
}

func TestEveryRule(t *testing.T) {
	const name = "testdata/mistakes.txtar"
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	a := txtar.Parse(data)
	want := &a.Files[len(a.Files)-1]
	list := Corpus(read(&txtar.Archive{Files: a.Files[:len(a.Files)-1]}))
	got := describe(list)
	if *update {
		want.Data = []byte(got)
		if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if got != string(want.Data) {
		t.Errorf("found\n%s\nwant\n%s", got, want.Data)
	}
	for _, rule := range Rules() {
		if !slices.ContainsFunc(list, func(f Finding) bool { return f.Rule == rule }) {
			t.Errorf("the corpus shows no %s", rule)
		}
	}
}

// TestNothingToFind: corpora without mistakes, and one without anything, have
// an empty list.
func TestNothingToFind(t *testing.T) {
	for name, text := range map[string]string{
		"nothing":  "",
		"one PEP":  "-- pep-0001.rst --\nPEP: 1\nTitle: T\nAuthor: A\nStatus: Draft\nType: Process\n\nText.\n",
		"no edges": "-- pep-0001.rst --\nPEP: 1\nTitle: T\nAuthor: A\nStatus: Draft\nType: Process\n-- pep-0002.rst --\nPEP: 2\nTitle: T\nAuthor: A\nStatus: Draft\nType: Process\n",
	} {
		if list := Corpus(read(txtar.Parse([]byte(text)))); list == nil || len(list) > 0 {
			t.Errorf("%s: %v", name, list)
		}
	}
}

func TestByPlace(t *testing.T) {
	list := ByPlace([]Finding{{File: "b", Line: 1}, {File: "a", Line: 2}, {File: "a", Line: 1}})
	if list[0].Line != 1 || list[0].File != "a" || list[2].File != "b" {
		t.Errorf("ordered as %v", list)
	}
}

func TestRests(t *testing.T) {
	kinds := func(k peps.Kind) map[peps.Kind]int { return map[peps.Kind]int{k: 1} }
	g := peps.Graph{
		Nodes: []peps.Node{{Number: 1, Status: "Final"}, {Number: 2, Status: "Rejected"}, {Number: 3, Status: "Superseded"}, {Number: 4, Status: "Withdrawn"}},
		Edges: []peps.Edge{
			{From: 1, To: 2, Count: 1, Kinds: kinds(peps.Requires)},
			{From: 1, To: 3, Count: 1, Kinds: kinds(peps.Replaces)},
			{From: 1, To: 4, Count: 3, Kinds: kinds(peps.Role)},
			{From: 2, To: 3, Count: 1, Kinds: kinds(peps.Role)},
		},
	}
	want := []Rest{{1, 2, "Rejected", true, 1}, {1, 4, "Withdrawn", false, 3}}
	if got := Rests(g); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// FuzzCorpus: whatever the files hold, findings have a known rule, a sentence,
// and a place in a file that is there.
func FuzzCorpus(f *testing.F) {
	data, err := os.ReadFile("testdata/mistakes.txtar")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(data))
	f.Fuzz(func(t *testing.T, text string) {
		a := txtar.Parse([]byte(text))
		for _, finding := range Corpus(read(a)) {
			if !slices.Contains(Rules(), finding.Rule) || finding.Text == "" || finding.Line < 0 {
				t.Fatalf("a finding says %+v", finding)
			}
		}
	})
}
