//go:build !js

package toolchain

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
)

// pond is a program of several packages, as go.dev/play takes them too.
func pond() map[string]string {
	return map[string]string{
		"go.mod":                    "module example.org/pond\n",
		"main.go":                   "package main\n\nimport (\n\t\"fmt\"\n\n\t\"example.org/pond/あひる\"\n\t\"example.org/pond/words\"\n)\n\nfunc main() { fmt.Println(あひる.Quack(), words.Text) }\n",
		"あひる/duck.go":               "package あひる\n\nimport \"example.org/pond/words\"\n\nfunc Quack() string { return words.Loud(\"quack\") }\n",
		"words/loud.go":             "package words\n\nimport (\n\t_ \"embed\"\n\n\t\"example.org/pond/words/internal/upper\"\n)\n\n//go:embed data/*.txt\nvar files string\n\nvar Text = files\n\nfunc Loud(s string) string { return upper.Case(s) }\n",
		"words/loud_test.go":        "package words\n\nimport \"nowhere\"\n",
		"words/data/a.txt":          "from a file",
		"words/internal/upper/u.go": "package upper\n\nimport \"strings\"\n\nfunc Case(s string) string { return strings.ToUpper(s) }\n",
		"unused/broken.go":          "package unused\n\nimport \"nowhere\"\n",
	}
}

func TestBuildFolders(t *testing.T) {
	files := pond()
	stdout, stderr, status := run(t, builds(t, Program{Files: files}), nil)
	if stdout != "QUACK from a file\n" || stderr != "" || status != 0 {
		t.Errorf("got %q, %q, status %d", stdout, stderr, status)
	}
	delete(files, "main.go")
	files["duck_test.go"] = "package duck\n\nimport (\n\t\"testing\"\n\n\t\"example.org/pond/words\"\n)\n\nfunc TestLoud(t *testing.T) { t.Log(words.Loud(\"duck\")) }\n"
	stdout, stderr, status = run(t, builds(t, Program{Files: files, Test: true}), nil, "-test.v")
	if !strings.Contains(stdout, "duck_test.go:9: DUCK") || status != 0 {
		t.Errorf("a test that imports a folder: %q, %q, status %d", stdout, stderr, status)
	}
}

func TestFoldersThatCannotBeBuilt(t *testing.T) {
	for _, test := range []struct{ name, file, text, want string }{
		{"a type error", "words/internal/upper/u.go", "package upper\n\nfunc Case(s string) int { return s }\n", "./words/internal/upper/u.go:3:34: cannot use s"},
		{"no Go", "words/internal/upper/u.go", "package upper\n\nfunc Case(s string) {\n", "./words/internal/upper/u.go:4:1: syntax error: unexpected EOF, expected }"},
		{"another's import", "words/loud.go", "package words\n\nimport _ \"example.com/far\"\n", `words/loud.go:3:8: import "example.com/far": there is no such package here`},
		{"a cycle", "words/loud.go", "package words\n\nimport _ \"example.org/pond/あひる\"\n", `words/loud.go:3:8: import "example.org/pond/あひる": import cycle not allowed`},
		{"an internal one", "main.go", "package main\n\nimport _ \"example.org/pond/words\"\nimport _ \"example.org/pond/words/internal/upper\"\n", `main.go:4:8: import "example.org/pond/words/internal/upper": use of internal package not allowed`},
		{"a program", "あひる/duck.go", "package main\n", `main.go:6:2: import "example.org/pond/あひる" is a program, not an importable package`},
		{"C", "words/loud.go", "package words\n\nimport \"C\"\n", `words/loud.go:3:8: import "C": C code cannot be built for the page`},
		{"no import path", "words/loud.go", "package words\n\nimport \"two words\"\n", "words/loud.go:3:8: invalid import path: two words"},
		{"two packages", "words/z.go", "package other\n", "words/z.go:1: this file is of package other, but loud.go is of package words"},
		{"assembly", "words/z.s", "TEXT", "words/z.s:1: assembly and object files cannot be built"},
		{"a folder without Go", "main.go", "package main\n\nimport _ \"example.org/pond/words/data\"\n", `main.go:3:8: import "example.org/pond/words/data": folder words/data has no Go file`},
		{"the program itself", "main.go", "package main\n\nimport _ \"example.org/pond\"\n", `main.go:3:8: import "example.org/pond": there is no such package here`},
		{"outside", "main.go", "package main\n\nimport _ \"example.org/pond/../words\"\n", `main.go:3:8: import "example.org/pond/../words": there is no such package here`},
		{"another's name", "go.mod", "module net\n", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			files := pond()
			files[test.file] = test.text
			if test.name == "another's name" {
				files["main.go"], files["http/x.go"] = "package main\n\nimport _ \"net/http\"\n", "package http\n"
				test.want = `main.go:3:8: import "net/http": a package of this name is there already`
			}
			_, err := Build(t.Context(), Program{Files: files}, filepath.Join(t.TempDir(), "out.wasm"))
			var refused *CompileError
			if !errors.As(err, &refused) || !strings.Contains(refused.Raw, test.want) {
				t.Errorf("got %v, want %q", err, test.want)
			}
		})
	}
}
