// Package timeline turns execution traces of Go programs into what a page can draw: lanes of goroutines with the
// states they were in and why, who woke whom, and what the garbage collector did meanwhile.
//
//	t := timeline.New("en")
//	s := t.Stream(0)        // one for each Go instance of a run
//	s.Write(bytes)          // as they arrive, cut anywhere
//	draw(t.Model())         // as often as one likes
//	s.Close()
//	fmt.Println(t.Model().Totals(0, math.Inf(1)))
//
// The bytes are those of runtime/trace, read by golang.org/x/exp/trace, from Go 1.22 on. A trace comes in generations
// (one a second; GODEBUG=traceadvanceperiod sets it), and a generation is known when the next one begins: a model is
// as late as that. A trace that is cut off or damaged gives what was read before, and a sentence.
//
// Instances of one run must read one clock, as the page's machine sees to and one computer's monotonic clock does.
// Nothing here is safe for use by several goroutines at once.
package timeline

import "golang.org/x/exp/trace"

// MaxEvents is how many events of all streams together are kept, but for those that only say again what was known. Those after it are counted only: whoever records the
// trace had better stop recording, and let the program go on.
const MaxEvents = 200_000

// A Timeline gathers the traces of one run.
type Timeline struct {
	words   words
	streams []*Stream
	events  int // kept
	missing int
	stopped trace.Time // the first that was not kept; 0 while all are
	stacks  stacks
}

// New makes an empty timeline whose reasons are told in a language: en, ja or ko; any other is en.
func New(lang string) *Timeline {
	return &Timeline{words: wordsOf(lang), stacks: newStacks()}
}

// Stream adds the trace of one Go instance. Worker is the number that its lanes carry; two streams should not share
// one.
func (t *Timeline) Stream(worker int) *Stream {
	s := &Stream{timeline: t, worker: worker, lanes: map[trace.GoID]*lane{}, frames: map[trace.Stack]int{}}
	t.streams = append(t.streams, s)
	s.start()
	return s
}

// Name says what the worker of a stream is, for its [Worker].
func (s *Stream) Name(name, kind string) { s.name, s.kind = name, kind }

// Missing is how many events came after MaxEvents.
func (t *Timeline) Missing() int { return t.missing }

// room reports whether one more event may be kept, and counts it.
func (t *Timeline) room(at trace.Time) bool {
	if t.events >= MaxEvents {
		t.missing++
		if t.stopped == 0 || at < t.stopped {
			t.stopped = at
		}
		return false
	}
	t.events++
	return true
}
