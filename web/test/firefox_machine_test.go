package test

import (
	"strings"
	"testing"
)

// TestSharedMemoryInFirefox runs threads on a page that is isolated and on one
// that is not: there they have no memory to share, and say so.
func TestSharedMemoryInFirefox(t *testing.T) {
	ctx, page := launchFirefox(t)
	race := func(path string) (got programRun) {
		t.Helper()
		if err := page.Navigate(ctx, machineSite(t)+path); err != nil {
			t.Fatal(err)
		}
		if err := page.Eval(ctx, `run({wasm: "threads", args: ["race"]}, "")`, &got); err != nil {
			t.Fatal(err)
		}
		return got
	}
	if got := race("/isolated"); got.ExitCode != 0 || !strings.Contains(got.Stdout, "add 0\ncas 0\n") {
		t.Errorf("on an isolated page: %+v, want no update lost by add and compare-and-swap", got)
	}
	if got := race("/plain"); got.ExitCode != 1 || got.Stdout != "" || !strings.Contains(got.Stderr, "memory cannot be shared here") {
		t.Errorf("on a page that is not isolated: %+v", got)
	}
}
