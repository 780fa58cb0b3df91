package timeline

import "golang.org/x/exp/trace"

// A Model is a run as a page draws it. All moments are milliseconds from its first event; lists are never nil. What
// had not ended when the trace was read up to there ends at End.
type Model struct {
	Lanes   []Lane    `json:"lanes"`
	Wakeups []Wakeup  `json:"wakeups"`
	Hidden  int       `json:"hidden"` // goroutines of the runtime, its tracer and the event loop, which have no lane
	End     float64   `json:"end"`
	Origin  float64   `json:"origin"`  // what the programs' clock showed at moment 0; in a page its run began at 1
	Missing int       `json:"missing"` // events that came after MaxEvents
	Stopped *float64  `json:"stopped"` // from when on they are missing; null while none is
	Faults  []Fault   `json:"faults"`  // traces that could not be read to their end
	Stacks  [][]Frame `json:"stacks"`  // innermost call first; number 0 is empty
	Workers []Worker  `json:"workers"` // by number

	Collections []Interval `json:"collections"` // the garbage collector at work, and the world stopped
	Tasks       []Task     `json:"tasks"`
	Regions     []Region   `json:"regions"`
	Logs        []Log      `json:"logs"`

	// What the lesson libraries told: see Category.
	Holds    []Hold    `json:"holds"`    // locks held
	Waits    []Wait    `json:"waits"`    // for locks, at barriers and pipes
	Requests []Request `json:"requests"` // to let go of a lock
	Arrivals []Arrival `json:"arrivals"` // at barriers
	Jobs     []Job     `json:"jobs"`     // of pools
	Messages []Message `json:"messages"` // through pipes

	// What there is to explain.
	Left      []Left     `json:"left"`   // who waits at the end
	Cycles    [][]Link   `json:"cycles"` // who waits for whom in a circle, at the end
	Turns     []Turn     `json:"turns"`  // who kept the thread from others
	Callbacks []Callback `json:"callbacks"`
}

// A Lane is a goroutine.
type Lane struct {
	ID     string   `json:"id"`   // "1·G7": goroutine 7 of worker 1
	Name   string   `json:"name"` // the function that it was started with, or the task of an event loop that it runs
	Worker int      `json:"worker"`
	Group  string   `json:"group"`  // lanes of one function and worker have one group: "1·produce"
	Kind   string   `json:"kind"`   // "program", or "library" for what a lesson library started for itself
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

// A Wakeup is the moment at which one lane let another go on. From is "" for timers and the like.
type Wakeup struct {
	At    float64 `json:"at"`
	From  string  `json:"from"`
	To    string  `json:"to"`
	Thing string  `json:"thing"` // "lock 3", "barrier 1", "pipe 7" between workers; "" for what the runtime knows
}

// A Fault says why the trace of a worker was not read to its end.
type Fault struct {
	Worker int    `json:"worker"`
	Reason string `json:"reason"`
}

// A Worker is a Go instance: a process, or a thread that shares memory with its process.
type Worker struct {
	ID    int     `json:"id"`    // the number of the process, as the console has it
	Name  string  `json:"name"`  // the function that it was started with; "main" for the first
	Kind  string  `json:"kind"`  // "process" or "thread"; "" when unknown
	Known float64 `json:"known"` // up to when its trace has been read: one that stands still or computes is behind
	Ended bool    `json:"ended"` // no more of its trace will come
	Cut   string  `json:"cut"`   // why the end of its trace is missing: "killed" with the process, "full" when it was too long; "" when it is not
	Lost  int     `json:"lost"`  // bytes of its trace that were not kept
}

// An Interval is a time that has a name.
type Interval struct {
	Worker int     `json:"worker"`
	Name   string  `json:"name"`
	Start  float64 `json:"start"`
	End    float64 `json:"end"`
}

type wakeup struct {
	at       trace.Time
	from, to trace.GoID
}
