// Package shmtest holds the cases that package shm has to pass in both worlds. They need [proc.Main] to have been
// called; importing this package registers the functions that they start.
package shmtest

import (
	"errors"
	"fmt"
	"runtime"
	"slices"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
	"github.com/ahiru-dev/ahiru/wasm/shm"
)

// Cases lists all there are; where memory cannot be shared, these are others.
func Cases() []cases.Case {
	if shm.Available() == shm.ErrNotShared {
		return absentCases
	}
	return slices.Concat(memoryCases, threadCases, mutexCases, barrierCases, blockCases)
}

// job is the argument of the threads.
type job struct {
	How     string
	Times   int
	Timeout time.Duration
	Words   *shm.Memory
	Count   *shm.Counter
	Lock    *shm.Mutex
	Start   *shm.Barrier
}

// prefix keeps the names apart from those of other packages' cases.
const prefix = "shm "

func init() {
	for name, f := range map[string]func(job) error{
		"count":    count,
		"answer":   answer,
		"sleep on": sleepOn,
		"rounds":   rounds,
		"await":    await,
		"block":    block,
		"fail":     func(job) error { return errors.New("no duck") },
		"panic":    func(job) error { panic("quack") },
		"hold":     func(j job) error { j.Lock.Lock(); j.Words.Store(0, 1); return shm.Block(j.Timeout) },
	} {
		proc.RegisterFunc(prefix+name, func(j job) (struct{}, error) { return struct{}{}, f(j) })
	}
}

// count counts to Times, in one of three ways.
func count(j job) error {
	if _, err := j.Start.Wait(j.Timeout); err != nil {
		return err
	}
	for range j.Times {
		switch j.How {
		case "plain":
			j.Count.Store(j.Count.Load() + 1)
		case "lock":
			j.Lock.Lock()
			j.Count.Store(j.Count.Load() + 1)
			j.Lock.Unlock()
		case "atomic":
			j.Count.Add(1)
		}
	}
	return nil
}

// answer waits for word 0 to become 1 and writes 2 into word 1.
func answer(j job) error {
	for j.Words.Add(0, 0) == 0 {
		if j.Words.Wait(0, 0, j.Timeout) == shm.TimedOut {
			return errors.New("nobody asked")
		}
	}
	j.Words.Store(1, j.Words.Load(0)+1)
	return nil
}

// sleepOn waits for word 0, which stays as it is, to be notified, and writes the outcome plus 1 into word 1.
func sleepOn(j job) error {
	j.Words.Store(1, int32(j.Words.Wait(0, 0, j.Timeout))+1)
	return nil
}

// rounds goes through the barrier Times times, and checks that nobody is ahead or behind.
func rounds(j job) error {
	parties := int32(j.Start.Parties())
	for round := range int32(j.Times) {
		j.Count.Add(1)
		index, err := j.Start.Wait(j.Timeout)
		if err != nil {
			return err
		}
		if came := j.Count.Add(0); came < parties*(round+1) {
			return fmt.Errorf("round %d began when %d threads had come in all", round, came)
		}
		j.Words.Add(index, 1)
		runtime.Gosched()
	}
	return nil
}

// await waits at the barrier and counts those for whom it broke.
func await(j job) error {
	_, err := j.Start.Wait(j.Timeout)
	if err == shm.ErrBroken {
		j.Count.Add(1)
		return nil
	}
	return err
}

func block(j job) error {
	if _, err := j.Start.Wait(time.Minute); err != nil {
		return err
	}
	return shm.Block(j.Timeout)
}
