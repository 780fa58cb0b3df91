package test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// A conformer is a program of testdata/conformance: its files and how it is run.
type conformer struct {
	name  string
	files map[string]string
	args  []string
	stdin string
	tests bool
}

func readConformers(t *testing.T) []conformer {
	t.Helper()
	archives, err := filepath.Glob(filepath.Join("testdata", "conformance", "*.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	var all []conformer
	for _, file := range archives {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		c := conformer{name: strings.TrimSuffix(filepath.Base(file), ".txtar"), files: map[string]string{}}
		for _, f := range archive.Files {
			switch text := string(f.Data); f.Name {
			case "stdin":
				c.stdin = text
			case "args":
				c.args = strings.Fields(text)
			default:
				c.files[f.Name] = text
				c.tests = c.tests || strings.HasSuffix(f.Name, "_test.go")
			}
		}
		if c.tests {
			c.args = append(c.args, "-test.v")
		}
		all = append(all, c)
	}
	return all
}

// buildNatively builds all of them in one module and gives the folder of the programs.
func buildNatively(t *testing.T, all []conformer) string {
	t.Helper()
	dir, out := t.TempDir(), t.TempDir()
	writeAll(t, dir, map[string]string{"go.mod": "module conformance\n\ngo 1.26\n"})
	for _, c := range all {
		writeAll(t, filepath.Join(dir, c.name), c.files)
	}
	goIn(t, dir, "build", "-ldflags=-s -w", "-o", out+string(filepath.Separator), "./...")
	for _, c := range all {
		if c.tests {
			// In its own folder: it may be a module of its own.
			goIn(t, filepath.Join(dir, c.name), "test", "-vet=off", "-ldflags=-s -w", "-c", "-o", filepath.Join(out, c.name), ".")
		}
	}
	return out
}

func writeAll(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func goIn(t *testing.T, dir string, args ...string) {
	t.Helper()
	cmd := exec.Command("go", args...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "GOFLAGS=", "GOWORK=off")
	if text, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("go %s: %v\n%s", args[0], err, text)
	}
}

// outcome is what must be the same natively and in the page.
type outcome struct {
	stdout string
	status int
}

// took is the time that package testing prints.
var took = regexp.MustCompile(`\(\d+\.\d+s\)`)

func (c conformer) natively(t *testing.T, programs string) outcome {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, filepath.Join(programs, c.name), c.args...)
	cmd.Dir, cmd.Stdin = t.TempDir(), strings.NewReader(c.stdin)
	var stdout bytes.Buffer
	cmd.Stdout = &stdout
	var failed *exec.ExitError
	if err := cmd.Run(); err != nil && !errors.As(err, &failed) {
		t.Fatal(err)
	}
	return outcome{took.ReplaceAllString(stdout.String(), "(time)"), cmd.ProcessState.ExitCode()}
}

func (c conformer) inPage(t *testing.T, page *browser.Page) outcome {
	t.Helper()
	return c.outcomeOf(t, eval[built](t, page, c.call(t)))
}

// call is the expression that has a page build and run it.
func (c conformer) call(t *testing.T) string {
	t.Helper()
	question, err := json.Marshal([]any{c.files, map[string]bool{"test": c.tests}, append([]string{}, c.args...), c.stdin})
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("buildAndRun(...%s)", question)
}

func (c conformer) outcomeOf(t *testing.T, got built) outcome {
	t.Helper()
	if !got.Built.Ok {
		t.Fatalf("it does not build in the page:\n%s", got.Built.Stderr)
	}
	return outcome{took.ReplaceAllString(got.Run.Stdout, "(time)"), got.Run.ExitCode}
}

// compare wants the page's outcome to be the native one.
func (c conformer) compare(t *testing.T, programs string, got outcome) {
	t.Helper()
	if want := c.natively(t, programs); got != want {
		t.Errorf("in the page: status %d\n%s\nnatively: status %d\n%s", got.status, brief(got.stdout), want.status, brief(want.stdout))
	}
}

// TestConformance wants of each program the same output and the same status in the page as natively.
func TestConformance(t *testing.T) {
	all := readConformers(t)
	if len(all) < 60 {
		t.Fatalf("%d programs; at least 60 are wanted", len(all))
	}
	programs := buildNatively(t, all)
	const pageful = 18 // a page has three minutes, on a busy machine too
	for some := range slices.Chunk(all, pageful) {
		t.Run(some[0].name+" to "+some[len(some)-1].name, func(t *testing.T) {
			page := toolchainPage(t, "isolated")
			for _, c := range some {
				t.Run(c.name, func(t *testing.T) {
					c.compare(t, programs, c.inPage(t, page))
				})
			}
		})
	}
}

func brief(text string) string {
	if len(text) > 4000 {
		return text[:2000] + "\n…\n" + text[len(text)-2000:]
	}
	return text
}
