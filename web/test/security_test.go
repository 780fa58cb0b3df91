package test

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestSecurityPageNamesRealTests: each test by which the page of security holds a promise is there, in every language.
func TestSecurityPageNamesRealTests(t *testing.T) {
	var all strings.Builder
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && (d.Name() == "node_modules" || path != root && strings.HasPrefix(d.Name(), ".") || path == dist) {
			return filepath.SkipDir
		}
		if err == nil && strings.HasSuffix(path, "_test.go") {
			text, err := os.ReadFile(path)
			all.Write(text)
			return err
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"en", "ja", "ko"} {
		text, err := os.ReadFile(filepath.Join(root, "docs", lang, "security.md"))
		if err != nil {
			t.Fatal(err)
		}
		names := regexp.MustCompile("`((?:Test|Fuzz)[A-Za-z]+)`").FindAllSubmatch(text, -1)
		if len(names) < 20 {
			t.Errorf("docs/%s/security.md names %d tests", lang, len(names))
		}
		for _, name := range names {
			if !strings.Contains(all.String(), "func "+string(name[1])+"(") {
				t.Errorf("docs/%s/security.md names %s, and there is no such test", lang, name[1])
			}
		}
	}
}

var metaPolicy = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy" content="([^"]*)"`)

// TestEveryPageCarriesThePolicy: as a meta element before anything that could run, so that it holds on any host.
func TestEveryPageCarriesThePolicy(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(dist, "build.json"))
	if err != nil {
		t.Fatal(err)
	}
	var build struct{ CSP string }
	if err := json.Unmarshal(text, &build); err != nil || build.CSP == "" {
		t.Fatalf("build.json: %v, %q", err, build.CSP)
	}
	unescape := strings.NewReplacer("&#39;", "'", "&#43;", "+")
	seen := 0
	err = filepath.WalkDir(dist, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".html") {
			return err
		}
		page, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		seen++
		at := metaPolicy.FindSubmatchIndex(page)
		name, _ := filepath.Rel(dist, path)
		if at == nil {
			t.Errorf("%s carries no policy", name)
			return nil
		}
		policy := unescape.Replace(string(page[at[2]:at[3]]))
		if single := strings.HasPrefix(name, "single"); !single && policy != build.CSP || single && strings.Contains(policy, "'self'") {
			t.Errorf("%s carries the policy %s", name, policy)
		}
		if strings.Contains(policy, "unsafe-inline") || strings.Contains(policy, "'unsafe-eval'") || !strings.HasPrefix(policy, "default-src 'none'") {
			t.Errorf("%s has a policy that is none: %s", name, policy)
		}
		if before := string(page[:at[0]]); strings.Contains(before, "<script") || strings.Contains(before, "<link") || strings.Contains(before, "<style") {
			t.Errorf("in %s something comes before the policy", name)
		}
		return nil
	})
	if err != nil || seen < 50 {
		t.Errorf("%d pages were looked at, %v", seen, err)
	}
}
