package bundle

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

func write(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func goRoot(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

func TestTextImportsAgreeWithText(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{
		"page.ts":   `import text from "bundle:./inner.ts"; import hash from "hash:./inner.ts"; console.log([text, hash])`,
		"inner.ts":  `import go from "goroot:wasm_exec.js"; console.log("</script>", go.length)`,
		"broken.ts": `import nothing from "./absent"; nothing()`,
		"out.ts":    `import x from "goroot:../../VERSION"; console.log(x)`,
	})
	b := Bundler{Web: dir, GoRoot: goRoot(t)}
	inner, err := b.Text("inner.ts")
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(strings.ToLower(inner), "</script") {
		t.Error("the text would end an inline script element")
	}
	page, err := b.Text("page.ts")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(page, Digest(inner)) {
		t.Error("hash: differs from the Digest of Text")
	}
	if _, err := b.Text("broken.ts"); err == nil || !strings.Contains(err.Error(), "absent") {
		t.Errorf("missing import: got %v, want an error naming it", err)
	}
	if _, err := b.Text("out.ts"); err == nil {
		t.Error("goroot: reached a file outside GOROOT/lib/wasm")
	}
}

func TestPagesHashNamesAndImports(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{
		"a.ts":      `import { shared } from "./shared"; console.log("a", shared)`,
		"b.ts":      `import { shared } from "./shared"; console.log("b", shared)`,
		"shared.ts": `export const shared = "both pages use this " + location.href;`,
	})
	out, err := Bundler{Web: dir, GoRoot: goRoot(t)}.Pages([]string{"a.ts", "b.ts"})
	if err != nil {
		t.Fatal(err)
	}
	hashed := regexp.MustCompile(`^[a-z]+\.[0-9a-f]{16}\.js$`)
	chunk := ""
	for _, o := range out {
		if !hashed.MatchString(o.Name) {
			t.Errorf("name %s carries no hash", o.Name)
		}
		if o.Entry == "" {
			chunk = o.Name
		}
	}
	for _, o := range out {
		if o.Entry != "" && !strings.Contains(string(o.Contents), chunk) {
			t.Errorf("%s does not import %s", o.Name, chunk)
		}
	}
	if len(out) != 3 || chunk == "" {
		t.Fatalf("got %d files, want two entries and their shared chunk", len(out))
	}
}
