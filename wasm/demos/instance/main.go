// Instance starts a dear machine when somebody asks for it and stops it when nobody is left, and
// measures what that costs: in waiting, in 404s, and in money.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/lesson"
	"github.com/ahiru-dev/ahiru/wasm/proc"
)

var (
	people  = flag.Int("users", 3, "how many users come, in pairs (1 to 8)")
	gap     = flag.Duration("gap", 250*time.Millisecond, "time between two users (50ms to 500ms)")
	boot    = flag.Duration("boot", 400*time.Millisecond, "the core loads that long (10ms to 1s)")
	stay    = flag.Duration("stay", 300*time.Millisecond, "a user works that long (50ms to 1s)")
	poll    = flag.Duration("poll", 50*time.Millisecond, "between two questions (10ms to 500ms)")
	check   = flag.Bool("check", true, "do not stop the core while somebody is in")
	dearer  = flag.Float64("dearer", 10, "the core costs so many times the front (1 to 100)")
	perCall = flag.Float64("percall", 0.5, "price of one call, in front-seconds (0.01 to 10)")
)

func init() { proc.Register("core", core) }

// core is the machine that is dear. It runs as soon as its system does, and is ready when its
// application has loaded: until then it knows no address.
func core(c *proc.Child) error {
	lesson.Parse("instance") // the same flags, in a process of its own
	calls, err := c.Reader(0)
	answers, err2 := c.Writer(1)
	if err := errors.Join(err, err2); err != nil {
		return err
	}
	ready := time.Now().Add(*boot)
	for {
		var path string
		if calls.Recv(&path) != nil {
			return nil // told to stop
		}
		if time.Now().Before(ready) {
			answers.Send("404 " + path)
		} else {
			answers.Send("200 " + path)
		}
	}
}

// A state is what the cloud says of the instance. Ready is none of them.
type state string

const (
	stopped  state = "stopped"
	pending  state = "pending"
	running  state = "running"
	stopping state = "stopping"
)

// A front is the small machine that always runs: without it nobody could start the other.
type front struct {
	lock    sync.Mutex // of what follows
	state   state
	process *proc.Process
	calls   *proc.Writer
	answers *proc.Reader
	ready   bool // a call was answered with 200
	began   time.Time
	up      time.Duration // of the core, before its present run
	started time.Time
	lane    []lesson.Change
	table   lesson.Board
	broken  error

	talking sync.Mutex // one call at a time
	active  list
}

var drawn = map[state]lesson.State{stopped: lesson.Done, pending: lesson.Blocked,
	running: lesson.Runnable, stopping: lesson.Sleeping}

// become is the only way from one state to another. The lock is held.
func (f *front) become(s state) {
	if s == pending {
		f.started = time.Now()
	}
	if s == stopped && f.state == stopping {
		f.up += time.Since(f.started)
	}
	f.state, f.ready = s, false
	f.show(string(s), drawn[s])
}

func (f *front) show(word string, does lesson.State) {
	at := time.Since(f.began)
	f.lane = append(f.lane, lesson.Change{At: at, State: does})
	f.table.Row("core", does, "core", word, fmt.Sprintf("%.3f s", at.Seconds()))
	fmt.Printf("%.3f s: the core is %s\n", at.Seconds(), word)
}

var (
	errLater   = errors.New("409, it is stopping: ask again")
	errStillIn = errors.New("409, still in")
)

// start is POST /start. It returns at once; who wants to know more asks /status.
func (f *front) start() error {
	f.lock.Lock()
	defer f.lock.Unlock()
	switch f.state {
	case stopping:
		return errLater
	case stopped:
		f.become(pending)
		go f.launch()
	}
	return f.broken
}

func (f *front) launch() {
	theirs, calls, err := proc.Pipe()
	if err == nil {
		var answers *proc.Reader
		var ours *proc.Writer
		if answers, ours, err = proc.Pipe(); err == nil {
			f.process, err = proc.Start("core", nil, proc.Inherit(theirs, ours))
			ours.Close()
		}
		theirs.Close()
		f.calls, f.answers = calls, answers
	}
	f.lock.Lock()
	defer f.lock.Unlock()
	if f.broken = err; err == nil {
		f.become(running)
	}
}

func (f *front) status() (state, error) {
	f.lock.Lock()
	defer f.lock.Unlock()
	return f.state, f.broken
}

// call passes a call on to the core. It tells whether that was ready.
func (f *front) call(path string) string {
	f.talking.Lock()
	defer f.talking.Unlock()
	if s, _ := f.status(); s != running {
		return "503"
	}
	var answer string
	f.calls.Send(path)
	if f.answers.Recv(&answer) != nil {
		return "502"
	}
	f.lock.Lock()
	defer f.lock.Unlock()
	if strings.HasPrefix(answer, "200") && !f.ready && f.state == running {
		f.ready = true
		f.show("ready", lesson.Running)
	}
	return answer[:3]
}

// stop is POST /stop. Somebody else may still be in.
func (f *front) stop() error {
	if others := f.active.names(); *check && len(others) > 0 {
		return fmt.Errorf("%w: %s", errStillIn, strings.Join(others, ", "))
	}
	f.talking.Lock() // not in the middle of a call
	defer f.talking.Unlock()
	f.lock.Lock()
	defer f.lock.Unlock()
	if f.state != running {
		return fmt.Errorf("409, the core is %s", f.state)
	}
	f.become(stopping)
	f.calls.Close()
	go func() {
		f.process.Wait()
		f.lock.Lock()
		defer f.lock.Unlock()
		f.become(stopped)
	}()
	return nil
}

// A list is the file of those who are in, under the lock of the lesson on users.
type list struct{ file string }

func (l list) change(f func([]string) []string) (names []string) {
	lock := proc.NewFileLock(l.file + ".lock")
	if err := lock.Lock(proc.Forever); err != nil {
		fmt.Println("the list of users:", err)
		return nil
	}
	defer lock.Unlock()
	text, _ := os.ReadFile(l.file) // missing at first: nobody is in
	names = f(strings.Fields(string(text)))
	os.WriteFile(l.file, []byte(strings.Join(names, "\n")), 0o644)
	return names
}

func (l list) names() []string { return l.change(func(n []string) []string { return n }) }

func (l list) add(name string) {
	l.change(func(n []string) []string { return append(n, name) })
}

func (l list) remove(name string) {
	l.change(func(names []string) (left []string) {
		for _, n := range names {
			if n != name {
				left = append(left, n)
			}
		}
		return left
	})
}

// A visit is what one user saw.
type visit struct {
	name                  string
	stays                 time.Duration
	lane                  []lesson.Change
	calls, missing, cut   int // calls answered, 404s before that, and calls that found no core
	refused               int // stops that were refused
	running, ready, begun time.Time
	err                   error
}

// come is a user who starts the core, waits for it, works, and wants to stop it.
func (v *visit) come(f *front) {
	v.begun = time.Now()
	v.does(f, lesson.Blocked)
	f.active.add(v.name)
	for s := stopped; s != running && v.err == nil; s, v.err = f.status() {
		f.start() // 409 while it stops: asked again soon
		time.Sleep(*poll)
	}
	v.running = time.Now()
	for v.err == nil && f.call("/work") != "200" { // running, says the cloud
		v.missing++
		time.Sleep(*poll)
		if s, _ := f.status(); s != running {
			break
		}
	}
	v.ready = time.Now()
	v.does(f, lesson.Running)
	for end := time.Now().Add(v.stays); v.err == nil && time.Now().Before(end); time.Sleep(*poll) {
		if f.call("/work") == "200" {
			v.calls++
		} else {
			v.cut++
		}
	}
	v.does(f, lesson.Done)
	f.active.remove(v.name)
	if v.err != nil {
		return
	}
	if err := f.stop(); err != nil {
		if errors.Is(err, errStillIn) {
			v.refused++
		}
		fmt.Printf("%.3f s: %s leaves and stops the core: %v\n",
			time.Since(f.began).Seconds(), v.name, err)
	}
}

func (v *visit) does(f *front, s lesson.State) {
	v.lane = append(v.lane, lesson.Change{At: time.Since(f.began), State: s})
}

func main() {
	proc.Main() // in the core's process this is the core, and exits
	lesson.Parse("instance")
	dir, err := os.MkdirTemp("", "instance")
	if err != nil {
		fmt.Println("there is no place for the list of users:", err)
		return
	}
	defer os.RemoveAll(dir)
	f := &front{began: time.Now(), active: list{filepath.Join(dir, "users")}}
	f.table = lesson.DrawBoard("states", "the instance", "machine", "state", "since")
	f.table.Row("front", lesson.Running, "front", "running", "0.000 s")
	f.lock.Lock()
	f.become(stopped)
	f.lock.Unlock()
	var visits []*visit
	var inside sync.WaitGroup
	for i := range *people {
		if i%2 == 0 && i > 0 { // between pairs everybody goes home
			time.Sleep(*boot + 2**stay + 2**gap)
		}
		stays := *stay * time.Duration(1+i%2) // the second of a pair stays longer
		v := &visit{name: fmt.Sprintf("user-%d", i+1), stays: stays}
		visits = append(visits, v)
		inside.Go(func() { v.come(f) })
		time.Sleep(*gap)
	}
	inside.Wait()
	for s, err := f.status(); s != stopped && err == nil; s, err = f.status() {
		time.Sleep(time.Millisecond)
	}
	conclude(f, visits)
}

func conclude(f *front, visits []*visit) {
	if _, err := f.status(); err != nil {
		line, _, _ := strings.Cut(err.Error(), "\n")
		fmt.Println("the core cannot be started here:", line)
		return
	}
	total := time.Since(f.began)
	lanes := []lesson.Lane{{Name: "core", Changes: f.lane}}
	var all visit
	for i, v := range visits {
		lanes = append(lanes, lesson.Lane{Name: fmt.Sprint(i + 1), Changes: v.lane})
		all.calls, all.missing, all.cut = all.calls+v.calls, all.missing+v.missing, all.cut+v.cut
		all.refused += v.refused
	}
	lesson.Ribbon("lanes", "the core and its users", total, lanes)
	first := visits[0]
	lesson.Figure("running", "until the first user's core was running",
		first.running.Sub(first.begun).Seconds(), "s")
	lesson.Figure("ready", "until it was ready", first.ready.Sub(first.begun).Seconds(), "s")
	lesson.Figure("missing", "calls answered 404, running and not ready",
		float64(all.missing), "calls")
	lesson.Figure("cut", "calls that found the core stopped", float64(all.cut), "calls")
	lesson.Figure("refused", "stops refused because somebody was in", float64(all.refused), "stops")
	day, up := total.Seconds(), f.up.Seconds()
	fmt.Printf("the core was up for %.0f %% of the time\n", 100*up/day)
	always, demand := day*(1+*dearer), day+up**dearer
	lesson.Figure("always", "cost, always on", always, "front-s")
	lesson.Figure("demand", "cost, on demand", demand, "front-s")
	calls := float64(all.calls + all.missing)
	lesson.Figure("calls", "cost, at a price per call", calls**perCall, "front-s")
}
