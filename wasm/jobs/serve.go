package jobs

import (
	"runtime"
	"sync"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc"
)

// longestSilence is after how much time a worker that does several jobs tells of them before it begins the next.
const longestSilence = 2 * time.Millisecond

// serving is a worker at work.
type serving struct {
	number  int
	orders  *proc.Reader
	reports *speaker
	spoke   time.Time // when all had been told last

	lock    sync.Mutex
	revoked map[ID]bool // of what it was handed and has not begun
}

// serve is a worker's whole life: jobs, one after another, until no more come.
func serve(c *proc.Child) error {
	orders, err := c.Reader(0)
	if err != nil {
		return err
	}
	reports, err := c.Writer(1)
	if err != nil {
		return err
	}
	s := &serving{orders: orders, reports: &speaker{pipe: reports}, revoked: map[ID]bool{}}
	if err := c.Args(&s.number); err != nil {
		return err
	}
	if s.reports.tell(report{Kind: ready}) != nil {
		return nil // the broker is gone
	}
	for batch := range s.batches() {
		if s.do(batch) != nil {
			return nil
		}
	}
	return nil // the pool was stopped, or is gone
}

// batches gives the jobs as they are handed over. What is revoked meanwhile is noted at once, while a job waits.
func (s *serving) batches() <-chan []order {
	batches := make(chan []order)
	go func() {
		defer close(batches)
		for {
			var batch []order
			if s.orders.Recv(&batch) != nil {
				return
			}
			if batch[0].Discard {
				s.lock.Lock()
				s.revoked[batch[0].ID] = true
				s.lock.Unlock()
				continue
			}
			batches <- batch
		}
	}()
	return batches
}

// do does some jobs. Before one begins that is acknowledged early, or alone, it is told to have begun; of others it is told
// while they run, and of many short ones together.
func (s *serving) do(batch []order) error {
	for _, o := range batch {
		if s.discards(o.ID) {
			s.reports.say(report{Kind: discarded, ID: o.ID})
			continue
		}
		if err := s.begin(o, len(batch) == 1); err != nil {
			return err
		}
		t := &Task{ID: o.ID, Delivery: o.Delivery, Retried: o.Retried, Worker: s.number, soft: time.Duration(o.Soft), reports: s.reports}
		if err := s.reports.result(perform(t, o)); err != nil {
			return err
		}
	}
	s.lock.Lock()
	clear(s.revoked) // what came too late
	s.lock.Unlock()
	return s.reports.flush()
}

func (s *serving) begin(o order, alone bool) error {
	r := report{Kind: began, ID: o.ID}
	if alone || !o.Late || time.Since(s.spoke) > longestSilence {
		err := s.reports.tell(r)
		s.spoke = time.Now()
		return err
	}
	s.reports.say(r)
	runtime.Gosched() // to whoever sends it
	return nil
}

func (s *serving) discards(id ID) bool {
	s.lock.Lock()
	defer s.lock.Unlock()
	return s.revoked[id]
}
