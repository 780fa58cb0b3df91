package test

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestLicensesAreComplete lists anew whose work is in the site and in the binaries, and looks for each in licenses.txt.
func TestLicensesAreComplete(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(dist, "licenses.txt"))
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^={72}\n(\S+)`).FindAllSubmatch(text, -1) {
		named[string(m[1])] = true
	}
	needed := map[string]string{"Ahiru": "the site", "Go:": "the site"}
	for _, system := range []string{"linux/amd64", "darwin/arm64", "windows/amd64"} {
		modulesOf(t, needed, system, "./server")
	}
	var programs []string
	for line := range strings.Lines(goList(t, "js/wasm", `{{if eq .Name "main"}}{{.ImportPath}}{{end}}`, "./wasm/...")) {
		if name := strings.TrimSpace(line); name != "" && !strings.Contains(name, "/demos/cmd/") { // that one drives CPython
			programs = append(programs, name)
		}
	}
	modulesOf(t, needed, "js/wasm", programs...)
	packagesOf(t, needed, filepath.Join(root, "web", "src"))
	if len(needed) < 15 || len(programs) < 20 {
		t.Fatalf("only %d works were found in %d programs: this shows nothing", len(needed), len(programs))
	}
	for name, where := range needed {
		if !named[name] {
			t.Errorf("licenses.txt does not name %s, which is in %s", name, where)
		}
	}
}

func goList(t *testing.T, system, form string, packages ...string) string {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-f", form}, packages...)...)
	cmd.Dir = root
	goos, goarch, _ := strings.Cut(system, "/")
	cmd.Env = append(os.Environ(), "GOOS="+goos, "GOARCH="+goarch)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list for %s: %v", system, err)
	}
	return string(out)
}

// modulesOf adds the modules that programs are made of.
func modulesOf(t *testing.T, needed map[string]string, system string, programs ...string) {
	t.Helper()
	form := `{{range .Deps}}{{.}}{{"\n"}}{{end}}`
	deps := map[string]bool{}
	for line := range strings.Lines(goList(t, system, form, programs...)) {
		if path := strings.TrimSpace(line); strings.Contains(path, ".") {
			deps[path] = true
		}
	}
	var paths []string
	for path := range deps {
		paths = append(paths, path)
	}
	for line := range strings.Lines(goList(t, system, `{{with .Module}}{{if not .Main}}{{.Path}}{{end}}{{end}}`, paths...)) {
		if module := strings.TrimSpace(line); module != "" {
			needed[module] = "a program for " + system
		}
	}
}

var bareImport = regexp.MustCompile(`(?:\bfrom|\bimport)\s*\(?\s*"(@[^/"]+/[^/"]+|[a-z][^/":]*)(?:/[^"]*)?"`)

// packagesOf adds the npm packages that scripts of the pages import.
func packagesOf(t *testing.T, needed map[string]string, src string) {
	t.Helper()
	err := filepath.WalkDir(src, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".ts") || strings.HasSuffix(path, ".test.ts") {
			return err
		}
		text, err := os.ReadFile(path)
		if strings.Contains(string(text), `from "vitest"`) {
			return err // stands in for something in tests
		}
		for _, m := range bareImport.FindAllSubmatch(text, -1) {
			needed[string(m[1])] = "web/src"
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
