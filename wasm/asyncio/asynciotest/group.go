package asynciotest

import (
	"errors"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/asyncio"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
)

var errBurnt = errors.New("the soba is burnt")

var groupCases = []cases.Case{
	{Name: "gather/first-error-and-the-others-go-on", Run: func(t cases.T) {
		run(t, func(me *asyncio.Task) (int, error) {
			slow := asyncio.CreateTask(me, after(4*tick, "udon"))
			_, err := asyncio.Await(me, asyncio.Gather(me, slow, failing(tick, errBurnt), failing(2*tick, errors.New("late"))))
			equal(t, "error, and the slow one", []any{err, slow.Done()}, []any{errBurnt, false})
			value, err := asyncio.Await(me, slow)
			equal(t, "the slow one", []any{value, err}, []any{"udon", nil})
			return 0, nil
		})
	}},
	{Name: "gather/settle-gives-all-outcomes", Run: func(t cases.T) {
		run(t, func(me *asyncio.Task) (int, error) {
			all, err := asyncio.Await(me, asyncio.Settle(me, after(tick, "soba"), failing(0, errBurnt)))
			equal(t, "outcomes", []any{all, err}, []any{[]asyncio.Outcome[string]{{Value: "soba"}, {Err: errBurnt}}, nil})
			return 0, nil
		})
	}},
	{Name: "gather/nothing-the-same-twice-and-cancelled", Run: func(t cases.T) {
		run(t, func(me *asyncio.Task) (int, error) {
			none, err := asyncio.Await(me, asyncio.Gather[int](me))
			equal(t, "of nothing", []any{none, err}, []any{[]int{}, nil})
			once := after(tick, 3)
			twice, err := asyncio.Await(me, asyncio.Gather[int](me, once, once))
			equal(t, "one twice", []any{twice, err}, []any{[]int{3, 3}, nil})
			a, b := asyncio.CreateTask(me, after(time.Hour, 1)), asyncio.CreateTask(me, after(time.Hour, 2))
			all := asyncio.Gather[int](me, a, b)
			asyncio.Sleep(me, 0)
			all.Cancel()
			_, err = asyncio.Await(me, all)
			asyncio.Sleep(me, 0)
			equal(t, "cancelled", []any{err, a.Cancelled(), b.Cancelled()}, []any{asyncio.ErrCancelled, true, true})
			return 0, nil
		})
	}},
	{Name: "group/waits-for-all", Run: func(t cases.T) {
		run(t, func(me *asyncio.Task) (int, error) {
			var a, b *asyncio.Future[int]
			err := asyncio.Group(me, func(g *asyncio.TaskGroup) error {
				a, b = asyncio.Spawn(g, after(2*tick, 1)), asyncio.Spawn(g, after(tick, 2))
				return nil
			})
			equal(t, "group", []any{err, a.Done(), b.Done()}, []any{nil, true, true})
			return 0, nil
		})
	}},
	{Name: "group/one-fails-and-the-others-are-cancelled", Run: func(t cases.T) {
		run(t, func(me *asyncio.Task) (int, error) {
			var other *asyncio.Future[int]
			err := asyncio.Group(me, func(g *asyncio.TaskGroup) error {
				other = asyncio.Spawn(g, after(time.Hour, 1))
				asyncio.Spawn(g, failing(tick, errBurnt))
				return asyncio.Sleep(me, time.Hour) // body is cancelled, too
			})
			equal(t, "group", []any{errors.Is(err, errBurnt), errors.Is(err, asyncio.ErrCancelled), other.Cancelled(), me.Cancelling()},
				[]any{true, false, true, 0})
			return 0, asyncio.Sleep(me, tick)
		})
	}},
	{Name: "group/body-fails-or-is-cancelled", Run: func(t cases.T) {
		run(t, func(me *asyncio.Task) (int, error) {
			var task *asyncio.Future[int]
			var late error
			body := func(wait time.Duration) *asyncio.Coro[int] {
				return asyncio.Async("body", func(me *asyncio.Task) (int, error) {
					var left *asyncio.TaskGroup
					err := asyncio.Group(me, func(g *asyncio.TaskGroup) error {
						left, task = g, asyncio.Spawn(g, after(time.Hour, 1))
						if wait > 0 {
							return asyncio.Sleep(me, wait)
						}
						return errBurnt
					})
					_, late = asyncio.Await(me, asyncio.Spawn(left, after(0, 0)))
					return 0, err
				})
			}
			_, err := asyncio.Await(me, body(0))
			equal(t, "failed", []any{err, task.Cancelled(), late}, []any{errBurnt, true, asyncio.ErrGroupOver})
			running := asyncio.CreateTask(me, body(time.Hour))
			asyncio.Sleep(me, tick)
			running.Cancel()
			_, err = asyncio.Await(me, running)
			equal(t, "cancelled", []any{err, task.Cancelled()}, []any{asyncio.ErrCancelled, true})
			return 0, nil
		})
	}},
}
