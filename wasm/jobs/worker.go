package jobs

import (
	"errors"
	"fmt"
	"slices"
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

	hands  []*record // what it was handed, in order; belongs to the broker's lock, as what follows does
	doomed bool      // is being killed: it gets no more jobs
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
		err = w.reports.Recv(&[]report{})
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
	for some := w.next(); some != nil; some = w.next() {
		b.tell()
		alive := w.do(some)
		b.tell()
		if !alive {
			break
		}
	}
	w.hangUp()
	<-w.process.Done()
}

// next waits for jobs and takes them; nil when there will be none for this worker.
func (w *worker) next() []*record {
	b := w.pool.broker
	b.lock.Lock()
	defer b.lock.Unlock()
	for {
		if w.doomed || w.pool.stopping {
			b.changed.Signal() // the job it was woken for is for another
			return nil
		}
		if some := b.queue.take(w.pool.prefetch); len(some) > 0 {
			for _, r := range some {
				w.takes(r)
			}
			return some
		}
		b.changed.Wait()
	}
}

func (w *worker) takes(r *record) {
	r.State, r.Worker, r.ReceivedAt = Received, w.number, time.Now()
	r.Deliveries++
	r.holder = w
	w.hands = append(w.hands, r)
	w.pool.broker.note(r)
}

// do has the worker do some jobs, and tells whether it is alive.
func (w *worker) do(some []*record) bool {
	orders := make([]order, len(some))
	for i, r := range some {
		orders[i] = order{ID: r.ID, Function: r.Function, Arg: r.arg, Soft: int64(r.Options.Soft),
			Delivery: r.Deliveries, Retried: r.Retried, Late: r.Options.Late}
	}
	for err := w.orders.Send(orders); err == nil; {
		var said []report
		if err = w.reports.Recv(&said); err != nil {
			break
		}
		if w.heard(said) {
			return true
		}
		w.pool.broker.tell()
	}
	if w.pool.kind != Threads {
		_ = w.process.Kill() // what does not answer is not to live on
	}
	w.hangUp()
	<-w.process.Done()
	w.lost()
	return false
}

// heard takes reports, and tells whether all is done that the worker was handed.
func (w *worker) heard(said []report) bool {
	w.pool.broker.lock.Lock()
	defer w.pool.broker.lock.Unlock()
	for _, each := range said {
		at := slices.IndexFunc(w.hands, func(r *record) bool { return r.ID == each.ID })
		if at >= 0 {
			w.hears(w.hands[at], each)
		}
	}
	return len(w.hands) == 0
}

func (w *worker) hears(r *record, said report) {
	b := w.pool.broker
	switch said.Kind {
	case began:
		w.begun(r)
		return
	case progressed:
		r.Done, r.Total = said.Done, said.Total
		b.note(r)
		return
	}
	w.letGo(r)
	switch {
	case r.revoking || said.Kind == discarded: // revoking: and the worker is being killed
		b.finish(r, Revoked, "")
	case said.Kind == succeeded:
		r.value = said.Value
		b.finish(r, Success, "")
	default:
		b.failed(r, said.Text)
	}
}

func (w *worker) begun(r *record) {
	r.State, r.StartedAt = Started, time.Now()
	r.Runs++
	r.acked, r.discarding = !r.Options.Late, false
	if hard := r.Options.Hard; hard > 0 && w.pool.kind.kills() {
		r.limit = time.AfterFunc(hard, func() { w.overrun(r) })
	}
	w.pool.broker.note(r)
}

// overrun ends a job at its hard limit.
func (w *worker) overrun(r *record) {
	w.pool.broker.lock.Lock()
	defer w.pool.broker.lock.Unlock()
	if r.holder == w && !r.revoking {
		r.overran = true
		_ = w.doom()
	}
}

func (w *worker) letGo(r *record) {
	r.stopTimer()
	r.holder = nil
	w.hands = slices.DeleteFunc(w.hands, func(each *record) bool { return each == r })
}

// lost settles what becomes of the jobs whose worker has died. Those that go back do so in their order.
func (w *worker) lost() {
	b := w.pool.broker
	b.lock.Lock()
	defer b.lock.Unlock()
	for _, r := range slices.Backward(slices.Clone(w.hands)) {
		w.letGo(r)
		w.orphan(r)
	}
}

func (w *worker) orphan(r *record) {
	b := w.pool.broker
	switch {
	case r.revoking || r.discarding:
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

// discard has the worker pass a job over that it was handed. It may have begun before it hears of that.
func (w *worker) discard(r *record) {
	r.discarding = true
	go func() { _ = w.orders.Send([]order{{ID: r.ID, Discard: true}}) }() // it fails when the worker has ended
}
