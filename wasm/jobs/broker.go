package jobs

import (
	"fmt"
	"sync"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc"
)

// MaxDeliveries is how often a job is delivered whose workers die.
const MaxDeliveries = 5

// A Broker keeps the queue and what is known of every job. Goroutines may use it at once.
type Broker struct {
	// Track has [Broker.Status] tell RECEIVED and STARTED. Without it, as in Celery, a job that runs is PENDING. It is to be
	// set before the first job is submitted.
	Track bool

	lock        sync.Mutex
	changed     *sync.Cond // of the queue or of a pool
	records     []*record  // by ID - 1
	queue       queue
	submitted   int
	redelivered int
	retried     int

	watching sync.Mutex // held while a watcher is told, so that events come in order
	watcher  func(Job)
	events   []Job // not told yet; belongs to lock
}

// NewBroker makes a broker with an empty queue and no workers.
func NewBroker() *Broker {
	b := &Broker{}
	b.changed = sync.NewCond(&b.lock)
	return b
}

// Watch has f told of each job whenever it has changed, in order, by one goroutine at a time. f may ask the broker, and not
// change anything. It is
// to be called before the first job is submitted.
func (b *Broker) Watch(f func(Job)) { b.watcher = f }

// Submit puts a job into the queue and returns at once. The argument is copied now.
func (b *Broker) Submit(function string, arg any, o Options) (ID, error) {
	if _, known := functions[function]; !known {
		return 0, fmt.Errorf("submitting: no job is registered as %q", function)
	}
	if err := o.fault(); err != nil {
		return 0, fmt.Errorf("submitting %s: %w", function, err)
	}
	bytes, err := proc.Encode(arg)
	if err != nil {
		return 0, fmt.Errorf("submitting %s: %w", function, err)
	}
	if most := proc.MaxMessage - orderBytes; len(bytes) > most {
		return 0, fmt.Errorf("submitting %s: an argument of %d bytes, where a job carries at most %d", function, len(bytes), most)
	}
	b.lock.Lock()
	b.submitted++
	r := &record{arg: bytes, Job: Job{ID: ID(b.submitted), Function: function, Options: o, State: Pending, Submitted: time.Now()}}
	b.records = append(b.records, r)
	b.queue.push(r)
	b.note(r)
	b.changed.Signal()
	b.lock.Unlock()
	b.tell()
	return r.ID, nil
}

// Status is what a client is told of a job.
func (b *Broker) Status(id ID) State {
	j, known := b.Job(id)
	if !known || !b.Track && (j.State == Received || j.State == Started) {
		return Pending
	}
	return j.State
}

// Job is what a monitor knows of a job.
func (b *Broker) Job(id ID) (Job, bool) {
	b.lock.Lock()
	defer b.lock.Unlock()
	r := b.find(id)
	if r == nil {
		return Job{}, false
	}
	return r.Job, true
}

// Jobs gives all jobs, in the order of submission.
func (b *Broker) Jobs() []Job {
	b.lock.Lock()
	defer b.lock.Unlock()
	all := make([]Job, len(b.records))
	for i, r := range b.records {
		all[i] = r.Job
	}
	return all
}

func (b *Broker) find(id ID) *record {
	if id < 1 || int(id) > len(b.records) {
		return nil
	}
	return b.records[id-1]
}

// Done is closed when the job has ended or is lost; for a number that nobody knows it is nil, which never comes.
func (b *Broker) Done(id ID) <-chan struct{} {
	b.lock.Lock()
	defer b.lock.Unlock()
	r := b.find(id)
	if r == nil {
		return nil
	}
	if r.done == nil {
		r.done = make(chan struct{})
		if r.State.Final() || r.Lost {
			close(r.done)
		}
	}
	return r.done
}

// Result waits for a job and gives what its function returned. Errors: a [*JobError], [ErrRevoked], [ErrLost],
// [ErrUnknown], or a result of another type.
func Result[Out any](b *Broker, id ID) (out Out, err error) {
	done := b.Done(id)
	if done == nil {
		return out, fmt.Errorf("job %d: %w", id, ErrUnknown)
	}
	<-done
	b.lock.Lock()
	r := b.find(id)
	b.lock.Unlock()
	switch {
	case r.Lost:
		return out, fmt.Errorf("job %d: %w", id, ErrLost)
	case r.State == Revoked:
		return out, fmt.Errorf("job %d: %w", id, ErrRevoked)
	case r.State == Failure:
		return out, &JobError{r.Function, r.Failure}
	}
	if err := proc.Decode(r.value, &out); err != nil {
		return out, fmt.Errorf("reading the result of job %d (%s): %w", id, r.Function, err)
	}
	return out, nil
}

// note keeps what a watcher is to be told. The lock is held.
func (b *Broker) note(r *record) {
	if b.watcher != nil {
		b.events = append(b.events, r.Job)
	}
}

// tell tells the watcher. The lock is not held.
func (b *Broker) tell() {
	if b.watcher == nil {
		return
	}
	b.watching.Lock()
	defer b.watching.Unlock()
	for {
		b.lock.Lock()
		events := b.events
		b.events = nil
		b.lock.Unlock()
		if len(events) == 0 {
			return
		}
		for _, j := range events {
			b.watcher(j)
		}
	}
}
