package jobstest

import (
	"errors"
	"fmt"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/jobs"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
)

// handedOver has one worker be handed all of some jobs at once, and returns when the first of them has begun.
func handedOver(t cases.T, first int, o jobs.Options, behind int) (*jobs.Broker, *jobs.Pool) {
	t.Helper()
	b := jobs.NewBroker()
	submit(t, b, "sleep", first, o)
	for i := range behind {
		submit(t, b, "double", i, o)
	}
	p, err := b.Start(jobs.Prefork, 1, jobs.Prefetch(100))
	must(t, err)
	reaches(t, b, 1, jobs.Started)
	return b, p
}

var prefetchCases = []cases.Case{
	{Name: "prefetch/random-kills", Run: func(t cases.T) { randomKills(t, 8) }},
	{Name: "prefetch/hundred-thousand-jobs-all-done", Run: allDone},
	{Name: "prefetch/what-a-worker-was-handed-is-discarded-in-its-turn", Run: func(t cases.T) {
		b, p := handedOver(t, 300, jobs.Options{}, 3)
		equal(t, "the second has been handed over", job(b, 2).State, jobs.Received)
		equal(t, "revoked", errors.Is(b.Revoke(2, false), jobs.ErrHeld), true)
		equal(t, "terminated", errors.Is(b.Revoke(3, true), jobs.ErrHeld), true)
		_, err := jobs.Result[int](b, 2)
		equal(t, "the second", errors.Is(err, jobs.ErrRevoked), true)
		_, err = jobs.Result[int](b, 3)
		equal(t, "the third", errors.Is(err, jobs.ErrRevoked), true)
		n, err := jobs.Result[int](b, 4)
		must(t, err)
		equal(t, "the fourth", n, 4)
		equal(t, "runs", fmt.Sprint(job(b, 1).Runs, job(b, 2).Runs, job(b, 3).Runs, job(b, 4).Runs), "1 0 0 1")
		equal(t, "restarts", p.Workers()[0].Restarts, 0)
		adds(t, b)
		must(t, p.Stop())
	}},
	{Name: "prefetch/a-dead-worker-loses-no-more-than-it-had-begun", Run: func(t cases.T) {
		for _, late := range []bool{false, true} {
			b, p := handedOver(t, 200, jobs.Options{Late: late}, 5)
			must(t, p.Kill(1))
			for id := jobs.ID(2); id <= 6; id++ {
				n, err := jobs.Result[int](b, id)
				must(t, err)
				equal(t, "those behind it", n, 2*int(id-2))
				equal(t, "deliveries", job(b, id).Deliveries, 2)
			}
			if !late {
				equal(t, "lost", fmt.Sprint(adds(t, b).Lost), "[1]")
			} else if n, err := jobs.Result[int](b, 1); err != nil || n != 2 {
				t.Errorf("the one that ran gives %d and %v", n, err)
			}
			must(t, p.Stop())
		}
	}},
	{Name: "prefetch/poison-takes-no-others-with-it", Run: func(t cases.T) {
		b := jobs.NewBroker()
		poison := submit(t, b, "die", 7, jobs.Options{Late: true})
		for i := range 10 {
			submit(t, b, "double", i, jobs.Options{Late: true})
		}
		p, err := b.Start(jobs.Prefork, 1, jobs.Prefetch(100))
		must(t, err)
		_, err = jobs.Result[int](b, poison)
		says(t, err, "its workers died every time")
		for i := range 10 {
			n, err := jobs.Result[int](b, poison+1+jobs.ID(i))
			must(t, err)
			equal(t, "the others", n, 2*i)
		}
		must(t, p.Stop())
	}},
	{Name: "prefetch/limits-and-results-are-each-jobs-own", Run: func(t cases.T) {
		b := jobs.NewBroker()
		soft := submit(t, b, "wait", 3_600_000, jobs.Options{Soft: 20 * time.Millisecond, Late: true})
		hard := submit(t, b, "sleep", 3_600_000, jobs.Options{Hard: 50 * time.Millisecond, Late: true})
		large := submit(t, b, "grow", 1<<20, jobs.Options{Late: true})
		thrown := submit(t, b, "panic", "quack", jobs.Options{Late: true})
		p, err := b.Start(jobs.Prefork, 1, jobs.Prefetch(100))
		must(t, err)
		_, err = jobs.Result[int](b, soft)
		says(t, err, "the soft time limit has passed")
		_, err = jobs.Result[int](b, hard)
		says(t, err, "the hard time limit has passed")
		bytes, err := jobs.Result[[]byte](b, large)
		must(t, err)
		equal(t, "bytes", len(bytes), 1<<20)
		_, err = jobs.Result[int](b, thrown)
		says(t, err, "panic: quack")
		must(t, p.Stop())
	}},
}
