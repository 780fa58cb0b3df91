package timeline

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"runtime/trace"
	"strings"
	"sync"
	"testing"
	"time"
)

// recorded is the trace of some goroutines of this very test, with its tracer's own ways.
var recorded = sync.OnceValue(func() []byte {
	var out bytes.Buffer
	if err := trace.Start(&out); err != nil {
		panic(err)
	}
	var lock sync.Mutex
	var all sync.WaitGroup
	numbers := make(chan int)
	for range 3 {
		all.Go(func() {
			lock.Lock()
			time.Sleep(time.Millisecond)
			lock.Unlock()
			numbers <- 1
		})
	}
	all.Go(func() {
		for range 3 {
			<-numbers
		}
	})
	trace.Log(context.Background(), Category, "lock 1 take")
	all.Wait()
	trace.Stop()
	return out.Bytes()
})

func read(text []byte, piece int) Model {
	t := New("en")
	s := t.Stream(0)
	for len(text) > 0 {
		n := min(piece, len(text))
		s.Write(text[:n])
		text = text[n:]
	}
	s.Close()
	return t.Model()
}

func TestRealTrace(t *testing.T) {
	m := read(recorded(), len(recorded()))
	checkWhole(t, m)
	if len(m.Faults) > 0 || len(m.Lanes) < 5 || len(m.Holds) != 1 {
		t.Fatalf("%s", view(m))
	}
	for _, code := range []string{"sleep", "mutex", "wait group"} {
		if !strings.Contains(view(m), "("+code+")") {
			t.Errorf("nobody waits for %s:\n%s", code, view(m))
		}
	}
}

// TestPieces: it does not matter how the bytes are cut.
func TestPieces(t *testing.T) {
	text := recorded()
	want := view(read(text, len(text)))
	for _, piece := range []int{1, 7, 1000} {
		if got := view(read(text, piece)); got != want {
			t.Errorf("in pieces of %d:\n%s\nwhole:\n%s", piece, got, want)
		}
	}
}

// TestLive: a model can be had while bytes come, and grows only.
func TestLive(t *testing.T) {
	timeline := New("en")
	s := timeline.Stream(3)
	end := 0.0
	for _, b := range recorded() {
		s.Write([]byte{b})
		if m := timeline.Model(); m.End < end {
			t.Fatalf("it ended at %v, then at %v", end, m.End)
		} else {
			end = m.End
		}
	}
	s.Close()
	if m := timeline.Model(); m.End < end || m.Lanes[0].Worker != 3 {
		t.Errorf("%s", view(m))
	}
}

// TestCutOff: what was read stays, and a sentence says what happened.
func TestCutOff(t *testing.T) {
	text := recorded()
	step := max(1, len(text)/200)
	var cuts []int
	for n := range 128 { // among them the end of the batch that holds the clock, and no event
		cuts = append(cuts, n)
	}
	for n := 128; n < len(text); n += step {
		cuts = append(cuts, n)
	}
	for _, n := range cuts {
		m := read(text[:n], 512)
		checkWhole(t, m)
		if n > headerLength && n < len(text)/2 && len(m.Faults) != 1 {
			t.Errorf("%d of %d bytes: faults %v", n, len(text), m.Faults)
		}
	}
	if m := read(nil, 1); len(m.Faults) > 0 || len(m.Lanes) > 0 {
		t.Errorf("no trace at all: %+v", m)
	}
}

// TestNoTrace: what is something else is told from the first bytes.
func TestNoTrace(t *testing.T) {
	for text, want := range map[string]string{
		"<!doctype html><title>404":              "this is no execution trace of Go",
		"go 1.19 trace\x00\x00\x00 and the rest": "made by Go 1.19",
		"go 1.":                                  "this is no execution trace of Go",
		"go 1.99 trace\x00\x00\x00":              "",
	} {
		m := read([]byte(text), 3)
		if len(m.Faults) != 1 || !strings.Contains(m.Faults[0].Reason, want) {
			t.Errorf("%q: %v, want %q", text, m.Faults, want)
		}
	}
}

// TestDamaged: a byte that has changed hurts nobody.
func TestDamaged(t *testing.T) {
	text := recorded()
	step := max(1, len(text)/300)
	for i := 0; i < len(text); i += step {
		broken := bytes.Clone(text)
		broken[i] ^= 0x55
		checkModel(t, read(broken, 4096), fmt.Sprint("byte ", i))
	}
}

// checkModel checks a hostile trace's model: whole, but its times may be any.
func checkModel(t *testing.T, m Model, what string) {
	t.Helper()
	for _, l := range m.Lanes {
		for _, s := range l.Spans {
			if s.End < s.Start || s.Stack >= len(m.Stacks) {
				t.Errorf("%s: %+v", what, s)
			}
		}
	}
}

func FuzzStream(f *testing.F) {
	text, err := os.ReadFile("testdata/trace.bin") // as recorded once
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text, 100)
	f.Add(text[:len(text)/2], 1)
	f.Add([]byte("go 1.26 trace\x00\x00\x00"), 3)
	f.Fuzz(func(t *testing.T, text []byte, piece int) {
		checkModel(t, read(text, min(max(piece, 1), 1<<20)), "fuzzed")
	})
}

func FuzzNotice(f *testing.F) {
	f.Add("pipe 1 send 120")
	f.Add("lock  wait")
	f.Add("pool 1 begin square")
	f.Add("pipe 1 open read")
	f.Fuzz(func(t *testing.T, message string) {
		if n, ok := parseNotice(message); ok && (n.number < 0 || !strings.HasPrefix(message, n.thing+" "+n.verb)) {
			t.Errorf("%q is %+v", message, n)
		}
	})
}
