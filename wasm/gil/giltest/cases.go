// Package giltest holds the cases that package gil has to pass in both worlds. They need [proc.Main] to have been
// called; importing this package registers the functions that they start.
package giltest

import (
	"slices"
	"strings"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/gil"
	"github.com/ahiru-dev/ahiru/wasm/proc"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
	"github.com/ahiru-dev/ahiru/wasm/shm"
)

// Cases lists all there are; where memory cannot be shared, these are others.
func Cases() []cases.Case {
	if shm.Available() == shm.ErrNotShared {
		return absentCases
	}
	return slices.Concat(lockCases, switchCases, handleCases)
}

// prefix keeps the names apart from those of other packages' cases.
const prefix = "gil "

// job is the argument of the threads.
type job struct {
	Lock  *gil.Lock
	Times int
	Words *shm.Memory
	Start *shm.Barrier
}

func register(name string, f func(job) error) {
	proc.RegisterFunc(prefix+name, func(j job) (struct{}, error) { return struct{}{}, f(j) })
}

// newJob gives a lock, so many words and a barrier for so many threads.
func newJob(t cases.T, interval time.Duration, words, parties int) job {
	t.Helper()
	lock, err := gil.New(interval)
	must(t, err)
	memory, err := shm.New(words)
	must(t, err)
	start, err := shm.NewBarrier(parties)
	must(t, err)
	return job{Lock: lock, Words: memory, Start: start}
}

// run starts a thread for each name and waits until all have ended.
func run(t cases.T, j job, names ...string) {
	t.Helper()
	var threads []*shm.Thread
	for _, name := range names {
		thread, err := shm.Go(prefix+name, j)
		must(t, err)
		threads = append(threads, thread)
	}
	for _, thread := range threads {
		must(t, thread.Join())
	}
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

// absentCases are those where memory cannot be shared.
var absentCases = []cases.Case{
	{Name: "absent/there-is-no-lock", Run: func(t cases.T) {
		_, err := gil.New(gil.DefaultInterval)
		equal(t, "New", err, shm.ErrNotShared)
	}},
	removedAlone,
}
