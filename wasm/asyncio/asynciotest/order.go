package asynciotest

import (
	"strings"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/asyncio"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
)

var orderCases = []cases.Case{
	{Name: "order/tasks-begin-at-the-first-await-in-the-order-made", Run: func(t cases.T) {
		var seen []string
		note := func(name string) *asyncio.Coro[int] {
			return asyncio.Async(name, func(me *asyncio.Task) (int, error) {
				for _, step := range []string{"1", "2"} {
					seen = append(seen, name+step)
					if err := asyncio.Sleep(me, 0); err != nil {
						return 0, err
					}
				}
				return 0, nil
			})
		}
		run(t, func(me *asyncio.Task) (int, error) {
			a, b := asyncio.CreateTask(me, note("a")), asyncio.CreateTask(me, note("b"))
			seen = append(seen, "made")
			if _, err := asyncio.Await(me, note("c")); err != nil { // in this very task: before a and b
				return 0, err
			}
			asyncio.Await(me, a)
			return asyncio.Await(me, b)
		})
		equal(t, "steps", strings.Join(seen, " "), "made c1 a1 b1 c2 a2 b2")
	}},
	{Name: "order/gather-answers-in-argument-order", Run: func(t cases.T) {
		var finished []int
		guest := func(n int) *asyncio.Coro[int] {
			return asyncio.Async("guest", func(me *asyncio.Task) (int, error) {
				err := asyncio.Sleep(me, time.Duration(n)*tick)
				finished = append(finished, n)
				return n, err
			})
		}
		got := run(t, func(me *asyncio.Task) ([]int, error) {
			return asyncio.Await(me, asyncio.Gather(me, guest(3), guest(1), guest(2)))
		})
		equal(t, "results", got, []int{3, 1, 2})
		equal(t, "finished", finished, []int{1, 2, 3})
	}},
	{Name: "order/tasks-overlap-and-awaiting-in-turn-does-not", Run: func(t cases.T) {
		took := func(together bool) time.Duration {
			begun := time.Now()
			run(t, func(me *asyncio.Task) (int, error) {
				var tasks []*asyncio.Future[int]
				for range 5 {
					if !together {
						asyncio.Await(me, after(5*tick, 0))
						continue
					}
					tasks = append(tasks, asyncio.CreateTask(me, after(5*tick, 0)))
				}
				for _, task := range tasks {
					asyncio.Await(me, task)
				}
				return 0, nil
			})
			return time.Since(begun)
		}
		turn, together := took(false), took(true)
		if turn < 25*tick || together < 5*tick || turn < 2*together {
			t.Errorf("in turn %v, together %v", turn, together)
		}
	}},
	{Name: "order/timers-by-time-and-then-by-turn", Run: func(t cases.T) {
		var seen []int
		run(t, func(me *asyncio.Task) (int, error) {
			for i, d := range []time.Duration{3, 1, 2, 1, -1} {
				me.Loop().CallLater(d*tick, func() { seen = append(seen, i) })
			}
			me.Loop().CallLater(tick, func() { t.Errorf("a cancelled timer rang") }).Cancel()
			return 0, asyncio.Sleep(me, 5*tick)
		})
		equal(t, "timers", seen, []int{4, 1, 3, 2, 0})
	}},
	{Name: "order/one-runs-at-a-time", Run: func(t cases.T) {
		running, most := 0, 0
		busy := func() *asyncio.Coro[int] {
			return asyncio.Async("busy", func(me *asyncio.Task) (int, error) {
				for range 20 {
					running++
					most = max(most, running)
					time.Sleep(time.Microsecond) // lets every other goroutine run, but no other task
					running--
					asyncio.Sleep(me, 0)
				}
				return 0, nil
			})
		}
		run(t, func(me *asyncio.Task) ([]int, error) {
			return asyncio.Await(me, asyncio.Gather(me, busy(), busy(), busy()))
		})
		equal(t, "tasks that ran at once", most, 1)
	}},
	{Name: "order/blocking-stops-every-task", Run: func(t cases.T) {
		beats := run(t, func(me *asyncio.Task) (int, error) {
			beats := 0
			asyncio.CreateTask(me, asyncio.Async("heart", func(me *asyncio.Task) (int, error) {
				for asyncio.Sleep(me, tick/4) == nil {
					beats++
				}
				return 0, nil
			}))
			asyncio.Sleep(me, 0)
			time.Sleep(10 * tick)
			return beats, nil
		})
		equal(t, "beats while the loop was blocked", beats, 0)
	}},
	{Name: "order/ten-thousand-tasks", Run: func(t cases.T) {
		sum := run(t, func(me *asyncio.Task) (int, error) {
			all := make([]asyncio.Awaitable[int], 10_000)
			for i := range all {
				all[i] = after(time.Duration(i%7)*time.Millisecond, i)
			}
			numbers, err := asyncio.Await(me, asyncio.Gather(me, all...))
			sum := 0
			for _, n := range numbers {
				sum += n
			}
			return sum, err
		})
		equal(t, "sum", sum, 49_995_000)
	}},
	{Name: "order/futures-and-callbacks-from-outside", Run: func(t cases.T) {
		got := run(t, func(me *asyncio.Task) (string, error) {
			word := asyncio.NewFuture[string](me)
			if _, err := word.Result(); err != asyncio.ErrPending {
				t.Errorf("the result before it is set: %v", err)
			}
			rang := ""
			word.WhenDone(func() { rang = "bell" })
			loop := me.Loop()
			go loop.CallSoonThreadsafe(func() { word.Set("soba"); word.Set("udon") })
			text, err := asyncio.Await(me, word)
			return text + " " + rang, err
		})
		equal(t, "word", got, "soba bell")
	}},
}
