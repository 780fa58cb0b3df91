package asyncio

import (
	"container/heap"
	"time"
)

// A Timer is a callback for later.
type Timer struct {
	loop      *Loop
	when      time.Time
	turn      int64
	call      func()
	place     int // in the heap; -1 outside
	cancelled bool
}

// Cancel keeps the callback from being called, unless it was already.
func (t *Timer) Cancel() {
	t.cancelled = true
	if t.place >= 0 {
		heap.Remove(&t.loop.timers, t.place)
	}
}

// CallLater has f called when d has passed, not earlier. A negative d is 0.
func (l *Loop) CallLater(d time.Duration, f func()) *Timer {
	l.turn++
	t := &Timer{loop: l, when: time.Now().Add(max(d, 0)), turn: l.turn, call: f}
	heap.Push(&l.timers, t)
	return t
}

// timers is a heap: the one whose time comes first stands first.
type timers []*Timer

func (h timers) Len() int { return len(h) }
func (h timers) Less(i, j int) bool {
	if h[i].when.Equal(h[j].when) {
		return h[i].turn < h[j].turn
	}
	return h[i].when.Before(h[j].when)
}
func (h timers) Swap(i, j int) {
	h[i], h[j] = h[j], h[i]
	h[i].place, h[j].place = i, j
}
func (h *timers) Push(x any) {
	t := x.(*Timer)
	t.place = len(*h)
	*h = append(*h, t)
}
func (h *timers) Pop() any {
	old := *h
	last := old[len(old)-1]
	old[len(old)-1] = nil
	*h = old[:len(old)-1]
	last.place = -1
	return last
}

func (h *timers) pop() *Timer { return heap.Pop(h).(*Timer) }
