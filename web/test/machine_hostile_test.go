package test

import (
	"fmt"
	"testing"
)

// TestForgedCalls calls the system in every odd way from Go, then without an end and without ever waiting.
func TestForgedCalls(t *testing.T) {
	page := machinePage(t, true)
	got := runProgram(t, page, runRequest{Wasm: "forge"}, "")
	if got.Stdout != "postMessage is there: false\nsurvived\n" || got.Stderr != "" || got.ExitCode != 0 {
		t.Errorf("got %+v", got)
	}
	nextRunIsClean(t, page)
	got = runProgram(t, page, runRequest{Wasm: "forge", Args: []string{"flood"}}, "")
	stoppedBecause(t, got, "messages of its own")
	pageStaysAlive(t, got)
	nextRunIsClean(t, page)
}

// TestWorkerTakenOver lets scripts speak to the kernel in a worker's place. Here the kernel runs on the page's own
// thread, so what holds that thread up would show.
func TestWorkerTakenOver(t *testing.T) {
	page := machinePage(t, true)
	for _, test := range []struct {
		name, script string
		status       int
	}{
		{"honest", `postMessage({type: "started"}); postMessage({type: "exit", code: 4, ms: 1})`, 4},
		{"exits twice", `for (const code of [5, 6]) postMessage({type: "exit", code, ms: 1})`, 5},
		{"garbage first", `for (const m of [null, 7, "exit", [], {type: "exit"}, {type: "exit", code: 1e99, ms: 1},
			{type: "write", fd: 1, bytes: "text", ms: 0}, {type: "call", id: {}, name: 1, args: 1, ms: 0},
			{type: "fault", fault: "__proto__", words: "", ms: 0}]) postMessage(m);
			postMessage({type: "exit", code: 7, ms: 1})`, 7},
		{"throws", `throw new Error("nothing catches this")`, 2},
		{"flood of writes", `for (;;) postMessage({type: "write", fd: 1, bytes: new Uint8Array(100), ms: 1})`, 137},
		{"flood of calls", `for (let id = 0;; id++) postMessage({type: "call", id, name: "stat", args: ["/"], ms: 1})`, 137},
		{"flood of nothing", `for (;;) postMessage(null)`, 137},
	} {
		got := eval[struct {
			ExitCode, Printed, Beats int
			Reason                   *string
			LongestWait, WallMs      float64
		}](t, page, fmt.Sprintf("takenOver(%q)", test.script))
		if got.ExitCode != test.status || (got.Reason != nil) != (test.status == 137) {
			t.Errorf("%s: got %+v, want status %d", test.name, got, test.status)
		}
		// A kernel that keeps up lets a flood go on until its time is over; one that does not ends it.
		if got.Reason != nil && *got.Reason != "messages" && (*got.Reason != "time" || got.Beats < 50) {
			t.Errorf("%s: ended by %s, the page's thread free %d times", test.name, *got.Reason, got.Beats)
		}
	}
	nextRunIsClean(t, page)
}
