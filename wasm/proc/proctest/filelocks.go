package proctest

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
)

func init() {
	proc.Register("hold a lock", func(c *proc.Child) error {
		lock, held, err := lockAndPipe(c)
		if err != nil {
			return err
		}
		if err := lock.Lock(proc.Forever); err != nil {
			return err
		}
		if err := held.Send(os.Getpid()); err != nil {
			return err
		}
		time.Sleep(time.Hour)
		return nil
	})
	proc.Register("take over a lock", func(c *proc.Child) error {
		lock, waits, err := lockAndPipe(c)
		if err != nil {
			return err
		}
		if err := lock.Lock(0); !errors.Is(err, proc.ErrLocked) {
			return fmt.Errorf("the lock is not held by another: %v", err)
		}
		if err := waits.Send(false); err != nil {
			return err
		}
		if err := lock.Lock(proc.Forever); err != nil {
			return err
		}
		return errors.Join(waits.Send(lock.Orphaned()), lock.Unlock())
	})
}

// lockAndPipe are the lock that a process is to take and the pipe through which it tells of it.
func lockAndPipe(c *proc.Child) (*proc.FileLock, *proc.Writer, error) {
	var file string
	if err := c.Args(&file); err != nil {
		return nil, nil, err
	}
	w, err := c.Writer(0)
	return proc.NewFileLock(file), w, err
}

var lockCases = []cases.Case{
	{Name: "filelock/excludes-and-times-out", Run: func(t cases.T) {
		path := filepath.Join(folder(t), "lock")
		defer os.RemoveAll(filepath.Dir(path))
		one, other := proc.NewFileLock(path), proc.NewFileLock(path)
		says(t, one.Unlock(), "not held here")
		must(t, one.Lock(0))
		says(t, one.Lock(0), "held here already")
		err := other.Lock(20 * time.Millisecond)
		equal(t, "the error is ErrLocked", errors.Is(err, proc.ErrLocked), true)
		must(t, one.Unlock(), other.Lock(0))
		equal(t, "orphaned", other.Orphaned(), false)
		must(t, other.Unlock())
		says(t, proc.NewFileLock(filepath.Join(path, "no", "such")).Lock(0), "locking")
	}},
	{Name: "filelock/holder-that-dies-frees-it-and-is-told-of", Run: func(t cases.T) {
		path := filepath.Join(folder(t), "lock")
		defer os.RemoveAll(filepath.Dir(path))
		r, w := pipe(t)
		holder := start(t, "hold a lock", path, proc.Inherit(w))
		must(t, w.Close())
		var pid int
		must(t, r.Recv(&pid), r.Close())
		lock := proc.NewFileLock(path)
		equal(t, "held by another", errors.Is(lock.Lock(20*time.Millisecond), proc.ErrLocked), true)
		must(t, holder.Kill())
		must(t, lock.Lock(proc.Forever))
		equal(t, "orphaned", lock.Orphaned(), true)
		must(t, lock.Unlock(), lock.Lock(0))
		equal(t, "orphaned the next time", lock.Orphaned(), false)
		must(t, lock.Unlock())
	}},
	{Name: "filelock/of-all-that-wait-one-is-told", Run: func(t cases.T) {
		for range 6 { // who comes first to a dead one's lock is chance
			equal(t, "told that the holder died", heirs(t, 4), 1)
		}
	}},
	{Name: "filelock/many-holders-die-and-nothing-is-lost", Run: func(t cases.T) { dyingHolders(t) }},
}

// heirs lets n processes wait for a lock whose holder dies, and counts who of them is told.
func heirs(t cases.T, n int) (told int) {
	t.Helper()
	path := filepath.Join(folder(t), "lock")
	defer os.RemoveAll(filepath.Dir(path))
	r, w := pipe(t)
	holder := start(t, "hold a lock", path, proc.Inherit(w))
	must(t, w.Close(), r.Recv(new(int)), r.Close())
	var all []*proc.Process
	var says []*proc.Reader
	for range n {
		r, w := pipe(t)
		all, says = append(all, start(t, "take over a lock", path, proc.Inherit(w))), append(says, r)
		must(t, w.Close())
	}
	for _, r := range says {
		must(t, r.Recv(new(bool)))
	}
	must(t, holder.Kill())
	ends(t, holder, killed)
	for i, r := range says {
		var orphaned bool
		must(t, r.Recv(&orphaned), r.Close())
		if orphaned {
			told++
		}
		ends(t, all[i], success)
	}
	return told
}

// dyingHolders kills processes that count under the lock. Whoever goes on finds a whole number, if it mends what the dead
// may have left; so what is counted is that the lock lets everybody through, one at a time.
func dyingHolders(t cases.T) {
	t.Helper()
	path := filepath.Join(folder(t), "lock")
	defer os.RemoveAll(filepath.Dir(path))
	for round := range 3 {
		var all []*proc.Process
		var told []*proc.Reader
		for range 3 {
			r, w := pipe(t)
			all = append(all, start(t, "hold a lock", path, proc.Inherit(w)))
			must(t, w.Close())
			told = append(told, r)
		}
		for range all {
			i := firstToHold(t, told)
			must(t, all[i].Kill())
			ends(t, all[i], killed)
			must(t, told[i].Close())
			told[i] = nil
		}
		lock := proc.NewFileLock(path)
		must(t, lock.Lock(proc.Forever))
		equal(t, fmt.Sprintf("orphaned in round %d", round), lock.Orphaned(), true)
		must(t, lock.Unlock())
	}
	left, err := os.ReadDir(filepath.Dir(path))
	must(t, err)
	if len(left) > 1 {
		t.Errorf("%d files are left where a lock was: %v", len(left), left)
	}
}

// firstToHold waits until exactly one of the readers hears of its process's holding the lock.
func firstToHold(t cases.T, told []*proc.Reader) int {
	t.Helper()
	for {
		for i, r := range told {
			if r == nil {
				continue
			}
			there, err := r.Poll(5 * time.Millisecond)
			must(t, err)
			if there {
				for k, other := range told {
					if other == nil || k == i {
						continue
					}
					if both, _ := other.Poll(0); both {
						t.Fatalf("two processes hold the lock")
					}
				}
				return i
			}
		}
	}
}
