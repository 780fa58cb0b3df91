package giltest

import (
	"errors"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/gil"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
)

// Words of the jobs of switchCases.
const (
	droppedWord = iota // times that a thread dropped the lock because it was asked to
	heldWord           // microseconds that threads held the lock
	switchWords
)

func init() { register("compute", compute) }

// compute holds the lock, but for what is asked of it, for Times milliseconds.
func compute(j job) error {
	if _, err := j.Start.Wait(time.Minute); err != nil {
		return err
	}
	t := j.Lock.Attach(gil.Keep(100))
	err := computeFor(j, t)
	t.Detach()
	j.Words.Add(heldWord, int32(t.Total(gil.Holding).Microseconds()))
	return errors.Join(err, inOrder(t))
}

func computeFor(j job, t *gil.Thread) error {
	for end := time.Now().Add(time.Duration(j.Times) * time.Millisecond); time.Now().Before(end); {
		before := j.Lock.Switches()
		if !t.Check() {
			continue
		}
		j.Words.Add(droppedWord, 1)
		if j.Lock.Switches() < before+2 { // to another, and back
			return errors.New("it dropped the lock as it was asked to, and took it again before another could")
		}
	}
	return nil
}

// inOrder looks at what was kept of a thread's changes.
func inOrder(t *gil.Thread) error {
	changes := t.Changes()
	if len(changes) < 3 || len(changes) > 100 || changes[0].State != gil.Waiting || changes[1].State != gil.Holding {
		return errors.New("the first changes are not that it waits for the lock and holds it")
	}
	for i := 1; i < len(changes); i++ {
		if changes[i].At.Before(changes[i-1].At) || changes[i].State == changes[i-1].State {
			return errors.New("a change is earlier than the one before, or is none")
		}
	}
	return nil
}

// computing has threads compute for so many milliseconds, and tells how often the lock changed hands.
func computing(t cases.T, interval time.Duration, ms int, names ...string) (switches int, j job) {
	t.Helper()
	j = newJob(t, interval, switchWords, len(names))
	j.Times = ms
	run(t, j, names...)
	return j.Lock.Switches(), j
}

var switchCases = []cases.Case{
	{Name: "switch/nobody-asks-a-thread-alone", Run: func(t cases.T) {
		n, j := computing(t, time.Millisecond, 20, "compute")
		equal(t, "switches", n, 1)
		equal(t, "drops", j.Words.Load(droppedWord), 0)
	}},
	{Name: "switch/forced", Run: func(t cases.T) {
		begun := time.Now()
		n, j := computing(t, time.Millisecond, 100, "compute", "compute", "compute")
		if drops := int(j.Words.Load(droppedWord)); drops < 3 || n < drops {
			t.Errorf("three threads dropped the lock %d times on request, and it changed hands %d times", drops, n)
		}
		// Each notes that it holds the lock after it took it, and that it does not before it drops it.
		if held, span := j.Words.Load(heldWord), time.Since(begun).Microseconds(); held < 1 || int64(held) > span {
			t.Errorf("one at a time they held the lock for %d µs of %d", held, span)
		}
	}},
	{Name: "switch/shorter-interval-more-often", Run: func(t cases.T) {
		var long, short int
		for range 5 { // how soon a system wakes a thread is chance
			long, _ = computing(t, 50*time.Millisecond, 300, "compute", "compute")
			short, _ = computing(t, time.Millisecond, 300, "compute", "compute")
			if short > 2*long {
				return
			}
		}
		t.Errorf("an interval of 1 ms made %d switches, one of 50 ms made %d", short, long)
	}},
}
