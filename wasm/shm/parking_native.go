//go:build !js

package shm

import (
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// A parkingLot is futex(2) without a kernel: who waits for which word, longest first. The idea and the name are those
// of WebKit's WTF::ParkingLot.
type parkingLot struct {
	lock    sync.Mutex
	waiting map[*int32][]chan struct{}
}

func (l *parkingLot) wait(word *int32, value int32, timeout time.Duration) Outcome {
	l.lock.Lock()
	if atomic.LoadInt32(word) != value {
		l.lock.Unlock()
		return Changed
	}
	if l.waiting == nil {
		l.waiting = map[*int32][]chan struct{}{}
	}
	me := make(chan struct{})
	l.waiting[word] = append(l.waiting[word], me)
	l.lock.Unlock()

	var late <-chan time.Time
	if timeout >= 0 {
		timer := time.NewTimer(timeout)
		defer timer.Stop()
		late = timer.C
	}
	select {
	case <-me:
		return Woken
	case <-late:
		return l.leave(word, me)
	}
}

// leave takes a waiter away whose time is up, unless it was woken at the last moment.
func (l *parkingLot) leave(word *int32, me chan struct{}) Outcome {
	l.lock.Lock()
	defer l.lock.Unlock()
	i := slices.Index(l.waiting[word], me)
	if i < 0 {
		return Woken
	}
	l.keep(word, slices.Delete(l.waiting[word], i, i+1))
	return TimedOut
}

func (l *parkingLot) wake(word *int32, count int32) int32 {
	l.lock.Lock()
	defer l.lock.Unlock()
	all := l.waiting[word]
	n := min(int(count), len(all))
	for _, each := range all[:n] {
		close(each)
	}
	l.keep(word, all[n:])
	return int32(n)
}

func (l *parkingLot) keep(word *int32, rest []chan struct{}) {
	if len(rest) == 0 {
		delete(l.waiting, word)
	} else {
		l.waiting[word] = rest
	}
}
