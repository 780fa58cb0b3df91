package asynciotest

import (
	"errors"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/asyncio"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
)

var cancelCases = []cases.Case{
	{Name: "cancel/is-delivered-at-the-await", Run: func(t cases.T) {
		var found error
		run(t, func(me *asyncio.Task) (int, error) {
			guest := asyncio.CreateTask(me, asyncio.Async("guest", func(me *asyncio.Task) (int, error) {
				found = asyncio.Sleep(me, time.Hour)
				return 0, found
			}))
			asyncio.Sleep(me, 0)
			equal(t, "cancel", guest.Cancel(), true)
			_, err := asyncio.Await(me, guest)
			equal(t, "what the awaiting one finds", err, asyncio.ErrCancelled)
			equal(t, "cancelled, and once more", []bool{guest.Cancelled(), guest.Cancel()}, []bool{true, false})
			return 0, nil
		})
		equal(t, "what the task finds", found, asyncio.ErrCancelled)
	}},
	{Name: "cancel/before-it-began-and-it-never-does", Run: func(t cases.T) {
		run(t, func(me *asyncio.Task) (int, error) {
			guest := asyncio.CreateTask(me, asyncio.Async("guest", func(*asyncio.Task) (int, error) {
				t.Errorf("it began")
				return 0, nil
			}))
			guest.Cancel()
			_, err := asyncio.Await(me, guest)
			equal(t, "error", err, asyncio.ErrCancelled)
			return 0, nil
		})
	}},
	{Name: "cancel/goes-down-to-the-innermost", Run: func(t cases.T) {
		run(t, func(me *asyncio.Task) (int, error) {
			inner := asyncio.CreateTask(me, after(time.Hour, 0))
			outer := asyncio.CreateTask(me, asyncio.Async("outer", func(me *asyncio.Task) (int, error) {
				return asyncio.Await(me, inner)
			}))
			asyncio.Sleep(me, 0)
			asyncio.Sleep(me, 0)
			outer.Cancel()
			_, err := asyncio.Await(me, outer)
			equal(t, "inner, outer", []any{inner.Cancelled(), outer.Cancelled(), err}, []any{true, true, asyncio.ErrCancelled})
			return 0, nil
		})
	}},
	{Name: "cancel/may-be-ignored-and-run-waits", Run: func(t cases.T) {
		ended := false
		run(t, func(me *asyncio.Task) (int, error) {
			deaf := asyncio.CreateTask(me, asyncio.Async("deaf", func(me *asyncio.Task) (int, error) {
				asyncio.Sleep(me, time.Hour)
				asyncio.Sleep(me, tick)
				ended = true
				return 7, nil
			}))
			asyncio.Sleep(me, 0)
			deaf.Cancel()
			value, err := asyncio.Await(me, deaf)
			equal(t, "result of one that ignored it", []any{value, err, deaf.Cancelled()}, []any{7, nil, false})
			ended = false
			asyncio.CreateTask(me, asyncio.Async("late", func(me *asyncio.Task) (int, error) {
				asyncio.Sleep(me, time.Hour)
				asyncio.Sleep(me, tick)
				ended = true
				return 0, nil
			}))
			return 0, asyncio.Sleep(me, 0)
		})
		equal(t, "the one that ignored Run's cancelling has ended", ended, true)
	}},
	{Name: "cancel/itself-at-its-next-await", Run: func(t cases.T) {
		reached := false
		_, err := asyncio.Run(asyncio.Async("main", func(me *asyncio.Task) (int, error) {
			task := asyncio.CreateTask(me, asyncio.Async("self", func(me *asyncio.Task) (int, error) {
				reached = true
				me.Cancel()
				return 0, asyncio.Sleep(me, 0)
			}))
			return asyncio.Await(me, task)
		}))
		equal(t, "outcome", []any{reached, err}, []any{true, asyncio.ErrCancelled})
	}},
	{Name: "cancel/wait-for-times-out-and-cancels", Run: func(t cases.T) {
		run(t, func(me *asyncio.Task) (int, error) {
			slow := asyncio.CreateTask(me, after(time.Hour, 0))
			_, err := asyncio.WaitFor(me, slow, tick)
			equal(t, "slow", []any{err, slow.Cancelled(), me.Cancelling()}, []any{asyncio.ErrTimeout, true, 0})
			value, err := asyncio.WaitFor(me, after(0, 5), time.Hour)
			equal(t, "quick", []any{value, err}, []any{5, nil})
			_, err = asyncio.WaitFor(me, after(time.Hour, 5), -tick)
			equal(t, "no time at all", err, asyncio.ErrTimeout)
			return 0, asyncio.Sleep(me, tick) // nothing is left of the timeouts
		})
	}},
	{Name: "cancel/wait-for-waits-for-one-that-ignores-it", Run: func(t cases.T) {
		run(t, func(me *asyncio.Task) (int, error) {
			deaf := asyncio.Async("deaf", func(me *asyncio.Task) (string, error) {
				asyncio.Sleep(me, time.Hour)
				return "soba", nil
			})
			value, err := asyncio.WaitFor(me, asyncio.CreateTask(me, deaf), tick)
			equal(t, "result", []any{value, err}, []any{"soba", nil})
			return 0, asyncio.Sleep(me, 0)
		})
	}},
	{Name: "cancel/from-outside-is-no-timeout", Run: func(t cases.T) {
		run(t, func(me *asyncio.Task) (int, error) {
			waiting := asyncio.CreateTask(me, asyncio.Async("waiting", func(me *asyncio.Task) (int, error) {
				return asyncio.WaitFor(me, after(time.Hour, 0), time.Hour)
			}))
			asyncio.Sleep(me, tick)
			waiting.Cancel()
			_, err := asyncio.Await(me, waiting)
			if !errors.Is(err, asyncio.ErrCancelled) {
				t.Errorf("got %v", err)
			}
			return 0, nil
		})
	}},
}
