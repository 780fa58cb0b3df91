package futures

import (
	"iter"
	"slices"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc"
)

// AsCompleted gives the futures in the order in which they are done, each as soon as it is: those that are done already
// come first, in their order. Of several that are heard of in one moment, the one whose function returned earlier comes
// first, by the workers' own clocks. One that is given twice comes twice.
func AsCompleted(all ...*Future) iter.Seq[*Future] {
	return func(yield func(*Future) bool) {
		done, coming := watch(all)
		for left := len(all); left > 0; left-- {
			if len(done) == 0 {
				done = append(done, <-coming)
			}
			done = inOrder(done, coming)
			if !yield(done[0]) {
				return
			}
			done = done[1:]
		}
	}
}

// inOrder adds those that have come by now and sorts by when each was done.
func inOrder(done []*Future, coming <-chan *Future) []*Future {
	for more := true; more; {
		select {
		case f := <-coming:
			done = append(done, f)
		default:
			more = false
		}
	}
	slices.SortStableFunc(done, func(a, b *Future) int { return a.ended.Compare(b.ended) })
	return done
}

// watch gives those that are done, and a channel for the others, which may be left unread.
func watch(all []*Future) (done []*Future, coming <-chan *Future) {
	watcher := make(chan *Future, len(all))
	for _, f := range all {
		if f.watch(watcher) {
			done = append(done, f)
		}
	}
	return done, watcher
}

// When says what [Wait] waits for.
type When int

const (
	AllCompleted   When = iota // all are done
	FirstCompleted             // one is done
	FirstError                 // one has failed; being cancelled is no failure. If none fails, until all are done
)

// Forever is a timeout that never comes. So is any negative one.
const Forever = proc.Forever

// Wait waits for the first or all of some futures, but no longer than the timeout, and tells which are done and which
// are not, both in the order given. What is not done goes on.
func Wait(when When, timeout time.Duration, all ...*Future) (done, pending []*Future) {
	finished, coming := watch(all)
	var late <-chan time.Time
	if timeout >= 0 {
		timer := time.NewTimer(timeout)
		defer timer.Stop()
		late = timer.C
	}
	enough := slices.ContainsFunc(finished, when.isEnough)
	for left := len(all) - len(finished); left > 0 && !enough; left-- {
		select {
		case f := <-coming:
			enough = when.isEnough(f)
		case <-late:
			enough = true
		}
	}
	for _, f := range all {
		if f.IsDone() {
			done = append(done, f)
		} else {
			pending = append(pending, f)
		}
	}
	return done, pending
}

// isEnough tells whether that one being done ends the wait.
func (w When) isEnough(f *Future) bool {
	return w == FirstCompleted || w == FirstError && f.err != nil && f.err != ErrCancelled
}
