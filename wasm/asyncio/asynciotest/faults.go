package asynciotest

import (
	"errors"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/asyncio"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
)

var faultCases = []cases.Case{
	{Name: "faults/an-error-comes-up-through-every-await", Run: func(t cases.T) {
		_, err := asyncio.Run(asyncio.Async("main", func(me *asyncio.Task) (string, error) {
			return asyncio.Await(me, asyncio.CreateTask(me, failing(tick, errBurnt)))
		}))
		equal(t, "error", err, errBurnt)
	}},
	{Name: "faults/a-panic-fails-its-task-alone", Run: func(t cases.T) {
		run(t, func(me *asyncio.Task) (int, error) {
			bad := asyncio.CreateTask(me, asyncio.Async("bad", func(me *asyncio.Task) (int, error) {
				asyncio.Sleep(me, 0)
				panic("quack")
			}))
			_, err := asyncio.Await(me, bad)
			var thrown *asyncio.PanicError
			if !errors.As(err, &thrown) || thrown.Value != "quack" || len(thrown.Stack) == 0 {
				t.Errorf("got %v", err)
			}
			return asyncio.Await(me, after(0, 1))
		})
	}},
	{Name: "faults/a-coroutine-runs-once", Run: func(t cases.T) {
		run(t, func(me *asyncio.Task) (int, error) {
			c := after(0, 1)
			asyncio.Await(me, c)
			_, first := asyncio.Await(me, c)
			_, second := asyncio.Await(me, asyncio.CreateTask(me, c))
			says(t, first.Error(), "after: cannot reuse already awaited coroutine")
			says(t, second.Error(), "cannot reuse")
			return 0, nil
		})
	}},
	{Name: "faults/the-wrong-task-itself-and-another-loop", Run: func(t cases.T) {
		run(t, func(me *asyncio.Task) (int, error) {
			wrong := asyncio.CreateTask(me, asyncio.Async("wrong", func(*asyncio.Task) (int, error) {
				return 0, asyncio.Sleep(me, tick) // me does not run now
			}))
			_, err := asyncio.Await(me, wrong)
			says(t, err.Error(), "Sleep with a task that does not run now")

			var self *asyncio.Future[int]
			self = asyncio.CreateTask(me, asyncio.Async("self", func(me *asyncio.Task) (int, error) {
				return asyncio.Await(me, self)
			}), "self")
			_, err = asyncio.Await(me, self)
			says(t, err.Error(), "task self cannot await itself")

			mine := asyncio.NewFuture[int](me)
			_, err = asyncio.Run(asyncio.Async("other", func(me *asyncio.Task) (int, error) { return asyncio.Await(me, mine) }))
			says(t, err.Error(), "another loop")
			return 0, nil
		})
	}},
	{Name: "faults/calls-after-the-end-are-refused", Run: func(t cases.T) {
		var loop *asyncio.Loop
		run(t, func(me *asyncio.Task) (int, error) { loop = me.Loop(); return 0, nil })
		equal(t, "taken", loop.CallSoonThreadsafe(func() { t.Errorf("called") }), false)
	}},
	{Name: "faults/what-runs-beside-the-loop", Run: func(t cases.T) {
		run(t, func(me *asyncio.Task) (int, error) {
			beats := 0
			heart := asyncio.CreateTask(me, asyncio.Async("heart", func(me *asyncio.Task) (int, error) {
				for asyncio.Sleep(me, tick/4) == nil {
					beats++
				}
				return 0, nil
			}))
			value, err := asyncio.Await(me, asyncio.Go(me, "wait", func() (int, error) {
				time.Sleep(10 * tick)
				return 5, nil
			}))
			if beats < 3 || value != 5 || err != nil {
				t.Errorf("%d beats, %d, %v", beats, value, err)
			}
			heart.Cancel()
			_, err = asyncio.Await(me, asyncio.Go(me, "fail", func() (int, error) { return 0, errBurnt }))
			equal(t, "error", err, errBurnt)
			_, err = asyncio.WaitFor(me, asyncio.Go(me, "hang", func() (int, error) { time.Sleep(2 * tick); return 0, nil }), tick/2)
			equal(t, "given up", err, asyncio.ErrTimeout)
			return 0, asyncio.Sleep(me, 4*tick) // what was given up comes too late, and is no fault
		})
	}},
}
