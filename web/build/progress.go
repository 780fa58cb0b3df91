package main

import (
	"fmt"
	"io"
	"sync"
	"time"
)

// A progress tells a waiting person what the build is at.
type progress struct {
	mu    sync.Mutex
	out   io.Writer
	start time.Time
}

func newProgress(out io.Writer) *progress {
	return &progress{out: out, start: time.Now()}
}

// step says that a piece of work begins.
func (p *progress) step(format string, args ...any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	fmt.Fprintf(p.out, "%6.1f s  %s\n", time.Since(p.start).Seconds(), fmt.Sprintf(format, args...))
}

// restTime is how long nothing is said of how far a step is.
const restTime = 5 * time.Second

// A rest keeps what is said often from being said all the time.
type rest struct{ since time.Time }

func (r *rest) begin() { r.since = time.Now() }

// over reports whether it is time to say something again.
func (r *rest) over() bool {
	if time.Since(r.since) < restTime {
		return false
	}
	r.begin()
	return true
}

// far gives what says now and then how far a step is.
func (p *progress) far(what string) func(far) error {
	var rest rest
	rest.begin()
	return func(how far) error {
		if rest.over() {
			p.step("%s: %s", what, how)
		}
		return nil
	}
}

func (p *progress) done(what string) {
	p.step("site: %s", what)
}
