package jobs

// A queue holds jobs in order. Those revoked meanwhile are left in it and passed over when their turn comes.
type queue struct {
	waiting []*record
	first   int
}

func (q *queue) push(r *record) { q.waiting = append(q.waiting, r) }

// putBack has a job delivered next: it has waited its turn already.
func (q *queue) putBack(r *record) {
	if q.first > 0 {
		q.first--
		q.waiting[q.first] = r
	} else {
		q.waiting = append([]*record{r}, q.waiting...)
	}
}

// pop gives the first job that is still to be run, or nil.
func (q *queue) pop() *record {
	for q.first < len(q.waiting) {
		r := q.waiting[q.first]
		q.waiting[q.first] = nil
		q.first++
		if q.first > 1024 && q.first > len(q.waiting)/2 {
			q.waiting = append([]*record(nil), q.waiting[q.first:]...)
			q.first = 0
		}
		if r.State == Pending || r.State == Retry {
			return r
		}
	}
	return nil
}

// take gives up to most jobs that are handed over together, of a size that one message carries. One that was delivered
// before goes alone: it may be what killed its worker, and would take the others with it.
func (q *queue) take(most int) (some []*record) {
	for bytes := 0; len(some) < most; {
		r := q.pop()
		if r == nil {
			return some
		}
		bytes += len(r.arg)
		if len(some) > 0 && (r.Deliveries > 0 || bytes > batchBytes) {
			q.putBack(r)
			return some
		}
		if some = append(some, r); r.Deliveries > 0 {
			return some
		}
	}
	return some
}

// batchBytes bounds the arguments of jobs that are handed over together.
const batchBytes = 1 << 20
