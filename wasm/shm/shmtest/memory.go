package shmtest

import (
	"fmt"
	"strings"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
	"github.com/ahiru-dev/ahiru/wasm/shm"
)

var memoryCases = []cases.Case{
	{Name: "memory/operations", Run: func(t cases.T) {
		m := memory(t, 3)
		equal(t, "words", m.Words(), 3)
		for i := range 3 {
			equal(t, "a new word", m.Load(i), 0)
		}
		m.Store(1, -7)
		equal(t, "Load", m.Load(1), -7)
		equal(t, "Add", m.Add(1, 10), 3)
		equal(t, "Add", m.Add(1, -4), -1)
		equal(t, "Swap", m.Swap(1, 5), -1)
		equal(t, "CompareAndSwap of another value", m.CompareAndSwap(1, 4, 6), false)
		equal(t, "CompareAndSwap", m.CompareAndSwap(1, 5, 6), true)
		equal(t, "the word", m.Load(1), 6)
		equal(t, "its neighbours", m.Load(0)|m.Load(2), 0)
		m.Store(1, 2147483647)
		equal(t, "Add beyond the largest", m.Add(1, 1), -2147483648)
	}},
	{Name: "memory/each-has-its-own-words", Run: func(t cases.T) {
		a, b := memory(t, 100), memory(t, 1)
		for i := range 100 {
			a.Store(i, -1)
		}
		equal(t, "the other's word", b.Load(0), 0)
	}},
	{Name: "memory/index-out-of-range", Run: func(t cases.T) {
		m := memory(t, 3)
		for _, i := range []int{-1, 3, 1 << 40} {
			panics(t, "index", func() { m.Load(i) })
			panics(t, "index", func() { m.Store(i, 1) })
			panics(t, "index", func() { m.Add(i, 1) })
		}
		panics(t, "index 0 is out of range: the memory has 0 words", func() { new(shm.Memory).Load(0) })
		panics(t, "index 0 is out of range: the memory has 0 words", func() { new(shm.Mutex).Lock() })
	}},
	{Name: "memory/sizes-that-do-not-fit", Run: func(t cases.T) {
		for _, words := range []int{0, -1, 16 << 20, 1 << 40} {
			_, err := shm.New(words)
			says(t, err, fmt.Sprintf("a shared memory has 1 to 16777200 words, not %d", words))
		}
		memory(t, 1)
		_, err := shm.New(16777200) // as many as there are
		says(t, err, "16777200 words do not fit into the shared memory: ")
		memory(t, 10)
	}},
	{Name: "memory/wait", Run: func(t cases.T) {
		m := memory(t, 1)
		equal(t, "Wait for another value", m.Wait(0, 1, time.Minute), shm.Changed)
		equal(t, "Wait for nobody", m.Wait(0, 0, 20*time.Millisecond), shm.TimedOut)
		equal(t, "Wait for no time", m.Wait(0, 0, 0), shm.TimedOut)
		equal(t, "Notify of nobody", m.Notify(0, shm.All), 0)
		equal(t, "Notify of none", m.Notify(0, 0), 0)
		equal(t, "Notify of less", m.Notify(0, -1), 0)
	}},
	{Name: "memory/shared-with-threads", Run: func(t cases.T) {
		m := memory(t, 2)
		thread := run(t, "answer", job{Words: m, Timeout: time.Minute})
		m.Store(0, 1)
		m.Notify(0, shm.All)
		must(t, thread.Join())
		equal(t, "the thread's word", m.Load(1), 2)
	}},
	{Name: "memory/notify-wakes-as-many", Run: func(t cases.T) {
		m := memory(t, 2)
		threads := []*shm.Thread{run(t, "sleep on", job{Words: m, Timeout: time.Minute}), run(t, "sleep on", job{Words: m, Timeout: time.Minute})}
		for woken := 0; woken < 2; time.Sleep(time.Millisecond) {
			n := m.Notify(0, 1)
			woken += n
			if n > 1 {
				t.Errorf("%d threads woke where one was to", n)
			}
		}
		must(t, threads[0].Join(), threads[1].Join())
		equal(t, "outcome", shm.Outcome(m.Load(1)-1), shm.Woken)
	}},
	{Name: "memory/not-of-another-process", Run: func(t cases.T) {
		r, w, err := proc.Pipe()
		must(t, err)
		// The process ends with status 1, and says why on standard error.
		p, err := proc.Start(prefix+"answer", job{Words: memory(t, 2)}, proc.Inherit(w))
		must(t, err)
		exit, err := p.Wait()
		must(t, err, r.Close(), w.Close())
		equal(t, "exit", exit, proc.Exit{Code: 1})
	}},
	{Name: "memory/handles-that-are-none", Run: func(t cases.T) {
		good, err := memory(t, 4).MarshalBinary()
		must(t, err)
		must(t, new(shm.Memory).UnmarshalBinary(good))
		says(t, new(shm.Mutex).UnmarshalBinary(good), "nothing that package shm has made")
		for n := range good {
			says(t, new(shm.Memory).UnmarshalBinary(good[:n]), "nothing that package shm has made")
		}
		says(t, new(shm.Memory).UnmarshalBinary(append(good, 0)), "nothing that package shm has made")
		says(t, new(shm.Memory).UnmarshalBinary([]byte{0, 64, 1}), "it belongs to process 0, and this is process")
		_, err = new(shm.Memory).MarshalBinary()
		says(t, err, "nothing that package shm has made")
	}},
}

func memory(t cases.T, words int) *shm.Memory {
	t.Helper()
	m, err := shm.New(words)
	must(t, err)
	return m
}

func run(t cases.T, name string, j job) *shm.Thread {
	t.Helper()
	thread, err := shm.Go(prefix+name, j)
	must(t, err)
	return thread
}

func must(t cases.T, errs ...error) {
	t.Helper()
	for _, err := range errs {
		if err != nil {
			t.Fatalf("%v", err)
		}
	}
}

func equal[V comparable](t cases.T, what string, got, want V) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

func says(t cases.T, err error, words string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), words) {
		t.Errorf("got %v, want an error that says %q", err, words)
	}
}

func panics(t cases.T, words string, f func()) {
	t.Helper()
	defer func() {
		if text := fmt.Sprint(recover()); !strings.Contains(text, words) {
			t.Errorf("it panicked with %s, want %q", text, words)
		}
	}()
	f()
}
