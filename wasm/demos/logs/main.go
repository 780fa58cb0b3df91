// Logs runs several services beside one another, merges what they say into one log in
// the order of time, and starts anew what crashed and what watches an edited file.
package main

import (
	"bufio"
	"cmp"
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/lesson"
	"github.com/ahiru-dev/ahiru/wasm/proc"
)

var (
	counters = flag.Int("n", 3, "services that only count, each at its own pace (1 to 5)")
	length   = flag.Duration("d", 5*time.Second, "how long all of it runs (1s to 50s)")
	crash    = flag.Int("crash", 6, "one service crashes after so many lines; 0: never (0 to 50)")
	buffer   = flag.Int("buffer", 3, "lines that the second counter sends at once (1 to 10)")
	hold     = flag.Duration("hold", 800*time.Millisecond,
		"how long lines are held back (0s to 3s)")
	edit = flag.Duration("edit", 2*time.Second,
		"the file is edited by itself then; 0s: never (0s to 50s)")
	faster = flag.Int("faster", 1,
		"the counters write so many times as fast; 0: as fast as they can (0 to 100)")
)

// full is how many lines are gathered by who writes without a rest: 4 KiB, as in C.
const full = 100

const (
	before = "duck 3\ngoose 5\nswan seven\n" // in prices.txt, which two services watch
	after  = "duck 3\ngoose 5\nswan 7\n"
)

func main() {
	proc.Main() // a service runs its function in here and comes no further
	lesson.Parse("logs")
	if err := run(); err != nil {
		fmt.Println("no services were started:", err)
	}
}

func run() error {
	from, to, err := proc.Pipe() // what cannot be had here is said once
	if err != nil {
		return err
	}
	file, err := lesson.NewEditable("prices.txt", before)
	if err = errors.Join(err, from.Close(), to.Close()); err != nil {
		return err
	}
	defer file.Remove()
	all := services(file.Path)
	s := &supervisor{start: time.Now(), lines: make(chan []line), over: make(chan struct{})}
	var tending, merging sync.WaitGroup
	var log merged
	merging.Go(func() { log = merge(s.lines, s.start, all) })
	for _, v := range all {
		tending.Go(func() { s.tend(v) })
	}
	tending.Go(func() { s.watch(file, all) })
	time.AfterFunc(*length, func() { close(s.over) })
	tending.Wait()
	close(s.lines)
	merging.Wait()
	report(log, all, time.Since(s.start))
	return nil
}

// A line is stamped by the clock of the process that says it.
type line struct {
	At         int64 // Unix time in nanoseconds
	Name, Text string
}

// An order is what a process of a service is started with.
type order struct {
	Name   string
	Pace   time.Duration
	Crash  int    // after so many lines
	Buffer int    // lines that are sent at once
	File   string // what it reads, if anything
	Once   bool   // it tests the file, and ends
}

// A service is what the supervisor knows of one. Only its own goroutine changes it.
type service struct {
	order
	changed                   chan struct{} // what it watches has changed
	starts, crashes, restarts int           // restarts are those for a change
	states                    []lesson.Change
}

func services(file string) (all []*service) {
	add := func(o order) {
		all = append(all, &service{order: o, changed: make(chan struct{}, 1)})
	}
	for i, name := range []string{"web", "mail", "db", "search", "cache"}[:*counters] {
		pace := time.Duration(110+70*i) * time.Millisecond / time.Duration(max(1, *faster))
		if *faster > 0 {
			add(order{Name: name, Pace: pace})
		} else {
			add(order{Name: name, Buffer: full})
		}
	}
	if len(all) > 1 {
		all[1].Buffer = max(all[1].Buffer, *buffer)
	}
	add(order{Name: "flaky", Pace: 130 * time.Millisecond, Crash: *crash})
	add(order{Name: "shop", Pace: 400 * time.Millisecond, File: file})
	add(order{Name: "tests", File: file, Once: true})
	return all
}

func init() { proc.Register("serve", serve) }

// serve is what a process of a service does. Its memory is its own: started anew, it
// counts from 1.
func serve(c *proc.Child) error {
	var o order
	if err := c.Args(&o); err != nil {
		return err
	}
	pipe, err := c.Writer(0)
	if err != nil {
		return err
	}
	if o.Once {
		return test(o, pipe)
	}
	var gathered []line
	for count := 1; ; count++ {
		time.Sleep(o.Pace)
		text := "counter " + strconv.Itoa(count)
		if o.File != "" {
			known, _ := read(o.File)
			text += fmt.Sprintf(", %d for sale", len(known))
		}
		gathered = append(gathered, line{time.Now().UnixNano(), o.Name, text})
		if len(gathered) < o.Buffer {
			continue // as a standard output gathers that goes into a pipe
		}
		if err := pipe.Send(gathered); err != nil {
			return err
		}
		gathered = nil
		if count == o.Crash {
			os.Exit(3)
		}
	}
}

// test says, as a test runner does, what is wrong with the file, and ends.
func test(o order, pipe *proc.Writer) error {
	known, wrong := read(o.File)
	text := fmt.Sprintf("PASS, %d prices", len(known))
	if len(wrong) > 0 {
		text = "FAIL, " + strings.Join(wrong, "; ")
	}
	return pipe.Send([]line{{time.Now().UnixNano(), o.Name, text}})
}

// read gives the prices in a file of lines such as "duck 3", and what is wrong with others.
func read(file string) (known map[string]float64, wrong []string) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, []string{err.Error()}
	}
	known = map[string]float64{}
	for i, row := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		name, number, _ := strings.Cut(strings.TrimSpace(row), " ")
		price, err := strconv.ParseFloat(number, 64)
		if err != nil || price < 0 || price > 1e9 {
			wrong = append(wrong, fmt.Sprintf("line %d has no price: %.20q", i+1, row))
			continue
		}
		known[name] = price
	}
	return known, wrong
}

// A supervisor keeps services running.
type supervisor struct {
	start time.Time
	lines chan []line
	over  chan struct{} // closed when all shall end
}

// say adds a line of the supervisor's own to the log.
func (s *supervisor) say(v *service, format string, values ...any) {
	s.lines <- []line{{time.Now().UnixNano(), v.Name, "* " + fmt.Sprintf(format, values...)}}
}

func (s *supervisor) enter(v *service, state lesson.State) {
	v.states = append(v.states, lesson.Change{At: time.Since(s.start), State: state})
}

// tend starts a service, and again when it has crashed or what it watches has changed.
func (s *supervisor) tend(v *service) {
	defer s.enter(v, lesson.Done)
	for {
		child, read, err := s.begin(v)
		if err != nil {
			s.say(v, "cannot be started: %v", err)
			return
		}
		v.starts++
		s.enter(v, lesson.Running)
		select {
		case <-child.Done():
			read.Wait()
			if !s.ended(v, child) {
				return
			}
		case <-v.changed:
			_ = child.Kill() // it fails for one that has ended meanwhile
			s.enter(v, lesson.Runnable)
			read.Wait()
			v.restarts++
			s.say(v, "prices.txt has changed: it starts anew")
		case <-s.over:
			_ = child.Kill()
			read.Wait()
			return
		}
	}
}

// begin starts the process, and a goroutine that takes its lines out of the pipe.
func (s *supervisor) begin(v *service) (*proc.Process, *sync.WaitGroup, error) {
	from, to, err := proc.Pipe()
	if err != nil {
		return nil, nil, err
	}
	child, err := proc.Start("serve", v.order, proc.Inherit(to))
	err = errors.Join(err, to.Close()) // the child has its own: the pipe ends with that
	if err != nil {
		return nil, nil, errors.Join(err, from.Close())
	}
	var reading sync.WaitGroup
	reading.Go(func() {
		defer from.Close()
		for {
			var some []line
			if err := from.Recv(&some); err != nil {
				return // the process has ended
			}
			s.lines <- some
		}
	})
	return child, &reading, nil
}

// ended waits until a service whose process has ended may start again; false when all is over.
func (s *supervisor) ended(v *service, child *proc.Process) bool {
	const backOff = 300 * time.Millisecond
	wait := time.After(backOff)
	if v.Once { // it has done its work, until there is more
		s.enter(v, lesson.Sleeping)
		wait = nil
	} else {
		exit, _ := child.Wait()
		v.crashes++
		s.say(v, "has crashed, %v: it starts anew in %v", exit, backOff)
		s.enter(v, lesson.Blocked)
	}
	select {
	case <-wait:
	case <-v.changed:
		v.restarts++
		s.say(v, "prices.txt has changed: it runs again")
	case <-s.over:
		return false
	}
	return true
}

// watch looks at the file ten times a second and tells those who watch it of changes.
func (s *supervisor) watch(file *lesson.Editable, all []*service) {
	known := before
	for byItself := *edit > 0; ; {
		select {
		case <-time.After(100 * time.Millisecond):
		case <-s.over:
			return
		}
		if byItself && time.Since(s.start) > *edit {
			byItself = false
			if known == before { // nobody else has edited it
				_ = file.Write(after)
			}
		}
		text, err := os.ReadFile(file.Path)
		if err != nil || string(text) == known {
			continue // an editor may take a file away for a moment
		}
		known = string(text)
		for _, v := range all {
			if v.File != "" && len(v.changed) == 0 {
				v.changed <- struct{}{}
			}
		}
	}
}

// merged is what the log was made of.
type merged struct {
	counts           map[string]int // lines of each service
	arrived, printed int            // lines after one of a later time
	delay            time.Duration  // longest way of a line into the log
}

// merge prints lines in the order of their times. Each is held back for a while, in
// which an earlier one may still come.
func merge(lines <-chan []line, start time.Time, all []*service) merged {
	m := merged{counts: map[string]int{}}
	out := bufio.NewWriter(os.Stdout) // what is due together is written at once
	defer out.Flush()
	var waiting []line // in order
	var newest, last int64
	print := func(l line) {
		if l.At < last {
			m.printed++
		}
		last = max(last, l.At)
		colour := slices.IndexFunc(all, func(v *service) bool { return v.Name == l.Name })
		name := lesson.Colour(colour, fmt.Sprintf("%-6s", l.Name))
		fmt.Fprintf(out, "%6.3f %s | %s\n", float64(l.At-start.UnixNano())/1e9, name, l.Text)
		m.delay = max(m.delay, time.Since(time.Unix(0, l.At)))
	}
	for open := true; open; out.Flush() {
		var due <-chan time.Time
		if len(waiting) > 0 {
			due = time.After(time.Until(time.Unix(0, waiting[0].At).Add(*hold)))
		}
		var some []line
		select {
		case some, open = <-lines:
		case <-due:
		}
		for _, l := range some {
			m.counts[l.Name]++
			if l.At < newest {
				m.arrived++
			}
			newest = max(newest, l.At)
		}
		waiting = arrange(waiting, some)
		over := time.Now().Add(-*hold).UnixNano()
		for len(waiting) > 0 && (waiting[0].At <= over || !open) {
			print(waiting[0])
			waiting = waiting[1:]
		}
	}
	return m
}

// arrange puts lines of one process, which are in order, among those that wait.
func arrange(waiting, some []line) []line {
	if len(some) == 0 {
		return waiting
	}
	byTime := func(a, b line) int { return cmp.Compare(a.At, b.At) }
	place, _ := slices.BinarySearchFunc(waiting, some[0], byTime)
	waiting = append(waiting, some...)
	slices.SortStableFunc(waiting[place:], byTime) // of one moment, who came first
	return waiting
}

// report tells what became of the services.
func report(m merged, all []*service, took time.Duration) {
	var lanes []lesson.Lane
	lines, crashes, restarts, others := 0, 0, 0, 0
	for _, v := range all {
		fmt.Printf("%s: %d lines, started %d times\n", v.Name, m.counts[v.Name], v.starts)
		lanes = append(lanes, lesson.Lane{Name: v.Name, Changes: v.states})
		lines += m.counts[v.Name]
		crashes += v.crashes
		restarts += v.restarts
		if v.File == "" && v.crashes == 0 {
			others += v.starts - 1
		}
	}
	lesson.Ribbon("services", "who ran when", took, lanes)
	lesson.Figure("lines", "lines in the log", float64(lines), "lines")
	rate := float64(lines) / took.Seconds()
	lesson.Figure("rate", "lines merged in a second", rate, "lines/s")
	lesson.Figure("arrived", "came after a later one", float64(m.arrived), "lines")
	lesson.Figure("printed", "out of order in the log", float64(m.printed), "lines")
	lesson.Figure("delay", "longest way into the log", m.delay.Seconds(), "s")
	lesson.Figure("crashes", "starts after a crash", float64(crashes), "starts")
	lesson.Figure("restarts", "starts because the file changed", float64(restarts), "starts")
	lesson.Figure("others", "the same, of those that do not watch it", float64(others), "starts")
}
