package jobs

import "fmt"

// Revoke takes a job out of the queue. One that a worker has is left to run, with [ErrRuns], unless terminate is asked
// for: then its worker is killed, where the pool can do that, and otherwise the job runs on, with [ErrNoKill]. One that a
// worker was handed behind others is discarded when its turn comes, with [ErrHeld]. Other errors: [ErrUnknown], [ErrEnded].
func (b *Broker) Revoke(id ID, terminate bool) error {
	defer b.tell()
	b.lock.Lock()
	defer b.lock.Unlock()
	err := b.revoke(b.find(id), terminate)
	if err != nil {
		return fmt.Errorf("revoking job %d: %w", id, err)
	}
	return nil
}

func (b *Broker) revoke(r *record, terminate bool) error {
	switch {
	case r == nil:
		return ErrUnknown
	case r.State.Final() || r.Lost:
		return ErrEnded
	case r.State == Pending || r.State == Retry:
		b.finish(r, Revoked, "")
		return nil
	case r.State == Received && r.holder != nil && r.holder.hands[0] != r:
		r.holder.discard(r)
		return ErrHeld
	case !terminate:
		return ErrRuns
	}
	w := r.holder
	if w == nil || !w.pool.kind.kills() {
		return ErrNoKill
	}
	r.revoking = true
	return w.doom()
}

// Purge takes out of the queue all that waits there, and says how many jobs that were.
func (b *Broker) Purge() int {
	defer b.tell()
	b.lock.Lock()
	defer b.lock.Unlock()
	n := 0
	for _, r := range b.records {
		if r.State == Pending || r.State == Retry {
			b.finish(r, Revoked, "")
			n++
		}
	}
	return n
}
