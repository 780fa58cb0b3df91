package futures

import (
	"fmt"
	"sync"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc"
)

// A ThreadPool runs calls on threads: Python's ThreadPoolExecutor, but for the interpreter lock. A thread that panics
// fails its call and is replaced.
type ThreadPool struct{ pool }

// NewThreadPool starts 1 to [proc.MaxChildren] threads and returns when they are ready.
func NewThreadPool(workers int) (*ThreadPool, error) {
	p := &ThreadPool{}
	if err := p.open(workers, proc.Thread()); err != nil {
		return nil, fmt.Errorf("starting a pool of threads: %w", err)
	}
	return p, nil
}

// A ProcessPool runs calls on processes, each with a memory of its own: Python's ProcessPoolExecutor. A process that
// panics, exits or is killed fails its call and is replaced; Python's whole pool is broken then.
type ProcessPool struct{ pool }

// NewProcessPool starts 1 to [proc.MaxChildren] processes and returns when they are ready.
func NewProcessPool(workers int) (*ProcessPool, error) {
	p := &ProcessPool{}
	if err := p.open(workers); err != nil {
		return nil, fmt.Errorf("starting a pool of processes: %w", err)
	}
	return p, nil
}

// pool is what both are made of.
type pool struct {
	workers *proc.Pool
	lock    sync.Mutex // of down, and between adding to calls and waiting for them
	down    bool
	calls   sync.WaitGroup
}

func (p *pool) open(workers int, options ...proc.Option) (err error) {
	p.workers, err = proc.NewPool(workers, options...)
	return err
}

// Submit makes a call, as [Executor] has it.
func (p *pool) Submit(name string, arg any) *Future {
	f := newFuture(name)
	if err := p.begin(f, arg); err != nil {
		f.finish(time.Now(), nil, err)
	}
	return f
}

func (p *pool) begin(f *Future, arg any) error {
	function, err := find(f.function)
	if err != nil {
		return err
	}
	p.lock.Lock()
	defer p.lock.Unlock()
	if p.down {
		return ErrShutdown
	}
	if f.call, err = function(p.workers, arg); err != nil {
		return err
	}
	p.calls.Go(func() {
		value, err := f.call.result()
		f.finish(f.call.Ended(), value, err)
	})
	return nil
}

// Shutdown waits for all calls, as [Executor] has it. Its error tells why a worker that died could not be replaced.
func (p *pool) Shutdown() error {
	p.lock.Lock()
	p.down = true
	p.lock.Unlock()
	p.workers.Close()
	err := p.workers.Join()
	p.calls.Wait()
	return err
}

// StartUp is how long it took until all workers were ready.
func (p *pool) StartUp() time.Duration { return p.workers.StartUp() }

// Replaced is how many workers have died and been replaced.
func (p *pool) Replaced() int { return p.workers.Replaced() }

// Bytes is how many bytes were copied to workers (arguments) and from them (results).
func (p *pool) Bytes() (sent, received int64) { return p.workers.Bytes() }
