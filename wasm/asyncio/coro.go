package asyncio

import (
	"errors"
	"fmt"
	"sync"
)

// A Coro is a coroutine: what calling an async function gives. Nothing of it runs before it is awaited or made a task,
// and that can be done once.
type Coro[T any] struct {
	name string
	body func(*Task) (T, error)
	used bool
}

// Async makes a coroutine that will run body, under the name of its function. The task that body is given is the one
// that runs it: what body awaits, it awaits with that.
func Async[T any](name string, body func(*Task) (T, error)) *Coro[T] {
	c := &Coro[T]{name: name, body: body}
	idle.Lock()
	defer idle.Unlock()
	if idle.loops > 0 {
		idle.last++
		idle.names[c] = idleCoro{name, idle.last}
	}
	return c
}

// idle holds the coroutines that nobody has awaited yet. Python notices one that nobody ever will when its last reference
// goes. Go counts no references: the last loop to end tells.
var idle = struct {
	sync.Mutex
	loops int
	last  int
	names map[any]idleCoro
}{names: map[any]idleCoro{}}

type idleCoro struct {
	name string
	turn int
}

// use takes the coroutine for whoever awaits it.
func (c *Coro[T]) use() error {
	if c.used {
		return fmt.Errorf("%s: %w", c.name, errUsed)
	}
	c.used = true
	idle.Lock()
	defer idle.Unlock()
	delete(idle.names, c)
	return nil
}

var errUsed = errors.New("cannot reuse already awaited coroutine")

// run is [Coro.body] with its result as any, for a task.
func (c *Coro[T]) run(t *Task) (any, error) { return c.body(t) }

// An Awaitable is what can be awaited: a [*Coro] or a [*Future].
type Awaitable[T any] interface {
	await(t *Task) (T, error)
	future(t *Task) (*core, error)
}

// Await waits for a result, with the task that was given to the coroutine it stands in. A coroutine runs in this very
// task and lets another one run only where it awaits something itself. A future that is done gives its result at once.
// While one waits, other tasks run.
//
// Its error is that of the coroutine, the task or the future, or [ErrCancelled] when this task was cancelled meanwhile.
func Await[T any](t *Task, a Awaitable[T]) (T, error) {
	t.mustBeCurrent("Await")
	return a.await(t)
}

func (c *Coro[T]) await(t *Task) (result T, err error) {
	if err := c.use(); err != nil {
		return result, err
	}
	t.stack = append(t.stack, c.name)
	defer func() { t.stack = t.stack[:len(t.stack)-1] }()
	return c.body(t)
}

func (f *Future[T]) await(t *Task) (T, error) { return as[T](t.await(f.core)) }

// future gives what Python's ensure_future does: a coroutine becomes a task.
func (c *Coro[T]) future(t *Task) (*core, error) {
	made, err := start(t.loop, "", c)
	if err != nil {
		return nil, err
	}
	return &made.core, nil
}

func (f *Future[T]) future(*Task) (*core, error) { return f.core, nil }
