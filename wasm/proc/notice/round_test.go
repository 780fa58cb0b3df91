package notice

import (
	"testing"
	"time"
)

// TestThinned: however long a lock is fought for, a trace has room for what is told of it, to its end.
func TestThinned(t *testing.T) {
	begun := time.Now()
	a := account{room: burst, begun: begun}
	const run, rounds = time.Minute, 6_000_000
	var tenths [10]int
	all := 0
	for i := range rounds {
		if a.spend(begun.Add(run * time.Duration(i) / rounds)) {
			tenths[i*10/rounds]++
			all++
		}
	}
	const events = 3 // of a round: wait, take, drop
	if most := 200_000 / 10; all*events > most {
		t.Errorf("%d rounds of one of ten workers make %d events, more than its part of what is kept, %d", all, all*events, most)
	}
	for i, told := range tenths {
		if told < 10 {
			t.Errorf("in the tenth %d of the run %d rounds are told: %v", i+1, told, tenths)
		}
	}
}

// TestFewAreAllTold: of a lock that is taken now and then nothing is left out, as long as a run may last by default.
func TestFewAreAllTold(t *testing.T) {
	begun := time.Now()
	a := account{room: burst, begun: begun}
	for i := range 240 {
		if !a.spend(begun.Add(time.Duration(i) * time.Second / 4)) {
			t.Fatalf("round %d, a quarter of a second after the one before, is not told", i)
		}
	}
}
