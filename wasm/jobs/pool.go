package jobs

import (
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc"
)

// A Kind is what a pool's workers are.
type Kind string

const (
	Prefork Kind = "prefork" // processes, which can be killed
	Threads Kind = "threads" // threads, which cannot
	Solo    Kind = "solo"    // one process, which listens between jobs only
)

func (k Kind) kills() bool { return k == Prefork }

// A Pool is workers that take jobs from a broker. A worker that dies is replaced.
type Pool struct {
	broker   *Broker
	kind     Kind
	prefetch int
	slots    []*slot
	ending   sync.WaitGroup

	stopped  chan struct{}
	stopping bool // belongs to the broker's lock, as what follows does
	killing  bool
	err      error
}

// A slot is a worker's place, which outlives the worker.
type slot struct {
	number   int
	worker   *worker // nil while none stands
	restarts int
	revived  time.Duration // how long the last replacement took, from death to standing
}

// A PoolOption changes how a pool works.
type PoolOption func(*Pool)

// Prefetch has each worker be handed up to n jobs at once, 1 to 1000: Celery's worker_prefetch_multiplier, which is 1 here
// unless told otherwise. Short jobs then go through many times faster. The price: what a worker was handed is no other's, it is
// done before a pool that is stopped has ended, and of jobs acknowledged late those of the last milliseconds run again
// when their worker dies.
func Prefetch(n int) PoolOption { return func(p *Pool) { p.prefetch = n } }

const mostPrefetched = 1000

// Start starts a pool of n workers (1 to [proc.MaxChildren]; a solo pool has 1), and returns when all stand.
func (b *Broker) Start(kind Kind, n int, options ...PoolOption) (*Pool, error) {
	switch {
	case kind != Prefork && kind != Threads && kind != Solo:
		return nil, fmt.Errorf("a pool is prefork, threads or solo, not %q", kind)
	case kind == Solo && n != 1:
		return nil, fmt.Errorf("a solo pool has 1 worker, not %d", n)
	case n < 1 || n > proc.MaxChildren:
		return nil, fmt.Errorf("a pool has 1 to %d workers, not %d", proc.MaxChildren, n)
	}
	p := &Pool{broker: b, kind: kind, prefetch: 1, stopped: make(chan struct{})}
	for _, option := range options {
		option(p)
	}
	if p.prefetch < 1 || p.prefetch > mostPrefetched {
		return nil, fmt.Errorf("a worker is handed 1 to %d jobs at once, not %d", mostPrefetched, p.prefetch)
	}
	first := make([]*worker, n)
	faults := make([]error, n)
	var starting sync.WaitGroup
	for i := range n {
		p.slots = append(p.slots, &slot{number: i + 1})
		starting.Go(func() { first[i], faults[i] = p.hire(i + 1) })
	}
	starting.Wait()
	if err := errors.Join(faults...); err != nil {
		for _, w := range first {
			if w != nil {
				w.hangUp()
			}
		}
		return nil, err
	}
	for i, s := range p.slots {
		p.seat(s, first[i])
		p.ending.Go(func() { p.keep(s, first[i]) })
	}
	return p, nil
}

// Times between a worker's death and its replacement, when workers die young: a tight loop of births helps nobody.
const (
	firstPause   = 50 * time.Millisecond
	longestPause = 5 * time.Second
	young        = time.Second
	manyFailures = 5
)

// pauseAfter gives how long to wait before the next worker, from the pause before and how long the last one lived. The
// first death is forgiven.
func pauseAfter(pause, lived time.Duration, deaths int) time.Duration {
	switch {
	case lived >= young || deaths <= 1:
		return 0
	case pause == 0:
		return firstPause
	}
	return min(2*pause, longestPause)
}

// keep has a worker stand in a slot until the pool is stopped.
func (p *Pool) keep(s *slot, w *worker) {
	var pause time.Duration
	deaths := 0
	for {
		born := time.Now()
		w.work()
		p.seat(s, nil)
		died := time.Now()
		if p.over() {
			return
		}
		if died.Sub(born) >= young {
			deaths = 0
		}
		deaths++
		pause = pauseAfter(pause, died.Sub(born), deaths)
		if w = p.replace(s, pause); w == nil {
			return
		}
		p.broker.lock.Lock()
		s.restarts++
		s.revived = time.Since(died)
		p.broker.lock.Unlock()
		p.seat(s, w)
	}
}

// replace waits and hires, and waits longer when that fails; it gives nil when the pool is stopped or gives up.
func (p *Pool) replace(s *slot, pause time.Duration) *worker {
	for failures := 1; ; failures++ {
		select {
		case <-time.After(pause):
		case <-p.stopped:
			return nil
		}
		w, err := p.hire(s.number)
		if err == nil {
			return w
		}
		if failures == manyFailures {
			p.broker.lock.Lock()
			p.err = errors.Join(p.err, err)
			p.broker.lock.Unlock()
			return nil
		}
		pause = max(firstPause, min(2*pause, longestPause))
	}
}

func (p *Pool) seat(s *slot, w *worker) {
	p.broker.lock.Lock()
	s.worker = w
	if w != nil && p.killing {
		_ = w.doom() // Terminate did not see it
	}
	p.broker.lock.Unlock()
}

func (p *Pool) over() bool {
	p.broker.lock.Lock()
	defer p.broker.lock.Unlock()
	return p.stopping
}

// Kill ends a worker (1 to n) from outside, as the system does when memory runs out. What becomes of its job, see the
// package comment.
func (p *Pool) Kill(number int) error {
	p.broker.lock.Lock()
	defer p.broker.lock.Unlock()
	if number < 1 || number > len(p.slots) || p.slots[number-1].worker == nil {
		return fmt.Errorf("killing worker %d: %w", number, errNobody)
	}
	return p.slots[number-1].worker.process.Kill()
}

// Stop lets the workers finish what they have, and ends them: Celery's warm shutdown. Jobs in the queue stay there, for
// another pool. It gives the error that kept the pool from replacing a worker, if there was one.
func (p *Pool) Stop() error { return p.stop(false) }

// Terminate ends the workers at once where that can be: Celery's cold shutdown. To what they ran happens what happens when
// a worker dies. Threads end after what they are doing.
func (p *Pool) Terminate() error { return p.stop(true) }

func (p *Pool) stop(kill bool) error {
	b := p.broker
	b.lock.Lock()
	if !p.stopping {
		p.stopping = true
		close(p.stopped)
	}
	p.killing = p.killing || kill && p.kind != Threads
	for _, s := range p.slots {
		if p.killing && s.worker != nil {
			_ = s.worker.doom()
		}
	}
	b.changed.Broadcast()
	b.lock.Unlock()
	p.ending.Wait()
	b.lock.Lock()
	defer b.lock.Unlock()
	return p.err
}

// Err is what keeps the pool from replacing workers; with none left its jobs wait.
func (p *Pool) Err() error {
	p.broker.lock.Lock()
	defer p.broker.lock.Unlock()
	return p.err
}

// A Worker is a place in a pool as a monitor sees it.
type Worker struct {
	Number   int
	Alive    bool
	Pid      int
	Job      ID // 0 when it has none
	Restarts int
	Revived  time.Duration // from the last death until the next worker stood
}

// Workers tells of each place in the pool.
func (p *Pool) Workers() []Worker {
	p.broker.lock.Lock()
	defer p.broker.lock.Unlock()
	all := make([]Worker, len(p.slots))
	for i, s := range p.slots {
		all[i] = Worker{Number: s.number, Restarts: s.restarts, Revived: s.revived}
		if w := s.worker; w != nil {
			all[i].Alive, all[i].Pid = true, w.process.Pid()
			if len(w.hands) > 0 {
				all[i].Job = w.hands[0].ID
			}
		}
	}
	return all
}
