package jobs

import (
	"errors"
	"fmt"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc"
)

// A worker is a process or a thread as its pool sees it.
type worker struct {
	pool    *Pool
	number  int
	process *proc.Process
	orders  *proc.Writer
	reports *proc.Reader

	job    *record // belongs to the broker's lock, as what follows does
	doomed bool    // is being killed: it gets no more jobs
}

// hire gives a worker that stands.
func (p *Pool) hire(number int) (w *worker, err error) {
	theirOrders, orders, err := proc.Pipe()
	if err != nil {
		return nil, err
	}
	reports, theirReports, err := proc.Pipe()
	if err != nil {
		return nil, errors.Join(err, theirOrders.Close(), orders.Close())
	}
	w = &worker{pool: p, number: number, orders: orders, reports: reports}
	options := []proc.Option{proc.Inherit(theirOrders, theirReports)}
	if p.kind == Threads {
		options = append(options, proc.Thread())
	}
	w.process, err = proc.Start(workerFunction, number, options...)
	err = errors.Join(err, theirOrders.Close(), theirReports.Close())
	if err == nil {
		err = w.reports.Recv(&report{})
	}
	if err != nil {
		w.hangUp()
		return nil, fmt.Errorf("starting worker %d of the pool: %w", number, err)
	}
	return w, nil
}

// hangUp closes the pipes: an idle worker then ends.
func (w *worker) hangUp() {
	_ = w.orders.Close()
	_ = w.reports.Close()
}

// doom kills the worker, which gets no more jobs. The lock is held.
func (w *worker) doom() error {
	w.doomed = true
	return w.process.Kill()
}

// work does jobs until the pool is stopped or the worker dies, and returns when it has ended.
func (w *worker) work() {
	b := w.pool.broker
	go func() { // who waits for a job is to hear of the worker's death
		<-w.process.Done()
		b.lock.Lock()
		w.doomed = true
		b.changed.Broadcast()
		b.lock.Unlock()
	}()
	for r := w.next(); r != nil; r = w.next() {
		b.tell()
		alive := w.do(r)
		b.tell()
		if !alive {
			break
		}
	}
	w.hangUp()
	<-w.process.Done()
}

// next waits for a job and takes it; nil when there will be none for this worker.
func (w *worker) next() *record {
	b := w.pool.broker
	b.lock.Lock()
	defer b.lock.Unlock()
	for {
		if w.doomed || w.pool.stopping {
			b.changed.Signal() // the job it was woken for is for another
			return nil
		}
		if r := b.queue.pop(); r != nil {
			r.State, r.Worker, r.ReceivedAt = Received, w.number, time.Now()
			r.Deliveries++
			r.holder, w.job = w, r
			b.note(r)
			return r
		}
		b.changed.Wait()
	}
}

// do has the worker do a job, and tells whether it is alive.
func (w *worker) do(r *record) bool {
	err := w.orders.Send(order{r.ID, r.Function, r.arg, int64(r.Options.Soft), r.Deliveries, r.Retried})
	for err == nil {
		var said report
		if err = w.reports.Recv(&said); err != nil {
			break
		}
		if w.heard(r, said) {
			return true
		}
		w.pool.broker.tell()
	}
	if w.pool.kind != Threads {
		_ = w.process.Kill() // what does not answer is not to live on
	}
	w.hangUp()
	<-w.process.Done()
	w.lost(r)
	return false
}

// heard takes a report, and tells whether the job is done.
func (w *worker) heard(r *record, said report) bool {
	b := w.pool.broker
	b.lock.Lock()
	defer b.lock.Unlock()
	switch said.Kind {
	case began:
		w.begun(r)
		return false
	case progressed:
		r.Done, r.Total = said.Done, said.Total
		b.note(r)
		return false
	}
	w.letGo(r)
	switch {
	case r.revoking: // and the worker is being killed
		b.finish(r, Revoked, "")
	case said.Kind == succeeded:
		r.value = said.Value
		b.finish(r, Success, "")
	default:
		b.failed(r, said.Text)
	}
	return true
}

func (w *worker) begun(r *record) {
	r.State, r.StartedAt = Started, time.Now()
	r.Runs++
	r.acked = !r.Options.Late
	if hard := r.Options.Hard; hard > 0 && w.pool.kind.kills() {
		r.limit = time.AfterFunc(hard, func() { w.overrun(r) })
	}
	w.pool.broker.note(r)
}

// overrun ends a job at its hard limit.
func (w *worker) overrun(r *record) {
	w.pool.broker.lock.Lock()
	defer w.pool.broker.lock.Unlock()
	if w.job == r && !r.revoking {
		r.overran = true
		_ = w.doom()
	}
}

func (w *worker) letGo(r *record) {
	r.stopTimer()
	r.holder, w.job = nil, nil
}

// lost settles what becomes of a job whose worker has died.
func (w *worker) lost(r *record) {
	b := w.pool.broker
	b.lock.Lock()
	defer b.lock.Unlock()
	w.letGo(r)
	switch {
	case r.revoking:
		b.finish(r, Revoked, "")
	case r.overran:
		b.finish(r, Failure, errHard)
	case r.acked:
		r.Lost, r.Ended = true, time.Now()
		b.settle(r)
	case r.Deliveries >= MaxDeliveries:
		b.finish(r, Failure, errPoisoned)
	default:
		b.redelivered++
		r.State = Pending
		b.queue.putBack(r)
		b.note(r)
		b.changed.Signal()
	}
}
