package test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// headerRule is one rule of the file _headers.
type headerRule struct {
	path   string // ends in * where all below it is meant
	header [][2]string
}

// headerRules reads the file as Netlify and Cloudflare Pages document it: a path, and below it, indented, headers.
func headerRules(t *testing.T) (rules []headerRule) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dist, "_headers"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		name, value, isHeader := strings.Cut(strings.TrimSpace(line), ":")
		switch {
		case line[0] == '/' && strings.Count(line, "*") <= 1:
			rules = append(rules, headerRule{path: strings.TrimSpace(line)})
		case line[0] == ' ' && isHeader && len(rules) > 0:
			last := &rules[len(rules)-1]
			last.header = append(last.header, [2]string{name, strings.TrimSpace(value)})
		default:
			t.Fatalf("_headers has a line that no host would read: %q", line)
		}
	}
	return rules
}

func (r headerRule) matches(path string) bool {
	before, all := strings.CutSuffix(r.path, "*")
	return path == r.path || all && strings.HasPrefix(path, before)
}

// TestHeadersFile serves the site from a host that does what _headers says and nothing more: every rule that matches
// adds its headers.
func TestHeadersFile(t *testing.T) {
	rules := headerRules(t)
	files := http.FileServer(http.Dir(dist))
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, rule := range rules {
			for _, header := range rule.header {
				if rule.matches(r.URL.Path) {
					w.Header().Add(header[0], header[1])
				}
			}
		}
		if strings.HasSuffix(r.URL.Path, ".webmanifest") {
			w.Header().Set("Content-Type", "application/manifest+json")
		}
		if _, err := os.Stat(filepath.Join(dist, filepath.FromSlash(r.URL.Path))); err != nil {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(host.Close)
	for path, want := range map[string]string{"/": "'self'", "/ja/demos/race/": "'self'", "/embed/race/": "*", "/ko/embed/race/": "*"} {
		answer, err := http.Get(host.URL + path)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if got := answer.Header.Values("Content-Security-Policy"); len(got) != 1 || got[0] != "frame-ancestors "+want {
			t.Errorf("%s may be framed by %q, want %s", path, got, want)
		}
	}
	report, ok := checkHost(t, host.URL+"/")
	for _, want := range []string{"ok      isolation", "ok      policy", "ok      embeds", "ok      caching", "0 broken"} {
		if !strings.Contains(report, want) {
			t.Errorf("the check does not say %q:\n%s", want, report)
		}
	}
	if !ok {
		t.Error("the check ends with an error")
	}
	runsIsolated(t, host.URL+"/")
}
