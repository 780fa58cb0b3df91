package timeline

import "golang.org/x/exp/trace"

// Things are named by kind and number: "lock 3", "gil 1", "barrier 2", "pipe 7", "pool 1", "thread 0". A thing has one
// name in all workers of a run.

// A Hold is the time for which a lane had a lock, or the interpreter lock.
type Hold struct {
	Thing   string  `json:"thing"`
	Lane    string  `json:"lane"`
	Start   float64 `json:"start"`
	End     float64 `json:"end"`
	Open    bool    `json:"open"`    // it was never heard that it let go
	Skipped int     `json:"skipped"` // earlier holds of this lane that were too many to be told

	worker     int
	start, end trace.Time
}

// A Wait is the time for which a lane waited for a thing: to take a lock, to receive from a pipe, to pass a barrier.
type Wait struct {
	Thing  string  `json:"thing"`
	Lane   string  `json:"lane"`
	Start  float64 `json:"start"`
	End    float64 `json:"end"`
	Open   bool    `json:"open"`   // it still waits
	Holder string  `json:"holder"` // the lane that had the lock when the wait began, as far as was told, else who took it next; "" for no lock

	worker     int
	sends      bool // for room in a pipe
	stack      int
	start, end trace.Time
}

// A Request is a lane's asking the holder of a lock to let go, as CPython's waiting threads do of the interpreter lock.
type Request struct {
	Thing  string  `json:"thing"`
	Lane   string  `json:"lane"`
	At     float64 `json:"at"`
	Holder string  `json:"holder"` // "" when it had let go meanwhile

	at trace.Time
}

// An Arrival is a lane's coming to a barrier. Passed is null while it waits there.
type Arrival struct {
	Thing  string   `json:"thing"`
	Lane   string   `json:"lane"`
	Round  int      `json:"round"` // 1 for those that go on together first
	At     float64  `json:"at"`
	Passed *float64 `json:"passed"`

	at, passed trace.Time
}

// A Job is a call that a worker of a pool did.
type Job struct {
	Thing string  `json:"thing"`
	Name  string  `json:"name"` // of the function
	Lane  string  `json:"lane"`
	Start float64 `json:"start"`
	End   float64 `json:"end"`
	Open  bool    `json:"open"` // it never ended

	start, end trace.Time
}

// A Message went through a pipe. To is "" while nobody has received it, and Received is then 0.
type Message struct {
	Pipe     string  `json:"pipe"`
	From     string  `json:"from"`
	To       string  `json:"to"`
	Bytes    int     `json:"bytes"`
	Sent     float64 `json:"sent"`
	Received float64 `json:"received"`

	worker         int // of who sent it
	stack          int
	sent, received trace.Time
}
