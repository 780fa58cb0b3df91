package timeline

import (
	"cmp"
	"slices"

	"golang.org/x/exp/trace"
)

// Model gives what is known up to now.
func (t *Timeline) Model() Model {
	m := emptyModel()
	m.Missing, m.Stacks = t.missing, t.stacks.all
	first, last := t.bounds()
	b := builder{t: t, m: &m, first: first, last: last}
	m.End, m.Origin = b.ms(last), float64(first)/1e6
	for _, s := range t.streams {
		b.stream(s)
	}
	if t.stopped != 0 {
		at := b.ms(t.stopped)
		m.Stopped = &at
	}
	told := tell(t.streams)
	b.library(told)
	b.findings(told)
	slices.SortFunc(m.Workers, func(a, b Worker) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortStableFunc(m.Regions, func(a, b Region) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.Depth, b.Depth)) })
	slices.SortStableFunc(m.Wakeups, func(a, b Wakeup) int { return cmp.Compare(a.At, b.At) })
	return m
}

func emptyModel() Model {
	return Model{
		Lanes: []Lane{}, Wakeups: []Wakeup{}, Faults: []Fault{}, Workers: []Worker{}, Collections: []Interval{}, Tasks: []Task{},
		Regions: []Region{}, Logs: []Log{}, Holds: []Hold{}, Waits: []Wait{}, Requests: []Request{}, Arrivals: []Arrival{}, Jobs: []Job{},
		Messages: []Message{}, Left: []Left{}, Cycles: [][]Link{}, Turns: []Turn{}, Callbacks: []Callback{},
	}
}

// bounds are the first and the last moment of all streams.
func (t *Timeline) bounds() (first, last trace.Time) {
	for _, s := range t.streams {
		if s.last == 0 {
			continue
		}
		if last == 0 || s.first < first {
			first = s.first
		}
		last = max(last, s.last)
	}
	return first, last
}

type builder struct {
	t           *Timeline
	m           *Model
	first, last trace.Time
}

func (b *builder) ms(at trace.Time) float64 { return float64(at-b.first) / 1e6 }

// end is a moment, or the end of the model for what has not ended.
func (b *builder) end(at trace.Time) float64 {
	if at == 0 {
		at = b.last
	}
	return b.ms(at)
}

func (b *builder) stream(s *Stream) {
	m := b.m
	m.Workers = append(m.Workers, Worker{s.worker, s.name, s.kind, max(0, b.ms(s.last)), s.input.over, s.cut, s.lost})
	for _, l := range s.order {
		if l.hidden() {
			m.Hidden++
			continue
		}
		m.Lanes = append(m.Lanes, b.lane(l))
	}
	for _, w := range s.wakeups {
		if to := s.lanes[w.to]; to == nil || to.hidden() {
			continue
		}
		m.Wakeups = append(m.Wakeups, Wakeup{At: b.ms(w.at), From: s.shownID(w.from), To: laneID(s.worker, w.to)})
	}
	for _, i := range s.collector.until(s.last) {
		m.Collections = append(m.Collections, Interval{s.worker, i.name, b.ms(i.start), b.ms(i.end)})
	}
	b.annotations(s)
	if s.fault != nil {
		m.Faults = append(m.Faults, Fault{s.worker, s.fault.Error()})
	}
}

// shownID is the name of a goroutine's lane, "" for one that has none.
func (s *Stream) shownID(id trace.GoID) string {
	if l := s.lanes[id]; l == nil || l.hidden() {
		return ""
	}
	return laneID(s.worker, id)
}

func (b *builder) lane(l *lane) Lane {
	made := Lane{ID: l.fullID(), Name: l.name(), Worker: l.stream.worker, Group: l.group(), Kind: l.kind(), Made: l.madeAt, Spans: []Span{}}
	if l.isBorn {
		at := b.ms(l.born)
		made.Born, made.Parent = &at, l.stream.shownID(l.maker)
	}
	for _, s := range l.spans {
		made.Spans = append(made.Spans, b.span(s))
	}
	switch {
	case l.state == stateDone:
		at := b.ms(l.since)
		made.Died = &at
	case l.state != "" && l.stream.last > l.since:
		made.Spans = append(made.Spans, b.span(span{l.since, l.stream.last, l.state, l.why, l.stack}))
	}
	return made
}

func (b *builder) span(s span) Span {
	told := ""
	if s.why != "" {
		told = b.t.words.tell(s.why)
	}
	return Span{b.ms(s.start), b.ms(s.end), s.state, told, line(b.t.stacks.frames(s.stack)), s.why, s.stack}
}
