package hostcheck

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

const (
	script = "assets/page.0123456789abcdef.js"
	jail   = "'sha256-jailjailjail='"
	homely = `<meta http-equiv="Content-Security-Policy" content="script-src &#39;sha256-jailjailjail=&#39;">` +
		`<link rel="stylesheet" href="./assets/site.0123456789abcdef.css"><script type="module" src="./` + script + `"></script>` +
		`<ahiru-demo name="threads"></ahiru-demo>`
)

// files is a small site in the builder's form.
func files() map[string]string {
	sum := sha256.Sum256([]byte(homely))
	return map[string]string{
		"": homely, "demos/": homely, "demos/threads/": homely, "embed/threads/": homely,
		script: "export {}", "assets/site.0123456789abcdef.css": "p{}",
		"demos/threads/lesson.json":            `{"wasm":{"url":"../../assets/threads.0123456789abcdef.wasm"}}`,
		"assets/threads.0123456789abcdef.wasm": "\x00asm" + strings.Repeat("x", 5000), "manifest.webmanifest": "{}",
		"sw.js": `self.ahiruSite={"build":"cafe","shell":[{"path":"","sha256":"` + base64.StdEncoding.EncodeToString(sum[:]) + "\"}]};\nrest",
	}
}

// A model is a host that does everything right, but for what a test changes.
type model struct {
	files map[string]string
	also  func(path string, h http.Header) // changes what is sent
	page  bool                             // every address is answered with the home page
}

func (m model) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	path := strings.TrimPrefix(r.URL.Path, "/a/")
	text, ok := m.files[path]
	if !ok && m.page {
		text, ok = homely, true
	}
	if _, folder := m.files[path+"/"]; !ok && folder {
		http.Redirect(w, r, r.URL.Path+"/", http.StatusMovedPermanently)
		return
	}
	if !ok {
		http.NotFound(w, r)
		return
	}
	h := w.Header()
	for _, want := range isolating {
		h.Set(want[0], want[1])
	}
	kind := "text/html"
	for suffix, its := range map[string]string{".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".wasm": "application/wasm", ".webmanifest": "application/manifest+json"} {
		if strings.HasSuffix(path, suffix) {
			kind = its
		}
	}
	h.Set("Content-Type", kind)
	h.Set("Access-Control-Allow-Origin", "*")
	h.Set("Content-Security-Policy", "script-src "+jail+"; frame-ancestors *")
	h.Set("Vary", "Accept-Encoding")
	h.Set("ETag", `"1"`)
	h.Set("Cache-Control", "no-cache")
	if strings.HasPrefix(path, "assets/") {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	packed := strings.Contains(r.Header.Get("Accept-Encoding"), "br")
	if packed {
		h.Set("Content-Encoding", "br")
	}
	if m.also != nil {
		m.also(path, h)
	}
	if r.Header.Get("If-None-Match") == `"1"` && h.Get("ETag") != "" {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	if packed && h.Get("Content-Encoding") != "" {
		var out bytes.Buffer
		z := gzip.NewWriter(&out)
		_, _ = z.Write([]byte(text))
		z.Close()
		text = out.String()
	}
	_, _ = w.Write([]byte(text))
}

func check(t *testing.T, m model) *Report {
	t.Helper()
	server := httptest.NewServer(m)
	t.Cleanup(server.Close)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	t.Cleanup(cancel)
	r, err := Check(ctx, server.URL+"/a")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestAHostThatDoesItAll(t *testing.T) {
	r := check(t, model{files: files()})
	if r.Worst() != Fine || len(r.Findings) < 12 || r.Build != "cafe" {
		t.Errorf("%+v", r)
	}
}

// TestFaults: what is wrong with a host is found, alone, and comes with what to do.
func TestFaults(t *testing.T) {
	set := func(suffix, name, value string) func(string, http.Header) {
		return func(path string, h http.Header) {
			if strings.HasSuffix(path, suffix) {
				h.Set(name, value)
			}
		}
	}
	for name, c := range map[string]struct {
		change func(*model)
		about  string
		grade  Grade
	}{
		"no isolation":        {func(m *model) { m.also = set("", "Document-Isolation-Policy", "") }, "isolation", Better},
		"script as text":      {func(m *model) { m.also = set(script, "Content-Type", "text/plain") }, "types", Broken},
		"wasm as bytes":       {func(m *model) { m.also = set(".wasm", "Content-Type", "application/octet-stream") }, "types", Better},
		"missing style":       {func(m *model) { delete(m.files, "assets/site.0123456789abcdef.css") }, "types", Broken},
		"a counter in it":     {func(m *model) { m.files[""] += "<script>count()</script>" }, "files", Broken},
		"another's policy":    {func(m *model) { m.also = set("", "Content-Security-Policy", "script-src 'self'; frame-ancestors *") }, "policy", Broken},
		"frames alone":        {func(m *model) { m.also = set("", "Content-Security-Policy", "frame-ancestors *") }, "policy", Fine},
		"no policy":           {func(m *model) { m.also = set("", "Content-Security-Policy", "") }, "policy", Better},
		"frames refused":      {func(m *model) { m.also = set("embed/threads/", "X-Frame-Options", "DENY") }, "embeds", Broken},
		"closed to strangers": {func(m *model) { m.also = set("", "Access-Control-Allow-Origin", "") }, "embeds", Better},
		"uncompressed":        {func(m *model) { m.also = set("", "Content-Encoding", "") }, "compression", Better},
		"gzip alone":          {func(m *model) { m.also = set("", "Content-Encoding", "gzip") }, "compression", Better},
		"no Vary":             {func(m *model) { m.also = set("", "Vary", "Origin") }, "compression", Better},
		"assets kept short":   {func(m *model) { m.also = set(".js", "Cache-Control", "max-age=600") }, "caching", Better},
		"pages kept long":     {func(m *model) { m.also = set("/", "Cache-Control", "public, max-age=31536000"); root(m) }, "caching", Broken},
		"no validators":       {func(m *model) { m.also = func(_ string, h http.Header) { h.Del("ETag") } }, "caching", Better},
		"a page for all":      {func(m *model) { m.page = true }, "missing files", Broken},
		"no worker":           {func(m *model) { delete(m.files, "sw.js") }, "files", Broken},
	} {
		t.Run(name, func(t *testing.T) {
			m := model{files: files()}
			c.change(&m)
			r := check(t, m)
			found := false
			for _, f := range r.Findings {
				if f.Grade != Fine && f.Change == "" {
					t.Errorf("%s: %s comes without what to do", f.About, f.Said)
				}
				found = found || f.About == c.about && f.Grade == c.grade
			}
			if !found || r.Worst() != c.grade {
				t.Errorf("want %q graded %d, got %+v", c.about, c.grade, r.Findings)
			}
		})
	}
}

// root has the home page kept as long as the others.
func root(m *model) {
	before := m.also
	m.also = func(path string, h http.Header) {
		if path == "" {
			path = "/"
		}
		before(path, h)
	}
}

// TestStrangers: whoever is asked may be anybody.
func TestStrangers(t *testing.T) {
	for name, h := range map[string]http.HandlerFunc{
		"no Ahiru": func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "<h1>Hi</h1>") },
		"an error": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(500) },
		"a circle": func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/?again", http.StatusFound) },
		"no end": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "1000")
			fmt.Fprint(w, "x")
		},
	} {
		server := httptest.NewServer(h)
		if r, err := Check(t.Context(), server.URL); err == nil || strings.ContainsAny(err.Error(), "\n\x1b") {
			t.Errorf("%s: %+v, %v", name, r, err)
		}
		server.Close()
	}
	for _, address := range []string{"", "example.org", "ftp://example.org/", "http://", "::"} {
		if _, err := Check(t.Context(), address); err == nil {
			t.Errorf("%q was taken for an address", address)
		}
	}
	m := model{files: files()}
	m.also = func(path string, h http.Header) {
		if strings.HasSuffix(path, ".wasm") {
			h["Content-Type"] = []string{"text/\u009b31m" + strings.Repeat("x", 5000)}
		}
	}
	var out bytes.Buffer
	if err := check(t, m).Write(&out); err != nil || strings.ContainsAny(out.String(), "\x1b\u009b") || out.Len() > 4000 {
		t.Errorf("%d bytes, %v: %s", out.Len(), err, &out)
	}
}
