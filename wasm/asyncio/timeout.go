package asyncio

import (
	"errors"
	"time"
)

// ErrTimeout is the error of what took too long: Python's TimeoutError.
var ErrTimeout = errors.New("timed out")

// Timeout runs body in this task and cancels the task when body takes longer than d; that cancellation becomes
// [ErrTimeout]. Any other one stays what it is. A body that ignores it, and ends well, has ended well.
func Timeout(t *Task, d time.Duration, body func() error) error {
	t.mustBeCurrent("Timeout")
	expired, before := false, t.Cancelling()
	timer := t.loop.CallLater(d, func() {
		expired = true
		t.cancel()
	})
	defer timer.Cancel()
	err := body()
	if expired && t.Uncancel() <= before && errors.Is(err, ErrCancelled) {
		return ErrTimeout
	}
	return err
}

// WaitFor is [Await] for no longer than d: then what is awaited is cancelled, and the error is [ErrTimeout]. If it does
// not want to be cancelled, WaitFor waits on.
func WaitFor[T any](t *Task, a Awaitable[T], d time.Duration) (result T, err error) {
	err = Timeout(t, d, func() (err error) {
		result, err = Await(t, a)
		return err
	})
	return result, err
}
