//go:build unix

package demos

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestUsersWithoutReplacement takes the program away once its workers stand, so that nobody can take the place of the one
// that dies: the lesson says so and goes on with the others.
func TestUsersWithoutReplacement(t *testing.T) {
	dir, err := programs()
	if err != nil {
		t.Fatal(err)
	}
	bytes, err := os.ReadFile(filepath.Join(dir, "users"))
	if err != nil {
		t.Fatal(err)
	}
	place := t.TempDir()
	program := filepath.Join(place, "users")
	if err := os.WriteFile(program, bytes, 0o755); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	cmd := exec.CommandContext(t.Context(), program, "-die", "-workers=2", "-names=20", "-think=20ms")
	cmd.Env, cmd.Stdout, cmd.Stderr = []string{"TMPDIR=" + place}, &out, &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for started := false; !started; time.Sleep(time.Millisecond) {
		files, _ := filepath.Glob(filepath.Join(place, "users*", "none.json"))
		started = len(files) > 0
	}
	os.Remove(program)
	if err := cmd.Wait(); err != nil {
		t.Errorf("it ended with %v", err)
	}
	for _, want := range []string{"worker 1 died", "  nobody can take its place: ", "\ndecorator: ", " updates by 1 processes, lost: 0, failed: 0;"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is missing in\n%s", want, out.String())
		}
	}
}
