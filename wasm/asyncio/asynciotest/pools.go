package asynciotest

import (
	"errors"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/asyncio"
	"github.com/ahiru-dev/ahiru/wasm/futures"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
)

// Names of the functions, kept apart from those of other packages' cases.
const (
	late = "asyncio late"
	fail = "asyncio fail"
)

func init() {
	futures.Register(late, func(ms int) (int, error) { time.Sleep(time.Duration(ms) * time.Millisecond); return ms, nil })
	futures.Register(fail, func(struct{}) (int, error) { return 0, errors.New("burnt in a thread") })
}

var poolCases = []cases.Case{
	{Name: "pools/to-thread-frees-the-loop", Run: func(t cases.T) {
		run(t, func(me *asyncio.Task) (int, error) {
			beats := 0
			heart := asyncio.CreateTask(me, asyncio.Async("heart", func(me *asyncio.Task) (int, error) {
				for asyncio.Sleep(me, tick) == nil {
					beats++
				}
				return 0, nil
			}))
			if _, err := asyncio.Await(me, asyncio.ToThread[int](me, late, 1)); err != nil { // the threads start
				return 0, err
			}
			beats = 0
			value, err := asyncio.Await(me, asyncio.ToThread[int](me, late, 600))
			if beats < 3 || value != 600 || err != nil {
				t.Errorf("%d beats, %d, %v", beats, value, err)
			}
			heart.Cancel()
			_, err = asyncio.Await(me, asyncio.ToThread[int](me, fail, struct{}{}))
			says(t, err.Error(), "burnt in a thread")
			_, err = asyncio.Await(me, asyncio.ToThread[int](me, "asyncio nothing", 1))
			says(t, err.Error(), "no function is registered")
			return 0, nil
		})
	}},
	{Name: "pools/one-thread-is-serial-and-several-are-not", Run: func(t cases.T) {
		took := func(threads int) (d time.Duration) {
			run(t, func(me *asyncio.Task) (int, error) {
				asyncio.Await(me, asyncio.ToThread[int](me, late, 0))
				begun := time.Now()
				var all []asyncio.Awaitable[int]
				for range 4 {
					all = append(all, asyncio.ToThread[int](me, late, 300))
				}
				_, err := asyncio.Await(me, asyncio.Gather(me, all...))
				d = time.Since(begun)
				return 0, err
			}, asyncio.Threads(threads))
			return d
		}
		if one, four := took(1), took(4); one < 1200*time.Millisecond || one < 2*four {
			t.Errorf("one thread %v, four threads %v", one, four)
		}
	}},
	{Name: "pools/processes-have-a-memory-of-their-own", Run: func(t cases.T) {
		run(t, func(me *asyncio.Task) (int, error) {
			pool, err := futures.NewProcessPool(2)
			if err != nil {
				return 0, err
			}
			value, err := asyncio.Await(me, asyncio.RunInExecutor[int](me, pool, late, 20))
			equal(t, "value", []any{value, err}, []any{20, nil})
			return 0, pool.Shutdown()
		})
	}},
	{Name: "pools/cancelled-before-it-began-and-while-it-runs", Run: func(t cases.T) {
		run(t, func(me *asyncio.Task) (int, error) {
			busy := asyncio.ToThread[int](me, late, 400)
			waiting := asyncio.ToThread[int](me, late, 100000)
			asyncio.Sleep(me, 100*time.Millisecond)
			waiting.Cancel()
			_, err := asyncio.Await(me, waiting)
			equal(t, "called off", err, asyncio.ErrCancelled)
			_, err = asyncio.WaitFor(me, busy, tick)
			equal(t, "given up", err, asyncio.ErrTimeout)
			return 0, nil // Run waits for the call that runs, and not for the one that was called off
		}, asyncio.Threads(1))
	}},
}
