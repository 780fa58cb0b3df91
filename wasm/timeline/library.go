package timeline

import (
	"cmp"
	"slices"

	"golang.org/x/exp/trace"
)

// A story is what the notices of all workers tell together, in the order of their moments. The clocks of two workers
// may differ by a tenth of a millisecond: a lock can seem to be taken a little before it was dropped.
type story struct {
	holds    []*Hold
	waits    []*Wait
	requests []*Request
	arrivals []*Arrival
	jobs     []*Job
	steps    []*Job // of event loops
	messages []*Message
	wakeups  []thingWakeup

	held     map[string]*Hold // by thing
	dropped  map[string]dropping
	waiting  map[laneThing]*Wait
	working  map[laneThing]*Job
	barriers map[string]*meeting
	pipes    map[string]*pipe
}

type laneThing struct{ lane, thing string }

// dropping is who let go of a lock last, and when.
type dropping struct {
	lane string
	at   trace.Time
}

type thingWakeup struct {
	at       trace.Time
	from, to string
	thing    string
}

// tell makes a story of the notices of all streams.
func tell(streams []*Stream) *story {
	var all []notice
	for _, s := range streams {
		all = append(all, s.notices...)
	}
	slices.SortFunc(all, func(a, b notice) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.lane.stream.worker, b.lane.stream.worker), cmp.Compare(a.nth, b.nth))
	})
	t := &story{held: map[string]*Hold{}, dropped: map[string]dropping{}, waiting: map[laneThing]*Wait{},
		working: map[laneThing]*Job{}, barriers: map[string]*meeting{}, pipes: map[string]*pipe{}}
	for _, n := range all {
		t.hear(n, n.lane.fullID())
	}
	t.stuck()
	return t
}

func (t *story) hear(n notice, lane string) {
	switch n.kind {
	case "lock", "gil":
		t.lock(n, lane)
	case "barrier":
		t.meet(n, lane)
	case "pipe":
		t.pipe(n, lane)
	case "pool":
		t.jobs = t.work(t.jobs, n, lane)
	case "loop":
		if n.verb == "begin" || n.verb == "end" {
			t.steps = t.work(t.steps, n, lane)
		}
	case "thread":
		if n.verb == "go" {
			t.waited(n, lane)
		}
	}
}

func (t *story) lock(n notice, lane string) {
	switch n.verb {
	case "wait":
		t.wait(n, lane).Holder = t.holder(n.thing, lane)
	case "ask":
		t.requests = append(t.requests, &Request{Thing: n.thing, Lane: lane, Holder: t.holder(n.thing, lane), at: n.at})
	case "take":
		if h := t.held[n.thing]; h != nil && h.end == 0 {
			h.end = n.at // it lets go at the latest now
		}
		hold := &Hold{Thing: n.thing, Lane: lane, Skipped: n.number, worker: n.lane.stream.worker, start: n.at}
		t.held[n.thing], t.holds = hold, append(t.holds, hold)
		if w, before := t.waited(n, lane), t.dropped[n.thing]; w != nil && before.at >= w.start {
			t.wake(n, before.lane, lane)
		}
		t.waitedForWhoTakes(n.thing, lane)
	case "leave":
		t.waited(n, lane)
	case "drop":
		if h := t.held[n.thing]; h != nil && h.Lane == lane && h.end == 0 {
			h.end = n.at
		}
		t.dropped[n.thing] = dropping{lane, n.at}
	}
}

// waitedForWhoTakes names who takes a lock as the holder to those who already wait and knew of none: one takes a lock
// first and tells it then, so that another can find it taken, and tell so, in between.
func (t *story) waitedForWhoTakes(thing, lane string) {
	for key, w := range t.waiting {
		if key.thing == thing && key.lane != lane && w.Holder == "" {
			w.Holder = lane
		}
	}
}

// holder is the lane other than this one that has a lock, "" for none.
func (t *story) holder(thing, lane string) string {
	if h := t.held[thing]; h != nil && h.end == 0 && h.Lane != lane {
		return h.Lane
	}
	return ""
}

// wait begins a wait.
func (t *story) wait(n notice, lane string) *Wait {
	w := &Wait{Thing: n.thing, Lane: lane, worker: n.lane.stream.worker, stack: n.stack, start: n.at}
	t.waits = append(t.waits, w)
	t.waiting[laneThing{lane, n.thing}] = w
	return w
}

// waited ends a wait and gives it; nil when its begin was not heard.
func (t *story) waited(n notice, lane string) *Wait {
	key := laneThing{lane, n.thing}
	w := t.waiting[key]
	if w != nil {
		w.end = n.at
		delete(t.waiting, key)
	}
	return w
}

func (t *story) wake(n notice, from, to string) {
	if from != to && from != "" {
		t.wakeups = append(t.wakeups, thingWakeup{n.at, from, to, n.thing})
	}
}

// work begins or ends a job; a lane has one of a thing at a time.
func (t *story) work(jobs []*Job, n notice, lane string) []*Job {
	key := laneThing{lane, n.thing}
	if job := t.working[key]; job != nil {
		job.end = n.at
		delete(t.working, key)
	}
	if n.verb == "end" {
		return jobs
	}
	job := &Job{Thing: n.thing, Name: n.text, Lane: lane, start: n.at}
	t.working[key] = job
	return append(jobs, job)
}
