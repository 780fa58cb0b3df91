// Kiosk gives everybody a ticket at once and serves them one after another, through a
// session that expires and a worker that dies, and measures how long they wait.
package main

import (
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/lesson"
	"github.com/ahiru-dev/ahiru/wasm/proc"
)

var (
	requests = flag.Int("n", 80, "how many people come (1 to 300)")
	load     = flag.Int("load", 80, "how busy the session is, in percent (10 to 150)")
	sessions = flag.Int("sessions", 1, "sessions that serve side by side (1 to 4)")
	service  = flag.Duration("service", 10*time.Millisecond, "time of one request (1ms to 100ms)")
	expire   = flag.Duration("expire", 300*time.Millisecond,
		"a session is good for so long; 0s: for ever (0s to 10s)")
	login = flag.Duration("login", 40*time.Millisecond, "time to log in (1ms to 1s)")
	kill  = flag.Int("kill", 20, "the worker is killed with this ticket; 0: never (0 to 300)")
	seed  = flag.Uint64("seed", 1, "when people come, by chance (0 to 1000)")
)

func main() {
	proc.Main() // a worker runs its function in here and comes no further
	lesson.Parse("kiosk")
	if err := run(); err != nil {
		reason, _, _ := strings.Cut(err.Error(), "\n")
		fmt.Println("nobody was served:", reason)
	}
}

func run() error {
	if _, err := serve(&day{people: 10, sessions: 1}); err != nil { // the first are slow
		return err
	}
	alone, err := serve(&day{people: 10, sessions: 1}) // all at once: how long one takes
	if err != nil {
		return err
	}
	one := alone.took / time.Duration(alone.people)
	lesson.Figure("one", "one request, asked and answered", ms(one), "ms")
	today := &day{people: *requests, sessions: *sessions, expire: *expire, kill: *kill, tell: true}
	today.gap = gap(one, *load) / time.Duration(*sessions)
	whole, err := serve(today)
	if err != nil {
		return err
	}
	whole.report(one)
	return curve(one)
}

// gap is the time between two people that keeps one session so busy, in percent.
func gap(one time.Duration, percent int) time.Duration {
	return one * 100 / time.Duration(percent)
}

// curve measures waiting without any faults, the busier the session the longer.
func curve(one time.Duration) error {
	fmt.Println()
	for _, c := range []struct {
		key, label        string
		percent, sessions int
	}{
		{"wait50", "average wait, 50 % busy", 50, 1},
		{"wait80", "average wait, 80 % busy", 80, 1},
		{"wait95", "average wait, 95 % busy", 95, 1},
		{"wait95two", "the same people, a second session", 95, 2},
	} {
		d, err := serve(&day{people: *requests, gap: gap(one, c.percent), sessions: c.sessions})
		if err != nil {
			return err
		}
		lesson.Figure(c.key, c.label, ms(d.average()), "ms")
	}
	return nil
}

// A ticket is given to everybody who comes, at once.
type ticket struct {
	Number int
	came   time.Time
	waited time.Duration // until its request began for the first time
}

// A day is how people come and are served, and then what came of it.
type day struct {
	people, sessions int
	gap              time.Duration // on average, between two people
	expire           time.Duration
	kill             int
	tell             bool

	start                   time.Time
	took                    time.Duration
	lock                    sync.Mutex // of what follows
	served                  []ticket
	done                    map[int]int // how often the library did what a ticket asked for
	logins, repeats, deaths int
	lanes                   []lesson.Lane
}

// serve lets people come and has them served, and ends when the last has been.
func serve(d *day) (*day, error) {
	d.done, d.start = map[int]int{}, time.Now()
	d.lanes = make([]lesson.Lane, d.sessions)
	queue := make(chan *ticket, d.people) // room for all: nobody is sent away
	faults := make([]error, d.sessions)
	var serving sync.WaitGroup
	var ready sync.WaitGroup
	ready.Add(d.sessions)
	for i := range d.sessions {
		s := &session{day: d, number: i}
		serving.Go(func() { faults[i] = s.work(queue, &ready) })
	}
	ready.Wait() // the workers stand and are logged in: starting them is not counted
	d.start = time.Now()
	chance := rand.New(rand.NewPCG(*seed, 0))
	for number := 1; number <= d.people; number++ {
		queue <- &ticket{Number: number, came: time.Now()}
		time.Sleep(time.Duration(chance.ExpFloat64() * float64(d.gap)))
	}
	close(queue)
	serving.Wait()
	d.took = time.Since(d.start)
	return d, errors.Join(faults...)
}

func (d *day) say(format string, values ...any) {
	if d.tell {
		fmt.Printf("%6.3f "+format+"\n", append([]any{time.Since(d.start).Seconds()}, values...)...)
	}
}

// A session is one login to the library, which does one thing at a time, and the
// worker that uses it.
type session struct {
	*day
	number int
	worker *proc.Process
	down   *proc.Writer
	up     *proc.Reader
	killed bool
	token  int
	until  time.Time // when the token expires; zero: never
}

// work serves one ticket after another. A ticket leaves the queue when it is done, not
// before: a worker that dies takes none with it.
func (s *session) work(queue <-chan *ticket, ready *sync.WaitGroup) error {
	err := s.hire()
	if err == nil {
		err = s.serve(&ticket{}) // ticket 0 asks for nothing: the worker logs in
	}
	ready.Done()
	for t := range queue {
		for done := false; err == nil && !done; {
			t.waited = first(t.waited, time.Since(t.came))
			if err = s.serve(t); errors.Is(err, errDied) {
				s.count(&s.deaths)
				s.say("ticket %d: the worker died, another one takes the ticket", t.Number)
				s.enter(lesson.Done)
				err = s.hire()
				continue
			}
			done = err == nil
		}
		s.lock.Lock()
		s.served = append(s.served, *t)
		s.lock.Unlock()
	}
	return errors.Join(err, s.dismiss())
}

// first keeps what was measured first.
func first(before, now time.Duration) time.Duration {
	if before > 0 {
		return before
	}
	return now
}

var errDied = errors.New("the worker died")

// hire starts a worker: it is a process, and knows no token yet.
func (s *session) hire() error {
	fromDesk, down, err := proc.Pipe()
	if err != nil {
		return err
	}
	up, toDesk, err := proc.Pipe()
	if err != nil {
		return errors.Join(err, fromDesk.Close(), down.Close())
	}
	s.worker, err = proc.Start("worker", nil, proc.Inherit(fromDesk, toDesk))
	s.down, s.up = down, up
	return errors.Join(err, fromDesk.Close(), toDesk.Close())
}

func (s *session) dismiss() error {
	if s.worker == nil {
		return nil
	}
	err := s.down.Close() // it ends when no ticket can come any more
	_, waited := s.worker.Wait()
	return errors.Join(err, waited, s.up.Close())
}

// A message goes between the desk and the worker: a ticket and the library's answers
// down, what the worker wants of the library up.
type message struct {
	Kind   string // "ticket", "login", "token", "use", "expired", "done"
	Ticket int
	Token  int
}

// serve gives the worker a ticket, and answers for the library until it says done.
func (s *session) serve(t *ticket) error {
	m := message{Kind: "ticket", Ticket: t.Number}
	for {
		if s.down.Send(m) != nil {
			return errDied
		}
		if s.up.Recv(&m) != nil {
			return errDied
		}
		switch m.Kind {
		case "login":
			m = s.logIn()
		case "use":
			m = s.use(m)
		case "done":
			s.enter(lesson.Sleeping)
			return nil
		}
	}
}

func (s *session) logIn() message {
	s.enter(lesson.Blocked)
	time.Sleep(*login)
	s.token++
	s.until = time.Time{}
	if s.expire > 0 {
		s.until = time.Now().Add(s.expire)
	}
	s.count(&s.logins)
	return message{Kind: "token", Token: s.token}
}

func (d *day) count(of *int) {
	d.lock.Lock()
	defer d.lock.Unlock()
	*of++
}

// use does what a ticket asks for, unless the session expires meanwhile. What was done
// already for that ticket is not done again: the number is the proof.
func (s *session) use(m message) message {
	s.enter(lesson.Running)
	if m.Ticket > 0 && m.Ticket == s.kill && !s.killed {
		s.killed = true
		_ = s.worker.Kill() // the library knows nothing of it
	}
	time.Sleep(*service)
	s.lock.Lock()
	defer s.lock.Unlock()
	over := !s.until.IsZero() && time.Now().After(s.until)
	switch expired := over || m.Token != s.token; {
	case m.Ticket > 0 && s.done[m.Ticket] > 0:
		s.say("ticket %d: was done already, and is only answered", m.Ticket)
	case expired:
		s.repeats++
		s.say("ticket %d: the session expired in the middle, log in and repeat", m.Ticket)
		return message{Kind: "expired", Ticket: m.Ticket}
	case m.Ticket > 0:
		s.done[m.Ticket]++
	}
	return message{Kind: "done", Ticket: m.Ticket}
}

func (s *session) enter(state lesson.State) {
	lane := &s.lanes[s.number] // nobody else's
	lane.Name = fmt.Sprint(s.number + 1)
	at := max(0, time.Since(s.start))
	lane.Changes = append(lane.Changes, lesson.Change{At: at, State: state})
}

func init() { proc.Register("worker", work) }

// work is what a worker does: it keeps the token, and nothing else.
func work(c *proc.Child) error {
	tickets, err := c.Reader(0)
	if err != nil {
		return err
	}
	desk, err := c.Writer(1)
	if err != nil {
		return err
	}
	ask := func(m message) (answer message, err error) {
		if err = desk.Send(m); err == nil {
			err = tickets.Recv(&answer)
		}
		return answer, err
	}
	for token := 0; ; {
		var m message
		if tickets.Recv(&m) != nil {
			return nil // the day is over
		}
		for number := m.Ticket; m.Kind != "done"; {
			if token == 0 {
				if m, err = ask(message{Kind: "login"}); err != nil {
					return err
				}
				token = m.Token
			}
			if m, err = ask(message{Kind: "use", Ticket: number, Token: token}); err != nil {
				return err
			}
			if m.Kind == "expired" {
				token = 0 // and once more, with a new one
			}
		}
		if err := desk.Send(m); err != nil {
			return err
		}
	}
}

func (d *day) average() (sum time.Duration) {
	for _, t := range d.served {
		sum += t.waited
	}
	return sum / time.Duration(len(d.served))
}

// report tells how long people waited, and that nobody was forgotten or served twice.
func (d *day) report(one time.Duration) {
	once := 0
	for _, times := range d.done {
		if times == 1 {
			once++
		}
	}
	fmt.Printf("tickets: %d, done exactly once: %d\n", d.people, once)
	if once != d.people {
		panic("a ticket was lost, or served twice")
	}
	lesson.Ribbon("sessions", "what the sessions did", d.took, d.lanes)
	waits := make([]time.Duration, len(d.served))
	for i, t := range d.served {
		waits[i] = t.waited
	}
	slices.Sort(waits)
	last := time.Duration(0)
	for _, c := range []struct {
		key, label string
		upTo       time.Duration
	}{
		{"none", "waited less than one request takes", one},
		{"few", "waited for 1 to 3 requests", 3 * one},
		{"some", "waited for 3 to 10", 10 * one},
		{"many", "waited for more", time.Hour},
	} {
		count := 0
		for _, w := range waits {
			if w >= last && w < c.upTo {
				count++
			}
		}
		last = c.upTo
		lesson.Figure(c.key, c.label, float64(count), "people")
	}
	lesson.Figure("median", "half waited at most", ms(waits[len(waits)/2]), "ms")
	lesson.Figure("longest", "longest wait", ms(waits[len(waits)-1]), "ms")
	lesson.Figure("logins", "logins", float64(d.logins), "times")
	lesson.Figure("repeats", "requests repeated after expiry", float64(d.repeats), "times")
	lesson.Figure("deaths", "workers that died", float64(d.deaths), "times")
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
