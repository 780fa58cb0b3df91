//go:build !js

package shm

import (
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// The parking lot stands in for a futex where there is none; it is tested everywhere, and the futex as well.
var ways = map[string]struct {
	wait func(word *int32, value int32, timeout time.Duration) Outcome
	wake func(word *int32, count int32) int32
}{
	"parking lot":   {spare.wait, spare.wake},
	"of the system": {futexWait, futexWake},
}

var spare parkingLot

func TestWaitEndsAtOnceOrInTime(t *testing.T) {
	for name, way := range ways {
		word := int32(1)
		if got := way.wait(&word, 2, time.Hour); got != Changed {
			t.Errorf("%s: another value: got %v", name, got)
		}
		for _, timeout := range []time.Duration{0, time.Microsecond, 10 * time.Millisecond} {
			began := time.Now()
			if got := way.wait(&word, 1, timeout); got != TimedOut || time.Since(began) < timeout {
				t.Errorf("%s: got %v after %v of %v", name, got, time.Since(began), timeout)
			}
		}
		if n := way.wake(&word, All); n != 0 {
			t.Errorf("%s: %d woke where nobody waited", name, n)
		}
	}
	if len(spare.waiting) != 0 {
		t.Errorf("%d words are still waited for", len(spare.waiting))
	}
}

func TestWakeWakesAsManyAsItSays(t *testing.T) {
	for name, way := range ways {
		word := int32(0)
		var woken atomic.Int32
		var all sync.WaitGroup
		for range 5 {
			all.Go(func() {
				for way.wait(&word, 0, Forever) != Woken {
				}
				woken.Add(1)
			})
		}
		told := int32(0)
		for told < 5 {
			n := way.wake(&word, 2)
			if told += n; n > 2 {
				t.Errorf("%s: %d woke where 2 were to", name, n)
			}
			time.Sleep(time.Millisecond)
		}
		all.Wait()
		if told != 5 || woken.Load() != 5 {
			t.Errorf("%s: told of %d, woke %d", name, told, woken.Load())
		}
	}
}

// TestNoWakeIsLost passes a token round: each waits for its number and sets the next.
func TestNoWakeIsLost(t *testing.T) {
	for name, way := range ways {
		const runners, rounds = 4, 500
		var word int32
		var all sync.WaitGroup
		for me := range int32(runners) {
			all.Go(func() {
				for turn := me; turn < runners*rounds; turn += runners {
					for now := atomic.LoadInt32(&word); now != turn; now = atomic.LoadInt32(&word) {
						if way.wait(&word, now, time.Minute) == TimedOut {
							t.Errorf("%s: runner %d was left waiting", name, me)
							return
						}
					}
					atomic.StoreInt32(&word, turn+1)
					way.wake(&word, All)
				}
			})
		}
		all.Wait()
	}
}

// TestTimeoutsAndWakesMeet has waiters time out while they are woken: whoever is counted as woken is.
func TestTimeoutsAndWakesMeet(t *testing.T) {
	for name, way := range ways {
		var word int32
		var woken, told atomic.Int32
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() {
				for range 100 {
					if way.wait(&word, 0, 50*time.Microsecond) == Woken {
						woken.Add(1)
					}
				}
			})
		}
		stop := make(chan struct{})
		var waker sync.WaitGroup
		waker.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
					told.Add(way.wake(&word, 1))
				}
			}
		})
		all.Wait()
		close(stop)
		waker.Wait()
		if woken.Load() < told.Load() {
			t.Errorf("%s: told of %d, woke %d", name, told.Load(), woken.Load())
		}
	}
}
