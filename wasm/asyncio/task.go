package asyncio

import (
	"errors"
	"fmt"
	"iter"
	"runtime/debug"
)

// A Task runs a coroutine, step by step: a step goes from one await to the next.
type Task struct {
	core  // its result
	id    int
	name  string
	stack []string // the coroutines that await one another, the innermost last
	body  func(*Task) (any, error)

	next       func() (struct{}, bool) // runs a step; nil before the first
	yield      func(struct{}) bool     // ends the step
	waiter     *core                   // what it awaits
	thrown     error                   // what it finds when it goes on
	mustCancel bool
	requests   int // to cancel it
}

// A PanicError is the error of a task whose coroutine panicked.
type PanicError struct {
	Value any
	Stack []byte
}

func (e *PanicError) Error() string { return fmt.Sprintf("panic: %v\n\n%s", e.Value, e.Stack) }

// CreateTask makes a task of a coroutine. It is ready from now on, and begins when the task that runs now awaits
// something. Without a name it is called Task-1, Task-2 and so on, as in Python.
//
// A coroutine that was awaited already makes a task that fails.
func CreateTask[T any](t *Task, c *Coro[T], name ...string) *Future[T] {
	t.mustBeCurrent("CreateTask")
	called := ""
	if len(name) > 0 {
		called = name[0]
	}
	made, err := start(t.loop, called, c)
	if err != nil {
		failed := NewFuture[T](t)
		failed.Fail(err)
		return failed
	}
	return &Future[T]{&made.core}
}

func start[T any](l *Loop, name string, c *Coro[T]) (*Task, error) {
	if err := c.use(); err != nil {
		return nil, err
	}
	l.made++
	if name == "" {
		name = fmt.Sprintf("Task-%d", l.made)
	}
	t := &Task{id: l.made, name: name, stack: []string{c.name}, body: c.run}
	t.core.loop, t.core.task, t.core.cancels = l, t, t.cancelThis
	l.tasks[t] = true
	l.tell(Made, t)
	l.ready = append(l.ready, handle{run: t.step, task: t})
	return t, nil
}

// Name is the task's name.
func (t *Task) Name() string { return t.name }

// Loop is the loop that runs it.
func (t *Task) Loop() *Loop { return t.loop }

// Cancel is [Future.Cancel] of its result.
func (t *Task) Cancel() bool { return t.cancel() }

// Cancelling is how many have asked to cancel it: Python's task.cancelling().
func (t *Task) Cancelling() int { return t.requests }

// Uncancel takes one such request back, for those who have dealt with it. It gives how many are left.
func (t *Task) Uncancel() int {
	t.requests = max(t.requests-1, 0)
	if t.requests == 0 {
		t.mustCancel = false
	}
	return t.requests
}

// String is as Python shows a task.
func (t *Task) String() string {
	how := "running"
	if t.done() {
		how = "done"
	}
	text := fmt.Sprintf("<Task %s name='%s' coro=<%s() %s>", t.state, t.name, t.stack[0], how)
	switch {
	case t.waiter != nil && t.waiter.task != nil:
		text += fmt.Sprintf(" wait_for=<Task %s name='%s'>", t.waiter.state, t.waiter.task.name)
	case t.waiter != nil:
		text += fmt.Sprintf(" wait_for=<Future %s>", t.waiter.state)
	case t.state == finished && t.err != nil:
		text += fmt.Sprintf(" exception=%q", firstLine(t.err))
	case t.state == finished:
		text += fmt.Sprintf(" result=%v", t.value)
	}
	return text + ">"
}

// step has the coroutine run up to its next await.
func (t *Task) step() {
	if t.done() {
		return
	}
	t.thrown = nil
	if t.mustCancel {
		t.thrown, t.mustCancel = ErrCancelled, false
	}
	t.waiter = nil
	if t.next == nil {
		if t.thrown != nil { // cancelled before it began: it never does
			t.end(nil, t.thrown)
			return
		}
		t.next, _ = iter.Pull(t.whole)
	}
	t.loop.current = t
	t.loop.tell(Step, t)
	_, more := t.next()
	t.loop.current = nil
	t.loop.stepped()
	if more {
		t.hasYielded()
	}
}

// whole is the coroutine from its beginning to its end.
func (t *Task) whole(yield func(struct{}) bool) {
	t.yield = yield
	defer func() {
		if thrown := recover(); thrown != nil {
			t.end(nil, &PanicError{thrown, debug.Stack()})
		}
	}()
	t.end(t.body(t))
}

// hasYielded has the task woken by what it awaits, or made ready again where that is nothing.
func (t *Task) hasYielded() {
	if t.waiter == nil {
		t.loop.ready = append(t.loop.ready, handle{run: t.step, task: t})
		return
	}
	t.waiter.whenDone(handle{run: t.step, task: t})
	if t.mustCancel && t.waiter.cancel() {
		t.mustCancel = false
	}
}

// await waits for a future, and gives its result.
func (t *Task) await(f *core) (any, error) {
	switch {
	case f == &t.core:
		return nil, fmt.Errorf("task %s cannot await itself", t.name)
	case f.loop != t.loop:
		return nil, fmt.Errorf("task %s awaits what belongs to another loop", t.name)
	case f.done():
		return f.result()
	}
	if err := t.suspend(f); err != nil {
		return nil, err
	}
	return f.result()
}

// suspend ends the step. It gives what was thrown into the task when it goes on.
func (t *Task) suspend(on *core) error {
	t.waiter = on
	t.loop.tell(Awaits, t)
	t.yield(struct{}{})
	return t.thrown
}

func (t *Task) end(value any, err error) {
	delete(t.loop.tasks, t)
	t.waiter = nil
	t.loop.tell(Ended, t)
	switch {
	case err == nil:
		t.finish(finished, value, nil)
	case errors.Is(err, ErrCancelled):
		t.finish(cancelled, nil, ErrCancelled)
	default:
		t.loop.failed = append(t.loop.failed, &t.core)
		t.finish(finished, nil, err)
	}
}

// cancelThis asks what the task awaits to be cancelled, which wakes it; or has it find out at its next step.
func (t *Task) cancelThis() bool {
	t.requests++
	if t.waiter == nil || !t.waiter.cancel() {
		t.mustCancel = true
	}
	return true
}

func (t *Task) mustBeCurrent(doing string) {
	if t.loop.current != t {
		panic("asyncio: " + doing + " with a task that does not run now: a coroutine awaits with the task it was given")
	}
}
