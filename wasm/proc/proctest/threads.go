package proctest

import (
	"io"
	"strings"

	"github.com/ahiru-dev/ahiru/wasm/proc"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
)

var threadCases = []cases.Case{
	{Name: "thread/arguments-and-pipe", Run: func(t cases.T) {
		r, w := pipe(t)
		p := start(t, "produce", 10, proc.Inherit(w), proc.Thread())
		must(t, w.Close())
		for i := range 10 {
			n := -1
			must(t, r.Recv(&n))
			equal(t, "message", n, i)
		}
		equal(t, "the end", r.Recv(new(int)), io.EOF)
		ends(t, p, success)
	}},
	{Name: "thread/large-arguments-arrive", Run: func(t cases.T) {
		ends(t, start(t, "is big", strings.Repeat("duck", 100_000), proc.Thread()), success)
		ends(t, start(t, "is sample", sample, proc.Thread()), success)
	}},
	{Name: "thread/error-is-status-1", Run: func(t cases.T) { ends(t, start(t, "fail", nil, proc.Thread()), proc.Exit{Code: 1}) }},
	{Name: "thread/panic-ends-it-alone", Run: func(t cases.T) {
		ends(t, start(t, "panic", nil, proc.Thread()), proc.Exit{Code: 2, Reason: "panic: quack", Panic: "quack"})
		ends(t, start(t, "nothing", nil, proc.Thread()), success)
	}},
	{Name: "thread/cannot-be-killed", Run: func(t cases.T) {
		p := start(t, "nothing", nil, proc.Thread())
		says(t, p.Kill(), "a thread cannot be killed")
		ends(t, p, success)
	}},
	{Name: "thread/prints-where-its-process-prints", Run: func(t cases.T) {
		r, w := pipe(t)
		_, err := proc.Start("print", 1, proc.Stdout(w), proc.Thread())
		says(t, err, "starting a thread for print", "Stdout is for processes")
		must(t, r.Close(), w.Close())
	}},
}
