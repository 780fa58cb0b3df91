package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"
)

// patience is how long a lesson may take under Python.
const patience = time.Minute

// python is an interpreter of this machine.
type python struct {
	program string
	version string // such as "3.11.7" or "3.13.0 free-threaded"
}

// findPythons gives every CPython that answers, the one called python3 first, each version once.
func findPythons(ctx context.Context, named []string) []python {
	names := []string{"python3"}
	for minor := 20; minor >= 8; minor-- {
		names = append(names, fmt.Sprintf("python3.%d", minor))
	}
	var found []python
	seen := map[string]bool{}
	for _, name := range append(names, named...) {
		version, err := ask(ctx, name)
		if err == nil && !seen[version] {
			seen[version] = true
			found = append(found, python{name, version})
		}
	}
	return found
}

const question = `import platform, sysconfig
if platform.python_implementation() == "CPython":
    print(platform.python_version() + (" free-threaded" if sysconfig.get_config_var("Py_GIL_DISABLED") else ""))`

func ask(ctx context.Context, name string) (version string, err error) {
	output, err := exec.CommandContext(ctx, name, "-c", question).Output()
	version = strings.TrimSpace(string(output))
	if err == nil && version == "" {
		err = errors.New("not CPython")
	}
	return version, err
}

// run runs main.py in folder.
func (p python) run(ctx context.Context, folder string) (run, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, p.program, "-X", "utf8", "main.py")
	cmd.Dir = folder
	cmd.Env = append(os.Environ(), "PYTHONDONTWRITEBYTECODE=1")
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if err == nil && stderr.Len() > 0 {
		err = errors.New("it complained")
	}
	if err != nil {
		return run{}, fmt.Errorf("main.py under CPython %s: %w\n%s", p.version, errors.Join(err, ctx.Err()), stderr.Bytes())
	}
	return run{
		Python:  p.version,
		Machine: machine(),
		Date:    time.Now().UTC().Format(time.DateOnly),
		Stdout:  stdout.String(),
	}, nil
}
