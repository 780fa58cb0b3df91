package bynumber

import (
	"fmt"

	"github.com/ahiru-dev/ahiru/wasm/peps"
	"github.com/ahiru-dev/ahiru/wasm/peps/metrics"
)

// A Choice says how to look at the map.
type Choice struct {
	// Kinds are those that make an edge: an empty list leaves no edge, null
	// stands for a metric's default (all; for pagerank all but superseded_by).
	Kinds      []peps.Kind `json:"kinds"`
	Weighted   bool        `json:"weighted"`   // edges weigh their count, in pagerank and community
	Resolution float64     `json:"resolution"` // of communities; 0 stands for 1
	Seed       uint64      `json:"seed"`       // of communities
	Restarts   int         `json:"restarts"`   // of communities; 0 stands for 20
}

// chosen is the graph of a choice, and its options.
func (m *Map) chosen(c Choice, watch metrics.Watch) (*metrics.Graph, metrics.Options, error) {
	o := metrics.Options{Weighted: c.Weighted, Resolution: c.Resolution, Seed: c.Seed, Restarts: c.Restarts, Watch: watch}
	if c.Kinds == nil {
		return m.graph, o, nil
	}
	var set metrics.Kinds
	for _, name := range c.Kinds {
		kind, known := metrics.KindNamed(string(name))
		if !known {
			return nil, o, fmt.Errorf("there is no kind %q of references", name)
		}
		set |= metrics.KindSet(kind)
	}
	o.Kinds = metrics.AllKinds // of those that are left
	return m.graph.Only(set), o, nil
}

// Metric gives every node's value, in the order of the graph's nodes, in one of
// metrics.Names.
func (m *Map) Metric(name string, c Choice, watch metrics.Watch) ([]float64, error) {
	g, o, err := m.chosen(c, watch)
	if err != nil {
		return nil, err
	}
	return metrics.Compute(g, name, o)
}

// A Division is every node's community, in the order of the graph's nodes: 0 is
// the largest.
type Division struct {
	Of         []int   `json:"of"`
	Count      int     `json:"count"`
	Modularity float64 `json:"modularity"`
}

// Communities divides the map.
func (m *Map) Communities(c Choice, watch metrics.Watch) (Division, error) {
	g, o, err := m.chosen(c, watch)
	if err != nil {
		return Division{}, err
	}
	d, err := metrics.Communities(g, metrics.DivisionOptions{
		Resolution: o.Resolution, Seed: o.Seed, Restarts: o.Restarts, Weighted: o.Weighted, Watch: o.Watch})
	return Division(d), err
}

// directions are the names of metrics' directions.
var directions = map[string]metrics.Direction{
	"either": metrics.Either, "outgoing": metrics.Outgoing, "incoming": metrics.Incoming,
}

func (m *Map) towards(direction string, c Choice) (*metrics.Graph, metrics.Direction, error) {
	d, known := directions[direction]
	if !known {
		return nil, d, fmt.Errorf("there is no direction %q, only either, outgoing and incoming", direction)
	}
	g, _, err := m.chosen(c, nil)
	return g, d, err
}

// Path is a shortest path between two PEPs, both included; empty when there is
// none. The direction is either, outgoing (along references) or incoming.
func (m *Map) Path(from, to int, direction string, c Choice) ([]int, error) {
	g, d, err := m.towards(direction, c)
	if err != nil {
		return nil, err
	}
	a, err := m.place(from)
	if err != nil {
		return nil, err
	}
	b, err := m.place(to)
	if err != nil {
		return nil, err
	}
	nodes, err := metrics.Path(g, a, b, d)
	return m.byNumber(nodes), err
}

// A Neighbour is a PEP and its distance in references.
type Neighbour struct {
	Number int `json:"number"`
	Depth  int `json:"depth"`
}

// Ego lists a PEP and those around it up to a depth, the nearest first; a
// negative depth sets no limit.
func (m *Map) Ego(number, depth int, direction string, c Choice) ([]Neighbour, error) {
	g, d, err := m.towards(direction, c)
	if err != nil {
		return nil, err
	}
	node, err := m.place(number)
	if err != nil {
		return nil, err
	}
	near, err := metrics.Ego(g, node, depth, d)
	list := make([]Neighbour, len(near))
	for i, n := range near {
		list[i] = Neighbour{m.numbers[n.Node], n.Depth}
	}
	return list, err
}

// A Line is what became of a PEP; see metrics.Line.
type Line struct {
	Next   []int   `json:"next"`   // its direct successors
	Chain  []int   `json:"chain"`  // from itself to the nearest living end
	Ends   []int   `json:"ends"`   // all living ends, the nearest first
	Cycles [][]int `json:"cycles"` // circles on the way, a mistake in the headers
}

// Succession follows Superseded-By, and Replaces of PEPs that came into force,
// to the living end.
func (m *Map) Succession(number int) (Line, error) {
	node, err := m.place(number)
	if err != nil {
		return Line{}, err
	}
	line := m.successions.Line(node)
	return Line{m.byNumber(m.successions.Next(node)), m.byNumber(line.Chain), m.byNumber(line.Ends), m.groups(line.Cycles)}, nil
}

// Cycles lists the PEPs that succeed one another in circles.
func (m *Map) Cycles() [][]int { return m.groups(m.successions.Cycles()) }
