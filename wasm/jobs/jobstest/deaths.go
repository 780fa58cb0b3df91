package jobstest

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/jobs"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
)

var deathCases = []cases.Case{
	{Name: "death/acknowledged-early-is-lost", Run: func(t cases.T) {
		b, p := start(t, jobs.Prefork, 1)
		id := submit(t, b, "sleep", 3_600_000, jobs.Options{})
		waiting := submit(t, b, "double", 3, jobs.Options{})
		reaches(t, b, id, jobs.Started)
		must(t, p.Kill(1))
		_, err := jobs.Result[int](b, id)
		equal(t, "the error is ErrLost", errors.Is(err, jobs.ErrLost), true)
		equal(t, "state for ever", job(b, id).State, jobs.Started)
		n, err := jobs.Result[int](b, waiting)
		must(t, err)
		equal(t, "the job behind it, by another worker", n, 6)
		c := adds(t, b)
		equal(t, "lost", fmt.Sprint(c.Lost), fmt.Sprint([]jobs.ID{id}))
		says(t, b.Revoke(id, true), "ended already")
		must(t, p.Stop())
	}},
	{Name: "death/acknowledged-late-is-delivered-again", Run: func(t cases.T) {
		for _, kind := range []jobs.Kind{jobs.Prefork, jobs.Solo} {
			b, p := start(t, kind, 1)
			id := submit(t, b, "sleep", 200, jobs.Options{Late: true})
			reaches(t, b, id, jobs.Started)
			must(t, p.Kill(1))
			n, err := jobs.Result[int](b, id)
			must(t, err)
			equal(t, "delivery that was done", n, 2)
			equal(t, "runs", job(b, id).Runs, 2)
			equal(t, "redelivered", adds(t, b).Redelivered, 1)
			must(t, p.Stop())
		}
	}},
	{Name: "death/threads-cannot-be-killed", Run: func(t cases.T) {
		_, p := start(t, jobs.Threads, 1)
		says(t, p.Kill(1), "a thread cannot be killed")
		says(t, p.Kill(0), "no such worker")
		says(t, p.Kill(2), "no such worker")
		must(t, p.Stop())
	}},
	{Name: "death/poison", Run: func(t cases.T) {
		b, p := start(t, jobs.Prefork, 2)
		poison := submit(t, b, "die", 7, jobs.Options{Late: true})
		var rest []jobs.ID
		for i := range 10 {
			rest = append(rest, submit(t, b, "double", i, jobs.Options{Late: true}))
		}
		_, err := jobs.Result[int](b, poison)
		says(t, err, "its workers died every time")
		equal(t, "deliveries", job(b, poison).Deliveries, jobs.MaxDeliveries)
		for i, id := range rest {
			n, err := jobs.Result[int](b, id)
			must(t, err)
			equal(t, "the others", n, 2*i)
		}
		must(t, p.Stop())
	}},
	{Name: "death/stop-and-terminate-leave-the-queue", Run: func(t cases.T) {
		b, p := start(t, jobs.Prefork, 1)
		first := submit(t, b, "sleep", 60, jobs.Options{})
		second := submit(t, b, "sleep", 1, jobs.Options{})
		reaches(t, b, first, jobs.Started)
		must(t, p.Stop())
		must(t, p.Stop())
		equal(t, "the one that ran", b.Status(first), jobs.Success)
		equal(t, "the one that waited", b.Status(second), jobs.Pending)
		late := submit(t, b, "sleep", 3_600_000, jobs.Options{Late: true})
		p, err := b.Start(jobs.Prefork, 1)
		must(t, err)
		reaches(t, b, late, jobs.Started)
		must(t, p.Terminate())
		c := adds(t, b)
		equal(t, "succeeded, waiting", fmt.Sprint(c.Succeeded, c.Waiting), "2 1")
	}},
}

var accountCases = []cases.Case{
	{Name: "account/random-kills", Run: func(t cases.T) { randomKills(t, 1) }},
	{Name: "account/hundred-thousand-jobs-and-purged", Run: func(t cases.T) {
		b := jobs.NewBroker()
		const n = 100_000
		for i := range n {
			submit(t, b, "double", i, jobs.Options{})
		}
		equal(t, "waiting", adds(t, b).Waiting, n)
		must(t, b.Revoke(n/2, false))
		p, err := b.Start(jobs.Prefork, 2)
		must(t, err)
		for _, id := range []jobs.ID{1, 2, 500} {
			got, err := jobs.Result[int](b, id)
			must(t, err)
			equal(t, "result", got, 2*int(id-1))
		}
		b.Purge()
		must(t, p.Stop())
		c := adds(t, b)
		if c.Succeeded < 500 || c.Waiting+c.Running != 0 || c.Succeeded+c.Revoked != n {
			t.Errorf("%v", c)
		}
		last := submit(t, b, "double", 5, jobs.Options{})
		p, err = b.Start(jobs.Prefork, 1)
		must(t, err)
		got, err := jobs.Result[int](b, last)
		must(t, err)
		equal(t, "the job behind them", got, 10)
		must(t, p.Stop())
	}},
}

// allDone has two workers do a whole queue of 100,000 jobs, and kills one of them now and then: acknowledged late, each
// job gives its own result.
func allDone(t cases.T) {
	t.Helper()
	const n = 100_000
	b := jobs.NewBroker()
	for i := range n {
		submit(t, b, "double", i, jobs.Options{Late: true})
	}
	p, err := b.Start(jobs.Prefork, 2, jobs.Prefetch(200))
	must(t, err)
	for id := jobs.ID(1); id <= jobs.ID(n); id++ {
		got, err := jobs.Result[int](b, id)
		if want := 2 * int(id-1); err != nil || got != want {
			t.Fatalf("job %d gives %d and %v, want %d", id, got, err, want)
		}
		if int(id)%(n/4) == n/8 {
			_ = p.Kill(1) // nobody may stand there just now
		}
	}
	c := adds(t, b)
	equal(t, "succeeded", c.Succeeded, n)
	restarts := 0
	for _, w := range p.Workers() {
		restarts += w.Restarts
	}
	if restarts == 0 {
		t.Errorf("no worker was killed")
	}
	must(t, p.Stop())
}

// randomKills kills workers at random, and holds the broker's word against what the jobs themselves wrote down.
func randomKills(t cases.T, prefetch int) {
	t.Helper()
	seed := uint64(time.Now().UnixNano())
	chance := rand.New(rand.NewPCG(seed, 1))
	dir, err := os.MkdirTemp("", "jobs")
	must(t, err)
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "trace")
	b := jobs.NewBroker()
	p, err := b.Start(jobs.Prefork, 3, jobs.Prefetch(prefetch))
	must(t, err)
	const n = 60
	for i := range n {
		switch i % 10 {
		case 3:
			submit(t, b, "fail", "on purpose", jobs.Options{Late: true})
		case 7:
			must(t, b.Revoke(submit(t, b, "double", 1, jobs.Options{}), false))
		default:
			submit(t, b, "traced", traced{file, chance.IntN(15)}, jobs.Options{Late: i%2 == 0})
		}
	}
	kills := 0
	for try := 0; try < 15 && adds(t, b).Succeeded < n/2; try++ {
		sleep(chance.IntN(25))
		if p.Kill(1+chance.IntN(3)) == nil { // else nobody stands there just now
			kills++
		}
	}
	until(t, "the end of all jobs", func() bool { c := b.Counts(); return c.Waiting+c.Running == 0 })
	must(t, p.Stop())
	c := adds(t, b)
	if c.Submitted != n || c.Revoked != n/10 || kills == 0 || c.Redelivered+len(c.Lost) == 0 {
		t.Errorf("seed %d: %d workers were killed, %d jobs redelivered: %v", seed, kills, c.Redelivered, c)
	}
	agrees(t, b, file, seed, prefetch == 1)
}

// agrees wants the file of begins and ends to bear out what the broker says of each job; of how often it ran only if each
// was told before.
func agrees(t cases.T, b *jobs.Broker, file string, seed uint64, told bool) {
	t.Helper()
	text, err := os.ReadFile(file)
	must(t, err)
	begins, ends := map[jobs.ID]int{}, map[jobs.ID]int{}
	for rest := string(text); rest != ""; {
		var what string
		var id jobs.ID
		if _, err := fmt.Sscanf(rest, "%s %d\n", &what, &id); err != nil {
			t.Fatalf("seed %d: reading %q: %v", seed, rest, err)
		}
		rest = rest[len(what)+len(fmt.Sprint(int(id)))+2:]
		if what == "begin" {
			begins[id]++
		} else {
			ends[id]++
		}
	}
	for _, j := range b.Jobs() {
		if j.Function != "traced" {
			continue
		}
		early := !j.Options.Late
		switch {
		case early && begins[j.ID] > 1:
			t.Errorf("seed %d: job %d, acknowledged early, ran %d times", seed, j.ID, begins[j.ID])
		case j.Lost && !early:
			t.Errorf("seed %d: job %d was lost, acknowledged late", seed, j.ID)
		case j.State == jobs.Success && ends[j.ID] == 0:
			t.Errorf("seed %d: job %d is said to have succeeded, and never ended", seed, j.ID)
		case told && begins[j.ID] > j.Runs:
			t.Errorf("seed %d: job %d ran %d times, the broker says %d", seed, j.ID, begins[j.ID], j.Runs)
		}
	}
}
