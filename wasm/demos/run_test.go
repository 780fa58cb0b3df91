//go:build !js

package demos

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/ahiru-dev/ahiru/wasm/toolchain"
)

type result struct {
	stdout, stderr string
	status         int
}

// programs are the lessons built for this machine, all by one call of the go command.
var programs = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "ahiru-demos-")
	if err != nil {
		return "", err
	}
	args := []string{"build", "-o", dir + string(filepath.Separator)}
	for _, lesson := range List(os.DirFS(".")) {
		args = append(args, "./"+lesson)
	}
	output, err := exec.Command("go", args...).CombinedOutput()
	if err != nil {
		err = errors.New(string(output))
	}
	return dir, err
})

func TestMain(m *testing.M) {
	status := m.Run()
	if dir, err := programs(); err == nil {
		os.RemoveAll(dir)
	}
	os.Exit(status)
}

func runLesson(t *testing.T, lesson string, args ...string) result {
	t.Helper()
	dir, err := programs()
	if err != nil {
		t.Fatalf("building the lessons: %v", err)
	}
	if runtime.GOOS == "windows" {
		lesson += ".exe"
	}
	return runProgram(t, nil, filepath.Join(dir, lesson), args...)
}

func runProgram(t *testing.T, env []string, program string, args ...string) result {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), program, args...)
	cmd.Env = append([]string{"PATH=" + os.Getenv("PATH"), "HOME=" + t.TempDir(), "SYSTEMROOT=" + os.Getenv("SYSTEMROOT")}, env...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	var failed *exec.ExitError
	if err := cmd.Run(); err != nil && !errors.As(err, &failed) {
		t.Fatal(err)
	}
	return result{stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()}
}

// runInNode runs a lesson as the page does, but for the page.
func runInNode(t *testing.T, lesson string, env []string, args ...string) result {
	t.Helper()
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("there is no node to run the lesson with")
	}
	wasm := filepath.Join(t.TempDir(), lesson+".wasm")
	if _, err := toolchain.Build(t.Context(), toolchain.Program{Dir: lesson}, wasm); err != nil {
		t.Fatal(err)
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	runner := filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec_node.js")
	imports, err := filepath.Abs("../../web/build/imports.cjs") // what programs that share memory ask for
	if err != nil {
		t.Fatal(err)
	}
	return runProgram(t, env, "node", append([]string{"--stack-size=8192", "--require", imports, runner, wasm}, args...)...)
}

func runPython(t *testing.T, lesson string, args ...string) result {
	t.Helper()
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip("there is no python3 to run main.py with")
	}
	return runProgram(t, []string{"PYTHONDONTWRITEBYTECODE=1"}, "python3", append([]string{"-X", "utf8", filepath.Join(lesson, "main.py")}, args...)...)
}

func TestRuns(t *testing.T) {
	for _, lesson := range List(os.DirFS(".")) {
		t.Run(lesson+"/natively", func(t *testing.T) { wentWell(t, runLesson(t, lesson, quick[lesson]...)) })
		t.Run(lesson+"/in Python", func(t *testing.T) { wentWell(t, runPython(t, lesson)) })
		t.Run(lesson+"/in Node", func(t *testing.T) {
			figures := filepath.Join(t.TempDir(), "figures")
			wentWell(t, runInNode(t, lesson, []string{"AHIRU_FIGURES=" + figures}, quick[lesson]...))
			checkFigures(t, figures)
		})
	}
}

func wentWell(t *testing.T, r result) {
	t.Helper()
	if r.status != 0 || r.stderr != "" || !strings.HasSuffix(r.stdout, "\n") {
		t.Errorf("status %d, prints %q and %q", r.status, r.stdout, r.stderr)
	}
}

// checkFigures reads what a lesson left for the page; a lesson without figures leaves nothing.
func checkFigures(t *testing.T, name string) {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for line := range strings.Lines(string(text)) {
		var f struct{ Key, Label, Drawing string }
		if err := json.Unmarshal([]byte(line), &f); err != nil {
			t.Errorf("%s: %v", line, err)
		}
		if f.Drawing != "" && f.Drawing != "search" {
			continue // goes on with what has a key
		}
		if f.Key == "" || f.Label == "" || seen[f.Key] {
			t.Errorf("a figure needs a key of its own and a label: %s", line)
		}
		seen[f.Key] = true
	}
}

func TestReferences(t *testing.T) {
	for _, lesson := range List(os.DirFS(".")) {
		text, err := os.ReadFile(filepath.Join(lesson, "reference.json"))
		if err != nil {
			t.Error(err)
			continue
		}
		var r struct{ Python, Machine, Date, Stdout string }
		if err := json.Unmarshal(text, &r); err != nil || r.Python == "" || r.Machine == "" || len(r.Date) != len("2006-01-02") || r.Stdout == "" {
			t.Errorf("%s/reference.json lacks something: %+v %v", lesson, r, err)
		}
		if strings.Contains(string(text), "/main.py") || strings.Contains(string(text), "Traceback") {
			t.Errorf("%s/reference.json holds a path or a failure", lesson)
		}
	}
}
