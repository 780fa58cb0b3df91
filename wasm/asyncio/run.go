package asyncio

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Run starts a loop, has it run the coroutine as its first task, and gives its result: Python's asyncio.run(). When that
// task is done the others are cancelled, and Run returns when they are done too, so one that ignores this is waited for.
//
// At its end the loop reports errors of tasks that nobody has asked for, and coroutines that were never awaited.
func Run[T any](c *Coro[T], options ...Option) (result T, err error) {
	l := newLoop(options)
	enter()
	defer leave(l)
	t, err := start(l, "", c)
	if err != nil {
		return result, err
	}
	l.until(&t.core)
	l.cancelRest()
	l.close()
	return as[T](t.result())
}

func enter() {
	idle.Lock()
	defer idle.Unlock()
	idle.loops++
}

// leave tells of coroutines that nobody has awaited, when no loop is left that may still do it.
func leave(l *Loop) {
	idle.Lock()
	defer idle.Unlock()
	if idle.loops--; idle.loops > 0 {
		return
	}
	forgotten := slices.SortedFunc(maps.Values(idle.names), func(a, b idleCoro) int { return a.turn - b.turn })
	clear(idle.names)
	for _, c := range forgotten {
		fmt.Fprintf(l.log, "RuntimeWarning: coroutine '%s' was never awaited\n", c.name)
	}
}

// cancelRest cancels all tasks there are and waits until they are done.
func (l *Loop) cancelRest() {
	for rest := l.all(); len(rest) > 0; rest = l.all() {
		for _, t := range rest {
			t.cancel()
		}
		for _, t := range rest {
			l.until(&t.core)
		}
	}
}

// all gives the tasks that are not done, in the order in which they were made.
func (l *Loop) all() []*Task {
	return slices.SortedFunc(maps.Keys(l.tasks), func(a, b *Task) int { return cmp.Compare(a.id, b.id) })
}

// close lets nothing more in, ends the threads, and reports errors that nobody has asked for.
func (l *Loop) close() {
	l.lock.Lock()
	l.over = true
	l.lock.Unlock()
	if l.pool != nil {
		if err := l.pool.Shutdown(); err != nil {
			fmt.Fprintln(l.log, err)
		}
	}
	for _, f := range l.failed {
		if !f.asked && f.task.id != 1 { // the first task's is Run's own
			fmt.Fprintf(l.log, "Task exception was never retrieved\nfuture: %v\n", f.task)
		}
	}
}

func firstLine(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	return line
}
