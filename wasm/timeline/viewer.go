package timeline

import (
	"context"
	"fmt"
	"sync"
)

// A Viewer is a timeline for a page: its methods take one question each and may be called at the same time. Begin
// comes first.
type Viewer struct {
	mu       sync.Mutex
	timeline *Timeline
	streams  map[int]*Stream
}

// MaxWorkers is how many instances' traces a viewer takes: more than the machine starts.
const MaxWorkers = 256

// Beginning starts a run, and forgets the one before.
type Beginning struct {
	Lang string `json:"lang"` // of reasons: en, ja or ko
}

// A Piece says whose trace the bytes beside it go on with, and whether it ends with them.
type Piece struct {
	Worker int    `json:"worker"`
	Name   string `json:"name"` // see Worker; "" leaves it as it is
	Kind   string `json:"kind"`
	Last   bool   `json:"last"`
	Cut    string `json:"cut"`  // see Worker; with the last piece, as are the two below
	Lost   int    `json:"lost"` // see Worker
	Dead   bool   `json:"dead"` // the program ended because all its goroutines were asleep: none would ever have woken
}

// A Count says how much has been read. When events are missing, recording had better end.
type Count struct {
	Events  int `json:"events"`
	Missing int `json:"missing"`
}

// A Stretch is a time between two moments of the model, in milliseconds.
type Stretch struct {
	From float64 `json:"from"`
	To   float64 `json:"to"`
}

// Nothing is a question without particulars.
type Nothing struct{}

// Begin makes room for a run.
func (v *Viewer) Begin(_ context.Context, b Beginning) (Count, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.timeline, v.streams = New(b.Lang), map[int]*Stream{}
	return Count{}, nil
}

// Feed reads the next piece of a worker's trace. That a trace is damaged is no error: the model says so.
func (v *Viewer) Feed(_ context.Context, p Piece, pieces ...[]byte) (Count, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.timeline == nil {
		return Count{}, errNotBegun
	}
	s := v.streams[p.Worker]
	if s == nil {
		if len(v.streams) == MaxWorkers || p.Worker < 0 {
			return Count{}, fmt.Errorf("worker %d is one too many: traces of %d workers are read at a time", p.Worker, MaxWorkers)
		}
		s = v.timeline.Stream(p.Worker)
		v.streams[p.Worker] = s
	}
	if p.Name != "" {
		s.Name(p.Name, p.Kind)
	}
	for _, bytes := range pieces {
		s.Write(bytes)
	}
	if p.Last {
		s.cut, s.lost, s.dead = p.Cut, p.Lost, p.Dead
		s.Close()
	}
	return Count{v.timeline.events, v.timeline.missing}, nil
}

// Model gives the run as it is known by now.
func (v *Viewer) Model(context.Context, Nothing) (Model, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.timeline == nil {
		return Model{}, errNotBegun
	}
	return v.timeline.Model(), nil
}

// Totals adds up what was done in a stretch of the run.
func (v *Viewer) Totals(ctx context.Context, s Stretch) (Totals, error) {
	m, err := v.Model(ctx, Nothing{})
	if err != nil {
		return Totals{}, err
	}
	return m.Totals(s.From, s.To), nil
}

var errNotBegun = fmt.Errorf("no run has begun: there is no timeline yet")
