package metrics

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
)

// A Graph is ready for computing. It is never changed: one graph may serve
// many computations.
type Graph struct {
	edges []Edge    // by From, then To
	out   adjacency // along the edges
	in    adjacency // against them
	both  adjacency // either way; an edge and its opposite are one
}

// An Edge says that From mentions To; both are nodes, 0 to n-1.
type Edge struct {
	From, To int
	Counts   Counts
}

// NewGraph makes a graph of n nodes. Parallel edges are added up, edges without
// any mention are left out. The error names an edge that joins an unknown node
// or a node to itself, or whose count cannot be.
func NewGraph(n int, edges []Edge) (*Graph, error) {
	if n < 0 {
		return nil, errors.New("a graph cannot have " + strconv.Itoa(n) + " nodes")
	}
	for _, e := range edges {
		if fault := e.fault(n); fault != "" {
			return nil, errors.New("the edge from node " + strconv.Itoa(e.From) + " to node " + strconv.Itoa(e.To) + " " + fault)
		}
	}
	return build(n, merge(edges), AllKinds), nil
}

func (e *Edge) fault(n int) string {
	if e.From < 0 || e.From >= n || e.To < 0 || e.To >= n {
		return "joins an unknown node: there are " + strconv.Itoa(n)
	}
	if e.From == e.To {
		return "joins a node to itself"
	}
	for k, count := range e.Counts {
		if count < 0 || count > maxCount {
			return "counts " + strconv.Itoa(count) + " mentions of the kind " + Kind(k).String() +
				"; a count is from 0 to " + strconv.Itoa(maxCount)
		}
	}
	return ""
}

// maxCount bounds the mentions of one kind, so that every sum of weights is an
// exact number.
const maxCount = 1_000_000

// merge orders edges and adds parallel ones up.
func merge(edges []Edge) []Edge {
	sorted := slices.Clone(edges)
	slices.SortFunc(sorted, func(a, b Edge) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	merged := sorted[:0]
	for _, e := range sorted {
		last := len(merged) - 1
		if last < 0 || merged[last].From != e.From || merged[last].To != e.To {
			merged = append(merged, e)
			continue
		}
		for k, count := range e.Counts {
			merged[last].Counts[k] += count
		}
	}
	return merged
}

// Len is the number of nodes.
func (g *Graph) Len() int { return len(g.out.start) - 1 }

// Edges are the edges by From, then To. The caller must not change them.
func (g *Graph) Edges() []Edge { return g.edges }

// Only is the graph of the edges that have at least one mention of the kinds in
// a set, weighing what these kinds count. All nodes stay.
func (g *Graph) Only(set Kinds) *Graph {
	if set&AllKinds == AllKinds {
		return g
	}
	return build(g.Len(), g.edges, set)
}
