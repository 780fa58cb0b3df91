package timeline

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
)

// TestTenThousand goroutines are as many lanes.
func TestTenThousand(t *testing.T) {
	const many = 10_000
	var text strings.Builder
	at := 0
	say := func(format string, args ...any) {
		at += 1000
		fmt.Fprintf(&text, "%d | "+format+"\n", append([]any{at}, args...)...)
	}
	say("G- | go 1 Undetermined>Running")
	for g := 2; g < many+2; g++ {
		say("G1 | go %d NotExist>Runnable |  | main.duck main.go:9 | main.main main.go:5", g)
	}
	for g := 2; g < many+2; g++ {
		say("G- | go %d Runnable>Running", g)
		say("G%d | go %d Running>Waiting | sleep | time.Sleep time.go:1, main.duck main.go:10", g, g)
	}
	m := replay("en", eventsOf(t, text.String())).Model()
	checkWhole(t, m)
	totals := m.Totals(0, math.Inf(1))
	if len(m.Lanes) != many+1 || m.Missing != 0 || len(totals.Lanes) != many+1 {
		t.Errorf("%d lanes, %d events missing, %d totals", len(m.Lanes), m.Missing, len(totals.Lanes))
	}
	if len(totals.Lines) != 1 || totals.Lines[0].Times != many-1 || totals.Lines[0].Line != 10 || totals.Lines[0].Func != "main.duck" {
		t.Errorf("%+v", totals.Lines) // the last one has only just fallen asleep
	}
}

// TestMissing: after MaxEvents the rest is counted, and the model stays what it was.
func TestMissing(t *testing.T) {
	born := eventsOf(t, "1000 | G- | go 1 Undetermined>Running\n2000 | G1 | go 1 Running>Waiting | sleep | main.main main.go:3\n")
	events := slices.Repeat(born, MaxEvents/2+25) // the first of each pair is of an unknown past, and so no repetition
	m := replay("en", events).Model()
	if m.Missing != 50 {
		t.Errorf("%d events are missing, want 50", m.Missing)
	}
}

// TestRestated: what a generation says again of everybody at its beginning is no news, and takes no room.
func TestRestated(t *testing.T) {
	events := eventsOf(t, "1000 | G- | go 1 Undetermined>Running\n2000 | G1 | go 1 Running>Waiting | sleep | main.main main.go:3\n")
	again := eventsOf(t, "3000 | G- | go 1 Waiting>Waiting\n4000 | G1 | range begin | GC concurrent mark phase\n")
	m := replay("en", slices.Concat(events, slices.Repeat(again[:1], MaxEvents), again[1:])).Model()
	if m.Missing != 0 || m.End != 0.003 || len(m.Collections) != 1 {
		t.Errorf("%d events are missing before %v, %v", m.Missing, m.End, m.Collections)
	}
}
