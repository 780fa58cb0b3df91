package proctest

import (
	"bufio"
	"io"
	"strings"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
)

var (
	success = proc.Exit{}
	killed  = proc.Exit{Code: 137, Reason: "killed"}
)

var processCases = []cases.Case{
	{Name: "process/arguments-arrive", Run: func(t cases.T) { ends(t, start(t, "is sample", sample), success) }},
	{Name: "process/large-arguments-arrive", Run: func(t cases.T) {
		for _, n := range []int{1, 256, 100_000} {
			ends(t, start(t, "is big", strings.Repeat("duck", n)), success)
		}
	}},
	{Name: "process/error-is-status-1", Run: func(t cases.T) { ends(t, start(t, "fail", nil), proc.Exit{Code: 1}) }},
	{Name: "process/status-is-its-own", Run: func(t cases.T) { ends(t, start(t, "exit", 3), proc.Exit{Code: 3}) }},
	{Name: "process/panic-is-told", Run: func(t cases.T) {
		ends(t, start(t, "panic", nil), proc.Exit{Code: 2, Reason: "panic: quack", Panic: "quack"})
	}},
	{Name: "process/runtime-panic-is-told", Run: func(t cases.T) {
		e := ended(t, start(t, "index", nil))
		if e.Code != 2 || !strings.HasPrefix(e.Panic, "runtime error: index out of range") {
			t.Errorf("ended with %+v", e)
		}
	}},
	{Name: "process/panic-of-any-goroutine-is-told", Run: func(t cases.T) {
		ends(t, start(t, "go panic", nil), proc.Exit{Code: 2, Reason: "panic: quack apart", Panic: "quack apart"})
	}},
	{Name: "process/memory-is-its-own", Run: func(t cases.T) {
		ends(t, start(t, "touch", nil), success)
		equal(t, "what the child changed", touched, 0)
	}},
	{Name: "process/many-at-once", Run: func(t cases.T) {
		var all []*proc.Process
		for range 8 {
			all = append(all, start(t, "is sample", sample))
		}
		pids := map[int]bool{}
		for _, p := range all {
			ends(t, p, success)
			pids[p.Pid()] = true
			if p.StartUp() <= 0 {
				t.Errorf("it took %v to start", p.StartUp())
			}
		}
		equal(t, "different process numbers", len(pids), 8)
	}},
	{Name: "process/standard-output-into-a-pipe", Run: func(t cases.T) {
		r, w := pipe(t)
		p := start(t, "print", 3, proc.Stdout(w))
		must(t, w.Close())
		text, err := io.ReadAll(r)
		must(t, err)
		equal(t, "output", string(text), "line 0\nline 1\nline 2\n")
		ends(t, p, success)
	}},
	{Name: "process/output-line-by-line", Run: func(t cases.T) {
		r, w := pipe(t)
		start(t, "print", 2000, proc.Stdout(w))
		must(t, w.Close())
		lines := 0
		for each := bufio.NewScanner(r); each.Scan(); lines++ {
		}
		equal(t, "lines", lines, 2000)
	}},
	{Name: "process/kill", Run: func(t cases.T) {
		for _, name := range []string{"hang", "spin"} {
			p := start(t, name, nil)
			must(t, p.Kill())
			ends(t, p, killed)
			must(t, p.Kill()) // it has ended: nothing to do
		}
	}},
	{Name: "process/kill-after-the-end", Run: func(t cases.T) {
		p := start(t, "nothing", nil)
		ends(t, p, success)
		must(t, p.Kill())
		ends(t, p, success)
	}},
	{Name: "process/children-end-with-a-killed-parent", Run: func(t cases.T) {
		r, w := pipe(t)
		p := start(t, "family", nil, proc.Inherit(w))
		must(t, w.Close())
		var word string
		must(t, r.Recv(&word)) // from the grandchild
		must(t, p.Kill())
		equal(t, "end of the grandchild's pipe", r.Recv(&word), io.EOF)
	}},
	{Name: "process/children-end-with-a-parent-that-ends", Run: func(t cases.T) {
		r, w := pipe(t)
		p := start(t, "lead", nil, proc.Inherit(w))
		must(t, w.Close())
		ends(t, p, success)
		var err error
		for word := ""; err == nil; err = r.Recv(&word) {
		}
		equal(t, "end of the grandchild's pipe", err, io.EOF)
	}},
	{Name: "process/wait-from-many-goroutines", Run: func(t cases.T) {
		p := start(t, "nothing", nil)
		exits := make(chan proc.Exit)
		for range 5 {
			go func() { e, _ := p.Wait(); exits <- e }()
		}
		for range 5 {
			equal(t, "exit", <-exits, success)
		}
		select {
		case <-p.Done():
		case <-time.After(time.Minute):
			t.Errorf("it has ended and is not done")
		}
	}},
}
