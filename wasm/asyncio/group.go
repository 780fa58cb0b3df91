package asyncio

import "errors"

// A TaskGroup keeps tasks together: see [Group].
type TaskGroup struct {
	parent    *Task
	running   map[*core]bool
	order     []*core
	faults    []error
	leaving   bool
	aborting  bool
	cancelled bool // the parent, by the group
	empty     *core
}

// ErrGroupOver is the error of a task for a group that takes no more.
var ErrGroupOver = errors.New("the task group is over")

// Group runs body, which may add tasks with [Spawn], and waits for all of them: Python's async with TaskGroup(). The
// first one to fail, or body itself, has all others cancelled. The error joins what has failed, as Python's
// ExceptionGroup does; being cancelled is no failure.
func Group(t *Task, body func(g *TaskGroup) error) error {
	t.mustBeCurrent("Group")
	g := &TaskGroup{parent: t, running: map[*core]bool{}}
	err := body(g)
	g.leaving = true
	if g.cancelled && t.Uncancel() == 0 && errors.Is(err, ErrCancelled) {
		err = nil // the group's own doing
	}
	if err != nil {
		g.abort()
	}
	if waited := g.wait(); waited != nil && err == nil {
		err = waited
	}
	if err != nil && !errors.Is(err, ErrCancelled) {
		g.faults = append(g.faults, err)
	}
	if len(g.faults) > 0 {
		return errors.Join(g.faults...)
	}
	return err
}

// Spawn adds a task to a group: Python's create_task() of one.
func Spawn[T any](g *TaskGroup, c *Coro[T], name ...string) *Future[T] {
	if g.aborting || g.leaving && len(g.running) == 0 {
		failed := &Future[T]{&core{loop: g.parent.loop, what: "future"}}
		failed.Fail(ErrGroupOver)
		return failed
	}
	called := ""
	if len(name) > 0 {
		called = name[0]
	}
	made, err := start(g.parent.loop, called, c)
	if err != nil {
		failed := &Future[T]{&core{loop: g.parent.loop, what: "future"}}
		failed.Fail(err)
		return failed
	}
	g.running[&made.core] = true
	g.order = append(g.order, &made.core)
	made.whenDone(handle{run: func() { g.taskDone(&made.core) }})
	return &Future[T]{&made.core}
}

func (g *TaskGroup) taskDone(f *core) {
	delete(g.running, f)
	if g.empty != nil && len(g.running) == 0 && !g.empty.done() {
		g.empty.finish(finished, nil, nil)
	}
	if f.state == cancelled || f.err == nil {
		return
	}
	f.asked = true
	g.faults = append(g.faults, f.err)
	if !g.aborting {
		g.abort()
		if !g.leaving { // body runs still, and hears of it at its await
			g.cancelled = true
			g.parent.cancel()
		}
	}
}

func (g *TaskGroup) abort() {
	g.aborting = true
	for _, f := range g.order {
		if g.running[f] {
			f.cancel()
		}
	}
}

// wait waits for all tasks. Being cancelled meanwhile, it cancels them and waits on.
func (g *TaskGroup) wait() (cancelled error) {
	for len(g.running) > 0 {
		g.empty = &core{loop: g.parent.loop, what: "task group", parts: g.order}
		if _, err := g.parent.await(g.empty); err != nil {
			cancelled = err
			if !g.aborting {
				g.abort()
			}
		}
		g.empty = nil
	}
	return cancelled
}
