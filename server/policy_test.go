package main

import (
	"bytes"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestPolicyFollowsTheBuild(t *testing.T) {
	dir := writeSite(t, map[string]string{"index.html": "x"})
	build := filepath.Join(dir, buildFile)
	var log bytes.Buffer
	h := newHandler(folder(dir), slog.New(slog.NewTextHandler(&log, nil)))
	strict := strictPolicy + "; frame-ancestors 'self'"

	for _, c := range []struct{ file, want string }{
		{"", strict},
		{`{"csp":"default-src 'none'"}`, "default-src 'none'; frame-ancestors 'self'"},
		{`{"csp":"default-src 'self';"}`, "default-src 'self'; frame-ancestors 'self'"},
		{`{"csp":"default-src *\nSet-Cookie: a=b"}`, strict},
		{`{"csp":7}`, strict},
		{`{"csp":`, strict},
		{`{}`, strict},
		{`{"csp":"default-src 'none'"}`, "default-src 'none'; frame-ancestors 'self'"},
		{"", strict},
	} {
		if c.file == "" {
			os.Remove(build)
		} else {
			must(t, os.WriteFile(build, []byte(c.file), 0o644))
		}
		log.Reset()
		time.Sleep(2 * time.Millisecond) // else this millisecond may have had its looks
		for range 2 {
			if got := get(h, "/", "").Header.Get("Content-Security-Policy"); got != c.want {
				t.Errorf("build.json %q: policy\n%s\nwant\n%s", c.file, got, c.want)
			}
		}
		if warned := strings.Count(log.String(), "WARN"); warned > 1 || (warned == 1) != (c.file != "" && c.want == strict) {
			t.Errorf("build.json %q: %d warnings", c.file, warned)
		}
	}
}

// TestWholePagesKeepTheirOwnPolicy: a page in one file admits its script by digest, which the pages' policy would forbid.
func TestWholePagesKeepTheirOwnPolicy(t *testing.T) {
	h := newHandler(folder(writeSite(t, map[string]string{"single/race.html": "x", "single/x.js": "x"})), slog.New(slog.DiscardHandler))
	for path, want := range map[string]string{
		"/single/race.html": "frame-ancestors 'self'",
		"/single/x.js":      strictPolicy + "; frame-ancestors 'self'",
		"/single/":          strictPolicy + "; frame-ancestors 'self'",
	} {
		if got := get(h, path, "").Header.Get("Content-Security-Policy"); got != want {
			t.Errorf("%s: policy\n%s\nwant\n%s", path, got, want)
		}
	}
}
