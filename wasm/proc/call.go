package proc

import (
	"errors"
	"fmt"
	"slices"
)

// Apply has a worker of the pool run the function registered with [RegisterFunc] under a name, and returns at once:
// errors too are the call's result. The argument is copied now; calls are begun in the order of Apply.
func Apply[In, Out any](p *Pool, name string, in In) *Call[Out] {
	j := &job{done: make(chan struct{})}
	if err := p.prepare(j, name, in); err != nil {
		j.state.Store(cancelled)
		j.finish(nil, err)
	}
	return &Call[Out]{j}
}

func (p *Pool) prepare(j *job, name string, in any) error {
	j.task.Function = name
	f, err := find(name)
	if err != nil {
		return err
	}
	if f.call == nil {
		return fmt.Errorf("%s gives no result that a pool could bring back: register it with RegisterFunc", name)
	}
	if j.task.Arg, err = encode("the argument of "+name, in); err != nil {
		return err
	}
	return p.submit(j)
}

// Map runs the function once for each element, on as many workers as there are, and gives the results in the order of
// the elements. It waits for all of them even when some fail: their places then hold zero values, and the error joins
// what went wrong, each with its index.
func Map[In, Out any](p *Pool, name string, in []In) ([]Out, error) {
	calls := make([]*Call[Out], len(in))
	for i, each := range in {
		calls[i] = Apply[In, Out](p, name, each)
	}
	out := make([]Out, len(in))
	var faults []error
	for i, call := range calls {
		var err error
		if out[i], err = call.Result(); err == nil {
			continue
		}
		if err != ErrPoolClosed && err != p.why() {
			err = fmt.Errorf("element %d: %w", i, err)
		}
		if !slices.Contains(faults, err) { // what ended the pool is said once, not for each element
			faults = append(faults, err)
		}
	}
	return out, errors.Join(faults...)
}
