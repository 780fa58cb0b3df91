package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

func TestCompressedFormsHoldTheFile(t *testing.T) {
	contents := []byte(strings.Repeat("a goroutine is a goroutine. ", 1000))
	readers := map[string]func(io.Reader) (io.Reader, error){
		".br":  func(r io.Reader) (io.Reader, error) { return brotli.NewReader(r), nil },
		".zst": func(r io.Reader) (io.Reader, error) { return zstd.NewReader(r) },
		".gz":  func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) },
	}
	c := cache{dir: t.TempDir()}
	for _, k := range codings {
		for _, best := range []bool{false, true, true} {
			small, err := c.compressed(k, contents, best)
			if err != nil {
				t.Fatal(err)
			}
			r, err := readers[k.suffix](bytes.NewReader(small))
			if err != nil {
				t.Fatal(err)
			}
			if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, contents) {
				t.Errorf("%s, best %v: %d bytes back, %v; want the %d that went in", k.suffix, best, len(got), err, len(contents))
			}
		}
	}
}

func TestCacheMakesOnceAndKeepsNoFailure(t *testing.T) {
	c, made := cache{dir: filepath.Join(t.TempDir(), "new")}, 0
	broken := errors.New("broken")
	if _, err := c.get(key([]byte("k")), func() ([]byte, error) { return nil, broken }); !errors.Is(err, broken) {
		t.Fatalf("got %v, want the maker's error", err)
	}
	for range 2 {
		data, err := c.get(key([]byte("k")), func() ([]byte, error) { made++; return []byte("v"), nil })
		if err != nil || string(data) != "v" {
			t.Fatalf("got %q, %v", data, err)
		}
	}
	if made != 1 {
		t.Errorf("made %d times, want once", made)
	}
	if key([]byte("ab"), []byte("c")) == key([]byte("a"), []byte("bc")) {
		t.Error("two lists of parts share a key")
	}
}

func TestPruneRemovesOnlyWhatIsNotWanted(t *testing.T) {
	dist := t.TempDir()
	for _, name := range []string{"index.html", "old/page/index.html", "assets/a.js", "assets/b.js"} {
		if err := writeIfDifferent(filepath.Join(dist, name), []byte(name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := prune(dist, func(name string) bool { return name == "index.html" || name == "assets/a.js" }); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{"index.html": true, "assets/a.js": true, "assets/b.js": false, "old": false} {
		if _, err := os.Stat(filepath.Join(dist, name)); (err == nil) != want {
			t.Errorf("%s there: %v, want %v", name, err == nil, want)
		}
	}
}

func TestPublicAddress(t *testing.T) {
	for in, want := range map[string]string{
		"":                          "",
		"https://example.org":       "https://example.org",
		"https://example.org/sub/":  "https://example.org/sub",
		"example.org":               "error",
		"ftp://example.org":         "error",
		"https://example.org/?a=b":  "error",
		"https://example.org/#frag": "error",
		"https://":                  "error",
	} {
		got, err := publicAddress(in)
		if err != nil {
			got = "error"
		}
		if got != want {
			t.Errorf("publicAddress(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestReachFollowsChunks(t *testing.T) {
	text := `import{a}from"./chunk.0123456789abcdef.js";import"./chunk.fedcba9876543210.js";`
	if got := staticImports(text); len(got) != 2 {
		t.Fatalf("found %q, want both chunks", got)
	}
	imports := map[string][]string{"page.js": {"b.js"}, "b.js": {"c.js"}, "c.js": {"b.js"}}
	if got := strings.Join(reach(imports, "page.js"), " "); got != "assets/b.js assets/c.js" {
		t.Errorf("reached %q", got)
	}
}
