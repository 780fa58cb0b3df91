package asyncio

import (
	"errors"
	"fmt"
)

// ErrCancelled is Python's CancelledError: what a task finds at its await when somebody has cancelled it, and what one
// finds that asks for the result of what was cancelled. A task whose coroutine returns it is cancelled.
var ErrCancelled = errors.New("cancelled")

// ErrPending is the error of asking for a result that is not there yet: Python's InvalidStateError.
var ErrPending = errors.New("the result is not ready: await it")

type state int

const (
	pending state = iota
	finished
	cancelled
)

func (s state) String() string { return [...]string{"pending", "finished", "cancelled"}[s] }

// core is a future whose type of result does not matter.
type core struct {
	loop      *Loop
	state     state
	value     any
	err       error
	asked     bool // for the error
	callbacks []handle
	cancels   func() bool // how to cancel what stands behind it, if anything does

	task  *Task   // whose result it is, if it is one's
	what  string  // else: such as "sleep"
	parts []*core // what it waits for itself
}

func (f *core) done() bool { return f.state != pending }

// whenDone has a callback made ready when the future is done: at once, if it is.
func (f *core) whenDone(h handle) {
	if f.done() {
		f.loop.ready = append(f.loop.ready, h)
		return
	}
	f.callbacks = append(f.callbacks, h)
}

func (f *core) finish(s state, value any, err error) {
	f.state, f.value, f.err = s, value, err
	for i := range f.callbacks {
		f.loop.ready = append(f.loop.ready, f.callbacks[i])
		f.loop.woken(f.callbacks[i].task)
	}
	f.callbacks = nil
}

func (f *core) cancel() bool {
	if f.done() {
		return false
	}
	if f.cancels != nil {
		return f.cancels()
	}
	f.finish(cancelled, nil, ErrCancelled)
	return true
}

func (f *core) result() (any, error) {
	if !f.done() {
		return nil, ErrPending
	}
	f.asked = true
	return f.value, f.err
}

// A Future is a result that is still to come. One made by [CreateTask] is the result of a task, and cancelling it cancels
// the task.
type Future[T any] struct{ core *core }

// NewFuture gives a future that somebody will set: Python's loop.create_future().
func NewFuture[T any](t *Task) *Future[T] {
	return &Future[T]{&core{loop: t.loop, what: "future"}}
}

// Set gives the future its result. It is false, and nothing happens, when the future is done.
func (f *Future[T]) Set(value T) bool {
	if f.core.done() {
		return false
	}
	f.core.finish(finished, value, nil)
	return true
}

// Fail gives it an error in place of a result; [ErrCancelled] cancels it.
func (f *Future[T]) Fail(err error) bool {
	if f.core.done() || err == nil {
		return false
	}
	if errors.Is(err, ErrCancelled) {
		return f.core.cancel()
	}
	f.core.finish(finished, nil, err)
	return true
}

// Cancel asks for the result not to come. On a task it takes effect at that task's next await, and the task may ignore it.
// It is false when the future is done.
func (f *Future[T]) Cancel() bool { return f.core.cancel() }

// Done tells whether there is a result, an error, or neither because it was cancelled.
func (f *Future[T]) Done() bool { return f.core.done() }

// Cancelled tells whether it is done because it was cancelled.
func (f *Future[T]) Cancelled() bool { return f.core.state == cancelled }

// Result gives the result without waiting; [ErrPending] if there is none yet.
func (f *Future[T]) Result() (T, error) { return as[T](f.core.result()) }

// WhenDone has call called, by the loop, when the future is done.
func (f *Future[T]) WhenDone(call func()) { f.core.whenDone(handle{run: call}) }

// Name is the name of the task whose result it is, or what it stands for.
func (f *Future[T]) Name() string { return f.core.name() }

func (f *Future[T]) String() string { return f.core.String() }

func (f *core) name() string {
	if f.task != nil {
		return f.task.name
	}
	return f.what
}

func (f *core) String() string {
	if f.task != nil {
		return f.task.String()
	}
	return fmt.Sprintf("<Future %s>", f.state)
}

// as gives a result its type. A future that failed or was cancelled has none.
func as[T any](value any, err error) (result T, _ error) {
	if value != nil && err == nil {
		result = value.(T)
	}
	return result, err
}
