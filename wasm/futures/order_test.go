package futures

import (
	"slices"
	"testing"
	"time"
)

// TestAsCompletedByTheWorkersClocks has futures be heard of in another order than their functions returned in, as
// happens when several return in one moment.
func TestAsCompletedByTheWorkersClocks(t *testing.T) {
	start := time.Now()
	at := func(us int) time.Time { return start.Add(time.Duration(us) * time.Microsecond) }
	var all []*Future
	for range 5 {
		all = append(all, newFuture("f"))
	}
	all[0].finish(at(30), 0, nil) // these two are done before anybody asks
	all[1].finish(at(10), 1, nil)
	var got []int
	for f := range AsCompleted(all...) {
		value, _ := f.Result()
		got = append(got, value.(int))
		if len(got) == 2 { // and these three come in one moment
			all[2].finish(at(60), 2, nil)
			all[3].finish(at(50), 3, nil)
			all[4].finish(at(40), 4, nil)
		}
	}
	if want := []int{1, 0, 4, 3, 2}; !slices.Equal(got, want) {
		t.Errorf("they came in the order %v, want %v", got, want)
	}
}
