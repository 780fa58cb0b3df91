// Executors has pools of threads and of processes make calls that wait and calls
// that compute, and measures both against one call after another.
package main

import (
	"errors"
	"flag"
	"fmt"
	"iter"
	"strings"
	"sync"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/futures"
	"github.com/ahiru-dev/ahiru/wasm/gil"
	"github.com/ahiru-dev/ahiru/wasm/lesson"
	"github.com/ahiru-dev/ahiru/wasm/proc"
)

var (
	kind    = flag.String("pool", "fitting", "the kind of workers (fitting|thread|process)")
	work    = flag.String("work", "both", "calls that wait or that compute (both|io|cpu)")
	workers = flag.Int("workers", 0, "how many workers; 0 is as in the post (0 to 20)")
	hold    = flag.String("gil", "off", "calls hold an interpreter lock, as in Python (off|on)")
	wait    = flag.Duration("d", 100*time.Millisecond, "how long one call waits (10ms to 1s)")
)

func init() { // what a worker shall find must have a name
	register("sleep", sleep)
	register("factorise", factorise)
}

// A held call is made under an interpreter's lock: the given one, which its threads
// share, or in another process that one's own.
type held[In any] struct {
	Arg  In
	Lock *gil.Lock
}

const underLock = " under the interpreter lock"

// register gives a function a name for calls with a lock and one for those without.
func register[In, Out any](name string, f func(*gil.Thread, In) (Out, error)) {
	futures.Register(name, func(arg In) (Out, error) { return f(without.Attach(), arg) })
	futures.Register(name+underLock, func(call held[In]) (Out, error) {
		lock := call.Lock
		if lock == nil {
			lock, _ = own() // nil where there is none
		}
		t := lock.Attach()
		defer t.Detach()
		return f(t, call.Arg)
	})
}

var without *gil.Lock // removed: there is nothing to wait for

// own is the lock of this process, an interpreter. It takes memory that is shared.
var own = sync.OnceValues(func() (*gil.Lock, error) { return gil.New(gil.DefaultInterval) })

func main() {
	proc.Main() // in a worker this makes the calls that come, and exits
	lesson.Parse("executors")
	if *hold == "on" {
		if _, err := own(); err != nil {
			fmt.Println(err)
			fmt.Println("so there is no interpreter lock here, and the calls go without")
			*hold = "off"
		}
	}
	if *work != "cpu" {
		waits := make([]time.Duration, 10)
		for i := range waits {
			waits[i] = *wait
		}
		compare("io", "ten waits", choose("thread", 10), "sleep", sleep, waits)
	}
	if *work != "io" {
		numbers := []int{53541233, 21235343, 11421443, 5423123}
		compare("cpu", "four numbers", choose("process", 2), "factorise", factorise, numbers)
	}
	if pool := start(setting{choose("thread", 3).kind, 3}); pool != nil {
		orders(pool)
		mistake(pool)
		cancelAndLeave(pool)
	}
}

// sleep stands for a call that takes long because it waits. It keeps its worker.
func sleep(t *gil.Thread, d time.Duration) (time.Duration, error) {
	t.Release(func() { time.Sleep(d) }) // Python lets go of its lock meanwhile, too
	return d, nil
}

func factorise(t *gil.Thread, n int) (factors []int, err error) {
	if n < 1 {
		return nil, errors.New("only numbers from 1 on are factorised")
	}
	const step = 100_000
	for from := 1; from <= n; from += step {
		factors = appendFactors(factors, n, from, min(from+step, n+1))
		t.Check() // with a lock, another thread may go on here
	}
	return factors, nil
}

// appendFactors has short calls on purpose. A browser compiles a function in haste
// at first and well soon after, but only for the next call: a long one stays slow.
//
//go:noinline
func appendFactors(factors []int, n, from, to int) []int {
	for d := from; d < to; d++ {
		if n%d == 0 {
			factors = append(factors, d)
		}
	}
	return factors
}

type setting struct {
	kind    string
	workers int
}

// choose takes what the flags say, or else what fits.
func choose(kindThatFits string, workersInThePost int) setting {
	chosen := setting{*kind, *workers}
	if chosen.kind == "fitting" {
		chosen.kind = kindThatFits
	}
	if chosen.workers == 0 {
		chosen.workers = workersInThePost
	}
	return chosen
}

// newPool knows which pool it is. For all others it is an Executor.
func newPool(s setting) (futures.Executor, error) {
	if s.kind == "thread" {
		return futures.NewThreadPool(s.workers)
	}
	return futures.NewProcessPool(s.workers)
}

var refused bool

// start gives nil where no pool can be had, and says so, once.
func start(s setting) futures.Executor {
	if refused {
		return nil
	}
	begun := time.Now()
	pool, err := newPool(s)
	if err != nil {
		refused = true
		reason, _, _ := strings.Cut(err.Error(), "\n") // the other workers say the same
		fmt.Println("pools cannot be shown here:", reason)
		return nil
	}
	startUp := time.Since(begun).Seconds()
	fmt.Printf("pool: %d × %s (started in %.3f s, not counted)\n", s.workers, s.kind, startUp)
	return pool
}

// compare makes the calls one after another and then on a pool. The function is
// named as well as given, because a worker could not be sent it.
func compare[In, Out any](key, label string, s setting, name string,
	function func(*gil.Thread, In) (Out, error), args []In) {
	lock := without
	if *hold == "on" {
		lock, _ = own()
	}
	t := lock.Attach()
	if key == "cpu" {
		function(t, args[len(args)-1]) // not counted: after it a browser has compiled well
	}
	begun := time.Now()
	for _, arg := range args {
		function(t, arg)
	}
	alone := time.Since(begun).Seconds()
	t.Detach()
	lesson.Figure(key+"-alone", label+", one after another", alone, "s")

	pool := start(s)
	if pool == nil {
		return
	}
	before := lock.Switches()
	begun = time.Now()
	for result, err := range calls[In, Out](pool, s, name, args) {
		if key == "cpu" || err != nil {
			tell(result, err)
		}
	}
	together := time.Since(begun).Seconds()
	lesson.Figure(key+"-pool", label+", on the pool", together, "s")
	pool.Shutdown()
	oneAtATime := *hold == "on" && s.kind == "thread" && key == "cpu"
	conclude(key, alone/together, oneAtATime)
	if *hold == "on" && s.kind == "thread" {
		hands := lock.Switches() - before
		fmt.Printf("  one interpreter lock for all: it changed hands %d times\n", hands)
	}
}

// calls has the pool make the calls, with a lock or without.
func calls[In, Out any](pool futures.Executor, s setting, name string,
	args []In) iter.Seq2[Out, error] {
	if *hold == "off" {
		return futures.Map[Out](pool, name, args)
	}
	under := make([]held[In], len(args))
	for i, arg := range args {
		under[i].Arg = arg
		if s.kind == "thread" { // a process is another interpreter and has its own
			under[i].Lock, _ = own()
		}
	}
	return futures.Map[Out](pool, name+underLock, under)
}

func conclude(key string, faster float64, oneAtATime bool) {
	switch {
	case key == "io" && faster > 1.5: // each wait takes as long as ever
		fmt.Printf("  the waits overlapped (concurrent): %.1f at once on average\n", faster)
	case key == "io":
		fmt.Println("  the waits did not overlap")
	case oneAtATime:
		fmt.Printf("  %.2f times as fast: one at a time, they overlapped (concurrent)\n", faster)
	case faster > 1.1: // a processor does no more in a second than before
		fmt.Printf("  %.2f times as fast: at the same time (parallel)\n", faster)
	default:
		fmt.Printf("  %.2f times as fast: at most they overlapped (concurrent), ", faster)
		fmt.Println("and the pool gained nothing")
	}
}

func tell(result any, err error) {
	if err != nil {
		fmt.Println("  failed:", err)
	} else {
		fmt.Println(" ", result)
	}
}

// orders makes the same three calls twice and tells when each result came.
func orders(pool futures.Executor) {
	half := *wait / 2
	waits := []time.Duration{3 * half, half, 2 * half}
	fmt.Println("three calls, of", waits)

	fmt.Print("  map, in the order of the arguments:")
	begun := time.Now()
	for took := range futures.Map[time.Duration](pool, "sleep", waits) {
		fmt.Printf(" %v at %.3f s;", took, time.Since(begun).Seconds())
	}
	fmt.Print("\n  as completed, in the order of finishing:")
	begun = time.Now()
	var calls []*futures.Future
	for _, d := range waits {
		calls = append(calls, pool.Submit("sleep", d))
	}
	for call := range futures.AsCompleted(calls...) {
		took, _ := call.Result()
		fmt.Printf(" %v at %.3f s;", took, time.Since(begun).Seconds())
	}
	fmt.Println()
}

// mistake has one call fail. Nothing is heard of it until its result is asked for.
func mistake(pool futures.Executor) {
	wrong, right := pool.Submit("factorise", 0), pool.Submit("factorise", 6)
	fmt.Println("a call that fails, and the next one")
	for _, call := range []*futures.Future{wrong, right} {
		factors, err := call.Result()
		tell(factors, err)
	}
}

// cancelAndLeave gives three workers four calls, and leaves while three run.
func cancelAndLeave(pool futures.Executor) {
	var calls []*futures.Future
	for range 4 {
		calls = append(calls, pool.Submit("sleep", *wait))
	}
	first, last := calls[0], calls[3]
	for !first.Running() && !first.IsDone() {
		time.Sleep(time.Millisecond)
	}
	fmt.Println("four calls for three workers")
	fmt.Println("  cancel the first, which runs:", first.Cancel())
	fmt.Println("  cancel the last, which waits for a worker:", last.Cancel())
	begun := time.Now()
	pool.Shutdown()
	lesson.Figure("leave", "leaving the pool waited", time.Since(begun).Seconds(), "s")
	fmt.Println("  the first is done:", first.IsDone())
	fmt.Println("  a call after that:")
	tell(pool.Submit("sleep", *wait).Result())
}
