//go:build unix

package proc

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// TestOutsideOrders starts this program as a child that nobody has given its pipes.
func TestOutsideOrders(t *testing.T) {
	sealed, err := parcel{}.seal()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"quack":                    "a child process cannot start: reading AHIRU_PROC: ",
		line("nothing", sealed, 1): "a child process cannot start: ",
	} {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), variable+"="+text)
		out, err := cmd.CombinedOutput()
		if cmd.ProcessState.ExitCode() != 1 || !strings.HasPrefix(string(out), want) {
			t.Errorf("%s: got %q, %v", text, out, err)
		}
	}
}
