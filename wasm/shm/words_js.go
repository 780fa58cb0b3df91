package shm

import (
	"math"
	"os"
	"strings"
	"sync"
	"time"
)

// The words of the shared memory, by their addresses in bytes, multiples of 4; see the package comment.

//go:wasmimport shm load
func load(at int32) int32

//go:wasmimport shm store
func store(at, value int32)

//go:wasmimport shm add
func add(at, delta int32) (before int32)

//go:wasmimport shm cas
func compareAndSwap(at, old, value int32) (found int32)

//go:wasmimport shm wait
func waitFor(at, value, microseconds int32) (outcome int32)

//go:wasmimport shm notify
func notify(at, count int32) (woken int32)

//go:wasmimport shm size
func size() (bytes int32)

// shared tells whether the imports may be called: they trap where memory cannot be shared.
var shared = sync.OnceValue(func() error {
	capabilities, err := os.ReadFile("/dev/ahiru/caps")
	if err != nil || !strings.Contains(string(capabilities), `"shared":true`) {
		return ErrNotShared
	}
	return nil
})

// ErrNotShared's sentence.
const notShared = "memory cannot be shared here: that takes a page that is isolated from others (cross-origin isolation), in a browser that lets workers share memory"

// wait waits once; it may be woken for nothing, and early from a long wait.
func wait(at, value int32, timeout time.Duration) Outcome {
	us := int64(-1)
	if timeout >= 0 {
		us = int64((timeout + time.Microsecond - 1) / time.Microsecond)
	}
	if us > math.MaxInt32 {
		us = math.MaxInt32
	}
	outcome := Outcome(waitFor(at, value, int32(us)))
	if us < 0 && load(overAt) != 0 {
		select {} // for ever, but for this goroutine alone: the instance can say what it did, and that it is deadlocked
	}
	return outcome
}

func swap(at, value int32) (before int32) {
	for {
		before = add(at, 0)
		if compareAndSwap(at, before, value) == before {
			return before
		}
	}
}
