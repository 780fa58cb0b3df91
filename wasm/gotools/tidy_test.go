package gotools

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// learned knows a few packages of the standard library and a lesson library.
func learned(t testing.TB) *Tools {
	t.Helper()
	names := func(path, names string) Package {
		parts := strings.Split(strings.TrimSuffix(path, "/v2"), "/")
		return Package{Path: path, Name: parts[len(parts)-1], Names: strings.Fields(names)}
	}
	tools := new(Tools)
	_, err := tools.Learn(t.Context(), Learning{Key: "test", Packages: []Package{
		names("cmp", "Compare Ordered"), names("fmt", "Print Println"), names("os", "Args Exit"),
		names("strings", "Builder ToUpper"), names("time", "Second Sleep"), names("unicode", "IsUpper"),
		names("html/template", "HTML HTMLEscapeString"), names("text/template", "HTMLEscapeString"),
		names("crypto/rand", "Int Read"), names("math/rand", "Int Intn"), names("math/rand/v2", "Int IntN"),
		names("github.com/ahiru-dev/ahiru/wasm/lesson", "Parse"),
	}})
	if err != nil {
		t.Fatal(err)
	}
	return tools
}

// TestTidy reads each archive of testdata as a program and what must become of
// it: files that want/ does not name must stay as they were.
func TestTidy(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatalf("%d archives, %v", len(archives), err)
	}
	for _, name := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			question, want := Question{Index: "test"}, map[string]string{}
			for _, f := range archive.Files {
				if rest, ok := strings.CutPrefix(f.Name, "want/"); ok {
					want[rest] = string(f.Data)
				} else {
					question.Files = append(question.Files, File{f.Name, string(f.Data)})
				}
			}
			answer, err := learned(t).Tidy(t.Context(), question)
			if err != nil {
				t.Fatal(err)
			}
			compare(t, question, answer, want)
		})
	}
}

func compare(t *testing.T, question Question, answer Answer, want map[string]string) {
	t.Helper()
	for i, f := range answer.Files {
		expected, changes := want[f.Name]
		if !changes {
			expected = question.Files[i].Text
		}
		if f.Text != expected {
			t.Errorf("%s became:\n%s\nwant:\n%s", f.Name, f.Text, expected)
		}
	}
	var diagnostics []string
	for _, d := range answer.Diagnostics {
		diagnostics = append(diagnostics, fmt.Sprintf("%s:%d:%d: %s", d.File, d.Line, d.Column, d.Message))
	}
	for name, got := range map[string]string{
		"added":       strings.Join(answer.Added, " "),
		"removed":     strings.Join(answer.Removed, " "),
		"diagnostics": strings.Join(diagnostics, "\n"),
	} {
		if expected := strings.TrimSpace(want[name]); got != expected {
			t.Errorf("%s %q, want %q", name, got, expected)
		}
	}
}

func TestTidyWithoutIndex(t *testing.T) {
	source := "package main\nimport \"os\"\nfunc main() {fmt.Println() }\n"
	answer, err := new(Tools).Tidy(t.Context(), Question{Files: []File{{"main.go", source}}})
	want := "package main\n\nimport \"os\"\n\nfunc main() { fmt.Println() }\n"
	if err != nil || answer.Files[0].Text != want || len(answer.Added)+len(answer.Removed) > 0 {
		t.Errorf("got %+v, %v", answer, err)
	}
}

func TestTooLarge(t *testing.T) {
	source := "package main\n" + strings.Repeat("// duck\n", LargestFile/8)
	_, err := new(Tools).Tidy(t.Context(), Question{Files: []File{{"main.go", source}}})
	if err == nil || !strings.Contains(err.Error(), "main.go has 1048589 bytes") {
		t.Errorf("got %v", err)
	}
}

// FuzzTidy wants what comes out to be Go that can be tidied again.
func FuzzTidy(f *testing.F) {
	archives, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range archives {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			f.Add(string(file.Data))
		}
	}
	f.Add("package p; import (); import \"C\"; import _ \"\"; func (")
	f.Add("package p\nimport \"a/v2\"\nimport . \"\\\"\"\n//go:embed x\nvar x = v2.X + a.B")
	tools := learned(f)
	f.Fuzz(func(t *testing.T, text string) {
		ask := func(text string) (Answer, error) {
			return tools.Tidy(t.Context(), Question{Files: []File{{"main.go", text}}, Index: "test"})
		}
		once, err := ask(text)
		if err != nil || len(once.Diagnostics) > 0 {
			return
		}
		if len(once.Files) != 1 {
			t.Fatalf("one file became %d", len(once.Files))
		}
		twice, err := ask(once.Files[0].Text)
		if err != nil || len(twice.Diagnostics) > 0 {
			t.Fatalf("what was made of\n%s\nis no Go:\n%s\n%+v %v", text, once.Files[0].Text, twice.Diagnostics, err)
		}
	})
}
