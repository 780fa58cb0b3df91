package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestNpmLicenses: what is for development alone is left out, a package without terms stops the build.
func TestNpmLicenses(t *testing.T) {
	web := t.TempDir()
	put := func(name, text string) {
		path := filepath.Join(web, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	put("node_modules/a/LICENSE.md", "terms of a")
	put("node_modules/@s/b/package.json", "{}")
	put("package-lock.json", `{"packages": {"": {}, "node_modules/a": {"version": "1.0.0"},
		"node_modules/@s/b": {"version": "2", "license": "MIT"}, "node_modules/tool": {"dev": true}}}`)
	found, err := npmLicenses(web)
	if err != nil || len(found) != 2 || found[0].name != "@s/b" || !strings.Contains(found[0].text, "MIT") || found[1] != (license{"a", "1.0.0", "terms of a"}) {
		t.Errorf("got %q, %v", found, err)
	}
	put("package-lock.json", `{"packages": {"node_modules/@s/b": {"version": "2"}}}`)
	if _, err := npmLicenses(web); !errors.Is(err, errNoLicense) {
		t.Errorf("a package without terms gives %v", err)
	}
}
