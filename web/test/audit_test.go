package test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A registry answers npm's audits: with nothing known, with a fault of lit, or not at all.
func registry(t *testing.T, answer string) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if answer == "" || !strings.HasSuffix(r.URL.Path, "/advisories/bulk") {
			w.WriteHeader(http.StatusMethodNotAllowed)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprint(w, answer)
	}))
	t.Cleanup(server.Close)
	return server.URL
}

// TestAudit: the part of make lint that asks for known faults ends with an error on a finding, and says what it could
// not ask. npm is the real one; govulncheck is played, by its documented exit codes.
func TestAudit(t *testing.T) {
	const (
		clean   = `echo "No vulnerabilities found."`
		inWasm  = `[ "$GOOS" != js ] || { echo "Vulnerability #1: GO-2099-0001"; exit 3; }; echo "No vulnerabilities found."`
		away    = `echo "govulncheck: fetching vulnerabilities: no such host"; exit 1`
		broken  = `echo "govulncheck: loading packages: there are errors"; exit 1`
		nothing = `{}`
		lit     = `{"lit": [{"id": 1, "title": "made up for this test", "severity": "high", "vulnerable_versions": "*", "url": "https://example.org/", "cwe": [], "cvss": {"score": 0}}]}`
	)
	for name, c := range map[string]struct {
		govulncheck, npm string
		required         bool
		fails            bool
		says             []string
	}{
		"nothing known":           {clean, nothing, true, false, []string{"No vulnerabilities found.", "found 0 vulnerabilities"}},
		"a fault in what runs":    {inWasm, nothing, false, true, []string{"GO-2099-0001"}},
		"a fault of a package":    {clean, lit, false, true, []string{"made up for this test"}},
		"both are away":           {away, "", false, false, []string{"NOT CHECKED for known faults: Go modules", "NOT CHECKED for known faults: npm packages"}},
		"away, where it must not": {away, "", true, true, []string{"NOT CHECKED"}},
		"the check itself fails":  {broken, nothing, false, true, []string{"there are errors"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			played := filepath.Join(t.TempDir(), "govulncheck")
			if err := os.WriteFile(played, []byte("#!/bin/sh\n"+c.govulncheck+"\n"), 0o755); err != nil {
				t.Fatal(err)
			}
			cmd := exec.Command(filepath.Join(root, "web", "test", "audit.sh"))
			cmd.Env = append(os.Environ(), "GOVULNCHECK="+played, "npm_config_registry="+registry(t, c.npm), "npm_config_cache="+t.TempDir(), "AUDIT=")
			if c.required {
				cmd.Env = append(cmd.Env, "AUDIT=required")
			}
			said, err := cmd.CombinedOutput()
			if (err != nil) != c.fails {
				t.Errorf("it ends with %v", err)
			}
			for _, want := range c.says {
				if !strings.Contains(string(said), want) {
					t.Errorf("it does not say %q:\n%s", want, said)
				}
			}
		})
	}
}
