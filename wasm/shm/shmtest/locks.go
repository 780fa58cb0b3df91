package shmtest

import (
	"fmt"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
	"github.com/ahiru-dev/ahiru/wasm/shm"
)

const short = 50 * time.Millisecond

var mutexCases = []cases.Case{
	{Name: "mutex/lock-and-unlock", Run: func(t cases.T) {
		l, err := shm.NewMutex()
		must(t, err)
		l.Lock()
		equal(t, "TryLock of a locked mutex", l.TryLock(), false)
		l.Unlock()
		equal(t, "TryLock", l.TryLock(), true)
		l.Unlock()
		panics(t, "unlock of a mutex that is not locked", l.Unlock)
	}},
	{Name: "mutex/keeps-out", Run: func(t cases.T) {
		l, err := shm.NewMutex()
		must(t, err)
		m := memory(t, 1)
		thread := run(t, "hold", job{Lock: l, Words: m, Timeout: short})
		for m.Add(0, 0) == 0 {
			time.Sleep(time.Millisecond)
		}
		equal(t, "TryLock of what a thread holds", l.TryLock(), false)
		must(t, thread.Join())
		equal(t, "TryLock of what a thread held and left locked", l.TryLock(), false)
		l.Unlock() // any thread may
		equal(t, "TryLock", l.TryLock(), true)
	}},
}

var barrierCases = []cases.Case{
	{Name: "barrier/rounds", Run: func(t cases.T) {
		const parties, many = 4, 50
		b, words := barrier(t, parties), memory(t, parties)
		c, err := shm.NewCounter()
		must(t, err)
		var threads []*shm.Thread
		for range parties {
			threads = append(threads, run(t, "rounds", job{Times: many, Timeout: time.Minute, Start: b, Words: words, Count: c}))
		}
		for _, thread := range threads {
			must(t, thread.Join())
		}
		for i := range parties {
			equal(t, fmt.Sprintf("times that a thread was number %d", i), words.Load(i), many)
		}
		equal(t, "generations", b.Generation(), many)
		equal(t, "broken", b.Broken(), false)
		equal(t, "waiting", b.Waiting(), 0)
	}},
	{Name: "barrier/for-one", Run: func(t cases.T) {
		b := barrier(t, 1)
		for range 3 {
			index, err := b.Wait(0)
			must(t, err)
			equal(t, "number", index, 0)
		}
	}},
	{Name: "barrier/timeout-breaks-it-for-all", Run: func(t cases.T) {
		b := barrier(t, 4)
		c, threads := waiters(t, b, shm.Forever, shm.Forever, short) // the fourth never comes
		for _, thread := range threads {
			must(t, thread.Join())
		}
		equal(t, "threads that were told", c.Load(), 3)
		equal(t, "broken", b.Broken(), true)
		_, err := b.Wait(shm.Forever)
		equal(t, "whoever comes later", err, shm.ErrBroken)
		b.Reset()
		equal(t, "broken after Reset", b.Broken(), false)
		passes(t, b)
	}},
	{Name: "barrier/reset-while-threads-wait", Run: func(t cases.T) {
		b := barrier(t, 3)
		c, threads := waiters(t, b, shm.Forever, shm.Forever)
		for b.Waiting() < 2 {
			time.Sleep(time.Millisecond)
		}
		b.Reset()
		for _, thread := range threads {
			must(t, thread.Join())
		}
		equal(t, "threads that were told", c.Load(), 2)
		passes(t, b)
	}},
	{Name: "barrier/abort", Run: func(t cases.T) {
		b := barrier(t, 3)
		c, threads := waiters(t, b, shm.Forever, shm.Forever)
		b.Abort()
		for _, thread := range threads {
			must(t, thread.Join())
		}
		equal(t, "threads that were told", c.Load(), 2)
		b.Reset()
		passes(t, b)
	}},
	{Name: "barrier/parties", Run: func(t cases.T) {
		for _, n := range []int{0, -1, 10000} {
			_, err := shm.NewBarrier(n)
			says(t, err, fmt.Sprintf("a barrier is for 1 to 65 threads, not %d", n))
		}
		equal(t, "parties", barrier(t, 65).Parties(), 65)
	}},
}

// waiters starts a thread for each timeout that waits at the barrier; those for whom it breaks are counted.
func waiters(t cases.T, b *shm.Barrier, timeouts ...time.Duration) (*shm.Counter, []*shm.Thread) {
	t.Helper()
	c, err := shm.NewCounter()
	must(t, err)
	var threads []*shm.Thread
	for _, timeout := range timeouts {
		threads = append(threads, run(t, "await", job{Start: b, Count: c, Timeout: timeout}))
	}
	return c, threads
}

// passes wants the barrier to let its threads through.
func passes(t cases.T, b *shm.Barrier) {
	t.Helper()
	timeouts := make([]time.Duration, b.Parties())
	for i := range timeouts {
		timeouts[i] = time.Minute
	}
	c, threads := waiters(t, b, timeouts...)
	for _, thread := range threads {
		must(t, thread.Join())
	}
	equal(t, "threads for whom it broke", c.Load(), 0)
}

var blockCases = []cases.Case{
	{Name: "block/lasts", Run: func(t cases.T) {
		for _, d := range []time.Duration{-time.Second, 0, short} {
			began := time.Now()
			must(t, shm.Block(d))
			if took := time.Since(began); took < d-time.Millisecond { // clocks have a grain
				t.Errorf("blocking for %v took %v", d, took)
			}
		}
	}},
	{Name: "block/threads-overlap", Run: func(t cases.T) {
		const n = 5
		for range 10 { // what a busy machine allows is chance
			began := time.Now()
			for range n {
				must(t, shm.Block(short))
			}
			inTurn := time.Since(began)
			b := barrier(t, n+1)
			var threads []*shm.Thread
			for range n {
				threads = append(threads, run(t, "block", job{Start: b, Timeout: short}))
			}
			_, err := b.Wait(time.Minute)
			must(t, err)
			began = time.Now()
			for _, thread := range threads {
				must(t, thread.Join())
			}
			if time.Since(began) < inTurn*2/3 {
				return
			}
		}
		t.Errorf("%d threads take as long as one after another", n)
	}},
}
