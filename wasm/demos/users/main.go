// Users has several processes add and delete names in one JSON file: without a lock, with the lock
// where the post has it, and with the lock held, and counts what is lost.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime/trace"
	"slices"
	"strings"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/lesson"
	"github.com/ahiru-dev/ahiru/wasm/proc"
)

var (
	way     = flag.String("way", "all", "how the file is guarded (all|none|decorator|lock)")
	writers = flag.Int("workers", 4, "how many processes write (1 to 8)")
	names   = flag.Int("names", 15, "how many names each adds (1 to 100)")
	readers = flag.Int("readers", 1, "how many processes read, without the lock (0 to 4)")
	save    = flag.String("save", "truncate", "how the file is written (truncate|rename)")
	think   = flag.Duration("think", time.Millisecond,
		"between reading and writing (100us to 20ms)")
	restart = flag.Bool("restart", false, "a worker restarts half-way and resets the list to {}")
	die     = flag.Bool("die", false, "a worker dies while it writes")
)

func init() {
	proc.Register("worker", worker)
	proc.Register("reader", reader)
}

func main() {
	proc.Main() // in a worker this serves requests, and exits
	lesson.Parse("users")
	dir, err := os.MkdirTemp("", "users")
	if err != nil {
		fmt.Println("there is no place for the file:", err)
		return
	}
	defer os.RemoveAll(dir)
	ways := []string{"none", "decorator", "lock"}
	if *way != "all" {
		ways = []string{*way}
	}
	table := lesson.DrawBoard("ways", "ways to guard the file",
		"way", "updates", "lost", "failed", "torn reads", "time")
	writing, err := hireAll("worker", *writers)
	reading, err2 := hireAll("reader", *readers)
	if err := errors.Join(err, err2); err != nil {
		fmt.Println("several processes cannot be shown here:", firstLine(err))
		ways = nil
	}
	for _, w := range ways {
		_, task := trace.NewTask(context.Background(), w) // a stretch with a name on the timeline
		writing = race(table, w, filepath.Join(dir, w+".json"), writing, reading)
		task.End()
	}
	stale(filepath.Join(dir, "stale.json"))
}

// users is the file: who is active, and since when.
type users map[string]string

func load(file string) (users, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var u users
	return u, json.Unmarshal(text, &u)
}

// store writes the file over itself, or beside itself and then in its place at once.
func store(file string, u users) error {
	text, err := json.Marshal(u)
	if err != nil {
		return err
	}
	if *save == "rename" {
		aside := fmt.Sprintf("%s.%d", file, os.Getpid())
		return errors.Join(os.WriteFile(aside, text, 0o644), os.Rename(aside, file))
	}
	return os.WriteFile(file, text, 0o644) // for a moment the file is empty
}

// An app is what each worker process serves: functions by the path under which they are
// registered, as with a web framework's decorators.
type app struct {
	job    job
	lock   *proc.FileLock
	routes map[string]handler
	found  int // locks that a dead holder left
}

type handler func(name string) error

func (a *app) route(path string, h handler) handler {
	a.routes[path] = h // what is registered is what it is given
	return h
}

// locked makes a handler that holds the lock.
func (a *app) locked(h handler) handler {
	return func(name string) error {
		if err := a.lock.Lock(proc.Forever); err != nil {
			return err
		}
		defer a.lock.Unlock()
		if a.lock.Orphaned() {
			a.found++
			if _, err := load(a.job.File); err != nil {
				fmt.Printf("  worker %d: its last holder left half a file\n", a.job.Number)
				store(a.job.File, users{})
			}
		}
		return h(name)
	}
}

// serve registers the endpoints. It is all that the three ways differ in.
func (a *app) serve() {
	a.route("/get_active_user", a.get)
	switch a.job.Way {
	case "none":
		a.route("/add_active_user", a.add)
		a.route("/delete_active_user", a.remove)
	case "decorator": // the lock above the route: its result is called by nobody
		a.locked(a.route("/add_active_user", a.add))
		a.locked(a.route("/delete_active_user", a.remove))
	case "lock": // the lock below the route: what is registered is locked
		a.route("/add_active_user", a.locked(a.add))
		a.route("/delete_active_user", a.locked(a.remove))
	}
}

func (a *app) get(string) error { _, err := load(a.job.File); return err }

func (a *app) add(name string) error {
	return a.change(func(u users) { u[name] = time.Now().In(jst).Format(clock) })
}

func (a *app) remove(name string) error {
	return a.change(func(u users) { delete(u, name) })
}

// change is the read-modify-write: between its first and its last line another process may write.
func (a *app) change(f func(users)) error {
	u, err := load(a.job.File)
	if err != nil {
		return err
	}
	time.Sleep(*think) // whatever a request does besides
	f(u)
	return store(a.job.File, u)
}

// A job is what a process is to do next, a report what it sends back.
type job struct {
	File, Way string // "" ends what a reader does
	Number    int
}

type report struct {
	Kept, Gone           []string // names added, and deleted again, as their callers were told
	Updates, Failed, Old int
}

func ends(c *proc.Child) (jobs *proc.Reader, reports *proc.Writer, err error) {
	lesson.Parse("users") // the same flags, in a process of its own
	jobs, err = c.Reader(0)
	reports, err2 := c.Writer(1)
	if err = errors.Join(err, err2); err == nil {
		err = reports.Send(report{}) // stands
	}
	return jobs, reports, err
}

func worker(c *proc.Child) error {
	jobs, reports, err := ends(c)
	if err != nil {
		return err
	}
	for {
		a := &app{routes: map[string]handler{}}
		if jobs.Recv(&a.job) != nil {
			return nil
		}
		a.lock = proc.NewFileLock(a.job.File + ".lock")
		a.serve()
		reports.Send(a.day())
	}
}

// day is all the requests that come to one worker.
func (a *app) day() (r report) {
	call := func(path, name string) bool {
		r.Updates++
		if err := a.routes[path](name); err != nil {
			r.Failed++ // a 500: its caller knows
			return false
		}
		return true
	}
	for i := range *names {
		if i == *names/2 && a.job.Number == 1 {
			a.accident()
		}
		name := fmt.Sprintf("user-%d-%d", a.job.Number, i)
		if !call("/add_active_user", name) {
			continue
		}
		if i%3 == 2 && call("/delete_active_user", name) {
			r.Gone = append(r.Gone, name)
		} else {
			r.Kept = append(r.Kept, name)
		}
	}
	r.Old = a.found
	return r
}

// accident is what befalls the first worker half-way, if it was asked for.
func (a *app) accident() {
	if *restart {
		store(a.job.File, users{}) // what the post's workers do when they start
	}
	if *die {
		if a.job.Way == "lock" {
			a.lock.Lock(proc.Forever)
		}
		if *save == "truncate" {
			os.WriteFile(a.job.File, nil, 0o644) // opened, cut, and then nothing more
		}
		os.Exit(137)
	}
}

// reader reads again and again, without the lock, until it is told to stop.
func reader(c *proc.Child) error {
	jobs, reports, err := ends(c)
	if err != nil {
		return err
	}
	for {
		var j job
		if jobs.Recv(&j) != nil {
			return nil
		}
		var r report
		for stop := false; !stop; stop, _ = jobs.Poll(0) {
			r.Updates++
			if _, err := load(j.File); err != nil {
				r.Failed++ // torn: the file was cut, and not yet written again
			}
		}
		jobs.Recv(&j)
		reports.Send(r)
	}
}

// A hand is a process that stands and waits for jobs. The same ones do all the ways.
type hand struct {
	jobs    *proc.Writer
	reports *proc.Reader
}

func hire(function string) (h hand, err error) {
	theirs, jobs, err := proc.Pipe()
	if err != nil {
		return h, err
	}
	reports, ours, err := proc.Pipe()
	if err != nil {
		return h, err
	}
	_, err = proc.Start(function, nil, proc.Inherit(theirs, ours))
	theirs.Close()
	ours.Close()
	if err == nil {
		err = reports.Recv(new(report)) // stands
	}
	return hand{jobs, reports}, err
}

func hireAll(function string, n int) (all []hand, err error) {
	for range n {
		h, err := hire(function)
		if err != nil {
			return nil, err
		}
		all = append(all, h)
	}
	return all, nil
}

// race lets all processes loose on one file, and then looks what is in it. It gives those
// who write the next time: a new one stands in the place of one that died.
func race(table lesson.Board, w, file string, writing, reading []hand) (next []hand) {
	store(file, users{})
	for _, h := range reading {
		h.jobs.Send(job{File: file})
	}
	begun := time.Now()
	for i, h := range writing {
		h.jobs.Send(job{file, w, i + 1})
	}
	var all report
	for i, h := range writing {
		var r report
		if h.reports.Recv(&r) != nil {
			fmt.Printf("  worker %d died; what it was told is not counted\n", i+1)
			if another, err := hire("worker"); err != nil {
				fmt.Println("  nobody can take its place:", firstLine(err))
			} else {
				next = append(next, another)
			}
			continue
		}
		next = append(next, h)
		all.Kept, all.Gone = append(all.Kept, r.Kept...), append(all.Gone, r.Gone...)
		all.Updates, all.Failed, all.Old = all.Updates+r.Updates, all.Failed+r.Failed, all.Old+r.Old
	}
	took := time.Since(begun)
	var read report
	for _, h := range reading {
		var r report
		h.jobs.Send(job{})
		h.reports.Recv(&r)
		read.Updates, read.Failed = read.Updates+r.Updates, read.Failed+r.Failed
	}
	judge(table, w, file, all, read, len(writing), took)
	return next
}

func firstLine(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	return line
}

// judge holds the file against what the callers were told.
func judge(t lesson.Board, w, file string, all, read report, writers int, took time.Duration) {
	lock := proc.NewFileLock(file + ".lock")
	if w == "lock" && lock.Lock(proc.Forever) == nil {
		defer lock.Unlock()
		if lock.Orphaned() {
			all.Old++ // the last one to have it died
		}
	}
	u, err := load(file)
	if err != nil {
		fmt.Println("  at the end the file is no JSON:", err)
	}
	lost := 0
	for _, name := range all.Kept {
		if _, there := u[name]; !there {
			lost++ // added, says its caller; not there
		}
	}
	for _, name := range all.Gone {
		if _, there := u[name]; there {
			lost++ // deleted, and back again
		}
	}
	fmt.Printf("%s: %d updates by %d processes, lost: %d, failed: %d; %d reads, torn: %d\n",
		w, all.Updates, writers, lost, all.Failed, read.Updates, read.Failed)
	if all.Old > 0 {
		fmt.Printf("  locks taken over from the dead: %d\n", all.Old)
	}
	lesson.Figure("lost-"+w, w+", lost updates", float64(lost), "updates")
	lesson.Figure("torn-"+w, w+", torn reads", float64(read.Failed), "reads")
	state := lesson.Done
	if lost > 0 {
		state = lesson.Blocked
	}
	t.Row(w, state, w, fmt.Sprint(all.Updates), fmt.Sprint(lost), fmt.Sprint(all.Failed),
		fmt.Sprintf("%d / %d", read.Failed, read.Updates), fmt.Sprintf("%.3f s", took.Seconds()))
}

// Times are written as the clock on the wall in Tokyo says, without a word on where that hangs.
var jst = time.FixedZone("JST", 9*60*60)

const clock = "2006-01-02 15:04:05"

// forget drops names older than a day. The file does not say in which zone its times are.
func forget(u users, zone *time.Location, now time.Time) (left []string) {
	for name, since := range u {
		t, err := time.ParseInLocation(clock, since, zone)
		if err == nil && now.Sub(t) < 24*time.Hour {
			left = append(left, name)
		}
	}
	slices.Sort(left)
	return left
}

// stale shows the rule, and the same rule with the zone mistaken.
func stale(file string) {
	now := time.Now()
	u := users{}
	for _, hours := range []int{1, 20, 26, 34} {
		since := now.Add(-time.Duration(hours) * time.Hour)
		u[fmt.Sprintf("%02d hours ago", hours)] = since.In(jst).Format(clock)
	}
	if err := store(file, u); err != nil {
		fmt.Println("the file cannot be written:", err)
		return
	}
	u, _ = load(file)
	fmt.Println("older than a day is forgotten; times in JST, read as")
	fmt.Println("  JST:", strings.Join(forget(u, jst, now), ", "))
	fmt.Println("  UTC:", strings.Join(forget(u, time.UTC, now), ", "), "(nine hours too long)")
}
