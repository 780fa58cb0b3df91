// Bench measures a broker with a pool of two processes: how many jobs go through in a second, how soon a job begins, and
// how soon one is delivered again whose worker was killed.
package main

import (
	"fmt"
	"os"
	"slices"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/jobs"
	"github.com/ahiru-dev/ahiru/wasm/lesson"
	"github.com/ahiru-dev/ahiru/wasm/proc"
)

func init() {
	jobs.Register("nothing", func(*jobs.Task, int) (int, error) { return 0, nil })
	jobs.Register("once more", func(t *jobs.Task, _ int) (int, error) {
		if t.Delivery == 1 {
			time.Sleep(time.Hour)
		}
		return 0, nil
	})
}

func main() {
	proc.Main()
	if err := measure(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func measure() error {
	b := jobs.NewBroker()
	pool, err := b.Start(jobs.Prefork, 2)
	if err != nil {
		return err
	}
	if err := throughput(b, 200); err != nil { // not counted: the code is translated meanwhile
		return err
	}
	const many = 2000
	begun := time.Now()
	if err := throughput(b, many); err != nil {
		return err
	}
	lesson.Figure("rate", "jobs a second", many/time.Since(begun).Seconds(), "/s")
	if err := prefetched(20_000); err != nil {
		return err
	}
	var starts, again []float64
	for range 50 {
		id, err := b.Submit("nothing", 0, jobs.Options{})
		if err != nil {
			return err
		}
		<-b.Done(id)
		j, _ := b.Job(id)
		starts = append(starts, ms(j.StartedAt.Sub(j.Submitted)))
	}
	lesson.Figure("start", "from submit to start", median(starts), "ms")
	for range 9 {
		took, err := redelivery(b, pool)
		if err != nil {
			return err
		}
		again = append(again, ms(took))
	}
	lesson.Figure("redelivery", "from a worker's death to the next start", median(again), "ms")
	return pool.Stop()
}

// prefetched measures a queue of that many jobs whose workers are handed two hundred at once.
func prefetched(n int) error {
	b := jobs.NewBroker()
	pool, err := b.Start(jobs.Prefork, 2, jobs.Prefetch(200))
	if err != nil {
		return err
	}
	begun := time.Now()
	if err := throughput(b, n); err != nil {
		return err
	}
	lesson.Figure("prefetched", "jobs a second, handed over by the hundred", float64(n)/time.Since(begun).Seconds(), "/s")
	return pool.Stop()
}

func throughput(b *jobs.Broker, n int) error {
	var last jobs.ID
	for range n {
		id, err := b.Submit("nothing", 0, jobs.Options{Late: true})
		if err != nil {
			return err
		}
		last = id
	}
	for id := last - jobs.ID(n) + 1; id <= last; id++ {
		<-b.Done(id)
	}
	return nil
}

// redelivery kills the worker that has a job. The other one is free, so no birth is in the time.
func redelivery(b *jobs.Broker, pool *jobs.Pool) (time.Duration, error) {
	id, err := b.Submit("once more", 0, jobs.Options{Late: true})
	if err != nil {
		return 0, err
	}
	for j, _ := b.Job(id); j.Runs == 0; j, _ = b.Job(id) {
		time.Sleep(time.Millisecond)
	}
	j, _ := b.Job(id)
	killed := time.Now()
	if err := pool.Kill(j.Worker); err != nil {
		return 0, err
	}
	<-b.Done(id)
	j, _ = b.Job(id)
	for alive := 0; alive < 2; time.Sleep(time.Millisecond) { // until the place is taken again
		alive = 0
		for _, w := range pool.Workers() {
			if w.Alive {
				alive++
			}
		}
	}
	return j.StartedAt.Sub(killed), nil
}

func ms(d time.Duration) float64 { return d.Seconds() * 1000 }

func median(of []float64) float64 {
	slices.Sort(of)
	return of[len(of)/2]
}
