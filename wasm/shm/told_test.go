//go:build !js

package shm_test

import (
	"bytes"
	"runtime/trace"
	"sync"
	"testing"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/shm"
	"github.com/ahiru-dev/ahiru/wasm/timeline"
)

// traced gives the timeline of what some goroutines do at the same time.
func traced(t *testing.T, workers int, work func(i int)) timeline.Model {
	t.Helper()
	var out bytes.Buffer
	if err := trace.Start(&out); err != nil {
		t.Skipf("this test is being traced itself: %v", err)
	}
	var all sync.WaitGroup
	for i := range workers {
		all.Go(func() { work(i) })
	}
	all.Wait()
	trace.Stop()
	read := timeline.New("en")
	s := read.Stream(1)
	s.Write(out.Bytes())
	s.Close()
	m := read.Model()
	if len(m.Faults) > 0 {
		t.Fatal(m.Faults)
	}
	return m
}

// TestLockIsTold: each of three has the lock once, two of them wait for it, and nobody has it at the same time.
func TestLockIsTold(t *testing.T) {
	lock, err := shm.NewMutex()
	if err != nil {
		t.Fatal(err)
	}
	m := traced(t, 3, func(int) {
		lock.Lock()
		time.Sleep(20 * time.Millisecond)
		lock.Unlock()
	})
	if len(m.Holds) != 3 || len(m.Waits) != 2 {
		t.Fatalf("holds %+v, waits %+v", m.Holds, m.Waits)
	}
	for i, h := range m.Holds {
		if h.Open || h.Thing != m.Holds[0].Thing || i > 0 && h.Start < m.Holds[i-1].End {
			t.Errorf("holds %+v", m.Holds)
		}
	}
	for _, w := range m.Waits {
		if w.Open || w.Holder == "" {
			t.Errorf("wait %+v", w)
		}
	}
	woken := 0
	for _, w := range m.Wakeups {
		if w.Thing == m.Holds[0].Thing {
			woken++
		}
	}
	if woken != 2 {
		t.Errorf("%d let another go on, want 2: %+v", woken, m.Wakeups)
	}
}

// TestManyRoundsAreToldInPart: what is left out is counted, and the lock's own mutexes are no locks of the program.
func TestManyRoundsAreToldInPart(t *testing.T) {
	lock, err := shm.NewMutex()
	if err != nil {
		t.Fatal(err)
	}
	const rounds = 100_000
	m := traced(t, 1, func(int) {
		for range rounds {
			lock.Lock()
			lock.Unlock()
		}
		time.Sleep(50 * time.Millisecond) // until some more are told
		lock.Lock()
		lock.Unlock()
	})
	told := len(m.Holds)
	for _, h := range m.Holds {
		told += h.Skipped
	}
	if told != rounds+1 || len(m.Holds) > rounds/10 {
		t.Errorf("%d holds tell of %d rounds, want %d", len(m.Holds), told, rounds+1)
	}
}

// TestBarrierIsTold: two rounds of three, and whoever comes last lets the others go on.
func TestBarrierIsTold(t *testing.T) {
	barrier, err := shm.NewBarrier(3)
	if err != nil {
		t.Fatal(err)
	}
	m := traced(t, 3, func(i int) {
		for range 2 {
			time.Sleep(time.Duration(i) * 20 * time.Millisecond)
			if _, err := barrier.Wait(time.Minute); err != nil {
				t.Error(err)
			}
		}
	})
	rounds := map[int]int{}
	for _, a := range m.Arrivals {
		if rounds[a.Round]++; a.Passed == nil || *a.Passed < a.At {
			t.Errorf("arrival %+v", a)
		}
	}
	if rounds[1] != 3 || rounds[2] != 3 || len(m.Holds) != 0 {
		t.Errorf("arrivals %+v, holds %+v", m.Arrivals, m.Holds)
	}
}

// TestBlockIsTold: the goroutine stands still for as long as its thread does.
func TestBlockIsTold(t *testing.T) {
	m := traced(t, 1, func(int) {
		if err := shm.Block(30 * time.Millisecond); err != nil {
			t.Error(err)
		}
	})
	for _, l := range m.Lanes {
		for _, s := range l.Spans {
			if s.Code == "thread" && s.End-s.Start > 25 {
				return
			}
		}
	}
	t.Errorf("nobody stands still: %+v", m.Lanes)
}
