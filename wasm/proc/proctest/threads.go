package proctest

import (
	"io"

	"github.com/ahiru-dev/ahiru/wasm/proc"
)

var threadCases = []Case{
	{"thread/arguments-and-pipe", func(t T) {
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
	{"thread/large-arguments-arrive", func(t T) {
		ends(t, start(t, "is big", string(make([]byte, 0)), proc.Thread()), success)
		ends(t, start(t, "is sample", sample, proc.Thread()), success)
	}},
	{"thread/error-is-status-1", func(t T) { ends(t, start(t, "fail", nil, proc.Thread()), proc.Exit{Code: 1}) }},
	{"thread/panic-ends-it-alone", func(t T) {
		ends(t, start(t, "panic", nil, proc.Thread()), proc.Exit{Code: 2, Reason: "panic: quack", Panic: "quack"})
		ends(t, start(t, "nothing", nil, proc.Thread()), success)
	}},
	{"thread/cannot-be-killed", func(t T) {
		p := start(t, "nothing", nil, proc.Thread())
		says(t, p.Kill(), "a thread cannot be killed")
		ends(t, p, success)
	}},
	{"thread/prints-where-its-process-prints", func(t T) {
		r, w := pipe(t)
		_, err := proc.Start("print", 1, proc.Stdout(w), proc.Thread())
		says(t, err, "starting a thread for print", "Stdout is for processes")
		must(t, r.Close(), w.Close())
	}},
}
