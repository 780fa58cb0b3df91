package proctest

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
)

// counting is what a process is to do with a number that stands in a file.
type counting struct {
	File   string
	Times  int
	Locked bool
}

func init() {
	proc.Register("count in a file", func(c *proc.Child) error {
		var work counting
		if err := c.Args(&work); err != nil {
			return err
		}
		lock := proc.NewFileLock(work.File + ".lock")
		for range work.Times {
			if work.Locked {
				if err := lock.Lock(proc.Forever); err != nil {
					return err
				}
			}
			if err := countUp(work.File); err != nil && work.Locked {
				return err // without the lock a half-written number may be read
			}
			if work.Locked {
				if err := lock.Unlock(); err != nil {
					return err
				}
			}
		}
		return nil
	})
	proc.Register("hold a lock", func(c *proc.Child) error {
		var file string
		if err := c.Args(&file); err != nil {
			return err
		}
		held, err := c.Writer(0)
		if err != nil {
			return err
		}
		if err := proc.NewFileLock(file).Lock(proc.Forever); err != nil {
			return err
		}
		if err := held.Send(os.Getpid()); err != nil {
			return err
		}
		time.Sleep(time.Hour)
		return nil
	})
	proc.Register("make a file", func(c *proc.Child) error {
		var file string
		if err := c.Args(&file); err != nil {
			return err
		}
		f, err := os.OpenFile(file, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
		if errors.Is(err, fs.ErrExist) {
			os.Exit(3)
		}
		return errors.Join(err, f.Close())
	})
}

func countUp(file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	n, err := strconv.Atoi(string(text))
	if err != nil {
		return err
	}
	return os.WriteFile(file, []byte(strconv.Itoa(n+1)), 0o666)
}

var fileCases = []cases.Case{
	{Name: "file/shared-and-a-number-in-it-races", Run: func(t cases.T) {
		for range 10 { // how processes meet is chance
			if got := countTogether(t, 4, 50, false); got < 200 {
				return
			}
		}
		t.Errorf("no update was lost in ten rounds")
	}},
	{Name: "file/exact-under-the-lock", Run: func(t cases.T) { equal(t, "counted", countTogether(t, 4, 25, true), 100) }},
	{Name: "file/made-exclusively-by-one", Run: func(t cases.T) {
		file := filepath.Join(folder(t), "once")
		defer os.RemoveAll(filepath.Dir(file))
		var all []*proc.Process
		for range 5 {
			all = append(all, start(t, "make a file", file))
		}
		made := 0
		for _, p := range all {
			switch e := ended(t, p); e.Code {
			case 0:
				made++
			case 3:
			default:
				t.Errorf("ended with %v", e)
			}
		}
		equal(t, "makers", made, 1)
	}},
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
	{Name: "filelock/many-holders-die-and-nothing-is-lost", Run: func(t cases.T) { dyingHolders(t) }},
}

func folder(t cases.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "proctest")
	must(t, err)
	return dir
}

// countTogether has n processes count up one number, and gives what it is then.
func countTogether(t cases.T, n, times int, locked bool) int {
	t.Helper()
	file := filepath.Join(folder(t), "number")
	defer os.RemoveAll(filepath.Dir(file))
	must(t, os.WriteFile(file, []byte("0"), 0o666))
	var all []*proc.Process
	for range n {
		all = append(all, start(t, "count in a file", counting{file, times, locked}))
	}
	for _, p := range all {
		ends(t, p, success)
	}
	text, err := os.ReadFile(file)
	must(t, err)
	got, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil && !locked {
		return 0 // half a number
	}
	must(t, err)
	return got
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
