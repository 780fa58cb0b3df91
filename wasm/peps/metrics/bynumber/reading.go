package bynumber

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/ahiru-dev/ahiru/wasm/peps/metrics"
)

// Reading is one PEP of a reading list.
type Reading struct {
	Number   int   `json:"number"`
	Depth    int   `json:"depth"`    // references from the PEP in question
	Required bool  `json:"required"` // named by it in Requires
	Instead  []int `json:"instead"`  // the living ends, if others took its place
}

const (
	longestReading = 100
	readingDepth   = 3
)

// ReadFirst lists what to read before a PEP, in order: what it requires, and of
// what it builds on, at most three references away, the limit PEPs that a reader
// who follows references from it at random meets most (metrics.RankFrom). What
// others of the list build on comes first: by the layers of the list's
// condensation, then by that rank. Superseded-By and Replaces lead to other
// versions of the same thing and do not count.
func (m *Map) ReadFirst(number, limit int) ([]Reading, error) {
	if limit < 1 || limit > longestReading {
		return nil, fmt.Errorf("a reading list has 1 to %d PEPs, not %d", longestReading, limit)
	}
	start, err := m.place(number)
	if err != nil {
		return nil, err
	}
	g := m.graph.Only(metrics.AllKinds.Without(metrics.SupersededBy, metrics.Replaces))
	rank, err := metrics.RankFrom(g, start)
	if err != nil {
		return nil, err
	}
	near, err := metrics.Ego(g, start, readingDepth, metrics.Outgoing)
	if err != nil {
		return nil, err
	}
	chosen := m.chooseReading(start, near[1:], rank, limit)
	if err := order(g, chosen, rank); err != nil {
		return nil, err
	}
	list := make([]Reading, len(chosen))
	for i, c := range chosen {
		list[i] = Reading{m.numbers[c.Node], c.Depth, m.requires(start, c.Node), m.instead(c.Node)}
	}
	return list, nil
}

// chooseReading takes what is required and, of the others, those of the highest
// rank.
func (m *Map) chooseReading(start int, near []metrics.Neighbour, rank []float64, limit int) []metrics.Neighbour {
	weight := func(n metrics.Neighbour) int {
		if m.requires(start, n.Node) {
			return 0
		}
		return 1
	}
	slices.SortFunc(near, func(a, b metrics.Neighbour) int {
		return cmp.Or(cmp.Compare(weight(a), weight(b)), cmp.Compare(rank[b.Node], rank[a.Node]), cmp.Compare(a.Node, b.Node))
	})
	for limit < len(near) && weight(near[limit]) == 0 {
		limit++
	}
	return near[:min(limit, len(near))]
}

func (m *Map) requires(from, to int) bool {
	edges := m.graph.Edges()
	i, found := slices.BinarySearchFunc(edges, metrics.Edge{From: from, To: to}, func(a, b metrics.Edge) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	return found && edges[i].Counts[metrics.Requires] > 0
}

// instead lists the living ends of a PEP's line, none while it is one itself.
func (m *Map) instead(node int) []int {
	line := m.successions.Line(node)
	if len(line.Chain) < 2 {
		return []int{}
	}
	return m.byNumber(line.Ends)
}

// order sorts the chosen so that what others of them build on comes first.
func order(g *metrics.Graph, chosen []metrics.Neighbour, rank []float64) error {
	at := make(map[int]int, len(chosen))
	for i, c := range chosen {
		at[c.Node] = i
	}
	var among []metrics.Edge
	for _, e := range g.Edges() {
		from, isFrom := at[e.From]
		to, isTo := at[e.To]
		if isFrom && isTo {
			among = append(among, metrics.Edge{From: from, To: to, Counts: e.Counts})
		}
	}
	list, err := metrics.NewGraph(len(chosen), among)
	if err != nil {
		return err
	}
	layer := make(map[int]int, len(chosen)) // by node: sorting moves positions
	for i, l := range metrics.Layers(list) {
		layer[chosen[i].Node] = l
	}
	slices.SortFunc(chosen, func(a, b metrics.Neighbour) int {
		return cmp.Or(cmp.Compare(layer[a.Node], layer[b.Node]), cmp.Compare(rank[b.Node], rank[a.Node]), cmp.Compare(a.Node, b.Node))
	})
	return nil
}
