package peps

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write the golden parts of testdata")

// TestCorpora reads small corpora of our own, each about one thing that its
// first lines tell. A corpus is a txtar archive: files of PEPs, and "want", what
// was found in them. A line "stubs: 8 20" in its head adds PEPs without text; a
// file whose name is a number alone is peps/pep-NNNN.rst with plain headers.
func TestCorpora(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no test data: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			testCorpus(t, name)
		})
	}
}

func testCorpus(t *testing.T, name string) {
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	a := txtar.Parse(data)
	last := &a.Files[len(a.Files)-1]
	if last.Name != "want" {
		t.Fatalf("the last file of %s is %q, not want", name, last.Name)
	}
	got := describe(Extract(sourceOf(a)))
	if *update {
		last.Data = []byte(got)
		if err := os.WriteFile(name, txtar.Format(a), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want := string(last.Data); got != want {
		t.Errorf("found\n%s\nwant\n%s", got, want)
	}
}

// sourceOf makes a source of the files of a corpus.
func sourceOf(a *txtar.Archive) Source {
	var src Source
	for line := range strings.Lines(string(a.Comment)) {
		if stubs, found := strings.CutPrefix(line, "stubs: "); found {
			for _, n := range strings.Fields(stubs) {
				src.Files = append(src.Files, plainPEP(n, ""))
			}
		}
	}
	for _, f := range a.Files[:len(a.Files)-1] {
		if _, err := strconv.Atoi(f.Name); err == nil {
			src.Files = append(src.Files, plainPEP(f.Name, string(f.Data)))
		} else {
			src.Files = append(src.Files, File{Path: f.Name, Data: f.Data})
		}
	}
	return src
}

// plainPEP is a PEP of today's layout; its headers take six lines.
func plainPEP(number, body string) File {
	n, _ := strconv.Atoi(number)
	text := fmt.Sprintf("PEP: %d\nTitle: A title\nAuthor: Some Body\nStatus: Draft\nType: Process\n\n%s", n, body)
	return File{Path: fmt.Sprintf("peps/pep-%04d.rst", n), Data: []byte(text)}
}

// describe writes a result down for people: edges, each with its mentions, then
// what was dropped. Lines count from the top of the file: the text of a PEP with
// plain headers starts at line 7.
func describe(r Result) string {
	var b strings.Builder
	i := 0
	for _, e := range r.Graph.Edges {
		fmt.Fprintf(&b, "%d -> %d: %d\n", e.From, e.To, e.Count)
		for range e.Count {
			fmt.Fprintf(&b, "  %s\n", describeMention(r.Mentions[i]))
			i++
		}
	}
	for _, list := range []struct {
		name     string
		mentions []Mention
	}{{"self", r.Report.Self}, {"zero", r.Report.Zero}, {"unknown", r.Report.Unknown}, {"literal", r.Report.Literal}} {
		for _, m := range list.mentions {
			fmt.Fprintf(&b, "%s: %d -> %d %s\n", list.name, m.From, m.To, describeMention(m))
		}
	}
	for _, p := range r.Report.Problems {
		fmt.Fprintf(&b, "problem: %s:%d: %s\n", p.File, p.Line, p.Text)
	}
	return b.String()
}

func describeMention(m Mention) string {
	s := fmt.Sprintf("%s %s:%d", m.Kind, m.File, m.Line)
	if m.Section != "" {
		s += " #" + m.Section
	}
	return s
}
