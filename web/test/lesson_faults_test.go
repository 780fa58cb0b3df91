package test

import (
	"fmt"
	"strings"
	"testing"
)

// TestThreadThatNeverComes: with a timeout each thread is told that the barrier is broken; without one the run ends as
// soon as all wait, with a sentence that says for what.
func TestThreadThatNeverComes(t *testing.T) {
	page := machinePage(t, true)
	got := runProgram(t, page, runRequest{Wasm: "threads", Args: []string{"late"}}, "")
	if got.ExitCode != 1 || strings.Count(got.Stderr, "the barrier is broken: not all threads came to it") < 3 {
		t.Errorf("with a timeout: %+v", got)
	}
	nextRunIsClean(t, page)
	for _, clock := range []string{"real", "virtual"} {
		got = runProgram(t, page, runRequest{Wasm: "threads", Args: []string{"stuck"}, Clock: clock}, "")
		if got.Stdout != "one never comes\n" || got.ExitCode != 2 || got.Stopped || !strings.Contains(got.Stderr, "Deadlock: the 3 processes and threads of this run wait for ever. All wait in shared memory") {
			t.Errorf("without one, on the %s clock: %+v", clock, got)
		}
		nextRunIsClean(t, page)
	}
}

// TestThreadsThatWaitForOneAnother lock two mutexes crosswise. The first process waits for their end and says where.
func TestThreadsThatWaitForOneAnother(t *testing.T) {
	page := machinePage(t, true)
	got := runProgram(t, page, runRequest{Wasm: "threads", Args: []string{"crossed"}}, "")
	for _, want := range []string{"Deadlock: the 3 processes and threads of this run wait for ever. 2 of them wait in shared memory", "all goroutines are asleep - deadlock!", "main.crossed("} {
		if got.Stdout != "each waits for the other\n" || got.ExitCode != 2 || !strings.Contains(got.Stderr, want) {
			t.Errorf("got %+v, want %q", got, want)
		}
	}
	nextRunIsClean(t, page)
}

// TestNumbersThatNoLessonTakes gives a whole number, a broken one, a duration and lists values that lessons must refuse: a
// sentence on the console, and the next run as always. Natively the same code refuses them, and each flag of each lesson is
// tried.
func TestNumbersThatNoLessonTakes(t *testing.T) {
	for lesson, c := range map[string]struct{ flag, good string }{
		"race":      {"trials", `{workers: "2", n: "10", trials: "1"}`},
		"processes": {"numbers", `{numbers: "6,7"}`},
		"soba":      {"guests", `{guests: "0.02,0,0.01"}`},
		"blocking":  {"delay", `{n: "1", delay: "10ms"}`},
		"jobs":      {"jobs", `{jobs: "2", work: "20ms", gateway: "20ms"}`},
		"instance":  {"dearer", `{users: "1", boot: "10ms", stay: "50ms"}`},
	} {
		page := open(t, "/demos/"+lesson+"/", 1280)
		for _, value := range []string{"-1", "nonsense", "99999999999999999999"} {
			got := runLesson(t, page, fmt.Sprintf("{%q: %q}", c.flag, value)).Result
			if got.ExitCode != 2 || got.Stdout != "" || !strings.Contains(got.Stderr, "-"+c.flag) || strings.Contains(got.Stderr, "goroutine ") {
				t.Errorf("%s -%s=%s: %+v", lesson, c.flag, value, got)
			}
		}
		if got := runLesson(t, page, c.good).Result; got.ExitCode != 0 || got.Stdout == "" {
			t.Errorf("%s: the next run gave %+v", lesson, got)
		}
	}
}
