package test

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

func clockRun(mode string, clock any, seed string) string {
	r := runRequest{Wasm: "clock", Args: []string{mode}, Clock: clock, Seed: seed}
	text, err := json.Marshal(r)
	if err != nil {
		panic(err)
	}
	return string(text)
}

type timedRun struct {
	programRun
	ClockMs float64
}

func runOnClock(t *testing.T, page *browser.Page, mode string, clock any) timedRun {
	t.Helper()
	return eval[timedRun](t, page, "run("+clockRun(mode, clock, "")+")")
}

// TestVirtualClock has each kind of waiting take exactly its time and no time.
func TestVirtualClock(t *testing.T) {
	page := machinePage(t, true)
	for _, c := range []struct{ mode, want string }{
		{"sleeps", "1s\n"},
		{"poll", "passed\n"},
		{"day", "2009-11-10T23:00:00Z\n"},
		{"naps", "[400ms 300ms 200ms 100ms] 400ms\n"},
		{"pipes", "false 300ms true 1s\n"},
		{"threads", "1s 100ms\n"},
		{"barrier", "<nil> 50ms\n"},
		{"late", "the barrier is broken: not all threads came to it 250ms\n"},
	} {
		began := time.Now()
		got := runOnClock(t, page, c.mode, "virtual")
		t.Logf("%s: %v real, %v ms on the clock", c.mode, time.Since(began), got.ClockMs)
		if got.Stdout != c.want || got.ExitCode != 0 {
			t.Errorf("%s printed %q, %q, want %q", c.mode, got.Stdout, got.Stderr, c.want)
		}
	}
	for mode, report := range map[string]string{
		"stuck":      "fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [chan receive]",
		"stuck-pipe": "fatal error: all goroutines are asleep - deadlock!",
	} {
		if got := runOnClock(t, page, mode, "virtual"); got.ExitCode != 2 || !strings.Contains(got.Stderr, report) || got.WallMs > got.ClockMs {
			t.Errorf("%s ended with %d in %v real ms, %v on the clock: %q", mode, got.ExitCode, got.WallMs, got.ClockMs, got.Stderr)
		}
	}
}

// TestVirtualClockUnshared needs no shared memory.
func TestVirtualClockUnshared(t *testing.T) {
	page := machinePage(t, false)
	for mode, want := range map[string]string{"sleeps": "1s\n", "naps": "[400ms 300ms 200ms 100ms] 400ms\n", "pipes": "false 300ms true 1s\n"} {
		if got := runOnClock(t, page, mode, "virtual"); got.Stdout != want {
			t.Errorf("%s printed %q, %q", mode, got.Stdout, got.Stderr)
		}
	}
}

// TestSlowAndFast measures sleeps and blocking calls that a factor stretches and shrinks.
func TestSlowAndFast(t *testing.T) {
	page := machinePage(t, true)
	for _, mode := range []string{"nap", "blocked"} {
		for _, factor := range []float64{0.25, 1, 4} {
			got := runOnClock(t, page, mode, factor)
			ms, err := strconv.Atoi(lastLine(got.Stdout))
			if err != nil {
				t.Fatal(got.Stdout, got.Stderr)
			}
			ratio := got.ClockMs / got.WallMs
			t.Logf("%s, %g times: %d ms for the program, %v real, ratio %.3f", mode, factor, ms, got.WallMs, ratio)
			least := map[string]int{"nap": 300, "blocked": 500}[mode]
			if ratio < factor*0.99 || ratio > factor*1.01 || ms < least {
				t.Errorf("%s took %d ms on a clock that went %.3f times as fast, not %g", mode, ms, ratio, factor)
			}
			if real := float64(ms) / factor; got.WallMs < real*0.98 {
				t.Errorf("%s: %v ms real, which cannot be with %d ms at %g times", mode, got.WallMs, ms, factor)
			}
		}
	}
}

// TestSeed has a program print the same a hundred times in a hundred.
func TestSeed(t *testing.T) {
	page := machinePage(t, true)
	differing := func(clock any, seed string, times int) []string {
		return eval[[]string](t, page, fmt.Sprintf("differing(%s, %d)", clockRun("chance", clock, seed), times))
	}
	same := differing("virtual", "duck", 100)
	if len(same) != 1 || strings.Count(same[0], "\n") != 5 {
		t.Errorf("a hundred runs printed %d texts: %q", len(same), same)
	}
	if other := differing("virtual", "goose", 2); len(other) != 1 || other[0] == same[0] {
		t.Errorf("another seed printed %q", other)
	}
	if free := differing("virtual", "", 3); len(free) != 3 {
		t.Errorf("without a seed three runs printed %d texts", len(free))
	}
	draw := "differing(" + clockRun("draws", "real", "duck") + ", 3)"
	drawn := eval[[]string](t, page, draw)
	if words := strings.Fields(drawn[0]); len(drawn) != 1 || words[0] == words[1] {
		t.Errorf("two processes drew %q", drawn)
	}
}

// A pauseSeen is what a page noticed of a pause.
type pauseSeen struct {
	Answer, Again    string
	After, Meanwhile float64
	// Still is for how long nothing ran, at least: from the answer until it was let go on.
	Still float64
}

func pauseFor(t *testing.T, page *browser.Page, ms int) pauseSeen {
	t.Helper()
	return eval[pauseSeen](t, page, fmt.Sprintf("pauseFor(%d)", ms))
}

// TestPauseFreezes pauses a program that computes, one that sleeps, and one that blocks, each in its middle.
func TestPauseFreezes(t *testing.T) {
	page := machinePage(t, true)
	const pause = 2000 // well beyond what a busy machine keeps a program waiting
	for _, mode := range []string{"loop", "ticks", "blocked"} {
		eval[any](t, page, "begin("+clockRun(mode, "real", "")+`, "\n")`)
		seen := pauseFor(t, page, pause)
		if seen.Answer != "paused" || seen.Again != "paused" || seen.Meanwhile != 0 {
			t.Errorf("%s: %+v", mode, seen)
		}
		if mode == "ticks" {
			eval[any](t, page, "stop()")
		}
		began := time.Now()
		got := eval[timedRun](t, page, "outcome()")
		t.Logf("%s: %+v, %v later: %q, %v real ms, %v on the clock", mode, seen, time.Since(began), lastLine(got.Stdout), got.WallMs, got.ClockMs)
		switch mode {
		case "loop":
			var took, longest int
			if _, err := fmt.Sscan(lastLine(got.Stdout), &took, &longest); err != nil || longest > pause*1000/2 || took > pause*1000 {
				t.Errorf("the loop took %d µs, and its clock jumped by %d", took, longest)
			}
		case "blocked":
			if ms, err := strconv.Atoi(lastLine(got.Stdout)); err != nil || ms < 500 || ms > 500+pause/2 {
				t.Errorf("the blocking call of 500 ms took %d ms", ms)
			}
		}
	}
}

// TestPauseTakesNoTime pauses a program for 500 ms. It knows two clocks, Go's and its worker's, and how far they are
// apart before and after: Go's has missed all of the time in which the page knew the program to stand still, but for less
// than a millisecond, and no more than what went by from the asking to the end.
func TestPauseTakesNoTime(t *testing.T) {
	page := machinePage(t, true)
	eval[any](t, page, `begin({wasm: "held", args: []}, "begun")`)
	began := time.Now()
	seen := pauseFor(t, page, 500)
	got := eval[timedRun](t, page, "outcome()")
	atMost := seen.After + float64(time.Since(began).Microseconds())/1000
	var pauses int
	var before, after [2]float64
	if _, err := fmt.Sscan(lastLine(got.Stdout), &pauses, &before[0], &before[1], &after[0], &after[1]); err != nil || got.ExitCode != 0 || seen.Answer != "paused" {
		t.Fatalf("%+v: %q, status %d: %v", seen, got.Stdout, got.ExitCode, err)
	}
	least, most := after[0]-before[1], after[1]-before[0]
	t.Logf("it stood still for %.3f ms at least; Go's clock missed %.3f to %.3f ms", seen.Still, least, most)
	const grain = 0.02 // of the two clocks
	if pauses != 2 || most-least > 0.5 || before[0] > before[1]+grain || after[0] > after[1]+grain {
		t.Errorf("Go's clock was %v to %v ms behind its worker's, then %v to %v, in %d stretches", before[0], before[1], after[0], after[1], pauses)
	}
	if gone := seen.Still - least; gone > 1 || seen.Still < 500 || most > atMost {
		t.Errorf("in a pause of %.3f ms Go's clock went on by %.3f ms; it missed %.3f of %.3f", seen.Still, gone, most, atMost)
	}
}

// TestPauseOfSeveral freezes processes that sleep: their clock goes on where it stopped.
func TestPauseOfSeveral(t *testing.T) {
	page := machinePage(t, true)
	eval[any](t, page, "begin("+clockRun("working", "real", "")+`, "begun")`)
	seen := pauseFor(t, page, 900)
	got := eval[timedRun](t, page, "outcome()")
	t.Logf("%+v: %q, %v real ms", seen, got.Stdout, got.WallMs)
	var took [2]int
	if _, err := fmt.Sscan(lastLine(got.Stdout), &took[0], &took[1]); err != nil || took[0] > 800 || took[1] > 800 || seen.Answer != "paused" {
		t.Errorf("%+v: sleeps of 400 ms took %v, %q", seen, took, got.Stderr)
	}
}

// TestPauseCannot asks what cannot be paused: a loop without a call, and a page without shared memory.
func TestPauseCannot(t *testing.T) {
	page := machinePage(t, true)
	eval[any](t, page, "begin("+clockRun("spin", "real", "")+`, "begun")`)
	seen := pauseFor(t, page, 0)
	if seen.Answer == "paused" { // it was still at the end of the call that wrote its line, and goes on into the loop
		seen = pauseFor(t, page, 0)
	}
	if seen.Answer != "busy" || seen.After < 900 {
		t.Errorf("a loop without a call: %+v", seen)
	}
	eval[any](t, page, "stop()")
	if got := eval[timedRun](t, page, "outcome()"); !got.Stopped || got.ExitCode != 137 {
		t.Errorf("%+v", got)
	}
	if answer := eval[string](t, page, "pause()"); answer != "ended" {
		t.Errorf("after the end: %q", answer)
	}
	plain := machinePage(t, false)
	eval[any](t, plain, "begin("+clockRun("ticks", "real", "")+`, "\n")`)
	if seen := pauseFor(t, plain, 0); seen.Answer != "unshared" {
		t.Errorf("without shared memory: %+v", seen)
	}
	eval[any](t, plain, "stop()")
}

// TestStopInAPause ends a run that is paused, and the next one is clean.
func TestStopInAPause(t *testing.T) {
	page := machinePage(t, true)
	eval[any](t, page, "begin("+clockRun("ticks", "real", "")+`, "\n")`)
	if answer := eval[string](t, page, "pause()"); answer != "paused" {
		t.Fatal(answer)
	}
	eval[any](t, page, "stop()")
	if got := eval[timedRun](t, page, "outcome()"); !got.Stopped {
		t.Errorf("%+v", got)
	}
	nextRunIsClean(t, page)
}
