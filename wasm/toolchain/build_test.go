//go:build !js

package toolchain

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// builds p and returns the module's file.
func builds(t *testing.T, p Program) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "out.wasm")
	result, err := Build(t.Context(), p, out)
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(out)
	if err != nil || info.Size() != result.Bytes {
		t.Fatalf("Result says %d bytes, the file says %v %v", result.Bytes, info, err)
	}
	return out
}

func program(text string) Program { return Program{Files: map[string]string{"main.go": text}} }

// run runs a module as Go's own Node runner does.
func run(t *testing.T, module string, env []string, args ...string) (stdout, stderr string, status int) {
	t.Helper()
	return withNode(t, filepath.Join(goroot(t), "lib", "wasm", "wasm_exec_node.js"), env, append([]string{module}, args...))
}

func withNode(t *testing.T, script string, env, args []string) (stdout, stderr string, status int) {
	t.Helper()
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("there is no node to run the module with")
	}
	cmd := exec.CommandContext(t.Context(), "node", append([]string{"--stack-size=8192", script}, args...)...)
	cmd.Env = append([]string{"PATH=" + os.Getenv("PATH")}, env...)
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	var failed *exec.ExitError
	if err := cmd.Run(); err != nil && !errors.As(err, &failed) {
		t.Fatal(err)
	}
	return out.String(), said.String(), cmd.ProcessState.ExitCode()
}

func goroot(t *testing.T) string {
	t.Helper()
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(root))
}

func TestBuildFolder(t *testing.T) {
	module := builds(t, Program{Dir: "testdata/hello"})
	stdout, stderr, status := run(t, module, nil, "duck")
	if stdout != "hello, duck\nquack\n" || stderr != "" || status != 0 {
		t.Errorf("got %q, %q, status %d", stdout, stderr, status)
	}
}

func TestBuildIsRepeatableAndKnowsNothingOfThisMachine(t *testing.T) {
	first, err := os.ReadFile(builds(t, Program{Dir: "testdata/hello"}))
	if err != nil {
		t.Fatal(err)
	}
	second, err := os.ReadFile(builds(t, Program{Dir: "testdata/hello"}))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first, second) {
		t.Error("two builds of one program differ")
	}
	home, _ := os.UserHomeDir()
	here, _ := os.Getwd()
	for _, path := range []string{goroot(t), home + "/", here, os.TempDir() + "/ahiru"} {
		if len(path) > 3 && bytes.Contains(first, []byte(path)) {
			t.Errorf("the module contains %q", path)
		}
	}
}

func TestBuildFailureLeavesTheOldModule(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out.wasm")
	if err := os.WriteFile(out, []byte("old"), 0o666); err != nil {
		t.Fatal(err)
	}
	_, err := Build(t.Context(), program("package main\n\nfunc main() {\n\tquack()\n}\n"), out)
	var refused *CompileError
	if !errors.As(err, &refused) {
		t.Fatalf("got %v, want a *CompileError", err)
	}
	if want := []Diagnostic{{"main.go", 4, 2, "undefined: quack"}}; !slices.Equal(refused.Diagnostics, want) {
		t.Errorf("got %+v, want %+v", refused.Diagnostics, want)
	}
	if refused.Raw != "./main.go:4:2: undefined: quack\n" {
		t.Errorf("raw %q", refused.Raw)
	}
	if text, _ := os.ReadFile(out); string(text) != "old" {
		t.Errorf("the old module became %q", text)
	}
	if left, _ := os.ReadDir(filepath.Dir(out)); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}

func TestBuildErrors(t *testing.T) {
	tests := []struct{ name, source, want string }{
		{"no main", "package main\n", "function main is undeclared in the main package"},
		{"unused import", "package main\n\nimport \"fmt\"\n\nfunc main() {}\n", `main.go:3:8: "fmt" imported and not used`},
		{"foreign import", "package main\n\nimport _ \"example.com/duck\"\n\nfunc main() {}\n", `main.go:3:8: import "example.com/duck"`},
		{"pattern as import", "package main\n\nimport _ \"./...\"\n\nfunc main() {}\n", `main.go:3:8: import "./..."`},
		{"a dependency of ours", "package main\n\nimport _ \"github.com/evanw/esbuild/pkg/api\"\n\nfunc main() {}\n", `main.go:3:8: import "github.com/evanw/esbuild/pkg/api"`},
		{"a program as import", "package main\n\nimport _ \"github.com/ahiru-dev/ahiru/wasm/toolchain/cmd/gobuild\"\n\nfunc main() {}\n", `cmd/gobuild": there is no such package`},
		{"what go list takes for a file", "package main\n\nimport _ \"duck.go\"\n\nfunc main() {}\n", `main.go:3:8: import "duck.go"`},
		{"a flag as import", "package main\n\nimport _ \"-x\"\n\nfunc main() {}\n", `main.go:3:8: import "-x"`},
		{"syntax", "package main\n\nfunc main() {\n", "main.go:4:1: syntax error: unexpected EOF, expected }"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Build(t.Context(), program(test.source), filepath.Join(t.TempDir(), "out.wasm"))
			var refused *CompileError
			if !errors.As(err, &refused) || !strings.Contains(refused.Error(), test.want) {
				t.Errorf("got %v, want a *CompileError with %q", err, test.want)
			}
		})
	}
}

func TestBuildErrorsThatAreNotTheProgram(t *testing.T) {
	var refused *CompileError
	_, err := Build(t.Context(), Program{Dir: "testdata/nowhere"}, "out.wasm")
	if !errors.Is(err, os.ErrNotExist) || errors.As(err, &refused) {
		t.Errorf("a folder that is not there: got %v", err)
	}
	_, err = Build(t.Context(), Program{Dir: "testdata/hello"}, filepath.Join(t.TempDir(), "no", "out.wasm"))
	if !errors.Is(err, os.ErrNotExist) || errors.As(err, &refused) {
		t.Errorf("no folder to write to: got %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = Build(ctx, Program{Dir: "testdata/hello"}, filepath.Join(t.TempDir(), "out.wasm"))
	if !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: got %v", err)
	}
}

func TestBuildEmbedsFiles(t *testing.T) {
	module := builds(t, Program{Files: map[string]string{
		"main.go":       "package main\n\nimport \"embed\"\n\n//go:embed data\nvar f embed.FS\n\nfunc main() {\n\ttext, _ := f.ReadFile(\"data/name.txt\")\n\tprint(string(text))\n}\n",
		"data/name.txt": "もるぱこ",
	}})
	if _, stderr, status := run(t, module, nil); stderr != "もるぱこ" || status != 0 {
		t.Errorf("got %q, status %d", stderr, status)
	}
}

func TestBuildTakesTheModuleOfDir(t *testing.T) {
	_, err := Build(t.Context(), Program{Dir: t.TempDir(), Files: map[string]string{
		"main.go": "package main\n\nimport _ \"github.com/ahiru-dev/ahiru/wasm/toolchain\"\n\nfunc main() {}\n"}}, filepath.Join(t.TempDir(), "out.wasm"))
	var refused *CompileError
	if !errors.As(err, &refused) {
		t.Errorf("outside the module its packages were found: %v", err)
	}
	builds(t, Program{Files: map[string]string{"main.go": "package main\n\nimport \"github.com/ahiru-dev/ahiru/wasm/toolchain\"\n\nfunc main() { print(len(toolchain.Companion)) }\n"}})
}

// Pulls by linkname that Go's linker refuses, one of them of what the companion has the runtime do.
var pulls = map[string]string{
	"a variable of the runtime": "//go:linkname procs runtime.gomaxprocs\nvar procs int32\n\nfunc main() { println(procs) }\n",
	"a function of the runtime": "//go:linkname collect runtime.gcStart\nfunc collect(int)\n\nfunc main() { collect(0) }\n",
	"the look for leaks":        "//go:linkname look runtime/pprof.runtime_goroutineLeakGC\nfunc look()\n\nfunc main() { look() }\n",
	"what only one package may": "//go:linkname now time.runtimeNano\nfunc now() int64\n\nfunc main() { println(now()) }\n",
}

// TestLinkerRefusesPulls compares what is said of them with `go build` of the same file.
func TestLinkerRefusesPulls(t *testing.T) {
	for name, text := range pulls {
		t.Run(name, func(t *testing.T) {
			text := "package main\n\nimport _ \"unsafe\"\n\n" + text
			_, err := Build(t.Context(), program(text), filepath.Join(t.TempDir(), "out.wasm"))
			var refused *CompileError
			if !errors.As(err, &refused) {
				t.Fatalf("got %v, want a *CompileError", err)
			}
			if want := goBuild(t, text); refused.Raw != want {
				t.Errorf("got %q, go build says %q", refused.Raw, want)
			}
		})
	}
}

// goBuild gives what `go build` says of a program that it refuses.
func goBuild(t *testing.T, text string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "main.go"), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), "go", "build", "-o", filepath.Join(dir, "out.wasm"), "main.go")
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOFLAGS=", "GO111MODULE=off")
	output, err := cmd.CombinedOutput()
	if err == nil {
		t.Fatal("go build refuses nothing")
	}
	_, said, _ := strings.Cut(string(output), "# command-line-arguments\n")
	return said
}
