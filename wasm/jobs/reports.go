package jobs

import (
	"sync"

	"github.com/ahiru-dev/ahiru/wasm/proc"
)

// aloneBytes is from what size on a report goes alone: the pipe may refuse it.
const aloneBytes = 64 << 10

// speaker is how a worker tells its pool what it does. What it says while it sends goes together the next time.
type speaker struct {
	pipe *proc.Writer
	turn sync.Mutex // whoever sends

	lock sync.Mutex // of what follows
	said []report
	err  error
}

// say has a report sent soon, beside what the worker does.
func (s *speaker) say(r report) {
	s.lock.Lock()
	s.said = append(s.said, r)
	first := len(s.said) == 1
	s.lock.Unlock()
	if first {
		go func() { _ = s.flush() }()
	}
}

// tell returns when the report, and what was said before, lies in the pipe.
func (s *speaker) tell(r report) error {
	s.lock.Lock()
	s.said = append(s.said, r)
	s.lock.Unlock()
	return s.flush()
}

// flush returns when all that was said lies in the pipe, with the first error there ever was.
func (s *speaker) flush() error {
	s.turn.Lock()
	defer s.turn.Unlock()
	s.lock.Lock()
	some := s.said
	s.said = nil
	err := s.err
	s.lock.Unlock()
	if err != nil || len(some) == 0 {
		return err
	}
	if err = s.pipe.Send(some); err != nil {
		s.lock.Lock()
		s.err = err
		s.lock.Unlock()
	}
	return err
}

// result tells how a job ended. One that the pipe does not take has failed.
func (s *speaker) result(r report) error {
	if len(r.Value) < aloneBytes {
		s.say(r)
		return nil
	}
	if err := s.flush(); err != nil {
		return err
	}
	s.turn.Lock()
	err := s.pipe.Send([]report{r})
	s.turn.Unlock()
	if err != nil {
		return s.tell(report{Kind: failed, ID: r.ID, Text: err.Error()})
	}
	return nil
}
