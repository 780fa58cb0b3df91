// Package jobstest holds the cases that package jobs has to pass in both worlds. They need [proc.Main] to have been
// called; importing this package registers the jobs that they submit.
package jobstest

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/jobs"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
)

// traced is the argument of a job that leaves a line in a file when it begins and one when it ends.
type traced struct {
	File string
	Ms   int
}

func init() {
	jobs.Register("double", func(t *jobs.Task, n int) (int, error) { return 2 * n, nil })
	jobs.Register("sleep", func(t *jobs.Task, ms int) (int, error) { sleep(ms); return t.Delivery, nil })
	jobs.Register("fail", func(t *jobs.Task, why string) (int, error) { return 0, errors.New(why) })
	jobs.Register("panic", func(t *jobs.Task, why string) (int, error) { panic(why) })
	jobs.Register("die", func(t *jobs.Task, status int) (int, error) { os.Exit(status); return 0, nil })
	jobs.Register("grow", func(t *jobs.Task, n int) ([]byte, error) { return make([]byte, n), nil })
	jobs.Register("fails first", func(t *jobs.Task, times int) (int, error) {
		if t.Retried < times {
			return 0, fmt.Errorf("attempt %d", t.Retried+1)
		}
		return t.Retried, nil
	})
	jobs.Register("steps", func(t *jobs.Task, n int) (int, error) {
		for i := range n {
			t.Progress(float64(i+1), float64(n))
		}
		return n, nil
	})
	jobs.Register("until late", func(t *jobs.Task, most int) (int, error) {
		for range most {
			if sleep(1); t.Late() {
				return 0, jobs.ErrSoft
			}
		}
		return most, nil
	})
	jobs.Register("wait", func(t *jobs.Task, ms int) (int, error) {
		select {
		case <-t.Over():
			return 0, jobs.ErrSoft
		case <-time.After(time.Duration(ms) * time.Millisecond):
			return ms, nil
		}
	})
	jobs.Register("busy", func(t *jobs.Task, ms int) (int, error) {
		for begun := time.Now(); time.Since(begun) < time.Duration(ms)*time.Millisecond; {
		}
		return ms, nil
	})
	jobs.Register("traced", func(t *jobs.Task, a traced) (jobs.ID, error) {
		if err := mark(a.File, "begin", t.ID); err != nil {
			return 0, err
		}
		sleep(a.Ms)
		return t.ID, mark(a.File, "end", t.ID)
	})
}

func sleep(ms int) { time.Sleep(time.Duration(ms) * time.Millisecond) }

func mark(file, what string, id jobs.ID) error {
	f, err := os.OpenFile(file, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(f, "%s %d\n", what, id)
	return errors.Join(err, f.Close())
}

// Cases gives all cases.
func Cases() []cases.Case {
	return slices.Concat(stateCases, revokeCases, deathCases, accountCases, prefetchCases)
}

// start gives a broker with a pool, or ends the case.
func start(t cases.T, kind jobs.Kind, n int) (*jobs.Broker, *jobs.Pool) {
	t.Helper()
	b := jobs.NewBroker()
	p, err := b.Start(kind, n)
	must(t, err)
	return b, p
}

func submit(t cases.T, b *jobs.Broker, name string, arg any, o jobs.Options) jobs.ID {
	t.Helper()
	id, err := b.Submit(name, arg, o)
	must(t, err)
	return id
}

func must(t cases.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("%v", err)
	}
}

func equal[V comparable](t cases.T, what string, got, want V) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

func says(t cases.T, err error, word string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), word) {
		t.Errorf("got the error %v, want %q in it", err, word)
	}
}

// until waits for something that must come.
func until(t cases.T, what string, is func() bool) {
	t.Helper()
	for begun := time.Now(); !is(); sleep(1) {
		if time.Since(begun) > time.Minute {
			t.Fatalf("%s has not come in a minute", what)
		}
	}
}

func reaches(t cases.T, b *jobs.Broker, id jobs.ID, s jobs.State) {
	t.Helper()
	until(t, fmt.Sprintf("%s of job %d", s, id), func() bool { j, _ := b.Job(id); return j.State == s })
}

// adds wants every job to be accounted for.
func adds(t cases.T, b *jobs.Broker) jobs.Counts {
	t.Helper()
	c := b.Counts()
	if c.Missing() != 0 {
		t.Errorf("%v does not add up", c)
	}
	return c
}
