package asyncio

import (
	"io"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/futures"
)

// A Loop runs callbacks one after another: those that are ready, in the order in which they became so, and then those
// whose time has come. It belongs to the goroutine that called [Run]. From other goroutines only
// [Loop.CallSoonThreadsafe] may be called.
type Loop struct {
	number  int // in this process
	begun   time.Time
	debug   bool
	slow    time.Duration
	log     io.Writer
	observe func(Event)
	threads int

	ready   []handle
	spare   []handle // the memory of the turn before
	timers  timers
	turn    int64 // numbers timers, so that of two with one time the earlier one comes first
	steps   int64
	current *Task
	tasks   map[*Task]bool // that are not done
	made    int            // tasks so far
	failed  []*core        // whose errors nobody has asked for yet
	pool    futures.Executor

	lock    sync.Mutex // of what follows
	outside []handle   // from other goroutines
	over    bool
	wake    chan struct{} // has room for one
}

// A handle is a callback in the ready queue; with a task it is a step of that.
type handle struct {
	run   func()
	task  *Task
	timer *Timer // unless it comes from one it is nil
}

// An Option changes a loop.
type Option func(*Loop)

// Debug has the loop report callbacks that took 0.1 s or longer, in asyncio's own form of words.
func Debug() Option { return func(l *Loop) { l.debug = true } }

// Slow sets how long a callback may take before debug mode reports it: asyncio's slow_callback_duration.
func Slow(d time.Duration) Option { return func(l *Loop) { l.slow = d } }

// Log sends what the loop reports elsewhere than to standard error.
func Log(w io.Writer) Option { return func(l *Loop) { l.log = w } }

// Observe has the loop tell f what its tasks do, while it happens. f must not block and must not await.
func Observe(f func(Event)) Option { return func(l *Loop) { l.observe = f } }

// Threads sets how many threads [ToThread] has; without it there are 4.
func Threads(n int) Option { return func(l *Loop) { l.threads = n } }

var loops atomic.Int64

func newLoop(options []Option) *Loop {
	l := &Loop{number: int(loops.Add(1)), begun: time.Now(), slow: 100 * time.Millisecond, log: os.Stderr, threads: 4,
		tasks: map[*Task]bool{}, wake: make(chan struct{}, 1)}
	for _, option := range options {
		option(l)
	}
	return l
}

// Time is how long the loop runs by now.
func (l *Loop) Time() time.Duration { return time.Since(l.begun) }

// Steps is how many callbacks it has run.
func (l *Loop) Steps() int64 { return l.steps }

// CallSoon has f called as soon as those callbacks have run that are ready already.
func (l *Loop) CallSoon(f func()) { l.ready = append(l.ready, handle{run: f}) }

// CallSoonThreadsafe is [Loop.CallSoon] for other goroutines: it wakes a loop that waits. It tells whether f will be
// called: not after the loop has ended.
func (l *Loop) CallSoonThreadsafe(f func()) bool {
	l.lock.Lock()
	defer l.lock.Unlock()
	if l.over {
		return false
	}
	l.outside = append(l.outside, handle{run: f})
	select {
	case l.wake <- struct{}{}:
	default: // it is woken already
	}
	return true
}

// until runs callbacks until the future is done.
func (l *Loop) until(f *core) {
	for !f.done() {
		l.once()
	}
}

// once is one turn of the loop, asyncio's _run_once: wait if nothing is ready, find what has become ready, and run that,
// but nothing that becomes ready meanwhile.
func (l *Loop) once() {
	if len(l.ready) == 0 {
		l.wait()
	}
	l.takeOutside()
	l.takeTimers()
	due := l.ready
	l.ready = l.spare
	for i := range due {
		l.execute(&due[i])
	}
	clear(due)
	l.spare = due[:0]
}

// wait sleeps until another goroutine calls, or the time of the first timer has come.
func (l *Loop) wait() {
	if len(l.timers) == 0 {
		<-l.wake
		return
	}
	left := time.Until(l.timers[0].when)
	if left <= 0 {
		return
	}
	alarm := time.NewTimer(left)
	defer alarm.Stop()
	select {
	case <-l.wake:
	case <-alarm.C:
	}
}

func (l *Loop) takeOutside() {
	l.lock.Lock()
	l.ready = append(l.ready, l.outside...)
	l.outside = l.outside[:0]
	l.lock.Unlock()
}

func (l *Loop) takeTimers() {
	for now := time.Now(); len(l.timers) > 0 && !l.timers[0].when.After(now); {
		t := l.timers.pop()
		l.ready = append(l.ready, handle{run: t.call, timer: t})
	}
}

// execute runs a callback and, in debug mode, reports one that took too long.
func (l *Loop) execute(h *handle) {
	if h.timer != nil && h.timer.cancelled {
		return
	}
	l.steps++
	if !l.debug {
		h.run()
		return
	}
	begun := time.Now()
	h.run()
	if took := time.Since(begun); took >= l.slow {
		l.reportSlow(h, took)
	}
}
