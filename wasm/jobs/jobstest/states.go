package jobstest

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/jobs"
	"github.com/ahiru-dev/ahiru/wasm/proc"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
)

var stateCases = []cases.Case{
	{Name: "state/states-in-order", Run: func(t cases.T) {
		b := jobs.NewBroker()
		var lock sync.Mutex
		var seen []string
		b.Watch(func(j jobs.Job) { lock.Lock(); seen = append(seen, string(j.State)); lock.Unlock() })
		id := submit(t, b, "double", 21, jobs.Options{})
		p, err := b.Start(jobs.Prefork, 1)
		must(t, err)
		n, err := jobs.Result[int](b, id)
		must(t, err)
		equal(t, "result", n, 42)
		must(t, p.Stop())
		lock.Lock()
		equal(t, "states", strings.Join(seen, " "), "PENDING RECEIVED STARTED SUCCESS")
		lock.Unlock()
		j, _ := b.Job(id)
		times := []time.Time{j.Submitted, j.ReceivedAt, j.StartedAt, j.Ended}
		if !slices.IsSortedFunc(times, time.Time.Compare) || j.Submitted.IsZero() {
			t.Errorf("times out of order: %v", times)
		}
	}},
	{Name: "state/what-a-client-is-told", Run: func(t cases.T) {
		for _, track := range []bool{false, true} {
			b := jobs.NewBroker()
			b.Track = track
			p, err := b.Start(jobs.Prefork, 1)
			must(t, err)
			id := submit(t, b, "sleep", 200, jobs.Options{})
			reaches(t, b, id, jobs.Started)
			want := jobs.Pending
			if track {
				want = jobs.Started
			}
			equal(t, "a job that runs", b.Status(id), want)
			equal(t, "a number that nobody knows", b.Status(999), jobs.Pending)
			_, err = jobs.Result[int](b, 999)
			equal(t, "asking for it is an error", errors.Is(err, jobs.ErrUnknown), true)
			must(t, p.Stop())
			equal(t, "after it", b.Status(id), jobs.Success)
		}
	}},
	{Name: "state/error-and-panic-leave-the-worker-alive", Run: func(t cases.T) {
		for _, kind := range []jobs.Kind{jobs.Prefork, jobs.Threads, jobs.Solo} {
			b, p := start(t, kind, 1)
			_, err := jobs.Result[int](b, submit(t, b, "fail", "no duck", jobs.Options{}))
			says(t, err, "fail: no duck")
			_, err = jobs.Result[int](b, submit(t, b, "panic", "quack", jobs.Options{}))
			says(t, err, "panic: panic: quack")
			n, err := jobs.Result[int](b, submit(t, b, "double", 2, jobs.Options{}))
			must(t, err)
			equal(t, "the next job", n, 4)
			equal(t, "restarts", p.Workers()[0].Restarts, 0)
			must(t, p.Stop())
		}
	}},
	{Name: "state/retries-with-back-off", Run: func(t cases.T) {
		b, p := start(t, jobs.Prefork, 1)
		begun := time.Now()
		n, err := jobs.Result[int](b, submit(t, b, "fails first", 3, jobs.Options{Retries: 3, Backoff: 10 * time.Millisecond}))
		must(t, err)
		equal(t, "retries", n, 3)
		if took := time.Since(begun); took < 70*time.Millisecond {
			t.Errorf("10, 20 and 40 ms of back-off took %v", took)
		}
		id := submit(t, b, "fails first", 9, jobs.Options{Retries: 1, Backoff: time.Millisecond})
		_, err = jobs.Result[int](b, id)
		says(t, err, "fails first: attempt 2")
		waits := submit(t, b, "fails first", 9, jobs.Options{Retries: 1, Backoff: time.Hour})
		reaches(t, b, waits, jobs.Retry)
		equal(t, "waiting", adds(t, b).Waiting, 1)
		must(t, b.Revoke(waits, false))
		equal(t, "state", b.Status(waits), jobs.Revoked)
		j := job(b, waits)
		times := []time.Time{j.Submitted, j.ReceivedAt, j.StartedAt, j.FailedAt, j.Ended}
		if !slices.IsSortedFunc(times, time.Time.Compare) || j.Submitted.IsZero() {
			t.Errorf("times out of order: %v", times)
		}
		must(t, p.Stop())
	}},
	{Name: "state/progress", Run: func(t cases.T) {
		b := jobs.NewBroker()
		var most float64
		b.Watch(func(j jobs.Job) { most = max(most, j.Done) })
		p, err := b.Start(jobs.Prefork, 1)
		must(t, err)
		id := submit(t, b, "steps", 5, jobs.Options{})
		_, err = jobs.Result[int](b, id)
		must(t, err)
		j, _ := b.Job(id)
		equal(t, "done", j.Done, 5)
		equal(t, "of", j.Total, 5)
		must(t, p.Stop())
		equal(t, "told", most, 5)
	}},
	{Name: "fault/what-cannot-be-submitted", Run: func(t cases.T) {
		b := jobs.NewBroker()
		for _, c := range []struct {
			name string
			arg  any
			o    jobs.Options
			want string
		}{
			{"dubble", 1, jobs.Options{}, `no job is registered as "dubble"`},
			{"double", make(chan int), jobs.Options{}, "chan int"},
			{"double", 1, jobs.Options{Retries: -1}, "less than 0 times"},
			{"double", 1, jobs.Options{Hard: -1}, "cannot be negative"},
			{"double", 1, jobs.Options{Soft: 2, Hard: 1}, "would never come"},
			{"grow", make([]byte, proc.MaxMessage-100), jobs.Options{}, "a job carries at most"},
		} {
			_, err := b.Submit(c.name, c.arg, c.o)
			says(t, err, c.want)
		}
		equal(t, "submitted", adds(t, b).Submitted, 0)
	}},
	{Name: "fault/arguments-and-results-of-another-type", Run: func(t cases.T) {
		b, p := start(t, jobs.Prefork, 1)
		_, err := jobs.Result[int](b, submit(t, b, "double", "two", jobs.Options{}))
		says(t, err, "reading its argument")
		_, err = jobs.Result[string](b, submit(t, b, "double", 2, jobs.Options{}))
		says(t, err, "reading the result of job 2")
		_, err = jobs.Result[[]byte](b, submit(t, b, "grow", proc.MaxMessage-8, jobs.Options{}))
		says(t, err, "a message carries at most")
		must(t, p.Stop())
	}},
	{Name: "fault/pools-that-cannot-be", Run: func(t cases.T) {
		b := jobs.NewBroker()
		for _, c := range []struct {
			kind jobs.Kind
			n    int
			want string
		}{
			{jobs.Prefork, 0, "1 to 64 workers, not 0"}, {jobs.Threads, -3, "not -3"}, {jobs.Prefork, 1e6, "not 1000000"},
			{jobs.Solo, 2, "a solo pool has 1 worker"}, {"fork", 1, `not "fork"`},
		} {
			_, err := b.Start(c.kind, c.n)
			says(t, err, c.want)
		}
		for _, n := range []int{0, -1, 1_000_000} {
			_, err := b.Start(jobs.Prefork, 1, jobs.Prefetch(n))
			says(t, err, "is handed 1 to 1000 jobs at once")
		}
	}},
}
