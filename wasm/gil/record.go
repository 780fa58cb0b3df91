package gil

import "time"

// A State is how a thread stands to the lock. Where the lock is removed it is Holding where it would need one.
type State int

const (
	Outside State = iota // it runs, or waits for something else, without the lock
	Waiting              // it waits for the lock
	Holding              // it holds the lock
	states
)

// A Change tells from when on a thread was in a state.
type Change struct {
	At    time.Time
	State State
}

// An Option of [Lock.Attach].
type Option func(*record)

// Keep keeps the first changes of the thread, so many at most, for [Thread.Changes].
func Keep(most int) Option { return func(r *record) { r.most = most } }

// record is what a thread has done so far.
type record struct {
	state   State
	since   time.Time
	totals  [states]time.Duration
	waited  time.Duration // the last time
	changes []Change
	most    int
}

func (r *record) begin(now time.Time) { r.since = now }

func (r *record) enter(s State) {
	now := time.Now()
	lasted := now.Sub(r.since)
	r.totals[r.state] += lasted
	if r.state == Waiting {
		r.waited = lasted
	}
	r.state, r.since = s, now
	if len(r.changes) < r.most {
		r.changes = append(r.changes, Change{now, s})
	}
}

// Total is how long the thread has been in a state, up to the last change.
func (t *Thread) Total(s State) time.Duration {
	if s < 0 || s >= states {
		return 0
	}
	return t.record.totals[s]
}

// Changes gives what [Keep] has kept, in the order of time.
func (t *Thread) Changes() []Change { return t.record.changes }

// Waited is how long the thread waited for the lock when it last took it.
func (t *Thread) Waited() time.Duration { return t.record.waited }
