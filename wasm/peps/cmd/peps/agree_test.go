package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/ahiru-dev/ahiru/wasm/peps"
)

// disagreements compares the extractor with the independent reading of the same
// files, pair by pair.
func disagreements(src peps.Source) (list []string) {
	theirs := independently(src.Files)
	ours := make(map[pair]int)
	for _, e := range peps.Extract(src).Graph.Edges {
		ours[pair{e.From, e.To}] = e.Count
	}
	all := maps.Clone(theirs)
	maps.Copy(all, ours)
	for p := range all {
		if ours[p] != theirs[p] {
			list = append(list, fmt.Sprintf("PEP %d mentions PEP %d %d times, independently read %d times", p[0], p[1], ours[p], theirs[p]))
		}
	}
	slices.Sort(list)
	return list
}

// beyond are the small corpora of what crossing out cannot tell apart; whole
// corpora have none of it, or it would show there.
var beyond = map[string]string{
	"context-literal":   "a caption of code is text",
	"context-table":     "a cell ends in mid-line",
	"form-url":          "an address goes on in the next line; raw HTML knows no inline literals",
	"problems":          "a file begins without headers",
	"tricky-16-history": "folders beside that of the PEPs; quotation marks of TeX",
}

// TestAgreesOnSmallCorpora: the two readings agree on the corpora of package
// peps, which hold what goes wrong easily.
func TestAgreesOnSmallCorpora(t *testing.T) {
	names, err := filepath.Glob("../../testdata/*.txtar")
	if err != nil || len(names) < 20 {
		t.Fatalf("%d corpora: %v", len(names), err)
	}
	for _, name := range names {
		if _, skip := beyond[strings.TrimSuffix(filepath.Base(name), ".txtar")]; skip {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range disagreements(small(txtar.Parse(data))) {
			t.Errorf("%s: %s", filepath.Base(name), d)
		}
	}
}

// small makes the source of a small corpus; package peps tells its form.
func small(a *txtar.Archive) (src peps.Source) {
	add := func(n, body string) {
		number, _ := strconv.Atoi(n)
		text := fmt.Sprintf("PEP: %d\nTitle: A title\nAuthor: Some Body\nStatus: Draft\nType: Process\n\n%s", number, body)
		src.Files = append(src.Files, peps.File{Path: fmt.Sprintf("peps/pep-%04d.rst", number), Data: []byte(text)})
	}
	for line := range strings.Lines(string(a.Comment)) {
		if stubs, found := strings.CutPrefix(line, "stubs: "); found {
			for n := range strings.FieldsSeq(stubs) {
				add(n, "")
			}
		}
	}
	for _, f := range a.Files[:len(a.Files)-1] {
		if _, err := strconv.Atoi(f.Name); err == nil {
			add(f.Name, string(f.Data))
		} else {
			src.Files = append(src.Files, peps.File{Path: f.Name, Data: f.Data})
		}
	}
	return src
}

// TestAgreesOnCorpora compares the readings of whole corpora: the one of the
// shipped facts, and any that AHIRU_PEPS_CORPORA lists.
func TestAgreesOnCorpora(t *testing.T) {
	names := append([]string{corpusName()}, filepath.SplitList(os.Getenv("AHIRU_PEPS_CORPORA"))...)
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			if _, err := os.Stat(name); err != nil {
				t.Skipf("the corpus is not at hand: %v", err)
			}
			src, err := read(name)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range disagreements(src) {
				t.Error(d)
			}
		})
	}
}
