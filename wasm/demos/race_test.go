//go:build !js

package demos

import (
	"regexp"
	"strings"
	"testing"
)

var trial = regexp.MustCompile(`(?m)^want: (\d+), got: (\d+)$`)

// Lock and fetch-and-add are exact in every trial, whatever the number of threads and with or without the barrier.
func TestRaceIsExactWithALockAndWithoutOne(t *testing.T) {
	for _, way := range []string{"lock", "atomic"} {
		for _, barrier := range []string{"-barrier=true", "-barrier=false"} {
			r := runLesson(t, "race", "-way", way, barrier, "-workers", "4", "-n", "20000", "-trials", "5")
			got := trial.FindAllString(r.stdout, -1)
			if len(got) != 6 || strings.Count(r.stdout, "want: 80000, got: 80000\n") != 5 || r.status != 0 {
				t.Errorf("%s %s: status %d\n%s%s", way, barrier, r.status, r.stdout, r.stderr)
			}
		}
	}
}

// With plain counting updates are lost in some trial of some run; with one thread never, and the lesson says what to
// think of that.
func TestRaceLosesUpdates(t *testing.T) {
	for range 5 {
		r := runLesson(t, "race", "-way", "plain", "-trials", "20")
		if len(trial.FindAllString(r.stdout, -1)) != 21 || r.status != 0 {
			t.Fatalf("status %d\n%s%s", r.status, r.stdout, r.stderr)
		}
		if !strings.Contains(r.stdout, "lost updates: 0 of 20\n") {
			r = runLesson(t, "race", "-way", "plain", "-workers", "1")
			if !strings.Contains(r.stdout, "nothing was lost, and that is the danger") {
				t.Errorf("prints %q", r.stdout)
			}
			return
		}
	}
	t.Error("nothing was lost in 100 trials")
}

// Goroutines that yield between load and store all load the same number, in turn.
func TestRaceOfGoroutines(t *testing.T) {
	r := runInNode(t, "race", nil, "-workers", "5", "-n", "100")
	if !strings.HasPrefix(r.stdout, "memory cannot be shared here: ") || !strings.Contains(r.stdout, "\nwant: 500, got: 10") {
		t.Errorf("prints %q", r.stdout)
	}
}
