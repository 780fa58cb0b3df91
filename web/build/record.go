package main

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// A recording is one run of a lesson when the site was built, for readers
// without JavaScript. Pages say that it was recorded.
type recording struct {
	Stdout   string            `json:"stdout"`
	Stderr   string            `json:"stderr"`
	ExitCode int               `json:"exitCode"`
	Figures  []json.RawMessage `json:"figures"`
	Date     string            `json:"date"`
	Go       string            `json:"go"`
	Platform string            `json:"platform"`
}

// imports gives a lesson under Node the imports that only the page can fill.
//
//go:embed imports.cjs
var imports []byte

// runLimit ends a lesson that would hold up the build for ever.
const runLimit = 2 * time.Minute

// record asks the program for its flags and runs it once with the defaults,
// both with the very wasm that the page will run.
func (s *site) record(ctx context.Context, name string, wasm []byte, say *progress) (usage string, r recording, err error) {
	kept, err := s.cache.get(key([]byte("recording"), []byte(name), wasm), func() ([]byte, error) {
		say.step("running lesson %s for its fallback", name)
		return s.runTwice(ctx, name, wasm)
	})
	if err != nil {
		return "", r, err
	}
	var both struct {
		Usage    string
		Recorded recording
	}
	err = json.Unmarshal(kept, &both)
	return both.Usage, both.Recorded, err
}

func (s *site) runTwice(ctx context.Context, name string, wasm []byte) ([]byte, error) {
	dir, err := os.MkdirTemp("", "ahiru-run-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	program := filepath.Join(dir, name)
	if err := os.WriteFile(program, wasm, 0o644); err != nil {
		return nil, err
	}
	help, err := s.execute(ctx, dir, program, "-h")
	if err != nil {
		return nil, err
	}
	run, err := s.execute(ctx, dir, program)
	if err == nil && run.ExitCode != 0 {
		err = fmt.Errorf("its run ended with status %d:\n%s", run.ExitCode, run.Stderr)
	}
	if err != nil {
		return nil, err
	}
	return json.Marshal(map[string]any{"Usage": usageOf(help.Stderr, program, name), "Recorded": run})
}

// usageOf takes the folder of this build out of the program's own help.
func usageOf(help, program, name string) string {
	return strings.ReplaceAll(help, program, name)
}

// execute runs a program under Node with the release's own wasm_exec.
func (s *site) execute(ctx context.Context, dir, program string, args ...string) (recording, error) {
	ctx, cancel := context.WithTimeout(ctx, runLimit)
	defer cancel()
	r := recording{
		Date:     time.Now().UTC().Format(time.DateOnly),
		Go:       s.release.Version,
		Platform: "js/wasm",
	}
	figures, preload := filepath.Join(dir, "figures"), filepath.Join(dir, "imports.cjs")
	if err := os.WriteFile(preload, imports, 0o644); err != nil {
		return r, err
	}
	// GOROOT's own runner takes only the environment that it is given.
	cmd := exec.CommandContext(ctx, "node", append([]string{
		"--require", preload, filepath.Join(s.release.Root, "lib", "wasm", "wasm_exec_node.js"), program}, args...)...)
	cmd.Dir = dir
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + dir, "AHIRU_FIGURES=" + figures}
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && (ctx.Err() != nil || !errors.As(err, &exit)) {
		return r, fmt.Errorf("running it under Node: %w", errors.Join(err, ctx.Err()))
	}
	r.Stdout, r.Stderr, r.ExitCode = stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()
	r.Figures, err = readFigures(figures)
	return r, err
}

// readFigures reads the lines of JSON that wasm/lesson wrote.
func readFigures(name string) ([]json.RawMessage, error) {
	list := []json.RawMessage{}
	text, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return list, nil
	}
	for line := range strings.Lines(string(text)) {
		if !json.Valid([]byte(line)) {
			return nil, fmt.Errorf("a figure is not JSON: %q", line)
		}
		list = append(list, json.RawMessage(strings.TrimSpace(line)))
	}
	return list, err
}

// goSources gives the text of every Go file below dir that is no test.
func goSources(dir string) ([]byte, error) {
	var all bytes.Buffer
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := os.ReadFile(path)
		fmt.Fprintf(&all, "%s %d\n%s", filepath.Base(path), len(text), text)
		return err
	})
	return all.Bytes(), err
}
