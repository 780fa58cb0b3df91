package asyncio

import (
	"fmt"

	"github.com/ahiru-dev/ahiru/wasm/futures"
)

// Go runs f on a goroutine beside the loop and gives its result. It is for what Go itself waits for, such as a read from
// a pipe: in asyncio the selector has this place, which tells the loop what sockets have become ready. What f shares with
// tasks it shares as goroutines do. f goes on when the future is cancelled: nobody can stop it.
func Go[T any](t *Task, what string, f func() (T, error)) *Future[T] {
	result := &Future[T]{&core{loop: t.loop, what: what}}
	go func() {
		value, err := f()
		t.loop.CallSoonThreadsafe(func() { result.settle(value, err) })
	}()
	return result
}

func (f *Future[T]) settle(value T, err error) {
	if err != nil {
		f.Fail(err)
		return
	}
	f.Set(value)
}

// RunInExecutor hands the call of a registered function to a pool of threads or processes: Python's run_in_executor().
// As everywhere in package futures the function is named, since neither could be sent a closure. To cancel the future
// calls the call off if no worker has begun it.
func RunInExecutor[Out, In any](t *Task, e futures.Executor, name string, arg In) *Future[Out] {
	call := e.Submit(name, arg)
	result := &Future[Out]{&core{loop: t.loop, what: name}}
	result.core.cancels = func() bool {
		call.Cancel()
		result.core.finish(cancelled, nil, ErrCancelled)
		return true
	}
	go func() {
		value, err := futures.Value[Out](call)
		t.loop.CallSoonThreadsafe(func() { result.settle(value, err) })
	}()
	return result
}

// ToThread is [RunInExecutor] with a pool of threads of the loop's own, which is started when it is first wanted: Python's
// asyncio.to_thread(). With [Threads] of 1 it is one dedicated thread, as sync_to_async has it.
func ToThread[Out, In any](t *Task, name string, arg In) *Future[Out] {
	if t.loop.pool == nil {
		pool, err := futures.NewThreadPool(t.loop.threads)
		if err != nil {
			failed := NewFuture[Out](t)
			failed.Fail(fmt.Errorf("a thread for %s: %w", name, err))
			return failed
		}
		t.loop.pool = pool
	}
	return RunInExecutor[Out](t, t.loop.pool, name, arg)
}
