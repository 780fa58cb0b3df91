package jobs

import (
	"errors"
	"time"
)

// An ID is the number of a job, from 1 on, in the order of submission.
type ID int

// A State is Celery's word for what a job goes through.
type State string

const (
	Pending  State = "PENDING" // waits in the queue, or is not known
	Received State = "RECEIVED"
	Started  State = "STARTED"
	Retry    State = "RETRY" // failed, and waits for its next turn
	Success  State = "SUCCESS"
	Failure  State = "FAILURE"
	Revoked  State = "REVOKED"
)

// Final tells whether a job in this state stays in it.
func (s State) Final() bool { return s == Success || s == Failure || s == Revoked }

// Options is how a job wants to be treated.
type Options struct {
	Late    bool          // acknowledge when done, so that a job whose worker dies is delivered again
	Retries int           // how often it is run again after an error
	Backoff time.Duration // before the first retry; twice as long before each further one, up to an hour
	Soft    time.Duration // after it the job is told to end; 0 is never
	Hard    time.Duration // after it the worker is killed, where that can be; 0 is never
}

func (o Options) fault() error {
	switch {
	case o.Retries < 0:
		return errors.New("a job cannot be retried less than 0 times")
	case o.Backoff < 0 || o.Soft < 0 || o.Hard < 0:
		return errors.New("the times of a job's options cannot be negative")
	case o.Hard > 0 && o.Soft > o.Hard:
		return errors.New("a soft time limit after the hard one would never come")
	}
	return nil
}

// A Job is what the broker knows of a job at a time.
type Job struct {
	ID       ID
	Function string
	Options  Options
	State    State
	Lost     bool // acknowledged early, and its worker died: its State stays STARTED for ever

	// When it came into its states, the latest time of each; zero when there was none. FailedAt is when it failed and had turns
	// left (RETRY).
	Submitted, ReceivedAt, StartedAt, FailedAt, Ended time.Time

	Deliveries  int // how often a worker was given it
	Runs        int // how often one began
	Retried     int
	Worker      int // that was given it last; 0 before
	Done, Total float64
	Failure     string // why it failed, or failed last
}

// Errors of a job's result and of revoking it, to be found with [errors.Is].
var (
	ErrUnknown = errors.New("no job has this number")
	ErrRevoked = errors.New("the job was revoked")
	ErrLost    = errors.New("the job was lost: it was acknowledged when it began, and its worker died")
	ErrRuns    = errors.New("the job runs already: revoking takes jobs out of the queue, only terminating ends one that runs")
	ErrHeld    = errors.New("a worker has been handed the job already: it is discarded when its turn comes, unless it begins before")
	ErrEnded   = errors.New("the job has ended already")
	ErrNoKill  = errors.New("the job runs on: this pool cannot kill what runs")
	ErrSoft    = errors.New("the soft time limit has passed")

	errNobody = errors.New("there is no such worker")
)

// Failures that no function reported.
const (
	errHard     = "the hard time limit has passed, and its worker was killed"
	errPoisoned = "its workers died every time it was delivered"
)

// A JobError is the error, or the panic, with which a job's function ended.
type JobError struct {
	Function string
	Text     string
}

func (e *JobError) Error() string { return e.Function + ": " + e.Text }

// record is a job as the broker keeps it.
type record struct {
	Job
	arg      []byte
	value    []byte
	acked    bool
	holder   *worker // whose hands it is in
	revoking bool    // its worker is being killed for it
	overran  bool    // so too, at its hard limit

	discarding bool // its worker is to pass it over
	done       chan struct{}
	limit      *time.Timer // its hard limit, or its next turn
}

func (r *record) stopTimer() {
	if r.limit != nil {
		r.limit.Stop()
		r.limit = nil
	}
}
