package timeline

import (
	"cmp"
	"strings"

	"golang.org/x/exp/trace"
)

// take makes of an event what it says about lanes.
func (s *Stream) take(event trace.Event) {
	at := event.Time()
	if s.ended {
		if event.Kind() == trace.EventLog {
			s.hearLeak(event.Log())
		}
		return
	}
	s.see(at)
	switch event.Kind() {
	case trace.EventStateTransition:
		if change := event.StateTransition(); change.Resource.Kind == trace.ResourceGoroutine {
			s.change(event, change)
		}
	case trace.EventRangeBegin, trace.EventRangeActive:
		if name := event.Range().Name; isCollector(name) {
			s.collector.begin(name, at)
		}
	case trace.EventRangeEnd:
		s.collector.end(event.Range().Name, at)
	case trace.EventTaskBegin:
		s.beginTask(event)
	case trace.EventTaskEnd:
		s.endTask(event)
	case trace.EventRegionBegin:
		s.beginRegion(event)
	case trace.EventRegionEnd:
		s.endRegion(event)
	case trace.EventLog:
		s.log(event)
	}
}

// see notes that the trace has come to a moment.
func (s *Stream) see(at trace.Time) {
	if s.last == 0 {
		s.first = at
	}
	s.last = max(s.last, at)
}

// restates tells an event that says nothing new: a generation begins with where everybody is, so ten thousand goroutines
// that sleep make as many events ten times a second.
func (s *Stream) restates(event trace.Event) bool {
	if event.Kind() != trace.EventStateTransition {
		return false
	}
	change := event.StateTransition()
	if change.Resource.Kind != trace.ResourceGoroutine {
		return false
	}
	from, to := change.Goroutine()
	l := s.lanes[change.Resource.Goroutine()]
	return from == to && l != nil && l.state != ""
}

// isCollector tells the collector's ranges for the whole program from those of one goroutine, and from the tracer's.
func isCollector(name string) bool {
	return name == "GC concurrent mark phase" || strings.HasPrefix(name, "stop-the-world (GC")
}

// change follows a goroutine from one state to the next.
func (s *Stream) change(event trace.Event, change trace.StateTransition) {
	id, at := change.Resource.Goroutine(), event.Time()
	from, to := change.Goroutine()
	l := s.lane(id)
	stack := s.stack(change.Stack)
	switch {
	case from == trace.GoNotExist: // the stack is that of the new one, the event's of who makes it
		l.born, l.isBorn = at, true
		l.maker, l.madeAt = event.Goroutine(), s.stack(event.Stack())
	case from == trace.GoWaiting && to == trace.GoRunnable:
		s.wakeups = append(s.wakeups, wakeup{at: at, from: event.Goroutine(), to: id})
	}
	l.learn(s.timeline.stacks.frames(stack))
	switch to {
	case trace.GoNotExist:
		l.enter(at, stateDone, "", stack)
	case trace.GoRunning:
		if l.task != "" {
			l.told = ""
		}
		l.enter(at, stateRunning, "", l.stack)
	case trace.GoRunnable:
		l.enter(at, stateRunnable, runnableReason(from, change.Reason), l.stack)
	case trace.GoWaiting:
		why := waitingReason(change.Reason, s.timeline.stacks.frames(stack))
		state := stateBlocked
		why = cmp.Or(l.told, why)
		if why == "sleep" {
			state = stateSleeping
		}
		l.enter(at, state, why, stack)
	case trace.GoSyscall:
		l.enter(at, stateBlocked, cmp.Or(l.told, "system call"), stack)
	}
}

// lane is the lane of a goroutine, made when it is first heard of.
func (s *Stream) lane(id trace.GoID) *lane {
	l := s.lanes[id]
	if l == nil {
		l = &lane{stream: s, id: id}
		s.lanes[id] = l
		s.order = append(s.order, l)
	}
	return l
}

// stack numbers a stack; the same frames have the same number in all streams.
func (s *Stream) stack(stack trace.Stack) int {
	if stack == trace.NoStack {
		return noStack
	}
	number, known := s.frames[stack]
	if !known {
		number = s.timeline.stacks.number(stack)
		s.frames[stack] = number
	}
	return number
}
