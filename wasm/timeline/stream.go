package timeline

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"

	"golang.org/x/exp/trace"
)

// A Stream reads the trace of one Go instance, piece by piece.
type Stream struct {
	timeline *Timeline
	worker   int
	name     string // see Worker
	kind     string
	input    input
	next     func() (trace.Event, bool)
	fault    error

	lanes       map[trace.GoID]*lane
	order       []*lane // as they became known
	frames      map[trace.Stack]int
	first, last trace.Time // of the events that were kept; last is 0 before any
	collector   intervals
	tasks       tasks
	regions     []region
	logs        []logged
	wakeups     []wakeup
	notices     []notice
	named       map[string]bool // tasks of event loops
	ended       bool            // the program, not its trace
	dead        bool            // nothing in the program could ever go on
	cut         string          // see Worker
	lost        int             // see Worker
}

// input hands bytes to the reader, which runs as a coroutine: when it wants more than there is, it lets go until the
// next Write.
type input struct {
	waiting []byte
	read    int // bytes handed on
	over    bool
	rest    func() bool // false when nobody will ever go on
}

var (
	errAbandoned = errors.New("nobody reads on")
	errEmpty     = errors.New("the trace ends before its first event")
)

func (in *input) Read(p []byte) (int, error) {
	for len(in.waiting) == 0 {
		if in.over {
			return 0, io.EOF
		}
		if !in.rest() {
			return 0, errAbandoned
		}
	}
	n := copy(p, in.waiting)
	in.waiting = in.waiting[n:]
	in.read += n
	return n, nil
}

// start makes the coroutine. It yields events, and an event of no kind where it needs more bytes.
func (s *Stream) start() {
	s.next, _ = iter.Pull(func(yield func(trace.Event) bool) {
		s.input.rest = func() bool { return yield(trace.Event{}) }
		s.fault = s.read(yield)
	})
}

func (s *Stream) read(yield func(trace.Event) bool) (err error) {
	defer func() { // the reader trusts its input more than we can
		if fault := recover(); fault != nil {
			err = fmt.Errorf("the trace cannot be read: %v", fault)
		}
	}()
	if err := s.input.checkVersion(); err != nil || len(s.input.waiting) == 0 {
		return err
	}
	reader, err := trace.NewReader(&s.input)
	begun := false
	for err == nil {
		var event trace.Event
		if event, err = reader.ReadEvent(); err == nil && !yield(event) {
			return nil
		}
		begun = begun || err == nil && event.Kind() != trace.EventSync
	}
	if err != io.EOF {
		return err
	}
	if !begun && s.input.read > headerLength {
		return errEmpty // the reader takes a generation of which only the clock is there for none
	}
	return nil
}

const headerLength = 16 // "go 1.26 trace" and zeros

// checkVersion looks at the header and leaves it where it is. Older traces have another format, whose reader takes a
// stream as a whole.
func (in *input) checkVersion() error {
	for len(in.waiting) < headerLength && !in.over {
		if !in.rest() {
			return errAbandoned
		}
	}
	if len(in.waiting) == 0 {
		return nil // nothing at all is no fault
	}
	version, isTrace := bytes.CutPrefix(in.waiting[:min(headerLength, len(in.waiting))], []byte("go 1."))
	version, _, isTrace2 := bytes.Cut(version, []byte(" trace\x00"))
	minor, err := strconv.Atoi(string(version))
	switch {
	case !isTrace || !isTrace2 || err != nil:
		return errors.New("this is no execution trace of Go: its first bytes are others")
	case minor < 22:
		return fmt.Errorf("this trace was made by Go 1.%d; traces are read from Go 1.22 on", minor)
	}
	return nil
}

// Write takes the next bytes of the trace. It never fails: what is wrong with them stands in the model.
func (s *Stream) Write(p []byte) (int, error) {
	if !s.input.over && s.fault == nil {
		s.input.waiting = append(s.input.waiting, p...)
		s.advance()
	}
	return len(p), nil
}

// Close says that no more bytes will come. A trace that was not finished is told of in the model.
func (s *Stream) Close() error {
	s.input.over = true
	s.advance()
	return nil
}

func (s *Stream) advance() {
	for {
		event, ok := s.next()
		if !ok || event.Kind() == trace.EventBad {
			return
		}
		s.hand(event)
	}
}

// hand takes an event as long as there is room for it.
func (s *Stream) hand(event trace.Event) {
	if s.restates(event) {
		if s.timeline.missing == 0 && !s.ended {
			s.see(event.Time())
		}
	} else if s.timeline.room(event.Time()) {
		s.take(event)
	}
}
