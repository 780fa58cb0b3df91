package jobs

import "fmt"

// Counts says where the submitted jobs are. Each is in one place:
//
//	Submitted = Waiting + Running + Succeeded + Failed + Revoked + len(Lost)
type Counts struct {
	Submitted   int
	Waiting     int // in the queue, or for a retry
	Running     int // with a worker
	Succeeded   int
	Failed      int
	Revoked     int
	Lost        []ID // by name: nobody will ever hear of them otherwise
	Redelivered int  // times a job was given out again because its worker had died
	Retried     int
}

// Missing is how many jobs the counts do not account for: 0, or the broker is wrong.
func (c Counts) Missing() int {
	return c.Submitted - c.Waiting - c.Running - c.Succeeded - c.Failed - c.Revoked - len(c.Lost)
}

func (c Counts) String() string {
	return fmt.Sprintf("%d submitted = %d succeeded + %d failed + %d revoked + %d waiting + %d running + %d lost",
		c.Submitted, c.Succeeded, c.Failed, c.Revoked, c.Waiting, c.Running, len(c.Lost))
}

// Counts counts the jobs themselves, one by one, so that it cannot agree by construction.
func (b *Broker) Counts() Counts {
	b.lock.Lock()
	defer b.lock.Unlock()
	c := Counts{Submitted: b.submitted, Redelivered: b.redelivered, Retried: b.retried}
	for _, r := range b.records {
		switch {
		case r.Lost:
			c.Lost = append(c.Lost, r.ID)
		case r.State == Pending, r.State == Retry:
			c.Waiting++
		case r.State == Received, r.State == Started:
			c.Running++
		case r.State == Success:
			c.Succeeded++
		case r.State == Failure:
			c.Failed++
		case r.State == Revoked:
			c.Revoked++
		}
	}
	return c
}
