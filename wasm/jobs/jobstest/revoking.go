package jobstest

import (
	"errors"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/jobs"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
)

var revokeCases = []cases.Case{
	{Name: "revoke/before-start-in-every-pool", Run: func(t cases.T) {
		for _, kind := range []jobs.Kind{jobs.Prefork, jobs.Threads, jobs.Solo} {
			b, p := start(t, kind, 1)
			first := submit(t, b, "sleep", 100, jobs.Options{})
			second := submit(t, b, "double", 1, jobs.Options{})
			reaches(t, b, first, jobs.Started)
			must(t, b.Revoke(second, false))
			equal(t, "told at once", b.Status(second), jobs.Revoked)
			says(t, b.Revoke(first, false), "runs already")
			_, err := jobs.Result[int](b, first)
			must(t, err)
			_, err = jobs.Result[int](b, second)
			equal(t, "its result", errors.Is(err, jobs.ErrRevoked), true)
			equal(t, "again", errors.Is(b.Revoke(second, true), jobs.ErrEnded), true)
			equal(t, "unknown", errors.Is(b.Revoke(0, true), jobs.ErrUnknown), true)
			must(t, p.Stop())
			equal(t, "runs of the revoked job", job(b, second).Runs, 0)
		}
	}},
	{Name: "revoke/terminate-kills-a-process", Run: func(t cases.T) {
		for _, late := range []bool{false, true} {
			b, p := start(t, jobs.Prefork, 1)
			id := submit(t, b, "sleep", 3_600_000, jobs.Options{Late: late, Retries: 3})
			next := submit(t, b, "double", 1, jobs.Options{})
			reaches(t, b, id, jobs.Started)
			must(t, b.Revoke(id, true))
			_, err := jobs.Result[int](b, id)
			equal(t, "its result", errors.Is(err, jobs.ErrRevoked), true)
			_, err = jobs.Result[int](b, next)
			must(t, err)
			equal(t, "restarts", p.Workers()[0].Restarts, 1)
			equal(t, "redelivered", adds(t, b).Redelivered, 0)
			must(t, p.Stop())
		}
	}},
	{Name: "revoke/terminate-cannot-end-what-threads-and-solo-run", Run: func(t cases.T) {
		for _, kind := range []jobs.Kind{jobs.Threads, jobs.Solo} {
			b, p := start(t, kind, 1)
			id := submit(t, b, "sleep", 100, jobs.Options{})
			reaches(t, b, id, jobs.Started)
			equal(t, "the error is ErrNoKill", errors.Is(b.Revoke(id, true), jobs.ErrNoKill), true)
			_, err := jobs.Result[int](b, id)
			must(t, err)
			must(t, p.Stop())
		}
	}},
	{Name: "revoke/purge", Run: func(t cases.T) {
		b := jobs.NewBroker()
		for range 10 {
			submit(t, b, "double", 1, jobs.Options{})
		}
		equal(t, "purged", b.Purge(), 10)
		equal(t, "revoked", adds(t, b).Revoked, 10)
		id := submit(t, b, "double", 4, jobs.Options{})
		p, err := b.Start(jobs.Prefork, 1)
		must(t, err)
		n, err := jobs.Result[int](b, id)
		must(t, err)
		equal(t, "the job after them", n, 8)
		must(t, p.Stop())
	}},
	{Name: "limit/soft-is-the-jobs-own-to-obey", Run: func(t cases.T) {
		for _, kind := range []jobs.Kind{jobs.Prefork, jobs.Threads, jobs.Solo} {
			b, p := start(t, kind, 1)
			_, err := jobs.Result[int](b, submit(t, b, "until late", 1_000_000, jobs.Options{Soft: 20 * time.Millisecond}))
			says(t, err, "the soft time limit has passed")
			_, err = jobs.Result[int](b, submit(t, b, "wait", 3_600_000, jobs.Options{Soft: 20 * time.Millisecond}))
			says(t, err, "the soft time limit has passed")
			for name, o := range map[string]jobs.Options{"until late": {}, "wait": {Soft: time.Hour}} {
				n, err := jobs.Result[int](b, submit(t, b, name, 3, o))
				must(t, err)
				equal(t, name+" within its limit", n, 3)
			}
			must(t, p.Stop())
		}
	}},
	{Name: "limit/hard-kills-what-never-ends", Run: func(t cases.T) {
		b, p := start(t, jobs.Prefork, 1)
		for _, name := range []string{"sleep", "busy"} {
			id := submit(t, b, name, 3_600_000, jobs.Options{Hard: 50 * time.Millisecond, Late: true, Retries: 2})
			_, err := jobs.Result[int](b, id)
			says(t, err, "the hard time limit has passed")
			equal(t, "runs", job(b, id).Runs, 1)
		}
		_, err := jobs.Result[int](b, submit(t, b, "double", 1, jobs.Options{Hard: time.Hour}))
		must(t, err)
		must(t, p.Stop())
	}},
	{Name: "limit/hard-does-not-reach-threads", Run: func(t cases.T) {
		b, p := start(t, jobs.Threads, 1)
		_, err := jobs.Result[int](b, submit(t, b, "sleep", 60, jobs.Options{Hard: time.Millisecond}))
		must(t, err)
		must(t, p.Stop())
	}},
}

func job(b *jobs.Broker, id jobs.ID) jobs.Job {
	j, _ := b.Job(id)
	return j
}
