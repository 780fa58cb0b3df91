package shmtest

import (
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
	"github.com/ahiru-dev/ahiru/wasm/shm"
)

// absentCases are those where memory cannot be shared: everything says so, and nothing traps.
var absentCases = []cases.Case{
	{Name: "absent/everything-says-so", Run: func(t cases.T) {
		equal(t, "Available", shm.Available(), shm.ErrNotShared)
		_, err := shm.New(1)
		equal(t, "New", err, shm.ErrNotShared)
		_, err = shm.NewMutex()
		equal(t, "NewMutex", err, shm.ErrNotShared)
		_, err = shm.NewCounter()
		equal(t, "NewCounter", err, shm.ErrNotShared)
		_, err = shm.NewBarrier(2)
		equal(t, "NewBarrier", err, shm.ErrNotShared)
		_, err = shm.Go(prefix+"fail", nil)
		equal(t, "Go", err, shm.ErrNotShared)
		equal(t, "Block", shm.Block(time.Hour), shm.ErrNotShared)
		equal(t, "reading a handle", new(shm.Memory).UnmarshalBinary([]byte{1, 64, 1}), shm.ErrNotShared)
		says(t, shm.ErrNotShared, "memory cannot be shared here")
	}},
}
