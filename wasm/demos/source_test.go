package demos

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// What a lesson may import: the standard library but for these, and of Ahiru the lesson libraries.
var (
	lessonLibraries = []string{"lesson", "proc", "shm", "futures", "asyncio", "gil", "jobs", "paths"}
	forbidden       = map[string]string{
		"syscall/js": "a lesson runs natively too, and shows Go, not the browser",
		"net":        "there is no network in the jail",
		"net/http":   "there is no network in the jail",
		"os/exec":    "there are no programs to start in the page: package proc starts processes",
		"plugin":     "nothing can be loaded in the page",
		"C":          "C cannot be built for the page",
	}
)

const libraries = "github.com/ahiru-dev/ahiru/wasm/"

func mayImport(path string) (why string) {
	if why, is := forbidden[path]; is {
		return why
	}
	if library, ours := strings.CutPrefix(path, libraries); ours {
		if !slices.Contains(lessonLibraries, library) {
			return "it is no lesson library"
		}
		return ""
	}
	if first, _, _ := strings.Cut(path, "/"); strings.Contains(first, ".") {
		return "a lesson stands on the standard library and the lesson libraries alone"
	}
	return ""
}

func TestThereAreLessons(t *testing.T) {
	got := List(os.DirFS("."))
	for _, name := range []string{"ducks", "threads"} {
		if !slices.Contains(got, name) {
			t.Errorf("lesson %s is not among %q", name, got)
		}
	}
	if slices.Contains(got, "cmd") || !slices.IsSorted(got) {
		t.Errorf("got %q: sorted, and without the command-line programs", got)
	}
}

func TestEveryFolderIsALesson(t *testing.T) {
	folders, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	lessons := List(os.DirFS("."))
	for _, f := range folders {
		if f.IsDir() && f.Name() != "cmd" && f.Name() != "testdata" && !slices.Contains(lessons, f.Name()) {
			t.Errorf("%s holds no main.go", f.Name())
		}
	}
	for _, lesson := range lessons {
		for _, file := range []string{"main.py", "reference.json"} {
			if _, err := os.Stat(lesson + "/" + file); err != nil {
				t.Errorf("%v (reference.json is made by `make reference`)", err)
			}
		}
	}
}

func TestSources(t *testing.T) {
	for _, lesson := range List(os.DirFS(".")) {
		t.Run(lesson, func(t *testing.T) {
			files, err := fs.Glob(os.DirFS("."), lesson+"/*.go")
			if err != nil {
				t.Fatal(err)
			}
			comments := 0
			for _, name := range files {
				comments += checkSource(t, name)
			}
			if comments != 1 {
				t.Errorf("%d package comments, want one", comments)
			}
			for _, name := range Broken(os.DirFS("."), lesson) {
				checkSource(t, name)
			}
		})
	}
}

// checkSource counts the package comments of a file.
func checkSource(t *testing.T, name string) (comments int) {
	t.Helper()
	places := token.NewFileSet()
	file, err := parser.ParseFile(places, name, nil, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	if file.Name.Name != "main" {
		t.Errorf("%s: package %s, want main", name, file.Name)
	}
	for _, spec := range file.Imports {
		path, _ := strconv.Unquote(spec.Path.Value)
		if why := mayImport(path); why != "" {
			t.Errorf("%s: a lesson may not import %s: %s", places.Position(spec.Pos()), path, why)
		}
	}
	checkWidth(t, name)
	if file.Doc != nil && strings.TrimSpace(file.Doc.Text()) != "" {
		comments++
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if f, is := n.(*ast.FuncDecl); is {
			if lines := places.Position(f.End()).Line - places.Position(f.Pos()).Line; lines > 60 {
				t.Errorf("%s: %s has %d lines: nobody reads that beside a console", places.Position(f.Pos()), f.Name, lines)
			}
		}
		return true
	})
	return comments
}

// checkWidth keeps lines to what fits beside the Python.
func checkWidth(t *testing.T, name string) {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	number := 0
	for line := range strings.Lines(string(text)) {
		number++
		if width := len([]rune(strings.ReplaceAll(line, "\t", "    "))); width > 101 {
			t.Errorf("%s:%d is %d characters wide, 100 at most", name, number, width-1)
		}
	}
}

func TestMayImport(t *testing.T) {
	for path, allowed := range map[string]bool{
		"fmt": true, "encoding/json": true, libraries + "lesson": true, libraries + "shm": true,
		"syscall/js": false, "net/http": false, libraries + "bridge": false, libraries + "peps": false, "example.com/x": false,
	} {
		if why := mayImport(path); (why == "") != allowed {
			t.Errorf("%s: %q", path, why)
		}
	}
}
