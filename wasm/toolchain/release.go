package toolchain

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"go/version"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// A release is the Go that stands on this machine, and the folder whose module is meant.
type release struct {
	GOVERSION  string
	GOTOOLDIR  string
	moduleRoot string
}

func findRelease(ctx context.Context, dir string) (release, error) {
	r := release{moduleRoot: dir}
	output, err := r.goCommand(ctx, "env", "-json", "GOVERSION", "GOTOOLDIR")
	if err == nil {
		err = json.Unmarshal([]byte(output), &r)
	}
	if err != nil {
		return r, fmt.Errorf("asking Go for its tools: %w", err)
	}
	return r, nil
}

func (r release) goCommand(ctx context.Context, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir, cmd.Env = r.moduleRoot, Environment()
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if ctx.Err() != nil {
		return "", ctx.Err()
	}
	if err != nil {
		return "", fmt.Errorf("go %s: %w\n%s", args[0], err, bytes.TrimSpace(stderr.Bytes()))
	}
	return stdout.String(), nil
}

// tool runs the compiler or the linker in dir. A status of failure with words about the program is a *CompileError.
func (r release) tool(ctx context.Context, name, dir string, args []string) error {
	cmd := exec.CommandContext(ctx, filepath.Join(r.GOTOOLDIR, name+executable()), args...)
	// Without GOROOT the linker leaves the builder's own folder out of the module.
	cmd.Dir, cmd.Env = dir, append(Environment(), "GOROOT=")
	output, err := cmd.CombinedOutput()
	var failed *exec.ExitError
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.As(err, &failed) && len(output) > 0:
		return refused(string(output))
	}
	return fmt.Errorf("running Go's %s: %w", name, err)
}

// language is the version of the language that programs are written in: the release's own.
func (r release) language() string { return version.Lang(r.GOVERSION) }

func executable() string {
	if runtime.GOOS == "windows" {
		return ".exe"
	}
	return ""
}

// Environment is this process's own, without what would change how a program is built.
func Environment() []string {
	ours := []string{"GOOS=js", "GOARCH=wasm", "GOWASM=", "GOEXPERIMENT=" + Experiments, "GOFLAGS=", "GOWORK=off", "CGO_ENABLED=0"}
	kept := slices.DeleteFunc(os.Environ(), func(setting string) bool {
		name, _, _ := strings.Cut(setting, "=")
		return name == "GOROOT" || slices.ContainsFunc(ours, func(o string) bool { return strings.HasPrefix(o, name+"=") })
	})
	return append(kept, ours...)
}
