// Jobs lets a long request break at a gateway, gives the same work to a queue with workers behind
// it, and counts what becomes of every job when one is revoked and a worker dies.
package main

import (
	"errors"
	"flag"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/jobs"
	"github.com/ahiru-dev/ahiru/wasm/lesson"
	"github.com/ahiru-dev/ahiru/wasm/proc"
)

var (
	gateway = flag.Duration("gateway", 200*time.Millisecond,
		"how long the gateway waits for an answer (20ms to 2s)")
	work   = flag.Duration("work", 300*time.Millisecond, "how long a job works (20ms to 1s)")
	count  = flag.Int("jobs", 8, "how many jobs are submitted (1 to 40)")
	number = flag.Int("workers", 2, "how many workers; solo has one (1 to 8)")
	kind   = flag.String("pool", "prefork", "what the workers are (prefork|threads|solo)")
	ack    = flag.String("ack", "early", "when a job is acknowledged (early|late)")
	kill   = flag.Bool("kill", true, "kill a worker in the middle of a job")
	track  = flag.Bool("track", false, "a job that runs says STARTED")
)

func init() {
	proc.Register("web", serveWeb)
	jobs.Register("report", report)
}

// report is the long work. It waits, as for a database, and tells how far it is.
func report(t *jobs.Task, takes time.Duration) (string, error) {
	const steps = 10
	for i := range steps {
		time.Sleep(takes / steps)
		t.Progress(float64(i+1), steps)
	}
	return fmt.Sprintf("report %d", t.ID), nil
}

func main() {
	proc.Main() // in a worker this does the jobs that come, and exits
	lesson.Parse("jobs")
	if *kind == "solo" {
		*number = 1
	}
	longRequest()
	broker := jobs.NewBroker()
	broker.Track = *track
	m := newMonitor()
	broker.Watch(func(j jobs.Job) { m.changes <- j }) // drawn by another goroutine
	m.following.Go(m.draw)
	pool, err := broker.Start(jobs.Kind(*kind), *number)
	if err != nil {
		withoutWorkers(broker, err)
		close(m.changes)
		m.following.Wait()
		return
	}
	m.follow(pool)
	oneJob(broker)
	total := manyJobs(broker, pool)
	pool.Stop()
	m.conclude(broker, total)
}

// serveWeb is a web server with an event loop: one request after another. A handler that blocks
// keeps the loop, and all who come after it wait.
func serveWeb(c *proc.Child) error {
	var takes time.Duration
	requests, err := c.Reader(0)
	answers, err2 := c.Writer(1)
	if err := errors.Join(err, err2, c.Args(&takes)); err != nil {
		return err
	}
	for {
		var path string
		if requests.Recv(&path) != nil {
			return nil // the gateway has gone
		}
		if path == "/do_task" {
			time.Sleep(takes) // an async handler that calls what blocks
		}
		answers.Send(path)
	}
}

// longRequest is a gateway that sends a long request and three short ones to the web server, and
// waits for each only so long.
func longRequest() {
	fmt.Printf("one long request and three short ones, and a gateway that waits %v\n", *gateway)
	requests, answers, web, err := startWeb()
	if err != nil {
		fmt.Println("  no web server can be started here:", firstLine(err))
		return
	}
	paths := []string{"/do_task", "/ping", "/ping", "/ping"}
	sent := time.Now()
	for _, path := range paths {
		requests.Send(path)
	}
	path, answered := "", 0
	for ; answered < len(paths); answered++ {
		if there, _ := answers.Poll(max(0, *gateway-time.Since(sent))); !there {
			break // the gateway's patience is at its end
		}
		answers.Recv(&path)
		fmt.Printf("  %.3f s: GET %s: 200\n", time.Since(sent).Seconds(), path)
	}
	cut := paths[answered:]
	for _, path := range cut {
		fmt.Printf("  %.3f s: GET %s: 504, gateway time-out\n", time.Since(sent).Seconds(), path)
	}
	for range cut {
		answers.Recv(&path)
		fmt.Printf("  %.3f s: the server is done with %s, and nobody is there\n",
			time.Since(sent).Seconds(), path)
	}
	requests.Close()
	web.Wait()
	lesson.Figure("cut", "requests that the gateway cut", float64(len(cut)), "requests")
	short := len(cut)
	if answered == 0 {
		short-- // the long one itself
	}
	lesson.Figure("others", "of these, short ones behind the long one", float64(short), "requests")
}

func startWeb() (*proc.Writer, *proc.Reader, *proc.Process, error) {
	theirs, requests, err := proc.Pipe()
	if err != nil {
		return nil, nil, nil, err // there are no processes here
	}
	answers, ours, err := proc.Pipe()
	if err != nil {
		return nil, nil, nil, err
	}
	defer theirs.Close() // the server has its own copies
	defer ours.Close()
	web, err := proc.Start("web", *work, proc.Inherit(theirs, ours))
	return requests, answers, web, err
}

// The three endpoints of the post that a job has.

func startTask(b *jobs.Broker) jobs.ID {
	id, err := b.Submit("report", *work, jobs.Options{Late: *ack == "late"})
	if err != nil {
		fmt.Println("  POST /start_task:", err)
	}
	return id
}

func taskStatus(b *jobs.Broker, id jobs.ID) string {
	return fmt.Sprintf("GET /task_status/%d: %s", id, b.Status(id))
}

func deleteTask(b *jobs.Broker, id jobs.ID, terminate bool) {
	answer := "revoked"
	if err := b.Revoke(id, terminate); err != nil {
		answer = err.Error()
	}
	fmt.Printf("  DELETE /delete_task/%d, terminate %v: %s\n", id, terminate, answer)
}

// oneJob asks for the long work as a job, and asks again and again what became of it.
func oneJob(b *jobs.Broker) {
	fmt.Println("the same work as a job")
	sent := time.Now()
	id := startTask(b)
	answered := time.Since(sent)
	fmt.Printf("  POST /start_task: 202, task %d\n", id)
	lesson.Figure("answer", "until the request was answered", answered.Seconds()*1000, "ms")
	before := ""
	for tick := time.NewTicker(*work / 6); ; <-tick.C {
		if now := taskStatus(b, id); now != before {
			fmt.Printf("  %.3f s: %s\n", time.Since(sent).Seconds(), now)
			before = now
		}
		if j, _ := b.Job(id); j.State.Final() || j.Lost {
			break
		}
	}
	result, err := jobs.Result[string](b, id)
	fmt.Printf("  its result: %q, its error: %v\n", result, err)
	fmt.Println(" ", taskStatus(b, 999), "(there is no job 999)")
}

// manyJobs submits all jobs, takes one back that waits and one that runs, and kills a worker.
func manyJobs(b *jobs.Broker, pool *jobs.Pool) time.Duration {
	fmt.Printf("%d jobs for %d workers (%s), acknowledged %s\n", *count, *number, *kind, *ack)
	begun := time.Now()
	var ids []jobs.ID
	for range *count {
		ids = append(ids, startTask(b))
	}
	first, last := ids[0], ids[len(ids)-1]
	for j, _ := b.Job(first); j.StartedAt.IsZero(); j, _ = b.Job(first) {
		time.Sleep(time.Millisecond)
	}
	if j, _ := b.Job(last); j.State == jobs.Pending {
		deleteTask(b, last, false) // waits: taken out of the queue
	}
	deleteTask(b, first, false) // runs: revoke is not terminate
	deleteTask(b, first, true)
	if *kill {
		time.Sleep(*work / 3)
		killWorker(pool, first)
	}
	for _, id := range ids {
		<-b.Done(id)
	}
	total := time.Since(begun)
	lesson.Figure("total", "until every job had ended", total.Seconds(), "s")
	return total
}

// killWorker kills one that is in the middle of a job, as the system does when memory runs out.
func killWorker(pool *jobs.Pool, not jobs.ID) {
	for _, w := range pool.Workers() {
		if w.Job == 0 || w.Job == not && *kind == "prefork" {
			continue
		}
		answer := "killed"
		if err := pool.Kill(w.Number); err != nil {
			answer = err.Error()
		}
		fmt.Printf("  kill -9, worker %d, which has job %d: %s\n", w.Number, w.Job, answer)
		return
	}
	fmt.Println("  no worker has a job to be killed in")
}

func withoutWorkers(b *jobs.Broker, err error) {
	fmt.Println("workers cannot be started here:", firstLine(err))
	fmt.Println("so the queue is shown alone: what is submitted waits")
	one, other := startTask(b), startTask(b)
	fmt.Println(" ", taskStatus(b, one))
	deleteTask(b, other, false)
	fmt.Println(" ", taskStatus(b, other))
	fmt.Println(" ", b.Counts())
}

// A monitor shows jobs and workers while they run, as Flower does for Celery.
type monitor struct {
	jobs, workers lesson.Board
	began         time.Time
	lanes         []lesson.Lane
	seen          map[int]jobs.Worker // as it was last, by number
	changes       chan jobs.Job
	over          atomic.Bool
	following     sync.WaitGroup
}

func newMonitor() *monitor {
	return &monitor{seen: map[int]jobs.Worker{}, changes: make(chan jobs.Job, 1000),
		jobs:    lesson.DrawBoard("jobs", "jobs", "job", "state", "worker", "runs", "progress"),
		workers: lesson.DrawBoard("workers", "workers", "worker", "job", "restarts")}
}

var doing = map[jobs.State]lesson.State{
	jobs.Pending: lesson.Runnable, jobs.Received: lesson.Runnable, jobs.Started: lesson.Running,
	jobs.Retry: lesson.Sleeping,
}

func (m *monitor) draw() {
	for j := range m.changes {
		m.job(j)
	}
}

// job draws a job that has changed.
func (m *monitor) job(j jobs.Job) {
	state, does := string(j.State), doing[j.State]
	if j.Lost {
		state, does = state+", lost", lesson.Done
	}
	id := fmt.Sprint(j.ID)
	m.jobs.Row(id, does, id, state, fmt.Sprint(j.Worker), fmt.Sprint(j.Runs),
		fmt.Sprintf("%.0f %%", 100*j.Done/max(j.Total, 1)))
}

// follow looks at the workers every few milliseconds, until conclude.
func (m *monitor) follow(pool *jobs.Pool) {
	m.began = time.Now()
	m.lanes = make([]lesson.Lane, *number)
	m.following.Go(func() {
		for {
			for i, w := range pool.Workers() {
				m.worker(&m.lanes[i], w)
			}
			if m.over.Load() {
				return
			}
			time.Sleep(4 * time.Millisecond)
		}
	})
}

func (m *monitor) worker(lane *lesson.Lane, w jobs.Worker) {
	does, has := lesson.Sleeping, ""
	switch {
	case !w.Alive:
		does = lesson.Done
	case w.Job != 0:
		does, has = lesson.Running, fmt.Sprint(w.Job)
	}
	if before := m.seen[w.Number]; before == w {
		return
	}
	m.seen[w.Number] = w
	lane.Name = fmt.Sprint(w.Number)
	lane.Changes = append(lane.Changes, lesson.Change{At: time.Since(m.began), State: does})
	cells := []string{lane.Name, has, fmt.Sprint(w.Restarts)}
	if *kind == "threads" { // these cannot be killed
		m.workers.Row(lane.Name, does, cells...)
	} else {
		m.workers.Process(w.Pid, lane.Name, does, cells...)
	}
}

func (m *monitor) conclude(b *jobs.Broker, total time.Duration) {
	end := time.Since(m.began)
	m.over.Store(true)
	close(m.changes)
	m.following.Wait()
	lesson.Ribbon("lanes", "what each worker did", end, m.lanes)
	c := b.Counts()
	lesson.Figure("succeeded", "succeeded", float64(c.Succeeded), "jobs")
	lesson.Figure("revoked", "revoked", float64(c.Revoked), "jobs")
	lesson.Figure("lost", "lost with their worker", float64(len(c.Lost)), "jobs")
	twice := 0
	var worked time.Duration
	for _, j := range b.Jobs()[1:] { // without the one alone
		if j.Runs > 1 {
			twice++
		}
		if j.State == jobs.Success {
			worked += j.Ended.Sub(j.StartedAt)
		}
	}
	lesson.Figure("twice", "begun more than once", float64(twice), "jobs")
	fmt.Println(c)
	if atOnce := worked.Seconds() / total.Seconds(); atOnce > 1.1 {
		fmt.Printf("the jobs overlapped (concurrent): %.1f at once on average\n", atOnce)
	} else {
		fmt.Println("the jobs did not overlap")
	}
	for _, id := range c.Lost {
		fmt.Printf("lost, and its client may ask for ever: %s\n", taskStatus(b, id))
	}
}

func firstLine(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	return line
}
