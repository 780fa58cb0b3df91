package proc

import (
	"errors"
	"fmt"
	"os"
	"sync"
	"sync/atomic"
	"time"
)

// A Pool is a fixed number of processes, started once, that run function after function: with [Map] and [Apply].
// A worker that dies is reported on standard error and replaced, and the call it was running fails with a
// [*WorkerError]; Python's multiprocessing.Pool would wait for that call for ever.
type Pool struct {
	number    string // in traces
	options   []Option
	startUp   time.Duration
	submitted chan *job // closed by Close
	ready     chan *job // in order; closed when the last is handed out
	over      chan struct{}
	tending   sync.WaitGroup
	replaced  atomic.Int64

	lock           sync.RWMutex // of what follows, and for sending on submitted
	closed         bool
	cause          error // why it is over
	workers        map[*worker]bool
	sent, received int64 // bytes of workers that are gone
}

// NewPool starts n workers, 1 to [MaxChildren], and returns when all are ready. With [Thread] they are threads.
func NewPool(n int, options ...Option) (*Pool, error) {
	if n < 1 || n > MaxChildren {
		return nil, fmt.Errorf("a pool has 1 to %d workers, not %d", MaxChildren, n)
	}
	p := &Pool{number: nextPool(), options: options, submitted: make(chan *job), ready: make(chan *job), over: make(chan struct{}),
		workers: map[*worker]bool{}}
	began := time.Now()
	faults := make([]error, n)
	var starting sync.WaitGroup
	for i := range n {
		starting.Go(func() { faults[i] = p.hire(i + 1) })
	}
	starting.Wait()
	if err := errors.Join(faults...); err != nil {
		p.Terminate()
		p.tending.Wait()
		return nil, err
	}
	p.startUp = time.Since(began)
	p.tending.Go(p.feed)
	return p, nil
}

// StartUp is how long it took until all workers were ready.
func (p *Pool) StartUp() time.Duration { return p.startUp }

// Replaced is how many workers have died and been replaced.
func (p *Pool) Replaced() int { return int(p.replaced.Load()) }

// Bytes is how many bytes were copied to workers (arguments) and from them (results).
func (p *Pool) Bytes() (sent, received int64) {
	p.lock.RLock()
	defer p.lock.RUnlock()
	sent, received = p.sent, p.received
	for w := range p.workers {
		sent, received = sent+w.tasks.Bytes(), received+w.answers.Bytes()
	}
	return sent, received
}

// Close lets no more calls in. Those that are in are still run, and then the workers end. A second Close does nothing.
func (p *Pool) Close() {
	p.lock.Lock()
	defer p.lock.Unlock()
	if !p.closed {
		p.closed = true
		close(p.submitted)
	}
}

// Terminate ends the workers at once, whatever they are doing; calls without a result fail with [ErrTerminated].
// Threads cannot be killed: they end after what they are doing.
func (p *Pool) Terminate() { p.breakOff(ErrTerminated) }

// Join waits until all workers have ended, after Close or Terminate; before those it is an error. It also gives the
// error that kept the pool from replacing a worker.
func (p *Pool) Join() error {
	p.lock.RLock()
	ending := p.closed || p.cause != nil
	p.lock.RUnlock()
	if !ending {
		return errors.New("joining a pool that is open would wait for ever: Close or Terminate it first")
	}
	p.tending.Wait()
	p.lock.RLock()
	defer p.lock.RUnlock()
	if p.cause == ErrTerminated {
		return nil
	}
	return p.cause
}

func (p *Pool) submit(j *job) error {
	p.lock.RLock()
	defer p.lock.RUnlock()
	if p.cause != nil {
		return p.cause
	}
	if p.closed {
		return ErrPoolClosed
	}
	select {
	case p.submitted <- j:
		return nil
	case <-p.over:
		return ErrTerminated
	}
}

// breakOff ends everything because of cause, unless something did before.
func (p *Pool) breakOff(cause error) {
	p.lock.Lock()
	defer p.lock.Unlock()
	if p.cause != nil {
		return
	}
	p.cause = cause
	close(p.over)
	for w := range p.workers {
		w.end()
	}
}

// feed hands the calls out in order. However many wait, Apply never does.
func (p *Pool) feed() {
	defer close(p.ready)
	var queue []*job
	for submitted := p.submitted; submitted != nil || len(queue) > 0; {
		var ready chan *job
		var first *job
		if len(queue) > 0 {
			ready, first = p.ready, queue[0]
		}
		select {
		case j, open := <-submitted:
			if !open {
				submitted = nil
				continue
			}
			queue = append(queue, j)
		case ready <- first:
			queue = queue[1:]
		case <-p.over:
			for _, j := range queue {
				p.drop(j)
			}
			return
		}
	}
}

// drop fails a call that nobody will run.
func (p *Pool) drop(j *job) {
	if j.state.CompareAndSwap(waiting, cancelled) {
		j.finish(nil, p.why())
	}
}

func (p *Pool) why() error {
	p.lock.RLock()
	defer p.lock.RUnlock()
	return p.cause
}

func (p *Pool) report(w *worker, exit Exit) {
	fmt.Fprintf(os.Stderr, "pool: worker %d ended: %v; a new one takes its place\n", w.number, exit)
}
