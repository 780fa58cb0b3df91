package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/ahiru-dev/ahiru/docs/render"
)

var update = flag.Bool("update", false, "rewrite the golden file")

// oembedGolden is the document that the browser tests show in a page as
// WordPress does.
var oembedGolden = filepath.Join("..", "test", "testdata", "blog", "oembed.json")

func TestOEmbed(t *testing.T) {
	s := newSite(config{base: "https://site.example/ahiru"}, release{}, "0123456789abcdef")
	s.covers["demos/threads"] = "assets/cover-demos-threads.0123456789abcdef.png"
	p := s.newPage("embed", "embed", "embed/threads", render.Languages[0])
	p.Title = `Waits & "threads"`
	if err := s.addOEmbed(p, render.Languages[0]); err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if err := json.Indent(&got, s.files["oembed/en/threads.json"], "", "  "); err != nil {
		t.Fatal(err)
	}
	got.WriteByte('\n')
	if *update {
		if err := os.WriteFile(oembedGolden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(oembedGolden)
	if err != nil || !bytes.Equal(want, got.Bytes()) {
		t.Errorf("got %s\nwant %s (%v)", &got, want, err)
	}
}

func TestFramedAs(t *testing.T) {
	for name, want := range map[string]string{
		"demos/threads": "embed/threads", "embed/threads": "embed/threads", "peps": "embed/peps", "embed/peps": "embed/peps",
		"play": "embed/play", "embed/play": "embed/play", "index": "", "demos": "", "docs/hosting": "", "hosting": "",
	} {
		if got := framedAs(name); got != want {
			t.Errorf("framedAs(%s) = %q, want %q", name, got, want)
		}
	}
}

// TestNothingAbsoluteWithoutSite: relative addresses in such metadata mislead.
func TestNothingAbsoluteWithoutSite(t *testing.T) {
	s := newSite(config{}, release{}, "0123456789abcdef")
	s.covers["demos/threads"] = "assets/x.png"
	if p := s.newPage("lesson", "lesson", "demos/threads", render.Languages[0]); p.OEmbed != "" || p.Picture != "" {
		t.Errorf("without -site the page names %q and %q", p.OEmbed, p.Picture)
	}
}
