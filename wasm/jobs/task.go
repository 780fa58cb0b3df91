package jobs

import (
	"fmt"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc"
	"github.com/ahiru-dev/ahiru/wasm/proc/notice"
)

// A Task is what a job's function knows of the job it does.
type Task struct {
	ID       ID
	Delivery int // 1, and more when workers died with it
	Retried  int // how often it failed before
	Worker   int

	begun   time.Time
	soft    time.Duration
	over    chan struct{} // closed at the soft limit; nil without one
	reports *speaker
}

// Progress tells the broker how far the job is. It is no more than a hint: the job goes on when it cannot be told.
func (t *Task) Progress(done, total float64) {
	_ = t.reports.tell(report{Kind: progressed, ID: t.ID, Done: done, Total: total})
}

// Late tells whether the soft time limit has passed. A job that computes looks now and then, tidies up and returns
// [ErrSoft]: nothing interrupts it, since a goroutine cannot be made to panic from outside. Celery's limit is a signal that
// raises an exception in the main thread of a pre-fork worker; its pool of threads has none.
func (t *Task) Late() bool { return t.soft > 0 && time.Since(t.begun) >= t.soft }

// Over is closed when the soft time limit passes, so that a job that waits is woken by it. Without a limit it is nil, which
// never comes.
func (t *Task) Over() <-chan struct{} { return t.over }

// limit begins to count a job's soft limit, and gives what ends that.
func (t *Task) limit() (stop func() bool) {
	t.begun = time.Now()
	if t.soft <= 0 {
		return func() bool { return true }
	}
	t.over = make(chan struct{})
	return time.AfterFunc(t.soft, func() { close(t.over) }).Stop
}

// order and report are what goes to a worker and comes back, several at once.
type order struct {
	ID       ID
	Function string
	Arg      []byte
	Soft     int64 // nanoseconds
	Delivery int
	Retried  int
	Late     bool
	Discard  bool // nothing is to be done: the job was revoked
}

// orderBytes is more than an order takes beside its argument.
const orderBytes = 4096

const (
	ready = iota // the worker stands
	began
	progressed
	succeeded
	failed
	discarded // it was revoked before its turn came
)

type report struct {
	Kind        int
	ID          ID
	Value       []byte
	Text        string // why it failed
	Done, Total float64
}

// functions are the jobs by name; nothing is added once main has begun.
var functions = map[string]func(*Task, []byte) ([]byte, error){}

// workerFunction is what the workers of all pools run.
const workerFunction = "jobs/worker"

func init() { proc.Register(workerFunction, serve) }

// Register gives f a name under which it is submitted, in other processes too. It is for init functions, and panics when
// the name is taken. An error that f returns, or a panic, is the job's failure; the worker lives on.
func Register[In, Out any](name string, f func(*Task, In) (Out, error)) {
	if _, taken := functions[name]; taken || name == "" {
		panic(fmt.Sprintf("jobs: %q is registered twice, or is no name", name))
	}
	functions[name] = func(t *Task, arg []byte) ([]byte, error) {
		var in In
		if err := proc.Decode(arg, &in); err != nil {
			return nil, fmt.Errorf("reading its argument: %w", err)
		}
		out, err := f(t, in)
		if err != nil {
			return nil, err
		}
		return proc.Encode(out)
	}
}

// perform runs the job. A panic of its own goroutine ends the job, not the worker.
func perform(t *Task, o order) (r report) {
	defer func() {
		if thrown := recover(); thrown != nil {
			r = report{Kind: failed, ID: o.ID, Text: fmt.Sprintf("panic: %v", thrown)}
		}
	}()
	if notice.On() { // one row for the jobs of all queues: the pools of package proc are numbered
		notice.Text("pool jobs", "begin", o.Function)
		defer notice.Tell("pool jobs", "end")
	}
	defer t.limit()()
	value, err := functions[o.Function](t, o.Arg)
	if err != nil {
		return report{Kind: failed, ID: o.ID, Text: err.Error()}
	}
	return report{Kind: succeeded, ID: o.ID, Value: value}
}
