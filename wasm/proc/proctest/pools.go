package proctest

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/ahiru-dev/ahiru/wasm/proc"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
)

var poolCases = []cases.Case{
	{Name: "pool/map-keeps-order", Run: func(t cases.T) { mapKeepsOrder(t) }},
	{Name: "pool/map-keeps-order-on-threads", Run: func(t cases.T) { mapKeepsOrder(t, proc.Thread()) }},
	{Name: "pool/nested-data", Run: func(t cases.T) {
		p := pool(t, 1)
		got, err := proc.Apply[Work, Work](p, "mirror", sample).Result()
		must(t, err)
		if !reflect.DeepEqual(got, sample) {
			t.Errorf("%+v came back as %+v", sample, got)
		}
		closeAndJoin(t, p)
	}},
	{Name: "pool/map-of-nothing", Run: func(t cases.T) {
		p := pool(t, 1)
		out, err := proc.Map[int, int](p, "square", nil)
		must(t, err)
		equal(t, "results", len(out), 0)
		closeAndJoin(t, p)
	}},
	{Name: "pool/errors-of-elements", Run: func(t cases.T) {
		p := pool(t, 2)
		out, err := proc.Map[int, int](p, "even", []int{2, 3, 4, 5})
		says(t, err, "element 1: even: 3 is odd\nelement 3: even: 5 is odd")
		equal(t, "results", fmt.Sprint(out), "[1 0 2 0]")
		var call *proc.CallError
		if !errors.As(err, &call) || call.Text != "3 is odd" || call.Function != "even" {
			t.Errorf("got %#v", call)
		}
		closeAndJoin(t, p)
	}},
	{Name: "pool/apply-and-cancel", Run: func(t cases.T) {
		p := pool(t, 1)
		first := proc.Apply[int, int](p, "late", 200)
		second := proc.Apply[int, int](p, "square", 3)
		third := proc.Apply[int, int](p, "square", 4)
		if second.Started() || !second.Cancel() || second.Cancel() {
			t.Errorf("a call that waits can be cancelled once")
		}
		_, err := second.Result()
		equal(t, "result of the cancelled call", err, proc.ErrCancelled)
		for _, each := range []struct {
			call *proc.Call[int]
			want int
		}{{first, 200}, {third, 16}} {
			n, err := each.call.Result()
			must(t, err)
			equal(t, "result", n, each.want)
		}
		if !first.Started() || first.Cancel() {
			t.Errorf("a call that has run cannot be cancelled")
		}
		closeAndJoin(t, p)
	}},
	{Name: "pool/close-and-join", Run: func(t cases.T) {
		p := pool(t, 2)
		says(t, p.Join(), "Close or Terminate it first")
		call := proc.Apply[int, int](p, "late", 50)
		p.Close()
		p.Close()
		_, err := proc.Apply[int, int](p, "square", 1).Result()
		equal(t, "a call after Close", err, proc.ErrPoolClosed)
		_, err = proc.Map[int, int](p, "square", []int{1, 2, 3})
		equal(t, "Map after Close", err.Error(), proc.ErrPoolClosed.Error())
		must(t, p.Join())
		select {
		case <-call.Done():
		default:
			t.Errorf("the pool ended before its work was done")
		}
	}},
	{Name: "pool/terminate", Run: func(t cases.T) {
		p := pool(t, 2)
		var calls []*proc.Call[int]
		for range 6 {
			calls = append(calls, proc.Apply[int, int](p, "late", 3_600_000))
		}
		p.Terminate()
		p.Terminate()
		must(t, p.Join())
		for _, call := range calls {
			if _, err := call.Result(); !errors.Is(err, proc.ErrTerminated) {
				t.Errorf("got %v", err)
			}
		}
		_, err := proc.Map[int, int](p, "square", []int{1, 2})
		equal(t, "Map after Terminate", err.Error(), proc.ErrTerminated.Error())
	}},
	{Name: "pool/terminate-threads", Run: func(t cases.T) {
		p := pool(t, 1, proc.Thread())
		call := proc.Apply[int, int](p, "late", 100)
		p.Terminate()
		_, err := call.Result()
		equal(t, "result", err, proc.ErrTerminated)
		must(t, p.Join())
	}},
	{Name: "pool/worker-that-panics", Run: func(t cases.T) { workerDies(t, "panic", proc.Exit{Code: 2, Reason: "panic: quack", Panic: "quack"}) }},
	{Name: "pool/worker-that-exits", Run: func(t cases.T) { workerDies(t, "exit", proc.Exit{Code: 4}) }},
	{Name: "pool/thread-that-panics", Run: func(t cases.T) {
		workerDies(t, "panic", proc.Exit{Code: 2, Reason: "panic: quack", Panic: "quack"}, proc.Thread())
	}},
	{Name: "pool/size", Run: func(t cases.T) {
		for _, n := range []int{0, -1, 10000, proc.MaxChildren + 1} {
			_, err := proc.NewPool(n)
			says(t, err, fmt.Sprintf("a pool has 1 to 64 workers, not %d", n))
		}
	}},
	{Name: "pool/what-cannot-be-called", Run: func(t cases.T) {
		p := pool(t, 1)
		_, err := proc.Apply[int, int](p, "cube", 1).Result()
		says(t, err, `no function is registered as "cube"`)
		_, err = proc.Apply[int, int](p, "hang", 1).Result()
		says(t, err, "hang gives no result", "RegisterFunc")
		_, err = proc.Apply[func(), int](p, "square", nil).Result()
		says(t, err, "encoding the argument of square: func()")
		_, err = proc.Apply[string, int](p, "square", "two").Result()
		says(t, err, "square: reading its argument: the message holds a string where int is wanted")
		_, err = proc.Apply[int, string](p, "square", 2).Result()
		says(t, err, "reading the result of square: the message holds an integer where string is wanted")
		_, err = proc.Apply[int, chan int](p, "channel", 2).Result()
		says(t, err, "channel: encoding its result: chan int")
		closeAndJoin(t, p)
		equal(t, "workers replaced", p.Replaced(), 0)
	}},
	{Name: "pool/results-at-the-limit", Run: func(t cases.T) {
		p := pool(t, 1)
		_, err := proc.Apply[[]byte, int](p, "square", make([]byte, proc.MaxMessage)).Result()
		says(t, err, "the argument of square: 16777221 bytes", "at most 16777216")
		for _, n := range []int{proc.MaxMessage + 1, proc.MaxMessage - 5} { // the second is too large with what is around it
			_, err = proc.Apply[int, []byte](p, "grow", n).Result()
			says(t, err, " bytes, where a message carries at most 16777216")
		}
		out, err := proc.Apply[int, []byte](p, "grow", 1<<20).Result()
		must(t, err)
		equal(t, "bytes", len(out), 1<<20)
		closeAndJoin(t, p)
	}},
	{Name: "pool/bytes-and-start-up", Run: func(t cases.T) {
		p := pool(t, 2)
		if p.StartUp() <= 0 {
			t.Errorf("it took %v to start", p.StartUp())
		}
		_, before := p.Bytes()
		_, err := proc.Map[int, []byte](p, "grow", []int{1000, 1000, 1000})
		must(t, err)
		sent, received := p.Bytes()
		if sent < 3*10 || sent > 3*60 || received-before < 3000 || received-before > 3300 {
			t.Errorf("%d bytes sent, %d received for three times 1000", sent, received-before)
		}
		closeAndJoin(t, p)
		again, _ := p.Bytes()
		equal(t, "bytes sent, after the end", again, sent)
	}},
}

func mapKeepsOrder(t cases.T, options ...proc.Option) {
	t.Helper()
	p := pool(t, 3, options...)
	out, err := proc.Map[int, int](p, "late", []int{60, 1, 30, 2, 0})
	must(t, err)
	equal(t, "results", fmt.Sprint(out), "[60 1 30 2 0]")
	numbers := slices.Repeat([]int{7}, 100)
	squares, err := proc.Map[int, int](p, "square", numbers)
	must(t, err)
	equal(t, "results", fmt.Sprint(squares), strings.Replace("["+strings.Repeat(" 49", 100)+"]", "[ ", "[", 1))
	closeAndJoin(t, p)
}

// workerDies kills the only worker by its own hand, and wants the pool to go on.
func workerDies(t cases.T, how string, exit proc.Exit, options ...proc.Option) {
	t.Helper()
	p := pool(t, 1, options...)
	doomed := proc.Apply[string, int](p, "die", how)
	after := proc.Apply[int, int](p, "square", 5)
	_, err := doomed.Result()
	var lost *proc.WorkerError
	if !errors.As(err, &lost) || lost.Exit != exit || lost.Worker != 1 || lost.Function != "die" {
		t.Errorf("got %v", err)
	}
	n, err := after.Result()
	must(t, err)
	equal(t, "the next call", n, 25)
	equal(t, "workers replaced", p.Replaced(), 1)
	closeAndJoin(t, p)
}

func closeAndJoin(t cases.T, p *proc.Pool) {
	t.Helper()
	p.Close()
	must(t, p.Join())
}
