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

// TestNumbersThatNoLessonTakes gives the lessons' numbers values that they must refuse: a sentence on the console, and
// the next run as always. Natively every flag of every lesson is tried.
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
		"gil":       {[]string{"workers", "n", "objects"}, `{work: "refs", n: "1000", objects: "2"}`},
		"queue":     {[]string{"producers", "consumers", "capacity", "items"}, `{items: "2"}`},
		"jobs":      {[]string{"jobs", "workers"}, `{jobs: "2", work: "20ms", gateway: "20ms"}`},
		"users":     {[]string{"workers", "names"}, `{workers: "2", names: "2"}`},
		"prefork":   {[]string{"workers", "requests"}, `{requests: "2", every: "5ms"}`},
		"instance":  {[]string{"users", "dearer", "percall"}, `{users: "1", boot: "10ms", stay: "50ms"}`},
		"soba":      {[]string{"guests"}, `{guests: "0.02,0,0.01"}`},
		"blocking":  {[]string{"n", "delay"}, `{n: "1", delay: "10ms"}`},
	} {
		page := open(t, "/demos/"+lesson+"/", 1280)
		for _, flag := range c.flags {
			for _, value := range []string{"0", "-1", "1000000000", "1e99", "99999999999999999999", "nonsense"} {
				if value == "0" && (flag == "capacity" || flag == "guests" || lesson == "executors") {
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
