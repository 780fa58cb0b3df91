//go:build !js

package demos

import (
	"strings"
	"testing"
)

// The figures of one run, in proportion: what blocks and what has one thread takes the sum, the rest about one search;
// only the client that blocks stops the heart, and debug mode names it. One good run of five is enough on a busy machine.
func TestBlockingMeasures(t *testing.T) {
	var r result
	for range 5 {
		r = runLesson(t, "blocking", "-way=all", "-delay=300ms", "-beat=20ms")
		wentWell(t, r)
		if blockingIsRight(r.stdout) {
			return
		}
	}
	t.Errorf("prints %s", r.stdout)
}

func blockingIsRight(stdout string) bool {
	at := func(label string) float64 { return seconds(stdout, label) }
	gap := func(label string) float64 { return at(label + ", longest gap between heartbeats") }
	serial := at("a client that blocks") >= 0.9 && at("handed to one thread") >= 0.9
	parallel := true
	for _, label := range []string{"a client that awaits", "handed to a pool of threads", "handed to a pool of processes"} {
		parallel = parallel && at(label) >= 0.3 && at(label) < 0.7*at("handed to one thread")
		parallel = parallel && gap(label) < 0.5*gap("a client that blocks")
	}
	stopped := gap("a client that blocks") >= 0.9 && strings.Count(stdout, "Executing <Task finished name='search ") == 3
	return serial && parallel && stopped
}

// Debug mode is silent below its threshold.
func TestBlockingThreshold(t *testing.T) {
	r := runLesson(t, "blocking", "-way=blocking", "-delay=20ms", "-slow=2s")
	wentWell(t, r)
	if strings.Contains(r.stdout, "Executing") || strings.Count(r.stdout, ": found ") != 3 {
		t.Errorf("prints %s", r.stdout)
	}
}

// Every number of searches and workers has its answers, in every way.
func TestBlockingManyAndOne(t *testing.T) {
	for args, want := range map[string]int{"-n=1 -workers=8": 5, "-n=8 -workers=1": 40} {
		r := runLesson(t, "blocking", append(strings.Fields(args), "-way=all", "-delay=10ms")...)
		wentWell(t, r)
		if got := strings.Count(r.stdout, ": found "); got != want {
			t.Errorf("%s: %d answers, want %d:\n%s", args, got, want, r.stdout)
		}
	}
}

// Where no process can be started the lesson says so, and the loop freezes all the same.
func TestBlockingWithoutProcesses(t *testing.T) {
	r := runInNode(t, "blocking", nil, "-way=all", "-delay=200ms")
	wentWell(t, r)
	for _, want := range []string{"no process can be started here: ", "the loop stood still", "the loop went on", "the waits overlapped (concurrent)", "  this cannot be shown here: "} {
		if !strings.Contains(r.stdout, want) {
			t.Errorf("%q is missing in\n%s", want, r.stdout)
		}
	}
}
