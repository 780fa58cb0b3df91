package pack

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os/exec"
	"strings"

	"github.com/ahiru-dev/ahiru/wasm/toolchain"
)

// goCommand gives what a go command prints.
func (m *maker) goCommand(ctx context.Context, args ...string) ([]byte, error) {
	return m.runGo(ctx, args, new(bytes.Buffer))
}

// countedCommand is a goCommand that compiles: Far is told of each package that it has begun to compile.
func (m *maker) countedCommand(ctx context.Context, counted *tally, args []string) ([]byte, error) {
	return m.runGo(ctx, append([]string{args[0], "-v"}, args[1:]...), counted)
}

func (m *maker) runGo(ctx context.Context, args []string, complaints interface {
	io.Writer
	fmt.Stringer
}) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir, cmd.Env = m.Root, toolchain.Environment()
	var stdout bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, complaints
	err := cmd.Run()
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil {
		return nil, fmt.Errorf("go %s: %w\n%s", args[0], err, strings.TrimSpace(complaints.String()))
	}
	return stdout.Bytes(), nil
}

// count begins to count the packages that patterns need.
func (m *maker) count(ctx context.Context, flags []string, patterns ...string) (*tally, error) {
	args := append(append([]string{"list", "-deps"}, flags...), "--")
	output, err := m.goCommand(ctx, append(args, patterns...)...)
	if err != nil {
		return nil, fmt.Errorf("counting the packages to be compiled: %w", err)
	}
	t := &tally{awaited: map[string]bool{}, told: m.Far}
	for path := range strings.FieldsSeq(string(output)) {
		t.awaited[path] = true
	}
	delete(t.awaited, "unsafe") // of which there is nothing to compile
	t.of = len(t.awaited)
	t.told(0, t.of)
	return t, nil
}

// A tally reads what the go command writes with -v: it takes the names of packages out, counts them and keeps the rest.
// What the go command has in its cache it does not name.
type tally struct {
	awaited map[string]bool
	n, of   int
	told    func(n, of int)
	line    []byte
	rest    bytes.Buffer
}

func (t *tally) Write(text []byte) (int, error) {
	for line := range bytes.Lines(text) {
		t.line = append(t.line, line...)
		if t.line[len(t.line)-1] == '\n' {
			t.take(t.line)
			t.line = t.line[:0]
		}
	}
	return len(text), nil
}

// String gives what is no name of a package.
func (t *tally) String() string { return t.rest.String() + string(t.line) }

func (t *tally) take(line []byte) {
	path := string(bytes.TrimSpace(line))
	if !t.awaited[path] {
		t.rest.Write(line)
		return
	}
	delete(t.awaited, path)
	t.n++
	t.told(t.n, t.of)
}
