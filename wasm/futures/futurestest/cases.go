// Package futurestest holds the cases that package futures has to pass in both worlds. They need [proc.Main] to have
// been called; importing this package registers the functions that they submit.
package futurestest

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/futures"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
	"github.com/ahiru-dev/ahiru/wasm/shm"
)

// Names of the functions, kept apart from those of other packages' cases.
const (
	late   = "futures late"
	square = "futures square"
	even   = "futures even"
	die    = "futures die"
	take   = "futures take"
	count  = "futures count"
	next   = "futures next"
)

// calls is how often next was called, in each worker's own process.
var calls int

func init() {
	futures.Register(next, func(struct{}) (int, error) { calls++; return calls, nil })
	futures.Register(late, func(ms int) (int, error) { time.Sleep(time.Duration(ms) * time.Millisecond); return ms, nil })
	futures.Register(square, func(n int) (int, error) { return n * n, nil })
	futures.Register(even, func(n int) (bool, error) {
		if n < 0 {
			return false, errors.New("no duck has a negative number")
		}
		return n%2 == 0, nil
	})
	futures.Register(die, func(how string) (int, error) {
		if how == "panic" {
			panic("quack")
		}
		os.Exit(4)
		return 0, nil
	})
	futures.Register(take, func(struct{ Reply chan int }) (int, error) { return 0, nil })
	futures.Register(count, func(c *shm.Counter) (int32, error) { return c.Add(1), nil })
}

// world is a kind of pool under test.
type world struct {
	name string
	open func(workers int) (replacing, error)
}

// replacing is an executor that tells how often it replaced a worker.
type replacing interface {
	futures.Executor
	Replaced() int
}

var worlds = []world{
	{"threads", func(n int) (replacing, error) { return opened(futures.NewThreadPool(n)) }},
	{"processes", func(n int) (replacing, error) { return opened(futures.NewProcessPool(n)) }},
}

// opened keeps a nil pointer from becoming an executor.
func opened[P replacing](p P, err error) (replacing, error) {
	if err != nil {
		return nil, err
	}
	return p, nil
}

// Cases lists all there are: what an executor promises, asked of both pools, and what only one of them does.
func Cases() (all []cases.Case) {
	for _, w := range worlds {
		for _, c := range slices.Concat(orderCases, waitCases, faultCases) {
			all = append(all, cases.Case{Name: w.name + "/" + c.name, Run: func(t cases.T) { c.run(t, w) }})
		}
	}
	return append(all, ownCases...)
}

// promise is a case for any pool.
type promise struct {
	name string
	run  func(cases.T, world)
}

// on starts a pool or ends the case.
func on(t cases.T, w world, workers int) replacing {
	t.Helper()
	e, err := w.open(workers)
	must(t, err)
	return e
}

func must(t cases.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("%v", err)
	}
}

// equal wants two values to print the same.
func equal(t cases.T, what string, got, want any) {
	t.Helper()
	if g, w := fmt.Sprint(got), fmt.Sprint(want); g != w {
		t.Errorf("%s: got %s, want %s", what, g, w)
	}
}

// says wants an error whose text holds each of the words.
func says(t cases.T, err error, words ...string) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error; want one that says %q", words)
	}
	for _, word := range words {
		if !strings.Contains(err.Error(), word) {
			t.Errorf("the error says %q, want %q in it", err, word)
		}
	}
}

// fails wants a future to end with an error that holds the words.
func fails(t cases.T, f *futures.Future, words ...string) {
	t.Helper()
	value, err := f.Result()
	says(t, err, words...)
	equal(t, "value of a failed call", value, nil)
}

// gives wants a future to end with a value.
func gives[Out any](t cases.T, f *futures.Future, want Out) {
	t.Helper()
	got, err := futures.Value[Out](f)
	must(t, err)
	equal(t, "result", got, want)
}

// numbers are the results of futures, which must have some.
func numbers(t cases.T, all []*futures.Future) (out []int) {
	t.Helper()
	for _, f := range all {
		n, err := futures.Value[int](f)
		must(t, err)
		out = append(out, n)
	}
	return out
}
