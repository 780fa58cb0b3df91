package futurestest

import (
	"errors"
	"fmt"

	"github.com/ahiru-dev/ahiru/wasm/futures"
	"github.com/ahiru-dev/ahiru/wasm/proc"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
	"github.com/ahiru-dev/ahiru/wasm/shm"
)

var faultCases = []promise{
	{"sizes", func(t cases.T, w world) {
		for _, n := range []int{0, -1, 10000, proc.MaxChildren + 1} {
			_, err := w.open(n)
			says(t, err, "starting a pool of "+w.name+": a pool has 1 to 64 workers, not "+fmt.Sprint(n))
		}
	}},
	{"error-of-a-call", func(t cases.T, w world) {
		e := on(t, w, 1)
		f := e.Submit(even, -1)
		fails(t, f, even+": no duck has a negative number")
		_, err := futures.Value[bool](f)
		var told *proc.CallError
		equal(t, "is a CallError", errors.As(err, &told) && told.Text == "no duck has a negative number", true)
		gives(t, e.Submit(even, 4), true)
		equal(t, "workers replaced", e.Replaced(), 0)
		must(t, e.Shutdown())
	}},
	{"name-not-registered", func(t cases.T, w world) {
		e := on(t, w, 1)
		fails(t, e.Submit("cube", 3), `no function is registered as "cube": registered are `, square)
		fails(t, e.Submit("", 3), `no function is registered as ""`)
		gives(t, e.Submit(square, 3), 9)
		must(t, e.Shutdown())
	}},
	{"arguments-and-results", func(t cases.T, w world) {
		e := on(t, w, 1)
		fails(t, e.Submit(take, struct{ Reply chan int }{make(chan int)}), "encoding the argument of "+take, "Reply: chan int")
		fails(t, e.Submit(square, "three"), square+" takes an argument of type int, not string")
		fails(t, e.Submit(square, nil), square+" takes an argument of type int, not <nil>")
		_, err := futures.Value[string](e.Submit(square, 3))
		says(t, err, square+" gives a result of type int, not string")
		gives(t, e.Submit(square, 3), 9)
		equal(t, "workers replaced", e.Replaced(), 0)
		must(t, e.Shutdown())
	}},
	{"worker-that-panics", func(t cases.T, w world) {
		e := on(t, w, 1)
		doomed, after := e.Submit(die, "panic"), e.Submit(square, 5)
		fails(t, doomed, "worker 1 ended while it ran "+die+": panic: quack")
		gives(t, after, 25)
		equal(t, "workers replaced", e.Replaced(), 1)
		must(t, e.Shutdown())
	}},
}

var ownCases = []cases.Case{
	{Name: "process/worker-that-exits", Run: func(t cases.T) {
		e, err := futures.NewProcessPool(1)
		must(t, err)
		doomed, after := e.Submit(die, "exit"), e.Submit(square, 5)
		_, err = doomed.Result()
		var lost *proc.WorkerError
		equal(t, "is a WorkerError", errors.As(err, &lost) && lost.Exit.Code == 4, true)
		gives(t, after, 25)
		must(t, e.Shutdown())
	}},
	{Name: "thread/memory-is-shared", Run: func(t cases.T) {
		c, err := shm.NewCounter()
		if err == shm.ErrNotShared {
			return
		}
		must(t, err)
		e, err := futures.NewThreadPool(2)
		must(t, err)
		for _, err := range futures.Map[int32](e, count, []*shm.Counter{c, c, c}) {
			must(t, err)
		}
		equal(t, "counter", c.Load(), 3)
		must(t, e.Shutdown())
	}},
	{Name: "process/memory-is-not-shared", Run: func(t cases.T) {
		c, err := shm.NewCounter()
		if err == shm.ErrNotShared {
			return
		}
		must(t, err)
		e, err := futures.NewProcessPool(1)
		must(t, err)
		fails(t, e.Submit(count, c), "the threads of one process share memory, processes do not")
		must(t, e.Shutdown())
	}},
}
