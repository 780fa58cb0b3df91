package test

import (
	"compress/gzip"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// oddHosts are hosts as there are many: each serves the site below /a/b/ with a fault of its own.
var oddHosts = map[string]func(w http.ResponseWriter, r *http.Request, name string) bool{
	"wasm as bytes": func(w http.ResponseWriter, _ *http.Request, name string) bool {
		if strings.HasSuffix(name, ".wasm") {
			w.Header().Set("Content-Type", "application/octet-stream")
		}
		return false
	},
	"gzip alone, on the way": func(w http.ResponseWriter, _ *http.Request, name string) bool {
		text, err := os.ReadFile(filepath.Join(dist, filepath.FromSlash(name)))
		if err != nil {
			return false
		}
		for suffix, kind := range map[string]string{".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json", ".svg": "image/svg+xml", ".png": "image/png", ".webmanifest": "application/manifest+json"} {
			if path.Ext(name) == suffix {
				w.Header().Set("Content-Type", kind)
			}
		}
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		_, _ = z.Write(text)
		_ = z.Close()
		return true
	},
	"every address is a page": func(w http.ResponseWriter, r *http.Request, name string) bool {
		if _, err := os.Stat(filepath.Join(dist, filepath.FromSlash(name))); err == nil {
			return false
		}
		http.ServeFile(w, r, filepath.Join(dist, "404.html"))
		return true
	},
	"index.html is a redirect": func(w http.ResponseWriter, r *http.Request, name string) bool {
		if folder, ok := strings.CutSuffix(r.URL.Path, "index.html"); ok {
			http.Redirect(w, r, folder, http.StatusMovedPermanently)
			return true
		}
		return false
	},
}

// oddHost serves one of them and gives the site's address.
func oddHost(t *testing.T, odd func(http.ResponseWriter, *http.Request, string) bool) string {
	t.Helper()
	files := http.StripPrefix(hostRoot, http.FileServer(http.Dir(dist)))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, hostRoot)
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		if !odd(w, r, name) {
			files.ServeHTTP(w, r)
		}
	}))
	t.Cleanup(server.Close)
	return server.URL + hostRoot
}

// TestOddHosts: from each of them a lesson runs at the first visit, is not reloaded, and is isolated at the next page.
func TestOddHosts(t *testing.T) {
	t.Parallel()
	own := reader(t)
	for name, odd := range oddHosts {
		t.Run(name, func(t *testing.T) {
			url := oddHost(t, odd)
			page, closePage := visit(t, own, url+"demos/ducks/")
			first := script[isolatedRun](t, page, `window.same = true;`+runHere)
			if first.Isolated || first.Result.ExitCode != 0 {
				t.Errorf("the first visit gives %+v", first)
			}
			inWorkerPage[any](t, page, `await until(() => navigator.serviceWorker.controller)`)
			if !eval[bool](t, page, `window.same === true && !crossOriginIsolated`) {
				t.Error("the first visit was reloaded")
			}
			closePage()
			page, _ = visit(t, own, url+"demos/ducks/")
			if second := script[isolatedRun](t, page, runHere); !second.Isolated || second.Result.ExitCode != 0 {
				t.Errorf("the next visit gives %+v", second)
			}
		})
	}
}

// TestFrameOfAHostWithoutHeaders: in a post on another site, an embed of a host that sets no headers loads its page once
// and is not isolated: nothing is reloaded for the sake of headers.
func TestFrameOfAHostWithoutHeaders(t *testing.T) {
	t.Parallel()
	h, own := newHost(t), reader(t)
	post := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprintf(w, `<!doctype html><title>A post</title><link rel="icon" href="data:,">
			<iframe src="%sembed/race/"></iframe>`, h.URL)
	}))
	t.Cleanup(post.Close)
	// 127.0.0.1 and localhost are two sites.
	page, _ := visit(t, own, strings.Replace(post.URL, "127.0.0.1", "localhost", 1))
	loads := 0
	for start := time.Now(); time.Since(start) < 8*time.Second; time.Sleep(200 * time.Millisecond) {
		loads += h.wasAsked("embed/race/index.html")
	}
	if loads != 1 {
		t.Errorf("the frame's page was loaded %d times, want once", loads)
	}
	if eval[bool](t, page, `crossOriginIsolated`) {
		t.Error("the post is isolated: this shows nothing")
	}
}
