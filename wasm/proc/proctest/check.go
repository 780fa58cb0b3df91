package proctest

import (
	"strings"

	"github.com/ahiru-dev/ahiru/wasm/proc"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
)

// start starts a process or ends the case.
func start(t cases.T, name string, args any, options ...proc.Option) *proc.Process {
	t.Helper()
	p, err := proc.Start(name, args, options...)
	must(t, err)
	return p
}

// pipe makes a pipe or ends the case.
func pipe(t cases.T) (*proc.Reader, *proc.Writer) {
	t.Helper()
	r, w, err := proc.Pipe()
	must(t, err)
	return r, w
}

// pool starts a pool or ends the case.
func pool(t cases.T, n int, options ...proc.Option) *proc.Pool {
	t.Helper()
	p, err := proc.NewPool(n, options...)
	must(t, err)
	return p
}

func must(t cases.T, errs ...error) {
	t.Helper()
	for _, err := range errs {
		if err != nil {
			t.Fatalf("%v", err)
		}
	}
}

// ended waits for the end of a process.
func ended(t cases.T, p *proc.Process) proc.Exit {
	t.Helper()
	e, err := p.Wait()
	must(t, err)
	return e
}

// ends wants a process to end in this way.
func ends(t cases.T, p *proc.Process, want proc.Exit) {
	t.Helper()
	if got := ended(t, p); got != want {
		t.Errorf("the process ended with %+v, want %+v", got, want)
	}
}

// says wants an error whose text holds each of the words.
func says(t cases.T, err error, words ...string) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error; want one that says %q", words)
	}
	for _, word := range words {
		if !strings.Contains(err.Error(), word) {
			t.Errorf("the error says %q, want %q in it", err, word)
		}
	}
}

// equal wants two values to be the same.
func equal[V comparable](t cases.T, what string, got, want V) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}
