package metrics

import (
	"cmp"
	"slices"
)

// Successions says which node took the place of which: those that a node names
// as superseding it, and those that say that they replace it.
type Successions struct {
	next       adjacency
	component  []int // strong components along next
	components int
}

// NewSuccessions reads the edges of the kinds superseded_by and replaces. That
// a node claims to replace another is believed if tookOver says so of it (a
// rejected one did not); nil believes all. What a node says of itself is always
// believed.
func NewSuccessions(g *Graph, tookOver func(node int) bool) *Successions {
	var steps []Edge
	for _, e := range g.edges {
		if e.Counts[SupersededBy] > 0 {
			steps = append(steps, Edge{e.From, e.To, e.Counts})
		}
		if e.Counts[Replaces] > 0 && (tookOver == nil || tookOver(e.From)) {
			steps = append(steps, Edge{e.To, e.From, e.Counts})
		}
	}
	s := &Successions{next: build(g.Len(), merge(steps), AllKinds).out}
	s.component, s.components = strong(&s.next)
	return s
}

// Next lists the direct successors of a node, ascending. The caller must not
// change it.
func (s *Successions) Next(node int) []int { return s.next.of(node) }

// Cycles lists the groups of nodes that succeed one another in a circle, which
// is always a mistake of theirs. Each is ascending; they are ordered by their
// first nodes.
func (s *Successions) Cycles() [][]int {
	members := make([][]int, s.components)
	for node, c := range s.component {
		members[c] = append(members[c], node)
	}
	return cycles(members)
}

func cycles(groups [][]int) [][]int {
	groups = slices.DeleteFunc(groups, func(group []int) bool { return len(group) < 2 })
	slices.SortFunc(groups, func(a, b []int) int { return cmp.Compare(a[0], b[0]) })
	return groups
}

// A Line is what became of a node.
type Line struct {
	// Chain leads from the node to the nearest end, both included; just the node
	// when nothing succeeded it or the line only goes in circles.
	Chain []int
	// Ends are the nodes at the end of the line, which nothing succeeded, the
	// nearest first. Empty when the line only goes in circles.
	Ends []int
	// Cycles are those that the line leads into or through.
	Cycles [][]int
}

// Line follows the successors of a node to the living end.
func (s *Successions) Line(node int) Line {
	w := newWalk(len(s.component))
	w.from(node, -1, &s.next)
	line := Line{Chain: []int{node}}
	members := make([][]int, s.components)
	for _, later := range slices.Sorted(slices.Values(w.order)) {
		members[s.component[later]] = append(members[s.component[later]], later)
		if s.next.degree(later) == 0 {
			line.Ends = append(line.Ends, later)
		}
	}
	line.Cycles = cycles(members)
	slices.SortStableFunc(line.Ends, func(a, b int) int { return cmp.Compare(w.depth[a], w.depth[b]) })
	if len(line.Ends) > 0 {
		line.Chain = s.back(w, line.Ends[0])
	}
	return line
}

// back goes from a node that a walk reached to the start of the walk, always by
// the smallest number.
func (s *Successions) back(w *walk, end int) []int {
	chain := []int{end}
	for at := end; w.depth[at] > 0; {
		before := -1
		for _, node := range w.order {
			if w.depth[node] == w.depth[at]-1 && slices.Contains(s.next.of(node), at) && (before < 0 || node < before) {
				before = node
			}
		}
		chain, at = append(chain, before), before
	}
	slices.Reverse(chain)
	return chain
}
