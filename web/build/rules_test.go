package main

import (
	"encoding/json"
	"go/parser"
	"go/token"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A wall says which rooms may import what, and why. Rooms and imports are path
// prefixes; "ahiru/" stands for this module. Move code, not the table.
type wall struct {
	room   string   // packages below this path of the module
	except []string // paths below room that the wall leaves out
	never  []string // what they must not import
	why    string
}

var walls = []wall{
	{room: "", except: []string{"wasm/bridge"}, never: []string{"github.com/hack-pad/safejs"},
		why: "one small package owns JavaScript on the Go side"},
	{room: "", except: []string{"wasm/bridge", "wasm/toolchain", "web/test/testdata"}, never: []string{"syscall/js"},
		why: "one small package owns JavaScript on the Go side; the toolchain's companion reports deadlocks through it"},
	{room: "wasm/demos", never: []string{"ahiru/wasm/bridge", "ahiru/wasm/peps", "ahiru/wasm/timeline", "ahiru/web", "ahiru/docs", "ahiru/server"},
		why: "a lesson is an ordinary Go program over std and the lesson libraries"},
	{room: "wasm/beside", never: []string{"ahiru/wasm/bridge", "ahiru/wasm/peps", "ahiru/wasm/timeline", "ahiru/web", "ahiru/docs", "ahiru/server", "ahiru/wasm/demos"},
		why: "what a page holds beside its words is an ordinary Go program, as a lesson is"},
	{room: "wasm/examples", never: []string{"ahiru/", "syscall/js"},
		why: "what a reader begins with is plain Go over std"},
	{room: "wasm/bridge", never: []string{"ahiru/wasm/peps", "ahiru/wasm/timeline", "ahiru/wasm/lesson", "ahiru/wasm/demos"},
		why: "the border knows no domain"},
	{room: "wasm/peps", except: []string{"wasm/peps/cmd"}, never: []string{"ahiru/wasm/bridge", "ahiru/web", "net/http", "os/exec"},
		why: "the analysis is pure and runs in the page too"},
	{room: "wasm/timeline", never: []string{"ahiru/wasm/bridge", "ahiru/wasm/lesson", "ahiru/wasm/demos", "ahiru/wasm/proc", "ahiru/wasm/shm", "ahiru/web", "net/http", "os"},
		why: "a trace in, a view model out: pure, and the same in the page as natively"},
	{room: "wasm/lesson", never: []string{"net/http", "ahiru/web", "ahiru/wasm/bridge"},
		why: "lesson libraries stand below everything and are in every program that a reader loads"},
	{room: "wasm/proc", never: []string{"ahiru/wasm/bridge", "ahiru/wasm/peps", "ahiru/web", "ahiru/wasm/shm", "ahiru/wasm/futures", "ahiru/wasm/asyncio", "ahiru/wasm/jobs", "encoding/json", "encoding/gob"},
		why: "lesson libraries import one another downwards only; the two encodings weigh 120 kB in every lesson"},
	{room: "wasm/shm", never: []string{"ahiru/wasm/bridge", "ahiru/wasm/peps", "ahiru/web", "ahiru/wasm/gil", "ahiru/wasm/futures"},
		why: "lesson libraries import one another downwards only"},
	{room: "wasm/gil", never: []string{"ahiru/wasm/bridge", "ahiru/wasm/peps", "ahiru/web", "ahiru/wasm/futures", "ahiru/wasm/lesson"},
		why: "lesson libraries import one another downwards only"},
	{room: "wasm/jobs", never: []string{"ahiru/wasm/bridge", "ahiru/wasm/peps", "ahiru/web", "ahiru/wasm/lesson", "ahiru/wasm/futures", "ahiru/wasm/asyncio", "ahiru/wasm/gil", "encoding/json", "encoding/gob"},
		why: "lesson libraries import one another downwards only: a queue of jobs stands on processes alone"},
	{room: "wasm/asyncio", never: []string{"ahiru/wasm/bridge", "ahiru/wasm/peps", "ahiru/web", "ahiru/wasm/gil", "ahiru/wasm/lesson", "ahiru/wasm/jobs"},
		why: "lesson libraries import one another downwards only"},
	{room: "wasm/gotools", never: []string{"ahiru/wasm/bridge", "ahiru/web", "ahiru/wasm/toolchain", "os/exec", "golang.org/x/tools/imports", "golang.org/x/tools/go/packages"},
		why: "the editor's tools are pure and run in the page: no go command to ask, no module cache to walk"},
	{room: "wasm", except: []string{"wasm/toolchain", "wasm/demos/cmd", "wasm/peps/cmd"}, never: []string{"net/http"},
		why: "net/http is 2 MB in brotli and cannot work in the jail"},
	{room: "wasm/cmd", never: []string{"net/http", "html/template", "os/exec", "go/parser"},
		why: "too heavy for a browser binary"},
	{room: "docs/render", never: []string{"net/http", "ahiru/web", "ahiru/server", "ahiru/wasm"},
		why: "words to pages, and a goldmark extension that others can import"},
	{room: "server", never: []string{"ahiru/", "github.com/hack-pad/safejs", "github.com/yuin/goldmark"},
		why: "the server adds headers, compression and caching to any folder; it knows no lesson"},
	{room: "web/build", never: []string{"ahiru/server", "net/http"},
		why: "the builder writes files; serving is another room"},
	{room: "web/test", never: []string{"ahiru/server", "ahiru/docs"},
		why: "browser tests see the site as a browser does"},
}

const modulePrefix = "ahiru/"

// own lists a package's non-test imports as the wall table writes them.
type listed struct {
	ImportPath string
	Dir        string
	Imports    []string
	GoFiles    []string
}

// packages lists all packages of the module for a target, with their imports.
func packages(t *testing.T, env ...string) (module string, list []listed) {
	t.Helper()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	if module, err = modulePath(t.Context(), root); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "list", "-e", "-json=ImportPath,Dir,Imports,GoFiles", "./...")
	cmd.Dir = root
	cmd.Env = append(os.Environ(), env...)
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := d.Decode(&p); err == io.EOF {
			return module, list
		} else if err != nil {
			t.Fatal(err)
		}
		list = append(list, p)
	}
}

func TestWalls(t *testing.T) {
	for _, target := range [][]string{nil, {"GOOS=js", "GOARCH=wasm"}} {
		module, list := packages(t, target...)
		for _, p := range list {
			room := strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, module), "/")
			for _, imported := range p.Imports {
				if rest, ours := strings.CutPrefix(imported, module+"/"); ours {
					imported = modulePrefix + rest
				}
				for _, w := range walls {
					if w.stops(room, imported) {
						t.Errorf("%s imports %s: %s", room, imported, w.why)
					}
				}
			}
		}
	}
}

func (w wall) stops(room, imported string) bool {
	if !within(room, w.room) {
		return false
	}
	for _, e := range w.except {
		if within(room, e) {
			return false
		}
	}
	for _, n := range w.never {
		inSameRoom := w.room != "" && within(strings.TrimPrefix(imported, modulePrefix), w.room)
		if within(imported, strings.TrimSuffix(n, "/")) && !inSameRoom {
			return true
		}
	}
	return false
}

// within reports whether path is prefix or lies below it.
func within(path, prefix string) bool {
	return prefix == "" || path == prefix || strings.HasPrefix(path, prefix+"/")
}

// TestWallsStop proves that the table can fail.
func TestWallsStop(t *testing.T) {
	for _, c := range []struct {
		room, imported string
		want           bool
	}{
		{"wasm/demos/threads", "syscall/js", true},
		{"wasm/bridge", "syscall/js", false},
		{"server", "ahiru/wasm/peps", true},
		{"server/files", "ahiru/server", false},
		{"serverless", "ahiru/wasm/peps", false},
		{"wasm/peps/layout", "net/http", true},
	} {
		got := false
		for _, w := range walls {
			got = got || w.stops(c.room, c.imported)
		}
		if got != c.want {
			t.Errorf("%s importing %s: stopped %v, want %v", c.room, c.imported, got, c.want)
		}
	}
}

// TestPackageComments wants exactly one package comment in each package.
func TestPackageComments(t *testing.T) {
	seen := map[string]bool{}
	for _, target := range [][]string{nil, {"GOOS=js", "GOARCH=wasm"}} {
		_, list := packages(t, target...)
		for _, p := range list {
			if len(p.GoFiles) == 0 || seen[p.ImportPath] {
				continue
			}
			seen[p.ImportPath] = true
			if n := comments(t, p); n != 1 {
				t.Errorf("%s has %d package comments, want 1", p.ImportPath, n)
			}
		}
	}
}

func comments(t *testing.T, p listed) int {
	t.Helper()
	n := 0
	for _, name := range p.GoFiles {
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(p.Dir, name), nil, parser.PackageClauseOnly|parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		if file.Doc != nil {
			n++
		}
	}
	return n
}

// top is all that may stand at the project's root.
var top = map[string]bool{
	"wasm": true, "web": true, "server": true, "docs": true, "go.mod": true, "go.sum": true,
	"Makefile": true, "README.md": true, "LICENSE": true,
}

func TestTopLevel(t *testing.T) {
	cmd := exec.Command("git", "ls-files", "-z")
	cmd.Dir = "../.."
	out, err := cmd.Output()
	if err != nil {
		t.Skip("this is no git checkout, so what is built cannot be told from what is kept")
	}
	for _, name := range strings.Split(string(out), "\x00") {
		first, _, _ := strings.Cut(name, "/")
		if first != "" && !strings.HasPrefix(first, ".") && !top[first] {
			t.Errorf("%s stands at the root: the top level is fixed", first)
		}
	}
}
