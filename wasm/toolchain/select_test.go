package toolchain

import (
	"errors"
	"go/build"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func TestSelectTakesWhatTheGoCommandWould(t *testing.T) {
	got, err := Select(Memory{
		"main.go":         "package main\n\nimport (\n\t\"fmt\"\n\t\"os\"\n)\n",
		"a.go":            "package main\n\nimport \"os\"\n",
		"page.go":         "//go:build js && wasm\n\npackage main\n",
		"shape_js.go":     "package main\n",
		"leak.go":         "//go:build goexperiment.goroutineleakprofile\n\npackage main\n",
		"new.go":          "//go:build go1.26\n\npackage main\n",
		"later.go":        "//go:build go1.99\n\npackage main\n",
		"native.go":       "//go:build !js\n\npackage main\n",
		"tool.go":         "//go:build ignore\n\npackage other\n",
		"shape_linux.go":  "package main\n",
		"shape_amd64.go":  "package main\n",
		"main_test.go":    "package main\n",
		"_hidden.go":      "not Go at all",
		".hidden.go":      "not Go at all",
		"main.py":         "print()",
		"deeper/other.go": "package other\n",
	})
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"a.go", "leak.go", "main.go", "new.go", "page.go", "shape_js.go"}; !slices.Equal(got.Files, want) {
		t.Errorf("files %q, want %q", got.Files, want)
	}
	var imports []string
	for _, i := range got.Imports {
		imports = append(imports, i.Path+" "+i.At.String())
	}
	if want := []string{"os a.go:3:8", "fmt main.go:4:2"}; !slices.Equal(imports, want) {
		t.Errorf("imports %q, want %q", imports, want)
	}
}

func TestSelectRefuses(t *testing.T) {
	tests := []struct {
		name  string
		files Memory
		want  string
	}{
		{"no Go", Memory{"main.py": ""}, "no Go file that can be built for js/wasm"},
		{"nothing for the page", Memory{"a_linux.go": "package main\n"}, "no Go file that can be built for js/wasm"},
		{"a library", Memory{"a.go": "package duck\n"}, "a.go:1: this is package duck: a program is package main"},
		{"two packages", Memory{"a.go": "package main\n", "b.go": "package duck\n"}, "b.go:1: this file is of package duck, but a.go is of package main"},
		{"empty file", Memory{"main.go": ""}, "main.go:1:1: expected 'package', found 'EOF'"},
		{"broken import", Memory{"main.go": "package main\nimport fmt\n"}, "main.go:2:11: missing import path"},
		{"C", Memory{"main.go": "package main\n", "c.go": "package main\n\nimport \"C\"\n"}, `c.go:3:8: import "C": C code cannot be built for the page`},
		{"nothing but C", Memory{"c.go": "package main\n\nimport \"C\"\n"}, `c.go:3:8: import "C": C code cannot be built for the page`},
		{"assembly", Memory{"main.go": "package main\n", "add_wasm.s": ""}, "add_wasm.s:1: assembly and object files cannot be built"},
		{"the companion's name", Memory{CompanionName: "package main\n"}, CompanionName + ":1: this name is taken"},
		{"embedded file that is not there", Memory{"main.go": "package main\n\nimport _ \"embed\"\n\n//go:embed plan.txt\nvar plan string\n"},
			"main.go:5:12: pattern plan.txt: no matching files found"},
		{"embedding from outside", Memory{"main.go": "package main\n\nimport _ \"embed\"\n\n//go:embed ../secret\nvar plan string\n"},
			"main.go:5:12: pattern ../secret: no matching files found"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Select(test.files)
			var refused *CompileError
			if !errors.As(err, &refused) {
				t.Fatalf("got %v, want a *CompileError", err)
			}
			if !strings.Contains(refused.Error(), test.want) || len(refused.Diagnostics) == 0 {
				t.Errorf("got %q, want %q in it", refused, test.want)
			}
		})
	}
}

func TestSelectIgnoresFilesThatImportCAndAreExcluded(t *testing.T) {
	_, err := Select(Memory{"main.go": "package main\n", "c_linux.go": "package main\n\nimport \"C\"\n", "d.go": "//go:build ignore\n\npackage main\n\nimport \"C\"\n"})
	if err != nil {
		t.Error(err)
	}
}

func TestSelectOfNoFolderIsNoFaultOfTheProgram(t *testing.T) {
	var refused *CompileError
	if _, err := Select(Memory{}); !errors.As(err, &refused) {
		t.Errorf("an empty program: got %v", err)
	}
	if _, err := Select(missing{}); err == nil || errors.As(err, &refused) || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder that is not there: got %v", err)
	}
}

type missing struct{}

func (missing) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

func TestSelectFindsEmbeddedFiles(t *testing.T) {
	got, err := Select(Memory{
		"main.go":          "package main\n\nimport \"embed\"\n\n//go:embed data *.txt all:more\nvar f embed.FS\n",
		"a.txt":            "",
		"data/x":           "",
		"data/.hidden":     "",
		"data/_drafts/y":   "",
		"data/deep/z":      "",
		"more/.also":       "",
		"elsewhere/no.txt": "",
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []Embed{{"*.txt", []string{"a.txt"}}, {"all:more", []string{"more/.also"}}, {"data", []string{"data/deep/z", "data/x"}}}
	if !slices.EqualFunc(got.Embeds, want, func(a, b Embed) bool { return a.Pattern == b.Pattern && slices.Equal(a.Files, b.Files) }) {
		t.Errorf("got %+v, want %+v", got.Embeds, want)
	}
}

func TestDebugSettings(t *testing.T) {
	got := debugSettings([]build.Directive{{Text: "//go:debug asynctimerchan=1"}, {Text: "//go:debug madvdontneed=1 "}, {Text: "//go:generate x"}})
	if want := []string{"asynctimerchan=1", "madvdontneed=1"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestMemoryIsAFileSystem(t *testing.T) {
	if err := fstest.TestFS(Memory{"a.go": "x", "b/c/d": "y", "b/e": ""}, "a.go", "b/c/d", "b/e"); err != nil {
		t.Error(err)
	}
}
