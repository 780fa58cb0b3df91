package test

import (
	"fmt"
	"strings"
	"testing"
)

// TestThreadThatNeverComes: with a timeout each thread is told that the barrier is broken; without one the run ends at
// its limit, with a sentence that says what its threads waited for.
func TestThreadThatNeverComes(t *testing.T) {
	page := machinePage(t, true)
	got := runProgram(t, page, runRequest{Wasm: "threads", Args: []string{"late"}}, "")
	if got.ExitCode != 1 || strings.Count(got.Stderr, "the barrier is broken: not all threads came to it") < 3 {
		t.Errorf("with a timeout: %+v", got)
	}
	nextRunIsClean(t, page)
	got = runProgram(t, page, runRequest{Wasm: "threads", Args: []string{"stuck"}, Limits: map[string]float64{"wallMs": 4000}}, "")
	if got.Stdout != "one never comes\n" || !strings.Contains(got.Stderr, "3 threads waited without a timeout for what another has to do") {
		t.Errorf("without one: %+v", got)
	}
	stoppedBecause(t, got, "ran for 4 s")
	pageStaysAlive(t, got)
	nextRunIsClean(t, page)
}

// TestNumbersThatNoLessonTakes gives the lessons' numbers values that they must refuse: a sentence on the console, and
// the next run as always.
func TestNumbersThatNoLessonTakes(t *testing.T) {
	for lesson, c := range map[string]struct {
		flags []string
		good  string
	}{
		"threads":   {[]string{"n"}, `{n: "2", d: "10ms"}`},
		"race":      {[]string{"workers", "n", "trials"}, `{workers: "2", n: "10", trials: "1"}`},
		"processes": {[]string{"n", "numbers"}, `{numbers: "6,7"}`},
		"pipe":      {[]string{"largest"}, `{largest: "6", poll: "10ms"}`},
		"executors": {[]string{"workers"}, `{work: "io", d: "10ms"}`},
		"queue":     {[]string{"producers", "consumers", "capacity", "items"}, `{items: "2"}`},
	} {
		page := open(t, "/demos/"+lesson+"/", 1280)
		for _, flag := range c.flags {
			for _, value := range []string{"0", "-1", "1000000000", "1e99", "99999999999999999999"} {
				if value == "0" && (flag == "capacity" || lesson == "executors") {
					continue // means something there
				}
				got := runLesson(t, page, fmt.Sprintf("{%q: %q}", flag, value)).Result
				if got.ExitCode != 2 || got.Stdout != "" || !strings.Contains(got.Stderr, "-"+flag) || strings.Contains(got.Stderr, "goroutine ") {
					t.Errorf("%s -%s=%s: %+v", lesson, flag, value, got)
				}
			}
		}
		if got := runLesson(t, page, c.good).Result; got.ExitCode != 0 || got.Stdout == "" {
			t.Errorf("%s: the next run gave %+v", lesson, got)
		}
	}
}
