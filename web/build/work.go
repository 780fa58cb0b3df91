package main

import (
	"context"
	"errors"
	"runtime"
	"sync"
)

// A work runs tasks, as many at a time as there are processors, and keeps
// their errors. A cancelled context lets the tasks not yet begun go undone.
type work struct {
	ctx   context.Context
	slots chan struct{}
	group sync.WaitGroup
	mu    sync.Mutex
	errs  []error
}

func newWork(ctx context.Context) *work {
	return &work{ctx: ctx, slots: make(chan struct{}, runtime.NumCPU())}
}

// do runs a task when its turn comes, which is in the order of the calls, and
// returns when it has begun. A task must not ask for others.
func (w *work) do(task func() error) {
	w.slots <- struct{}{}
	w.group.Go(func() {
		defer func() { <-w.slots }()
		err := w.ctx.Err()
		if err == nil {
			err = task()
		}
		if err != nil {
			w.mu.Lock()
			defer w.mu.Unlock()
			w.errs = append(w.errs, err)
		}
	})
}

func (w *work) wait() error {
	w.group.Wait()
	return errors.Join(w.errs...)
}
