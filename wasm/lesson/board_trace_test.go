//go:build !js

package lesson

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime/trace"
	"strings"
	"testing"
)

// TestBoardIsTraced: each time that a row runs is a task of the board's label, and the same state again is none.
func TestBoardIsTraced(t *testing.T) {
	board := DrawBoard("ponds", "ducks in ponds")
	board.Row("before", Running) // nothing is recorded yet
	file := filepath.Join(t.TempDir(), "trace")
	out, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := trace.Start(out); err != nil {
		t.Skip("this test is being traced already:", err)
	}
	for _, state := range []State{Blocked, Running, Running, Done, Running} {
		board.Row("one", state)
	}
	board.Row("before", Done)
	trace.Stop()
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	events, err := exec.Command("go", "tool", "trace", "-d=parsed", file).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, events)
	}
	begun, ended := strings.Count(string(events), "TaskBegin"), strings.Count(string(events), "TaskEnd")
	if begun != 2 || ended != 1 || !strings.Contains(string(events), "ducks in ponds") {
		t.Errorf("%d tasks begin and %d end", begun, ended)
	}
}
