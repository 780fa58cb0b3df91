package futures

import (
	"errors"
	"iter"
)

// An Executor runs calls of registered functions, some at a time, in the order in which they come. [ThreadPool] and
// [ProcessPool] are executors because they have its methods; neither names it.
type Executor interface {
	// Submit adds a call of the function registered under a name, and returns at once. Whatever goes wrong, from an
	// unknown name to a worker's death, is the error of the future.
	Submit(name string, arg any) *Future

	// Shutdown lets no more calls in, waits until those that are in have run, and lets the workers end: what Python
	// does where a with block ends. It may be called again, and from several goroutines.
	Shutdown() error
}

// ErrShutdown is the error of a call that is submitted after [Executor.Shutdown].
var ErrShutdown = errors.New("the executor takes no more calls: it was shut down")

// Map submits a call for each argument, all of them now, and then gives each result with its error in the order of the
// arguments, waiting for it where it must. Finished calls behind a slow one wait with it; see [AsCompleted]. A call
// that fails keeps no other from its result; Python's map ends at the first exception.
func Map[Out, In any](e Executor, name string, args []In) iter.Seq2[Out, error] {
	calls := make([]*Future, len(args))
	for i, arg := range args {
		calls[i] = e.Submit(name, arg)
	}
	return func(yield func(Out, error) bool) {
		for _, call := range calls {
			if !yield(Value[Out](call)) {
				return
			}
		}
	}
}
