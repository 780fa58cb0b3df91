package test

import (
	"strings"
	"testing"
)

// lessonPrograms are test programs that live with the libraries that they test.
var lessonPrograms = map[string]string{
	"proc-cases":    "../../wasm/proc/testdata/page",
	"proc-deadlock": "../../wasm/proc/testdata/deadlock",
	"shm-cases":     "../../wasm/shm/testdata/page",
}

// casesPass fails for each case that a program of package cases reports as failed.
func casesPass(t *testing.T, got programRun) {
	t.Helper()
	for line := range strings.Lines(got.Stdout) {
		if strings.HasPrefix(line, "FAIL ") {
			t.Error(strings.TrimSpace(line))
		}
	}
	if !strings.HasPrefix(lastLine(got.Stdout), "DONE ") || got.ExitCode != 0 {
		t.Errorf("status %d, standard output ends with %q, standard error with %q", got.ExitCode, lastLine(got.Stdout), lastLine(got.Stderr))
	}
}

// TestProcessCases runs what package proc promises in both worlds.
func TestProcessCases(t *testing.T) {
	page := machinePage(t, true)
	got := runProgram(t, page, runRequest{Wasm: "proc-cases"}, "")
	t.Log(got.Stdout)
	casesPass(t, got)
	nextRunIsClean(t, page)
}
