package jobs

import (
	"testing"
	"time"
)

// A slot whose workers die at once waits longer and longer, and one death after a long life costs nothing.
func TestPauseAfter(t *testing.T) {
	var pause, total time.Duration
	for deaths := 1; deaths <= 20; deaths++ {
		next := pauseAfter(pause, time.Millisecond, deaths)
		if next < pause || next > longestPause || deaths > 2 && next == 0 {
			t.Errorf("after death %d: %v follows %v", deaths, next, pause)
		}
		pause, total = next, total+next
	}
	if pause != longestPause || total < time.Minute {
		t.Errorf("20 deaths in a row end at %v and take %v", pause, total)
	}
	if got := pauseAfter(pause, young, 1); got != 0 {
		t.Errorf("a worker that has lived long is replaced after %v", got)
	}
}

func TestQueueKeepsOrder(t *testing.T) {
	var q queue
	var all []*record
	for i := range 5000 {
		r := &record{Job: Job{ID: ID(i), State: Pending}}
		all = append(all, r)
		q.push(r)
	}
	first := q.pop()
	q.putBack(first) // its worker died
	all[1].State = Revoked
	for _, want := range all {
		if want.State == Revoked {
			continue
		}
		if got := q.pop(); got != want {
			t.Fatalf("%v comes where %d is due", got, want.ID)
		}
	}
	q.putBack(first)
	if q.pop() != first || q.pop() != nil {
		t.Error("what was put back into an empty queue does not come out alone")
	}
}
