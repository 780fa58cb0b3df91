package paths

import (
	"iter"
	"slices"
)

// Steps goes on with the search, one settled node at a time, until the target
// is settled or nothing is left. A loop that breaks off can be taken up again.
func (s *Search) Steps() iter.Seq[Step] {
	return func(yield func(Step) bool) {
		for {
			step, ok := s.step()
			if !ok || !yield(step) {
				return
			}
		}
	}
}

func (s *Search) step() (Step, bool) {
	for !s.over {
		next, ok := s.frontier.take()
		if !ok {
			break
		}
		if s.stale(next) {
			continue
		}
		now := s.best[next.Node]
		s.settled[now.Node] = true
		s.over = now.Node == s.to
		if s.over {
			return Step{Settled: now}, true
		}
		return Step{now, s.reach(now)}, true
	}
	s.over = true
	return Step{}, false
}

// stale tells an entry whose node has been settled or reached at a better rank
// since.
func (s *Search) stale(e Entry) bool {
	return s.settled[e.Node] || s.rank(e, s.best[e.Node]) != 0
}

// reach follows the arcs that leave a settled node.
func (s *Search) reach(from Entry) []Entry {
	var reached []Entry
	for _, arc := range s.graph.arcs[from.Node] {
		old := s.best[arc.To]
		way := Entry{arc.To, from.Node, from.Arcs + 1, from.Cost + arc.Weight, old.Estimate}
		if old.Arcs >= 0 && s.better(way, old) >= 0 {
			continue
		}
		s.best[arc.To] = way
		reached = append(reached, way)
		// Another way of the same rank is noted, but the node waits already.
		if old.Arcs < 0 || s.rank(way, old) != 0 {
			s.settled[arc.To] = false
			s.frontier.add(way)
		}
	}
	return reached
}

// Frontier lists the nodes that were reached and not yet settled, the next to
// be settled first.
func (s *Search) Frontier() []Entry {
	var list []Entry
	for _, e := range s.frontier.all() {
		if !s.stale(e) {
			list = append(list, s.best[e.Node])
		}
	}
	slices.SortStableFunc(list, s.rank) // a queue is in order of rank already
	return list
}
