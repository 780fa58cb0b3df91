package test

import (
	"fmt"
	"strings"
	"testing"
)

// TestThreadCases runs what package shm promises in both worlds; where memory cannot be shared, that everything says so.
func TestThreadCases(t *testing.T) {
	for _, isolated := range []bool{false, true} {
		page := machinePage(t, isolated)
		got := runProgram(t, page, runRequest{Wasm: "shm-cases"}, "")
		if strings.Contains(got.Stdout, "absent/") == isolated {
			t.Errorf("isolated %v, and these cases ran:\n%s", isolated, got.Stdout)
		}
		casesPass(t, got)
		nextRunIsClean(t, page)
	}
}

// TestCapabilities asks a page of each kind what it can do.
func TestCapabilities(t *testing.T) {
	for _, isolated := range []bool{false, true} {
		page := machinePage(t, isolated)
		got := runProgram(t, page, runRequest{Wasm: "threads", Args: []string{"caps"}}, "")
		want := fmt.Sprintf(`{"shared":%v,"isolated":%v,"workers":64,"cores":`, isolated, isolated)
		if !strings.HasPrefix(got.Stdout, want) {
			t.Errorf("isolated %v: caps are %q, want %q", isolated, got.Stdout, want)
		}
	}
}

// TestUnsharedMemoryTouched lets a program use what it did not ask for.
func TestUnsharedMemoryTouched(t *testing.T) {
	page := machinePage(t, false)
	got := runProgram(t, page, runRequest{Wasm: "threads", Args: []string{"touch"}}, "")
	if got.ExitCode != 2 || got.Stdout != "touching\n" || !strings.Contains(got.Stderr, "this page cannot give it any") {
		t.Errorf("got %+v, want a sentence", got)
	}
	nextRunIsClean(t, page)
}

// TestUpdatesAreReallyLost has two threads count without and with care. That a trial loses is chance, though a likely one:
// of 20 at least one, and when none does the run is tried again.
func TestUpdatesAreReallyLost(t *testing.T) {
	page := machinePage(t, true)
	for try := 1; ; try++ {
		got := runProgram(t, page, runRequest{Wasm: "threads", Args: []string{"race"}}, "")
		t.Log(got.Stdout)
		var plain, add, cas int
		if _, err := fmt.Sscanf(got.Stdout, "plain %d\nadd %d\ncas %d\n", &plain, &add, &cas); err != nil {
			t.Fatalf("%v: %+v", err, got)
		}
		if add != 0 || cas != 0 {
			t.Fatalf("fetch-and-add lost in %d trials of 20, compare-and-swap in %d", add, cas)
		}
		if plain > 0 {
			return
		}
		if try == 5 {
			t.Fatal("100 trials without care, and nothing was lost")
		}
	}
}

// TestClocksAgree compares the clocks of threads with the first one's, through the memory they share. The bounds are
// true however slow the machine is: where both are on one side of a tenth of a millisecond, the clocks disagree by more.
func TestClocksAgree(t *testing.T) {
	page := machinePage(t, true)
	got := runProgram(t, page, runRequest{Wasm: "threads", Args: []string{"clocks"}}, "")
	t.Log(got.Stdout)
	lines := strings.Split(strings.TrimSpace(got.Stdout), "\n")
	if len(lines) != 4 || got.ExitCode != 0 {
		t.Fatalf("got %+v", got)
	}
	for _, line := range lines {
		var least, most float64
		if _, err := fmt.Sscan(line, &least, &most); err != nil {
			t.Fatal(err)
		}
		if least > 100 || most < -100 {
			t.Errorf("a thread's clock is between %v and %v µs ahead", least, most)
		}
	}
}
