package asynciotest

import (
	"fmt"
	"strings"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/asyncio"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
)

var toldCases = []cases.Case{
	{Name: "told/debug-names-the-culprit", Run: func(t cases.T) {
		var log strings.Builder
		body := func(me *asyncio.Task) (int, error) {
			slow := asyncio.CreateTask(me, asyncio.Async("search", func(*asyncio.Task) (int, error) {
				time.Sleep(3 * tick)
				return 1, nil
			}), "culprit")
			return asyncio.Await(me, slow)
		}
		run(t, body, asyncio.Log(&log), asyncio.Slow(2*tick))
		equal(t, "without debug", log.String(), "")
		run(t, body, asyncio.Log(&log), asyncio.Debug(), asyncio.Slow(2*tick))
		before, took, is := strings.Cut(log.String(), " took ")
		var seconds float64
		fmt.Sscanf(took, "%f seconds\n", &seconds)
		if !is || before != "Executing <Task finished name='culprit' coro=<search() done> result=1>" || seconds < (3*tick).Seconds() {
			t.Errorf("the loop reports %q", log.String())
		}
	}},
	{Name: "told/debug-names-callbacks", Run: func(t cases.T) {
		var log strings.Builder
		run(t, func(me *asyncio.Task) (int, error) {
			me.Loop().CallSoon(func() { time.Sleep(tick) })
			me.Loop().CallLater(0, func() { time.Sleep(tick) })
			return 0, asyncio.Sleep(me, tick)
		}, asyncio.Log(&log), asyncio.Debug(), asyncio.Slow(tick))
		says(t, log.String(), "Executing <Handle ", "Executing <TimerHandle ")
	}},
	{Name: "told/never-awaited", Run: func(t cases.T) {
		var log strings.Builder
		run(t, func(me *asyncio.Task) (int, error) {
			after(0, 1) // forgotten
			asyncio.Async("order", func(*asyncio.Task) (int, error) { t.Errorf("it ran"); return 0, nil })
			return asyncio.Await(me, after(0, 1))
		}, asyncio.Log(&log))
		equal(t, "log", log.String(), "RuntimeWarning: coroutine 'after' was never awaited\n"+
			"RuntimeWarning: coroutine 'order' was never awaited\n")
	}},
	{Name: "told/errors-nobody-asked-for", Run: func(t cases.T) {
		var log strings.Builder
		run(t, func(me *asyncio.Task) (int, error) {
			asyncio.CreateTask(me, failing(0, errBurnt), "burnt")
			return 0, asyncio.Sleep(me, tick)
		}, asyncio.Log(&log))
		equal(t, "log", log.String(), "Task exception was never retrieved\n"+
			"future: <Task finished name='burnt' coro=<failing() done> exception=\"the soba is burnt\">\n")
	}},
	{Name: "told/events-of-each-task", Run: func(t cases.T) {
		var seen []string
		observe := asyncio.Observe(func(e asyncio.Event) {
			text := fmt.Sprintf("%d %s", e.ID, e.Kind)
			if e.On != "" {
				text += fmt.Sprintf(" %s(%d)", e.On, e.OnID)
			}
			seen = append(seen, text)
		})
		run(t, func(me *asyncio.Task) (int, error) {
			return asyncio.Await(me, asyncio.CreateTask(me, after(tick, 1), "guest"))
		}, observe)
		equal(t, "events", strings.Join(seen, ", "),
			"1 made, 1 step, 2 made, 1 await guest(2), 2 step, 2 await sleep(0), 2 wake, 2 step, 2 done, 1 wake, 1 step, 1 done")
	}},
	{Name: "told/who-awaits-whom", Run: func(t cases.T) {
		tree := run(t, func(me *asyncio.Task) (string, error) {
			a, b := asyncio.CreateTask(me, after(time.Hour, 1), "a"), asyncio.CreateTask(me, after(time.Hour, 2), "b")
			shop := asyncio.Async("shop", func(me *asyncio.Task) ([]int, error) {
				return asyncio.Await(me, asyncio.Gather(me, a, b))
			})
			asyncio.CreateTask(me, asyncio.Async("street", func(me *asyncio.Task) ([]int, error) { return asyncio.Await(me, shop) }), "street")
			asyncio.Sleep(me, tick)
			asyncio.CreateTask(me, after(0, 0), "new")
			return me.Loop().Tree(), nil
		})
		equal(t, "tree", tree, `Task-1 main() runs
street street() > shop() awaits gather
├── a after() awaits sleep
└── b after() awaits sleep
new after() is ready
`)
	}},
}
