package jobs

import "time"

// longestBackoff bounds how long a retry is put off.
const longestBackoff = time.Hour

// finish puts a job into a final state. The lock is held.
func (b *Broker) finish(r *record, s State, failure string) {
	r.State, r.Failure, r.Ended = s, failure, time.Now()
	b.settle(r)
}

// settle is the end of a job, lost or not.
func (b *Broker) settle(r *record) {
	r.stopTimer()
	r.arg = nil
	if r.done != nil {
		close(r.done)
	}
	b.note(r)
}

// failed retries a job, or ends it. The lock is held.
func (b *Broker) failed(r *record, why string) {
	if r.Retried >= r.Options.Retries {
		b.finish(r, Failure, why)
		return
	}
	delay := r.Options.Backoff
	for range r.Retried {
		delay = min(2*delay, longestBackoff)
	}
	r.Retried++
	b.retried++
	r.State, r.Failure, r.FailedAt, r.acked = Retry, why, time.Now(), false
	r.limit = time.AfterFunc(delay, func() {
		b.lock.Lock()
		defer b.lock.Unlock()
		if r.State == Retry {
			b.queue.push(r)
			b.changed.Signal()
		}
	})
	b.note(r)
}
