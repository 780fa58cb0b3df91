package proctest

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

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
