package giltest

import (
	"errors"
	"fmt"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/gil"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
	"github.com/ahiru-dev/ahiru/wasm/shm"
)

// Words of the jobs of lockCases.
const (
	countWord  = iota
	insideWord // threads that hold the lock now
	wrongWord  // times that another held it too
	lostWord
)

func init() {
	register("count", count)
	register("count with a switch", countWithASwitch)
	register("keep", keep)
	register("come", come)
	register("let go", letGo)
	register("meet", meet)
}

// count counts plainly, alone with the number each time: nobody else may run between its load and its store.
func count(j job) error {
	if _, err := j.Start.Wait(time.Minute); err != nil {
		return err
	}
	t := j.Lock.Attach()
	defer t.Detach()
	for i := range j.Times {
		if j.Words.Add(insideWord, 1) != 1 {
			j.Words.Add(wrongWord, 1)
		}
		j.Words.Store(countWord, j.Words.Load(countWord)+1)
		j.Words.Add(insideWord, -1)
		if i%1000 == 999 {
			t.Release(func() {})
		} else {
			t.Check()
		}
	}
	return nil
}

func countWithASwitch(j job) error {
	if _, err := j.Start.Wait(time.Minute); err != nil {
		return err
	}
	t := j.Lock.Attach()
	defer t.Detach()
	for range j.Times {
		seen := j.Words.Load(countWord)
		t.Check()
		j.Words.Store(countWord, seen+1)
	}
	return nil
}

// keep holds the lock for many switch intervals without a look, while "come" wants it.
func keep(j job) error {
	t := j.Lock.Attach()
	if _, err := j.Start.Wait(time.Minute); err != nil {
		return err
	}
	err := shm.Block(20 * j.Lock.Interval())
	if j.Words.Add(countWord, 0) != 0 {
		err = errors.New("another thread held the lock meanwhile")
	}
	t.Detach()
	return err
}

// come takes the lock once and counts that.
func come(j job) error {
	if _, err := j.Start.Wait(time.Minute); err != nil {
		return err
	}
	t := j.Lock.Attach()
	j.Words.Add(countWord, 1)
	j.Words.Notify(countWord, shm.All)
	t.Detach()
	return nil
}

// letGo lets "come" hold the lock while it has not.
func letGo(j job) (err error) {
	t := j.Lock.Attach()
	defer t.Detach()
	t.Release(func() {
		if _, err = j.Start.Wait(time.Minute); err != nil {
			return
		}
		for j.Words.Add(countWord, 0) == 0 {
			if j.Words.Wait(countWord, 0, time.Minute) == shm.TimedOut {
				err = errors.New("nobody came while the lock was released")
				return
			}
		}
	})
	if err == nil && t.Total(gil.Holding) > t.Total(gil.Outside)+t.Total(gil.Waiting)+time.Minute {
		err = errors.New("it held the lock longer than it can have")
	}
	return err
}

// meet wants all threads to hold the lock at once.
func meet(j job) error {
	t := j.Lock.Attach()
	defer t.Detach()
	_, err := j.Start.Wait(time.Minute)
	return err
}

var lockCases = []cases.Case{
	{Name: "lock/counts-exactly", Run: func(t cases.T) {
		j := newJob(t, 100*time.Microsecond, lostWord+1, 3)
		j.Times = 20000
		run(t, j, "count", "count", "count")
		equal(t, "count", j.Words.Load(countWord), 60000)
		equal(t, "times that two held the lock", j.Words.Load(wrongWord), 0)
		if n := j.Lock.Switches(); n < 3 {
			t.Errorf("three threads held the lock and it changed hands %d times", n)
		}
	}},
	{Name: "lock/a-switch-between-load-and-store-loses", Run: func(t cases.T) {
		for range 10 { // that a switch comes just there is likely, and chance
			j := newJob(t, 100*time.Microsecond, 1, 2)
			j.Times = 200000
			run(t, j, "count with a switch", "count with a switch")
			if j.Words.Load(countWord) < 400000 {
				return
			}
		}
		t.Errorf("nothing was lost in ten trials")
	}},
	{Name: "lock/who-does-not-look-keeps-it", Run: func(t cases.T) {
		j := newJob(t, time.Millisecond, 1, 2)
		run(t, j, "keep", "come")
		equal(t, "times that the other held it", j.Words.Load(countWord), 1)
		equal(t, "switches", j.Lock.Switches(), 2)
	}},
	{Name: "lock/released-section", Run: func(t cases.T) {
		j := newJob(t, time.Minute, 1, 2) // nobody comes to ask
		run(t, j, "let go", "come")
		equal(t, "switches", j.Lock.Switches(), 3)
	}},
	{Name: "lock/removed-lets-all-in", Run: func(t cases.T) {
		j := newJob(t, gil.DefaultInterval, 1, 3)
		j.Lock = nil
		run(t, j, "meet", "meet", "meet")
	}},
	removedAlone,
}

var removedAlone = cases.Case{Name: "removed/does-nothing", Run: func(t cases.T) {
	var none *gil.Lock
	thread := none.Attach()
	ran := false
	thread.Release(func() { ran = true })
	equal(t, "the section ran", ran, true)
	equal(t, "Check", thread.Check(), false)
	thread.Detach()
	equal(t, "Switches", none.Switches(), 0)
	equal(t, "Interval", none.Interval(), 0)
}}

var handleCases = []cases.Case{
	{Name: "handle/intervals", Run: func(t cases.T) {
		for _, d := range []time.Duration{0, -1, -time.Second, time.Nanosecond, time.Hour} {
			_, err := gil.New(d)
			says(t, err, fmt.Sprintf("a switch interval is from 1µs to 1m0s, not %v", d))
		}
		lock, err := gil.New(3 * time.Millisecond)
		must(t, err)
		equal(t, "Interval", lock.Interval(), 3*time.Millisecond)
		equal(t, "Switches", lock.Switches(), 0)
	}},
	{Name: "handle/of-something-else", Run: func(t cases.T) {
		memory, err := shm.New(1)
		must(t, err)
		form, err := memory.MarshalBinary()
		must(t, err)
		says(t, new(gil.Lock).UnmarshalBinary(form), "a handle for 1 words, and no interpreter lock")
		says(t, new(gil.Lock).UnmarshalBinary(nil), "nothing that package shm has made")
		_, err = new(gil.Lock).MarshalBinary()
		says(t, err, "nothing that package shm has made")
	}},
	{Name: "handle/panic-in-a-released-section", Run: func(t cases.T) {
		lock, err := gil.New(gil.DefaultInterval)
		must(t, err)
		thread := lock.Attach()
		func() {
			defer func() { recover() }()
			thread.Release(func() { panic("quack") })
		}()
		thread.Detach()
		lock.Attach().Detach() // it was taken again, and let go
	}},
}
