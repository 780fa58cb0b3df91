package shmtest

import (
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
	"github.com/ahiru-dev/ahiru/wasm/shm"
)

const (
	workers = 4
	times   = 5000
)

var threadCases = []cases.Case{
	{Name: "thread/atomic-counts-exactly", Run: func(t cases.T) { equal(t, "count", counted(t, "atomic"), workers*times) }},
	{Name: "thread/lock-counts-exactly", Run: func(t cases.T) { equal(t, "count", counted(t, "lock"), workers*times) }},
	{Name: "thread/plain-may-lose", Run: func(t cases.T) {
		if n := counted(t, "plain"); n < 1 || n > workers*times {
			t.Errorf("%d threads counted to %d, each, and together to %d", workers, times, n)
		}
	}},
	{Name: "thread/error", Run: func(t cases.T) {
		says(t, run(t, "fail", job{}).Join(), "(shm fail): ended: status 1")
	}},
	{Name: "thread/panic-ends-it-alone", Run: func(t cases.T) {
		says(t, run(t, "panic", job{}).Join(), "(shm panic): ended: panic: quack")
	}},
	{Name: "thread/faults", Run: func(t cases.T) {
		_, err := shm.Go(prefix+"sleep off", nil)
		says(t, err, `starting a thread for shm sleep off: no function is registered as "shm sleep off": registered are `)
		_, err = shm.Go(prefix+"answer", struct{ Done chan int }{})
		says(t, err, "starting a thread for shm answer: encoding the arguments: Done: chan int")
		_, err = shm.Go(prefix+"answer", struct{ Lock shm.Mutex }{})
		says(t, err, "nothing that package shm has made")
	}},
	{Name: "thread/start-up", Run: func(t cases.T) {
		thread := run(t, "await", job{Start: barrier(t, 1)})
		if thread.StartUp() <= 0 {
			t.Errorf("it took %v to start", thread.StartUp())
		}
		must(t, thread.Join())
		select {
		case <-thread.Done():
		case <-time.After(time.Minute):
			t.Errorf("it has ended and is not done")
		}
	}},
}

// counted has all workers count in one way, from a common start, and gives what they reached.
func counted(t cases.T, how string) int32 {
	t.Helper()
	c, err := shm.NewCounter()
	must(t, err)
	lock, err := shm.NewMutex()
	must(t, err)
	start := barrier(t, workers)
	var threads []*shm.Thread
	for range workers {
		threads = append(threads, run(t, "count", job{How: how, Times: times, Timeout: time.Minute, Count: c, Lock: lock, Start: start}))
	}
	for _, thread := range threads {
		must(t, thread.Join())
	}
	return c.Load()
}

func barrier(t cases.T, parties int) *shm.Barrier {
	t.Helper()
	b, err := shm.NewBarrier(parties)
	must(t, err)
	return b
}
