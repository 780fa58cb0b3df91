package proc

import (
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc/internal/wire"
)

// Errors of a pool's calls, to be found with [errors.Is].
var (
	ErrPoolClosed = errors.New("the pool takes no more work: it is closed")
	ErrTerminated = errors.New("the pool was terminated")
	ErrCancelled  = errors.New("the call was cancelled before it began")
)

// A CallError is the error that the called function gave, or that kept its argument or result from being copied. The
// worker lives on.
type CallError struct {
	Function string
	Text     string
}

func (e *CallError) Error() string { return e.Function + ": " + e.Text }

// A WorkerError tells that the worker ended, by a panic, a kill or an exit, while it ran the function.
type WorkerError struct {
	Function string
	Worker   int // 1 to the size of the pool
	Exit     Exit
}

func (e *WorkerError) Error() string {
	return fmt.Sprintf("worker %d ended while it ran %s: %v", e.Worker, e.Function, e.Exit)
}

// task and answer are what goes to a worker and comes back.
type task struct {
	Function string
	Arg      []byte
}

type answer struct {
	Value   []byte
	Failure *string // the error's text
	Ended   int64   // when the function returned, on the worker's clock, in nanoseconds of Unix time
}

const (
	waiting int32 = iota
	begun
	cancelled
)

// A job is a call on its way through the pool.
type job struct {
	task  task
	state atomic.Int32
	done  chan struct{}
	value []byte // when done
	err   error  // when done
	ended int64  // when done: as in answer
}

func (j *job) begin() bool { return j.state.CompareAndSwap(waiting, begun) }

func (j *job) finish(value []byte, err error) { j.finishAt(time.Now().UnixNano(), value, err) }

func (j *job) finishAt(ended int64, value []byte, err error) {
	j.value, j.err, j.ended = value, err, ended
	close(j.done)
}

// A Call is the result, sooner or later, of what [Apply] began.
type Call[Out any] struct{ job *job }

// Done is closed when the result is there.
func (c *Call[Out]) Done() <-chan struct{} { return c.job.done }

// Ended is when the function returned, as its worker's clock has it, or when the call failed or was cancelled. It waits
// for the result. The clocks of workers agree to a tenth of a millisecond.
func (c *Call[Out]) Ended() time.Time {
	<-c.job.done
	return time.Unix(0, c.job.ended)
}

// Started tells whether a worker has taken the call.
func (c *Call[Out]) Started() bool { return c.job.state.Load() == begun }

// Cancel calls the call off and tells whether it could: only before it has started. Its result is then [ErrCancelled].
func (c *Call[Out]) Cancel() bool {
	if !c.job.state.CompareAndSwap(waiting, cancelled) {
		return false
	}
	c.job.finish(nil, ErrCancelled)
	return true
}

// Result waits for the result. Errors: a [*CallError], a [*WorkerError], [ErrCancelled], [ErrPoolClosed],
// [ErrTerminated], an argument that cannot be encoded, a function that is not registered, or a result of another type.
func (c *Call[Out]) Result() (out Out, err error) {
	<-c.job.done
	if c.job.err != nil {
		return out, c.job.err
	}
	if err := wire.Unmarshal(c.job.value, &out); err != nil {
		return out, fmt.Errorf("reading the result of %s: %w", c.job.task.Function, err)
	}
	return out, nil
}
