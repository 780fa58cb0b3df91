package futures

import (
	"fmt"
	"sync"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc"
)

// ErrCancelled is the error of a call that was cancelled before it began.
var ErrCancelled = proc.ErrCancelled

// A Future is a call that an executor was given, and sooner or later its result.
type Future struct {
	function string
	call     call // nil for one that no pool has taken
	done     chan struct{}

	lock     sync.Mutex // of what follows until done
	watchers []chan<- *Future
	value    any
	err      error
	ended    time.Time // by the clock of the worker
}

func newFuture(function string) *Future {
	return &Future{function: function, done: make(chan struct{})}
}

// Done is closed when the call has its result, has failed or is cancelled.
func (f *Future) Done() <-chan struct{} { return f.done }

// IsDone tells the same without waiting.
func (f *Future) IsDone() bool {
	select {
	case <-f.done:
		return true
	default:
		return false
	}
}

// Running tells whether a worker is busy with the call.
func (f *Future) Running() bool { return f.call != nil && f.call.Started() && !f.IsDone() }

// Cancel calls the call off and tells whether it is: only a call that no worker has begun can be cancelled, also a
// second time. Its error is then [ErrCancelled]. One that runs goes on.
func (f *Future) Cancel() bool {
	if f.call != nil && f.call.Cancel() {
		<-f.done // a matter of a moment
	}
	return f.Cancelled()
}

// Cancelled tells whether the call was cancelled.
func (f *Future) Cancelled() bool { return f.IsDone() && f.err == ErrCancelled }

// Result waits for the result. Errors: a [*proc.CallError] with the text of the error that the function returned; a
// [*proc.WorkerError] when the worker panicked or was killed; [ErrCancelled]; [ErrShutdown]; a name that is not
// registered; an argument of a wrong type, or one that cannot be encoded.
func (f *Future) Result() (any, error) {
	<-f.done
	return f.value, f.err
}

// Value is [Future.Result] with the function's result type.
func Value[Out any](f *Future) (out Out, err error) {
	value, err := f.Result()
	if err != nil {
		return out, err
	}
	out, is := value.(Out)
	if !is {
		return out, fmt.Errorf("%s gives a result of type %T, not %T", f.function, value, out)
	}
	return out, nil
}

func (f *Future) finish(ended time.Time, value any, err error) {
	if err != nil {
		value = nil
	}
	f.lock.Lock()
	defer f.lock.Unlock()
	f.value, f.err, f.ended = value, err, ended
	close(f.done)
	for _, watcher := range f.watchers {
		watcher <- f // there is room
	}
	f.watchers = nil
}

// watch has the future sent to a channel when it is done, unless it is already.
func (f *Future) watch(watcher chan<- *Future) (already bool) {
	f.lock.Lock()
	defer f.lock.Unlock()
	if f.IsDone() {
		return true
	}
	f.watchers = append(f.watchers, watcher)
	return false
}
