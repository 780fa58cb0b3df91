// Prefork is a master with workers that it started beforehand. They share one queue of requests;
// workers are killed, the master puts new ones in their place, and what got lost is counted.
package main

import (
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/lesson"
	"github.com/ahiru-dev/ahiru/wasm/proc"
)

var (
	number  = flag.Int("workers", 3, "how many workers (1 to 8)")
	count   = flag.Int("requests", 40, "how many requests come (1 to 200)")
	every   = flag.Duration("every", 25*time.Millisecond, "time between requests (5ms to 200ms)")
	work    = flag.Duration("work", 50*time.Millisecond, "how long a request takes (5ms to 200ms)")
	killing = flag.String("kill", "once",
		"who kills workers; hand: you, while requests come for 20 s (none|once|random|hand)")
	crash = flag.Bool("crash", false, "worker 1 dies whenever it starts")
)

const (
	byHand  = 20 * time.Second
	backlog = 128 // requests that may wait; of more, listen(2) lets none in
)

// app is what a WSGI server calls for each request: it knows nothing of workers.
func app(path string) string {
	time.Sleep(*work) // waits, as for a database
	return "200 " + path
}

func init() { proc.Register("worker", worker) }

// worker takes one request after another from the queue that all workers share.
func worker(c *proc.Child) error {
	lesson.Parse("prefork") // the same flags, in a process of its own
	var me int
	accept, err := c.Queue(0)
	reports, err2 := c.Writer(1)
	if err := errors.Join(err, err2, c.Args(&me)); err != nil {
		return err
	}
	if *crash && me == 1 {
		return nil // such as a worker that cannot read its settings
	}
	reports.Send(report{Says: ready})
	for {
		var request int
		if accept.Get(&request) != nil {
			return nil // the queue is empty and closed
		}
		reports.Send(report{accepted, request, ""})
		reports.Send(report{answered, request, app(fmt.Sprintf("/duck/%d", request))})
	}
}

// A report is what a worker says to its master.
type report struct {
	Says    int
	Request int
	Answer  string
}

const (
	ready = iota
	accepted
	answered
)

func main() {
	proc.Main() // in a worker this serves requests, and exits
	lesson.Parse("prefork")
	queue, err := proc.NewQueue() // before any worker: they all inherit this one
	if err != nil {
		cannot(err)
		return
	}
	m := &master{queue: queue, began: time.Now(), rows: make(chan func(), 1000)}
	m.table = lesson.DrawBoard("workers", "workers", "worker", "pid", "request", "served", "births")
	for i := range *number {
		m.slots = append(m.slots, &slot{number: i + 1})
	}
	for _, s := range m.slots { // before any request comes: hence the name
		if err := m.fork(s); errors.Is(err, errStart) {
			cannot(err)
			return
		}
	}
	fmt.Print("workers stand, each a process:")
	for _, s := range m.slots {
		if p := s.process.Load(); p != nil {
			fmt.Print(" ", p.Pid())
		}
	}
	fmt.Println()
	m.run()
}

func cannot(err error) {
	line, _, _ := strings.Cut(err.Error(), "\n")
	fmt.Println("workers cannot be started here:", line)
}

// A request is answered, lost with its worker, or refused because nobody takes it.
type request struct {
	sent  time.Time
	taken bool
	fate  string // "" while nobody knows
}

type master struct {
	queue   *proc.Queue // whoever is free takes the next
	slots   []*slot
	working sync.WaitGroup
	began   time.Time
	table   lesson.Board
	rows    chan func() // to be drawn beside the work

	lock      sync.Mutex // of what follows
	requests  []*request
	waiting   int // in the queue
	longest   int // it ever was
	latencies []time.Duration
	revived   []time.Duration
}

// A slot is a worker's place. Workers die, slots stay.
type slot struct {
	number, births, served int
	process                atomic.Pointer[proc.Process] // nil while none stands
	reports                *proc.Reader
	busy                   atomic.Bool
	lane                   []lesson.Change
}

var errStart = errors.New("no process can be started")

// fork starts a worker, and waits until it is ready.
func (m *master) fork(s *slot) error {
	reports, theirs, err := proc.Pipe()
	if err != nil {
		return fmt.Errorf("%w: %w", errStart, err)
	}
	process, err := proc.Start("worker", s.number, proc.Inherit(m.queue, theirs))
	theirs.Close()
	if err != nil {
		return fmt.Errorf("%w: %w", errStart, err)
	}
	s.births++
	var r report
	if err := reports.Recv(&r); err != nil {
		return err // it died at once
	}
	s.reports = reports
	s.process.Store(process)
	return nil
}

func (m *master) run() {
	for _, s := range m.slots {
		m.working.Go(func() { m.keep(s) })
	}
	var drawing sync.WaitGroup
	drawing.Go(func() {
		for draw := range m.rows {
			draw()
		}
	})
	stop := make(chan bool)
	go m.killer(stop)
	m.clients()
	m.queue.Close() // the workers take what is left, and end
	m.working.Wait()
	close(stop)
	end := time.Since(m.began)
	m.settle()
	close(m.rows)
	drawing.Wait()
	m.conclude(end)
}

// keep has a worker stand in a slot. The longer births fail in a row, the later comes the next.
func (m *master) keep(s *slot) {
	pause, died := time.Duration(0), time.Now()
	for fails := 0; ; {
		if p := s.process.Load(); p != nil {
			fails = 0
			m.show(s, lesson.Sleeping, "")
			m.listen(s)
			exit, _ := p.Wait()
			s.process.Store(nil)
			died = time.Now()
			if exit.Code == 0 {
				m.show(s, lesson.Done, "")
				return
			}
			fmt.Printf("  worker %d, process %d, has died: %v\n", s.number, p.Pid(), exit)
			m.show(s, lesson.Done, "dead")
		} else if fails++; fails == 6 {
			fmt.Printf("  worker %d: given up after %d births\n", s.number, s.births)
			return
		} else {
			fmt.Printf("  worker %d died at once, the next birth is in %v\n", s.number, pause)
		}
		time.Sleep(pause)
		if m.fork(s) == nil {
			pause = 0
			took := time.Since(died)
			fmt.Printf("  worker %d, process %d, stands %.3f s later\n",
				s.number, s.process.Load().Pid(), took.Seconds())
			m.lock.Lock()
			m.revived = append(m.revived, took)
			m.lock.Unlock()
		} else {
			pause = max(50*time.Millisecond, 2*pause)
		}
	}
}

// listen hears what a worker does until it ends. What it had in its hands then is lost.
func (m *master) listen(s *slot) {
	defer s.reports.Close()
	held := 0
	for {
		var r report
		if s.reports.Recv(&r) != nil {
			break
		}
		if r.Says == accepted {
			held = r.Request
			m.show(s, lesson.Running, fmt.Sprint(held))
			m.take(held)
			continue
		}
		held = 0
		s.served++
		m.end(r.Request, r.Answer)
		m.show(s, lesson.Sleeping, "")
	}
	if held != 0 {
		fmt.Printf("  request %d was in worker %d, and is lost\n", held, s.number)
		m.end(held, "lost")
	}
}

func (m *master) take(number int) {
	m.lock.Lock()
	defer m.lock.Unlock()
	m.requests[number-1].taken = true
	m.waiting--
}

func (m *master) end(number int, fate string) {
	m.lock.Lock()
	defer m.lock.Unlock()
	r := m.requests[number-1]
	r.fate = fate
	if fate != "lost" && fate != "refused" {
		m.latencies = append(m.latencies, time.Since(r.sent))
	}
}

// settle finds out about requests of which no worker said anything: those that are still in the
// queue are refused, and the others were taken by workers that died before they could say so.
func (m *master) settle() {
	for number := 0; m.queue.Get(&number) == nil; {
		m.end(number, "refused")
	}
	for i, r := range m.requests {
		if r.fate == "" {
			fmt.Printf("  request %d is lost: its worker died as it took it\n", i+1)
			m.end(i+1, "lost")
		}
	}
}

// killer kills a worker half-way, or one after another at random.
func (m *master) killer(stop chan bool) {
	pause := *every * time.Duration(*count) / 2
	for *killing == "once" || *killing == "random" {
		if *killing == "random" {
			pause = time.Duration(50+rand.IntN(200)) * time.Millisecond
		}
		select {
		case <-time.After(pause):
		case <-stop:
			return
		}
		s := m.slots[rand.IntN(len(m.slots))]
		if *killing == "once" && !s.busy.Load() {
			pause = time.Millisecond // one in the middle of a request is wanted
			continue
		}
		if p := s.process.Load(); p != nil && p.Kill() == nil {
			fmt.Printf("%.3f s: kill -9, worker %d\n", time.Since(m.began).Seconds(), s.number)
			if *killing == "once" {
				return
			}
		}
		pause = time.Millisecond // nobody stood there: the next, soon
	}
}

// clients put a request into the queue now and then: it is no worker's yet.
func (m *master) clients() {
	more := func(sent int) bool { return sent < *count }
	if *killing == "hand" {
		more = func(int) bool { return time.Since(m.began) < byHand }
	}
	for i := 0; more(i); i++ {
		m.lock.Lock()
		m.requests = append(m.requests, &request{sent: time.Now()})
		full := m.waiting >= backlog
		if !full {
			m.waiting++
			m.longest = max(m.longest, m.waiting)
		}
		m.lock.Unlock()
		if full {
			m.end(i+1, "refused")
		} else if err := m.queue.Put(i + 1); err != nil {
			fmt.Println(err)
			return
		}
		time.Sleep(*every)
	}
}

func (m *master) show(s *slot, does lesson.State, request string) {
	pid, shown := 0, ""
	if p := s.process.Load(); p != nil {
		pid, shown = p.Pid(), fmt.Sprint(p.Pid())
	}
	s.lane = append(s.lane, lesson.Change{At: time.Since(m.began), State: does})
	s.busy.Store(does == lesson.Running)
	name, served, births := fmt.Sprint(s.number), fmt.Sprint(s.served), fmt.Sprint(s.births)
	m.rows <- func() { m.table.Process(pid, name, does, name, shown, request, served, births) }
}

func (m *master) conclude(end time.Duration) {
	var lanes []lesson.Lane
	births := 0
	for _, s := range m.slots {
		lanes = append(lanes, lesson.Lane{Name: fmt.Sprint(s.number), Changes: s.lane})
		births += s.births
	}
	lesson.Ribbon("lanes", "what each worker did", end, lanes)
	var sum, longest, slowest time.Duration
	for _, l := range m.latencies {
		sum, longest = sum+l, max(longest, l)
	}
	for _, r := range m.revived {
		slowest = max(slowest, r)
	}
	fates := map[string]int{}
	for _, r := range m.requests {
		fates[r.fate]++
	}
	lost, refused := fates["lost"], fates["refused"]
	answered := len(m.latencies)
	lesson.Figure("answered", "requests answered", float64(answered), "requests")
	lesson.Figure("lost", "requests lost", float64(lost), "requests")
	lesson.Figure("queue", "waited in the queue, at most", float64(m.longest), "requests")
	lesson.Figure("births", "workers started", float64(births), "workers")
	mean := sum.Seconds() / float64(max(1, answered))
	lesson.Figure("mean", "a request took, on average", mean, "s")
	lesson.Figure("longest", "the slowest request took", longest.Seconds(), "s")
	lesson.Figure("revive", "until a new worker stood, at most", slowest.Seconds(), "s")
	fmt.Printf("%d requests = %d answered + %d lost + %d refused\n",
		len(m.requests), answered, lost, refused)
	if atOnce := float64(answered) * work.Seconds() / end.Seconds(); atOnce > 1.1 {
		fmt.Printf("the requests overlapped (concurrent): %.1f at once on average\n", atOnce)
	} else {
		fmt.Println("the requests hardly overlapped")
	}
}
