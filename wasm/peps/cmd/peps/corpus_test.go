package main

import (
	"bytes"
	"os"
	"sync"
	"testing"

	"github.com/ahiru-dev/ahiru/wasm/peps"
	"github.com/ahiru-dev/ahiru/wasm/peps/check"
	"github.com/ahiru-dev/ahiru/wasm/peps/data"
)

// The corpus that the shipped facts are made from.
const (
	corpusCommit = "ba4deeb7969588d937da609008d05bb83a47b1ab"
	corpusDate   = "2026-08-22T19:00:15+01:00"
)

// corpus is that corpus. It is no part of the project: where it is
// not at hand, tests with it are skipped.
func corpus(t testing.TB) peps.Source {
	t.Helper()
	if _, err := os.Stat(corpusName()); err != nil {
		t.Skipf("the corpus of 2026-08-22 is not at hand (AHIRU_PEPS_CORPUS names it): %v", err)
	}
	src, err := readCorpus()
	if err != nil {
		t.Fatal(err)
	}
	return src
}

func corpusName() string {
	if name := os.Getenv("AHIRU_PEPS_CORPUS"); name != "" {
		return name
	}
	return "../../../../../shared/peps/peps-2026-08-22.tar.xz"
}

// readCorpus reads it once for all tests.
var readCorpus = sync.OnceValues(func() (peps.Source, error) { return read(corpusName()) })

// TestShipped makes the shipped facts anew. When the extraction changed on
// purpose, write them by the command: -src <corpus>, -out peps.json and -mentions
// mentions.json in wasm/peps/data, -commit and -date as above; and check -format
// json -out findings.json with the same commit and date.
func TestShipped(t *testing.T) {
	src := corpus(t)
	src.Commit, src.Date = corpusCommit, corpusDate
	r := peps.Extract(src)
	var graph, mentions bytes.Buffer
	if err := r.Graph.Encode(&graph); err != nil {
		t.Fatal(err)
	}
	m := peps.Mentions{Commit: src.Commit, Date: src.Date, Mentions: r.Mentions}
	if err := m.Encode(&mentions); err != nil {
		t.Fatal(err)
	}
	var findings bytes.Buffer
	if err := (check.Findings{Commit: src.Commit, Date: src.Date, Findings: check.Corpus(r)}).Encode(&findings); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(graph.Bytes(), data.PEPs) || !bytes.Equal(mentions.Bytes(), data.Mentions) || !bytes.Equal(findings.Bytes(), data.Findings) {
		t.Errorf("the corpus gives other facts than wasm/peps/data holds")
	}
}

// TestTotals compares with what an independent reading of the same corpus found.
func TestTotals(t *testing.T) {
	src := corpus(t)
	r := peps.Extract(src)
	want := map[peps.Kind]int{
		peps.Role: 3454, peps.Text: 330, peps.List: 13, peps.URL: 2, peps.Ref: 11, peps.Title: 4,
		peps.Requires: 39, peps.Replaces: 42, peps.SupersededBy: 32,
	}
	for _, k := range peps.Kinds() {
		if r.Report.Kinds[k] != want[k] {
			t.Errorf("%d mentions of kind %s, want %d", r.Report.Kinds[k], k, want[k])
		}
	}
	if r.Report.Nodes != 736 || r.Report.Edges != 1698 || len(r.Report.Problems) != 0 {
		t.Errorf("%d nodes, %d edges, problems %v", r.Report.Nodes, r.Report.Edges, r.Report.Problems)
	}
	if n := literalOnly(r); n != 11 {
		t.Errorf("%d pairs stand only in literals, want 11", n)
	}
}

// literalOnly counts the pairs that are mentioned in literals and nowhere else.
func literalOnly(r peps.Result) int {
	edges := make(map[[2]int]bool)
	for _, e := range r.Graph.Edges {
		edges[[2]int{e.From, e.To}] = true
	}
	only := make(map[[2]int]bool)
	for _, m := range r.Report.Literal {
		if pair := [2]int{m.From, m.To}; !edges[pair] {
			only[pair] = true
		}
	}
	return len(only)
}

func BenchmarkExtract(b *testing.B) {
	src := corpus(b)
	size := 0
	for _, f := range src.Files {
		size += len(f.Data)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		peps.Extract(src)
	}
}

func BenchmarkRead(b *testing.B) {
	corpus(b)
	for b.Loop() {
		if _, err := read(corpusName()); err != nil {
			b.Fatal(err)
		}
	}
}
