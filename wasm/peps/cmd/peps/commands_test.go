package main

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/wasm/peps/check"
	"github.com/ahiru-dev/ahiru/wasm/peps/compare"
)

func TestHelpListsTheCommands(t *testing.T) {
	stdout, _, err := call(t, "help")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range commandNames() {
		if !strings.Contains(stdout, "  "+name) {
			t.Errorf("help does not tell %s", name)
		}
		var usage usageError
		if name == "help" {
			continue
		}
		if _, _, err := call(t, name, "-nonsense"); !errors.As(err, &usage) {
			t.Errorf("%s -nonsense: %v", name, err)
		}
		if _, _, err := call(t, name); !errors.As(err, &usage) {
			t.Errorf("%s without flags: %v", name, err)
		}
		if _, _, err := call(t, name, "-src", "nowhere", "more"); !errors.As(err, &usage) {
			t.Errorf("%s with a word too many: %v", name, err)
		}
	}
	if _, _, err := call(t, "paint"); err == nil || !strings.Contains(err.Error(), `no command "paint", only graph, metrics`) {
		t.Errorf("an unknown command: %v", err)
	}
}

func TestMetrics(t *testing.T) {
	folder := checkout(t)
	stdout, _, err := call(t, "metrics", "-src", folder, "-names", "in-degree, core")
	want := "number,title,status,in-degree,core\n1,One,Draft,0,1\n2,Two,Draft,1,1\n"
	if err != nil || stdout != want {
		t.Errorf("wrote %q, %v; want %q", stdout, err, want)
	}
	stdout, _, err = call(t, "metrics", "-src", folder, "-format", "json", "-kinds", "requires")
	var all map[string]map[int]float64
	if err != nil || json.Unmarshal([]byte(stdout), &all) != nil || len(all["pagerank"]) != 2 || all["degree"][1] != 0 {
		t.Errorf("wrote %q, %v", stdout, err)
	}
	for want, args := range map[string][]string{
		"no metric beauty": {"-names", "beauty"},
		`no kind "love"`:   {"-kinds", "love"},
		"-format xml":      {"-format", "xml"},
		"resolution":       {"-resolution", "-1"},
	} {
		if _, _, err := call(t, append([]string{"metrics", "-src", folder}, args...)...); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", args, err, want)
		}
	}
}

func TestCheck(t *testing.T) {
	folder := checkout(t)
	stdout, _, err := call(t, "check", "-src", folder)
	want := "peps/pep-0001.rst:7: PEP 1 mentions PEP 9, which does not exist [unknown]\n"
	if err != nil || stdout != want {
		t.Errorf("told %q, %v; want %q", stdout, err, want)
	}
	stdout, _, err = call(t, "check", "-src", folder, "-format", "json", "-strict", "-date", "2026-08-22")
	var found check.Findings
	if !errors.Is(err, errFound) || json.Unmarshal([]byte(stdout), &found) != nil || len(found.Findings) != 1 || found.Date != "2026-08-22" {
		t.Errorf("told %q, %v", stdout, err)
	}
}

func TestDiff(t *testing.T) {
	older, newer := checkout(t), checkout(t)
	text := "PEP: 3\nTitle: Three\nAuthor: A\nStatus: Draft\nType: Process\n\nPEP 1\n"
	if err := os.WriteFile(filepath.Join(newer, "peps", "pep-0003.rst"), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	stdout, _, err := call(t, "diff", "-old", older, "-new", newer)
	want := "+ PEP 3 Three (Draft)\n+ PEP 3 mentions PEP 1, 1 times\nPEPs: 1 added, 0 removed, 0 changed; references: 1 added, 0 removed, 0 changed\n"
	if err != nil || stdout != want {
		t.Errorf("told %q, %v; want %q", stdout, err, want)
	}
	graph := filepath.Join(t.TempDir(), "newer.json")
	if _, _, err := call(t, "-q", "-src", newer, "-out", graph); err != nil {
		t.Fatal(err)
	}
	stdout, _, err = call(t, "diff", "-old", graph, "-new", older, "-format", "json")
	var d compare.Difference
	if err != nil || json.Unmarshal([]byte(stdout), &d) != nil || len(d.Removed) != 1 || len(d.EdgesRemoved) != 1 {
		t.Errorf("from a written graph: %q, %v", stdout, err)
	}
}

func TestSVG(t *testing.T) {
	folder := checkout(t)
	for _, name := range []string{"force", "timeline", "layers", "rank", "community", "topic"} {
		args := []string{"svg", "-src", folder, "-layout", name}
		stdout, _, err := call(t, args...)
		again, _, _ := call(t, args...)
		if err != nil || stdout != again || strings.Count(stdout, "PEP 2: Two") == 0 {
			t.Errorf("%s: %.200q, %v", name, stdout, err)
		}
		for d := xml.NewDecoder(strings.NewReader(stdout)); ; {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s is no XML: %v", name, err)
			}
		}
	}
	if _, _, err := call(t, "svg", "-src", folder, "-layout", "spiral"); err == nil || !strings.Contains(err.Error(), `no layout "spiral"`) {
		t.Errorf("an unknown layout: %v", err)
	}
}

func TestExportAndRead(t *testing.T) {
	folder := checkout(t)
	for format, want := range map[string]string{"gexf": "<gexf", "graphml": "<graphml", "dot": "digraph", "csv": "Source,Target", "csv-nodes": "Id,Label", "json": `"nodes"`} {
		if stdout, _, err := call(t, "export", "-src", folder, "-format", format); err != nil || !strings.Contains(stdout, want) {
			t.Errorf("%s: %.100q, %v", format, stdout, err)
		}
	}
	stdout, _, err := call(t, "read", "-src", folder, "-pep", "1")
	want := "# What to read before PEP 1, One\n\n1. [PEP 2: Two](https://peps.python.org/pep-0002/) (Draft)\n"
	if err != nil || stdout != want {
		t.Errorf("told %q, %v; want %q", stdout, err, want)
	}
	if stdout, _, err := call(t, "read", "-src", folder, "-pep", "2"); err != nil || !strings.Contains(stdout, "Nothing: it builds on no other PEP.") {
		t.Errorf("told %q, %v", stdout, err)
	}
	if _, _, err := call(t, "read", "-src", folder, "-pep", "7"); err == nil || !strings.Contains(err.Error(), "no PEP 7") {
		t.Errorf("an unknown PEP: %v", err)
	}
}

func TestBrokenGraphs(t *testing.T) {
	for text, want := range map[string]string{
		"no json":                               "is no graph of PEPs: invalid character",
		`{"nodes":[]}`:                          "it has no nodes",
		`[1]`:                                   "is no graph of PEPs: json: cannot unmarshal",
		`{"nodes":[{"number":1},{"number":1}]}`: "two nodes of the number 1",
		`{"nodes":[{"number":1}],"edges":[{"from":1,"to":2}]}`:     "there is no PEP 2",
		`{"nodes":[{"number":1}],"edges":[{"from":1,"to":"two"}]}`: "cannot unmarshal string",
	} {
		name := filepath.Join(t.TempDir(), "peps.json")
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		if _, _, err := call(t, "svg", "-src", name); err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want %q", text, err, want)
		}
	}
}
