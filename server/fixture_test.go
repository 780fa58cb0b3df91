package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

// The names that tests ask for most.
const (
	script = "assets/app.0123456789abcdef.js"
	wasm   = "assets/threads.fedcba9876543210.wasm"
)

// large does not compress, so that its copies are large as well.
var large = noise(3 << 20)

// fixture is a site as the builder lays it out.
func fixture() map[string]string {
	words := strings.Repeat("A duck floats, a duck dives. ", 100)
	return map[string]string{
		"index.html":                "<!doctype html><title>Home</title>" + words,
		"404.html":                  "<!doctype html><title>Nothing here</title>" + words,
		"build.json":                `{"build":"b1","csp":"default-src 'none'; script-src 'self' 'sha256-AAAA'"}`,
		"demos/threads/index.html":  "<!doctype html><title>Threads</title>" + words,
		"demos/threads/lesson.json": `{"name":"threads"}` + words,
		"embed/threads/index.html":  "<!doctype html><title>Embedded</title>" + words,
		"ja/embed/peps/index.html":  "<!doctype html><title>埋め込み</title>" + words,
		"ko/index.html":             "<!doctype html><title>집</title>" + words,
		"demos/empty/note.txt":      "a directory without a page",
		"a:b/index.html":            "<!doctype html><title>Colon</title>",
		"ünïcode.txt":               "umlauts",
		"manifest.webmanifest":      `{"name":"Ahiru"}`,
		"picture.svg":               "<svg xmlns='http://www.w3.org/2000/svg'/>" + words,
		"feed.xml":                  "<feed/>",
		"robots.txt":                "User-agent: *",
		"module.mjs":                "export {}",
		"site.css":                  "body{}" + words,
		"logo.png":                  "\x89PNG",
		"unknown.kind":              "bytes",
		"empty.txt":                 "",
		"digits.txt":                "0123456789",
		script:                      "console.log(1);" + words,
		script + ".map":             "{}",
		wasm:                        "\x00asm" + large,
		".env":                      "SECRET",
		".git/config":               "SECRET",
		"assets/.hidden.js":         "SECRET",
	}
}

// writeSite writes a site into a new folder, each file with its compressed
// copies where they are smaller (and those of the large one always), an hour
// ago, so that everything is settled.
func writeSite(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "dist")
	for name, content := range files {
		for suffix, pack := range packers {
			packed := pack(t, content)
			if suffix == "" || len(packed) < len(content) || name == wasm {
				writeFile(t, filepath.Join(dir, filepath.FromSlash(name+suffix)), packed, time.Now().Add(-time.Hour))
			}
		}
	}
	return dir
}

func writeFile(t testing.TB, path, content string, modified time.Time) {
	t.Helper()
	must(t, os.MkdirAll(filepath.Dir(path), 0o755))
	must(t, os.WriteFile(path, []byte(content), 0o644))
	must(t, os.Chtimes(path, modified, modified))
}

// packers compress, by the suffix of what they make.
var packers = map[string]func(testing.TB, string) string{
	"":     func(_ testing.TB, content string) string { return content },
	".br":  packer(func(w io.Writer) (io.WriteCloser, error) { return brotli.NewWriter(w), nil }),
	".gz":  packer(func(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriter(w), nil }),
	".zst": packer(func(w io.Writer) (io.WriteCloser, error) { return zstd.NewWriter(w) }),
}

func packer(open func(io.Writer) (io.WriteCloser, error)) func(testing.TB, string) string {
	return func(t testing.TB, content string) string {
		var packed bytes.Buffer
		w, err := open(&packed)
		must(t, err)
		_, err = io.WriteString(w, content)
		must(t, err)
		must(t, w.Close())
		return packed.String()
	}
}

// noise is text without a pattern, the same every time (xorshift).
func noise(n int) string {
	out := make([]byte, n)
	for i, x := 0, uint32(2463534242); i < n; i++ {
		x ^= x << 13
		x ^= x >> 17
		x ^= x << 5
		out[i] = byte(x)
	}
	return string(out)
}

// start serves a handler with the real server's limits on a free port, and
// gives its address. Change makes other limits.
func start(t testing.TB, h http.Handler, change ...func(*http.Server)) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	server := newServer(h, quiet(), nil)
	for _, f := range change {
		f(server)
	}
	if ours, ok := h.(*handler); ok {
		listener = newExpress(listener, ours, server)
	}
	go server.Serve(listener)
	t.Cleanup(func() { server.Close() })
	return listener.Addr().String()
}

func quiet() *slog.Logger { return slog.New(slog.DiscardHandler) }

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
