package timeline

import "golang.org/x/exp/trace"

// A Model is a run as a page draws it. All moments are milliseconds from its first event; lists are never nil. What
// had not ended when the trace was read up to there ends at End.
type Model struct {
	Lanes   []Lane    `json:"lanes"`
	Wakeups []Wakeup  `json:"wakeups"`
	Hidden  int       `json:"hidden"` // goroutines of the runtime, its tracer and the event loop, which have no lane
	End     float64   `json:"end"`
	Missing int       `json:"missing"` // events that came after MaxEvents
	Faults  []Fault   `json:"faults"`  // traces that could not be read to their end
	Stacks  [][]Frame `json:"stacks"`  // innermost call first; number 0 is empty

	Collections []Interval `json:"collections"` // the garbage collector at work, and the world stopped
	Tasks       []Task     `json:"tasks"`
	Regions     []Region   `json:"regions"`
	Logs        []Log      `json:"logs"`
	Holds       []Hold     `json:"holds"`    // locks held, jobs done: see Category
	Messages    []Message  `json:"messages"` // through pipes
}

// A Lane is a goroutine.
type Lane struct {
	ID     string   `json:"id"`   // "1·G7": goroutine 7 of worker 1
	Name   string   `json:"name"` // the function that it was started with; lanes of one name and worker are a group
	Worker int      `json:"worker"`
	Born   *float64 `json:"born"`   // null when it was there before the trace
	Died   *float64 `json:"died"`   // null when it never ended
	Parent string   `json:"parent"` // the lane that started it, "" when unknown
	Made   int      `json:"made"`   // the stack of that go statement
	Spans  []Span   `json:"spans"`  // by time, without overlap
}

// A Span is the time that a goroutine spent in a state: running, runnable, blocked, sleeping or done. Done has no
// length. The line of a span that runs or is about to is where the goroutine had stopped before.
type Span struct {
	Start  float64 `json:"start"`
	End    float64 `json:"end"`
	State  string  `json:"state"`
	Reason string  `json:"reason"` // in words, "" for running and done
	Line   int     `json:"line"`   // of the program's package main, 0 when it is not there
	Code   string  `json:"code"`   // the reason as a key that no language changes
	Stack  int     `json:"stack"`  // index into Stacks
}

// A Wakeup is the moment at which a goroutine made another one ready to run. From is "" for timers and the like.
type Wakeup struct {
	At   float64 `json:"at"`
	From string  `json:"from"`
	To   string  `json:"to"`
}

// A Fault says why the trace of a worker was not read to its end.
type Fault struct {
	Worker int    `json:"worker"`
	Reason string `json:"reason"`
}

// An Interval is a time that has a name.
type Interval struct {
	Worker int     `json:"worker"`
	Name   string  `json:"name"`
	Start  float64 `json:"start"`
	End    float64 `json:"end"`
}

// A Hold is the time for which a lane had a thing: "lock 3", "gil 1", or a job of "pool 1".
type Hold struct {
	Thing string  `json:"thing"`
	Lane  string  `json:"lane"`
	Start float64 `json:"start"`
	End   float64 `json:"end"`

	start, end trace.Time
}

// A Message went through a pipe. To is "" while nobody has received it, and Received is then 0.
type Message struct {
	Pipe     string  `json:"pipe"`
	From     string  `json:"from"`
	To       string  `json:"to"`
	Bytes    int     `json:"bytes"`
	Sent     float64 `json:"sent"`
	Received float64 `json:"received"`

	sent, received trace.Time
}

type wakeup struct {
	at       trace.Time
	from, to trace.GoID
}
