package timeline

import (
	"cmp"
	"slices"

	"golang.org/x/exp/trace"
)

// findings puts into the model what there is to explain.
func (b *builder) findings(t *story) {
	for _, s := range b.t.streams {
		b.turns(s)
	}
	if slices.ContainsFunc(b.t.streams, func(s *Stream) bool { return !s.input.over }) {
		return // nobody is left behind while others may still come
	}
	waits := map[string]*Wait{}
	for key, w := range t.waiting {
		waits[key.lane] = w
	}
	for _, s := range b.t.streams {
		for _, l := range s.order {
			if l.isLeft() {
				b.m.Left = append(b.m.Left, b.left(l, waits[l.fullID()]))
			}
		}
	}
	for _, circle := range newGraph(t, b.t.streams).cycles() {
		b.m.Cycles = append(b.m.Cycles, b.links(circle))
	}
}

// isLeft tells who waits at the end, of those that the program started.
func (l *lane) isLeft() bool {
	waits := l.state == stateBlocked || l.state == stateSleeping
	if l.stream.cut != "" {
		return false // it was ended from outside, or its trace before it: nobody knows for how long it would have waited
	}
	return waits && l.why != "pool" && !l.hidden() && l.kind() == "program" // a pool's idle workers end with the run
}

// left tells of a lane; wait is what it has waited for, where a lesson library told.
func (b *builder) left(l *lane, wait *Wait) Left {
	left := Left{Lane: l.fullID(), Since: b.ms(l.since), Code: l.why, Reason: b.t.words.tell(l.why),
		Line: b.lineAt(l.stack), Leaked: l.leaked || l.stream.dead}
	if wait != nil {
		left.Thing, left.Since = wait.Thing, b.ms(wait.start)
	}
	left.Made, _ = ownFrame(b.t.stacks.frames(l.madeAt))
	return left
}

func (b *builder) links(circle []*Wait) (links []Link) {
	for i, w := range circle {
		links = append(links, Link{w.Lane, w.Thing, circle[(i+1)%len(circle)].Lane, b.lineOf(w)})
	}
	return links
}

func (b *builder) lineOf(w *Wait) int { return b.lineAt(w.stack) }

// turns finds who kept a worker's thread from others.
func (b *builder) turns(s *Stream) {
	for _, l := range s.order {
		if l.hidden() {
			continue
		}
		for _, turn := range l.longRuns() {
			if others := s.couldRun(l, turn); others > 0 {
				open := turn.end == s.last && l.state == stateRunning
				b.m.Turns = append(b.m.Turns, Turn{l.fullID(), b.ms(turn.start), b.ms(turn.end), others, open})
			}
		}
	}
}

// longRuns are the times of LongTurn and more for which it ran without giving way.
func (l *lane) longRuns() (long []span) {
	for _, s := range l.spans {
		if s.state == stateRunning && float64(s.end-s.start)/1e6 >= LongTurn {
			long = append(long, s)
		}
	}
	if l.state == stateRunning && float64(l.stream.last-l.since)/1e6 >= LongTurn {
		long = append(long, span{l.since, l.stream.last, l.state, "", l.stack})
	}
	return long
}

// couldRun counts the lanes that were ready to run at some moment of a turn of another.
func (s *Stream) couldRun(than *lane, turn span) (others int) {
	for _, l := range s.order {
		if l != than && !l.hidden() && l.wasReady(turn) {
			others++
		}
	}
	return others
}

func (l *lane) wasReady(within span) bool {
	if l.state == stateRunnable && l.since < within.end {
		return true
	}
	first, _ := slices.BinarySearchFunc(l.spans, within.start, func(s span, at trace.Time) int { return cmp.Compare(s.end, at) })
	for _, s := range l.spans[first:] {
		if s.start >= within.end {
			return false
		}
		if s.state == stateRunnable && s.end > within.start {
			return true
		}
	}
	return false
}
