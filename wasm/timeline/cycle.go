package timeline

import (
	"cmp"
	"slices"
	"strings"
)

// A graph says who waits for whom at the end of a run, where the lesson libraries told who has what.
type graph struct {
	waits   []*Wait // open ones, the longest first
	story   *story
	streams map[int]*Stream // by worker
}

func newGraph(t *story, streams []*Stream) *graph {
	g := &graph{story: t, streams: map[int]*Stream{}}
	for _, s := range streams {
		g.streams[s.worker] = s
	}
	for _, w := range t.waiting {
		g.waits = append(g.waits, w)
	}
	slices.SortFunc(g.waits, func(a, b *Wait) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.Lane, b.Lane), cmp.Compare(a.Thing, b.Thing))
	})
	return g
}

// cycles finds the circles, each once, beginning with the lane that waited first.
func (g *graph) cycles() (all [][]*Wait) {
	seen := map[*Wait]bool{}
	for _, w := range g.waits {
		var path []*Wait
		for ; w != nil && !seen[w]; w = g.next(w) {
			seen[w] = true
			path = append(path, w)
		}
		if i := slices.Index(path, w); i >= 0 {
			all = append(all, path[i:])
		}
	}
	return all
}

// next is the wait of who has what is waited for; nil when nobody is known to have it, or who has it could go on.
func (g *graph) next(w *Wait) *Wait {
	if h := g.story.held[w.Thing]; h != nil && h.end == 0 {
		return g.of(h.Lane, h.worker)
	}
	if p := g.story.pipes[w.Thing]; p != nil && w.sends {
		return g.across(p.ends[endRead])
	} else if p != nil {
		return g.across(p.ends[endWrite])
	}
	return nil
}

// of is what a lane waits for, or for what another lane of its worker has stopped the thread of both.
func (g *graph) of(lane string, worker int) *Wait {
	if i := slices.IndexFunc(g.waits, func(w *Wait) bool { return w.Lane == lane }); i >= 0 {
		return g.waits[i]
	}
	i := slices.IndexFunc(g.waits, func(w *Wait) bool { return w.worker == worker && w.stopsThread() })
	if i < 0 {
		return nil
	}
	return g.waits[i]
}

// across is the first wait of the workers that have an end of a pipe open: when none of them can go on.
func (g *graph) across(open map[int]int) *Wait {
	for worker := range open {
		if s := g.streams[worker]; s == nil || s.goesOn() {
			return nil
		}
	}
	i := slices.IndexFunc(g.waits, func(w *Wait) bool { return open[w.worker] > 0 })
	if i < 0 {
		return nil
	}
	return g.waits[i]
}

// stopsThread tells waits of a whole thread from those of a goroutine.
func (w *Wait) stopsThread() bool { return !strings.HasPrefix(w.Thing, "pipe ") }

// goesOn tells whether any goroutine of the program could still do something when the trace ended.
func (s *Stream) goesOn() bool {
	return slices.ContainsFunc(s.order, func(l *lane) bool {
		return !l.hidden() && (l.state == stateRunning || l.state == stateRunnable || l.state == stateSleeping)
	})
}
