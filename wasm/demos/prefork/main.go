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
	killing = flag.String("kill", "once", "kill workers in the middle of it (none|once|random)")
	crash   = flag.Bool("crash", false, "worker 1 dies whenever it starts")
)

func init() { proc.Register("worker", worker) }

// app is what a WSGI server calls for each request: it knows nothing of workers.
func app(path string) string {
	time.Sleep(*work) // waits, as for a database
	return "200 " + path
}

// worker serves one request after another, until the master hangs up.
func worker(c *proc.Child) error {
	lesson.Parse("prefork") // the same flags, in a process of its own
	var me int
	requests, err := c.Reader(0)
	answers, err2 := c.Writer(1)
	if err := errors.Join(err, err2, c.Args(&me)); err != nil {
		return err
	}
	if *crash && me == 1 {
		return nil // such as a worker that cannot read its settings
	}
	answers.Send("ready")
	for {
		var path string
		if requests.Recv(&path) != nil {
			return nil
		}
		answers.Send(app(path))
	}
}

func main() {
	proc.Main() // in a worker this serves requests, and exits
	lesson.Parse("prefork")
	m := &master{queue: make(chan *request, *count), began: time.Now(),
		rows: make(chan func(), 1000)}
	m.table = lesson.DrawBoard("workers", "workers", "worker", "pid", "request", "served", "births")
	for i := range *number {
		m.slots = append(m.slots, &slot{number: i + 1})
	}
	for _, s := range m.slots { // before any request comes: hence the name
		if err := s.fork(); errors.Is(err, errStart) {
			line, _, _ := strings.Cut(err.Error(), "\n")
			fmt.Println("workers cannot be started here:", line)
			return
		}
	}
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
	close(stop)
	close(m.queue)
	m.working.Wait()
	end := time.Since(m.began)
	close(m.rows)
	drawing.Wait()
	m.conclude(end)
}

// A request is answered, lost with its worker, or refused because no worker is left.
type request struct {
	number int
	sent   time.Time
	done   chan string
}

type master struct {
	queue   chan *request // one for all: whoever is free takes the next
	slots   []*slot
	working sync.WaitGroup
	began   time.Time
	table   lesson.Board
	rows    chan func() // to be drawn beside the work

	lock      sync.Mutex // of what follows
	given     int        // slots that were given up
	latencies []time.Duration
	lost      int
	refused   int
	revived   []time.Duration
}

// A slot is a worker's place. Workers die, slots stay.
type slot struct {
	number, births, served int
	process                atomic.Pointer[proc.Process] // nil while none stands
	requests               *proc.Writer
	answers                *proc.Reader
	busy                   atomic.Bool
	lane                   []lesson.Change
}

var errStart = errors.New("no process can be started")

// fork starts a worker, and waits until it is ready.
func (s *slot) fork() error {
	theirs, requests, err := proc.Pipe()
	if err != nil {
		return fmt.Errorf("%w: %w", errStart, err)
	}
	answers, ours, err := proc.Pipe()
	if err != nil {
		return fmt.Errorf("%w: %w", errStart, err)
	}
	defer theirs.Close()
	defer ours.Close()
	process, err := proc.Start("worker", s.number, proc.Inherit(theirs, ours))
	if err != nil {
		return fmt.Errorf("%w: %w", errStart, err)
	}
	ours.Close()
	s.births++
	var word string
	if err := answers.Recv(&word); err != nil {
		requests.Close()
		return err // it died at once
	}
	s.requests, s.answers = requests, answers
	s.process.Store(process)
	return nil
}

// keep has a worker stand in a slot. The longer births fail in a row, the later comes the next.
func (m *master) keep(s *slot) {
	pause, died := time.Duration(0), time.Now()
	for fails := 0; ; {
		if s.process.Load() != nil {
			fails = 0
			m.show(s, lesson.Sleeping, "")
			if m.serve(s) {
				return
			}
			died = time.Now()
			m.show(s, lesson.Done, "dead")
		} else if fails++; fails == 6 {
			fmt.Printf("  worker %d: given up after %d births\n", s.number, s.births)
			m.giveUp()
			return
		} else {
			fmt.Printf("  worker %d died at once, the next birth is in %v\n", s.number, pause)
		}
		time.Sleep(pause)
		if s.fork() == nil {
			pause = 0
			m.lock.Lock()
			m.revived = append(m.revived, time.Since(died))
			m.lock.Unlock()
		} else {
			pause = max(50*time.Millisecond, 2*pause)
		}
	}
}

// serve gives the worker requests until there are no more (true) or it dies (false).
func (m *master) serve(s *slot) bool {
	process := s.process.Load()
	defer s.process.Store(nil)
	for {
		select {
		case r, more := <-m.queue:
			if !more {
				s.requests.Close()
				<-process.Done()
				return true
			}
			m.show(s, lesson.Running, fmt.Sprint(r.number))
			var answer string
			if s.requests.Send(fmt.Sprintf("/duck/%d", r.number)) != nil {
				m.queue <- r // the worker was dead already: the request is for another
				return false
			}
			if s.answers.Recv(&answer) != nil {
				fmt.Printf("  request %d was in worker %d, and is lost\n", r.number, s.number)
				r.done <- "lost"
				return false
			}
			s.served++
			r.done <- answer
			m.show(s, lesson.Sleeping, "")
		case <-process.Done():
			return false
		}
	}
}

// giveUp counts the slots without a worker. With none left, requests are refused.
func (m *master) giveUp() {
	m.lock.Lock()
	m.given++
	none := m.given == len(m.slots)
	m.lock.Unlock()
	for none {
		r, more := <-m.queue
		if !more {
			return
		}
		r.done <- "refused"
	}
}

// killer kills a worker half-way, or one after another at random.
func (m *master) killer(stop chan bool) {
	pause := *every * time.Duration(*count) / 2
	for *killing != "none" {
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

// clients send a request now and then, and wait for all answers.
func (m *master) clients() {
	var waiting sync.WaitGroup
	for i := range *count {
		r := &request{i + 1, time.Now(), make(chan string, 1)}
		m.queue <- r
		waiting.Go(func() {
			answer := <-r.done
			m.lock.Lock()
			defer m.lock.Unlock()
			switch answer {
			case "lost":
				m.lost++
			case "refused":
				m.refused++
			default:
				m.latencies = append(m.latencies, time.Since(r.sent))
			}
		})
		time.Sleep(*every)
	}
	waiting.Wait()
}

func (m *master) show(s *slot, does lesson.State, request string) {
	pid := ""
	if p := s.process.Load(); p != nil {
		pid = fmt.Sprint(p.Pid())
	}
	s.lane = append(s.lane, lesson.Change{At: time.Since(m.began), State: does})
	s.busy.Store(does == lesson.Running)
	name, served, births := fmt.Sprint(s.number), fmt.Sprint(s.served), fmt.Sprint(s.births)
	m.rows <- func() { m.table.Row(name, does, name, pid, request, served, births) }
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
	answered := len(m.latencies)
	lesson.Figure("answered", "requests answered", float64(answered), "requests")
	lesson.Figure("lost", "requests lost", float64(m.lost), "requests")
	lesson.Figure("births", "workers started", float64(births), "workers")
	mean := sum.Seconds() / float64(max(1, answered))
	lesson.Figure("mean", "a request took, on average", mean, "s")
	lesson.Figure("longest", "the slowest request took", longest.Seconds(), "s")
	lesson.Figure("revive", "until a new worker stood, at most", slowest.Seconds(), "s")
	fmt.Printf("%d requests = %d answered + %d lost + %d refused\n",
		*count, answered, m.lost, m.refused)
	if atOnce := float64(answered) * work.Seconds() / end.Seconds(); atOnce > 1.1 {
		fmt.Printf("the requests overlapped (concurrent): %.1f at once on average\n", atOnce)
	} else {
		fmt.Println("the requests hardly overlapped")
	}
}
