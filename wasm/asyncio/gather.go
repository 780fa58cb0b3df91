package asyncio

// Gather waits for all of some coroutines, tasks and futures, and gives their results in the order of the arguments, not
// in that of finishing. Coroutines become tasks. The first one to fail fails the future at once, with its error; the
// others go on. Cancelling the future cancels them all.
func Gather[T any](t *Task, all ...Awaitable[T]) *Future[[]T] {
	g := gathering(t, all)
	g.failsWith = func(f *core) error { return f.err }
	g.gives = func() any {
		results := make([]T, len(g.parts))
		for i, f := range g.parts {
			results[i], _ = as[T](f.result())
		}
		return results
	}
	g.begin()
	return &Future[[]T]{g.outer}
}

// An Outcome is what became of one of those that [Settle] waited for.
type Outcome[T any] struct {
	Value T
	Err   error
}

// Settle is [Gather] with return_exceptions=True: it gives all results and all errors, and does not fail itself.
func Settle[T any](t *Task, all ...Awaitable[T]) *Future[[]Outcome[T]] {
	g := gathering(t, all)
	g.failsWith = func(*core) error { return nil }
	g.gives = func() any {
		outcomes := make([]Outcome[T], len(g.parts))
		for i, f := range g.parts {
			outcomes[i].Value, outcomes[i].Err = as[T](f.result())
		}
		return outcomes
	}
	g.begin()
	return &Future[[]Outcome[T]]{g.outer}
}

// gathered is a number of futures that are waited for together.
type gathered struct {
	outer     *core
	parts     []*core
	left      int
	cancelled bool
	failsWith func(*core) error
	gives     func() any
}

// gathering makes futures of all of them. One that is given twice stands there twice.
func gathering[T any](t *Task, all []Awaitable[T]) *gathered {
	g := &gathered{outer: &core{loop: t.loop, what: "gather"}}
	tasks := map[Awaitable[T]]*core{}
	for _, a := range all {
		f, known := tasks[a]
		if !known {
			var err error
			if f, err = a.future(t); err != nil {
				f = &core{loop: t.loop, what: "gather"}
				f.finish(finished, nil, err)
			}
			tasks[a] = f
		}
		g.parts = append(g.parts, f)
	}
	g.left = len(g.parts)
	g.outer.parts = g.parts
	g.outer.cancels = g.cancel
	return g
}

func (g *gathered) begin() {
	if g.left == 0 {
		g.outer.finish(finished, g.gives(), nil)
	}
	for _, f := range g.parts {
		f.whenDone(handle{run: func() { g.partDone(f) }})
	}
}

func (g *gathered) partDone(f *core) {
	g.left--
	f.asked = true
	if g.outer.done() {
		return // it failed before, and the others went on
	}
	if err := g.failsWith(f); err != nil {
		g.outer.finish(finished, nil, err)
	} else if g.left == 0 && g.cancelled {
		g.outer.finish(finished, nil, ErrCancelled)
	} else if g.left == 0 {
		g.outer.finish(finished, g.gives(), nil)
	}
}

// cancel cancels the parts. The whole is done when they are.
func (g *gathered) cancel() bool {
	asked := false
	for _, f := range g.parts {
		asked = f.cancel() || asked
	}
	g.cancelled = g.cancelled || asked
	return asked
}
