// Package bynumber asks package metrics about a graph of PEPs. Questions and
// answers name PEPs by their numbers and have a JSON form, so that a program of
// the page only has to list them.
package bynumber

import (
	"fmt"

	"github.com/ahiru-dev/ahiru/wasm/peps"
	"github.com/ahiru-dev/ahiru/wasm/peps/metrics"
)

// A Map is a graph of PEPs, ready for questions. It is never changed.
type Map struct {
	graph       *metrics.Graph
	successions *metrics.Successions
	numbers     []int       // by place in the graph's nodes
	titles      []string    // likewise
	at          map[int]int // the place of a number
}

// New reads a graph. The error names an edge or a node that breaks the format.
func New(g peps.Graph) (*Map, error) {
	m := &Map{at: make(map[int]int, len(g.Nodes))}
	for i, node := range g.Nodes {
		if _, twice := m.at[node.Number]; twice {
			return nil, fmt.Errorf("there are two nodes of the number %d", node.Number)
		}
		m.at[node.Number] = i
		m.numbers, m.titles = append(m.numbers, node.Number), append(m.titles, node.Title)
	}
	edges := make([]metrics.Edge, len(g.Edges))
	for i, e := range g.Edges {
		edge, err := m.edge(e)
		if err != nil {
			return nil, fmt.Errorf("the edge from %d to %d: %w", e.From, e.To, err)
		}
		edges[i] = edge
	}
	graph, err := metrics.NewGraph(len(g.Nodes), edges)
	if err != nil {
		return nil, err
	}
	m.graph = graph
	m.successions = metrics.NewSuccessions(graph, func(node int) bool { return tookOver(g.Nodes[node].Status) })
	return m, nil
}

func (m *Map) edge(e peps.Edge) (edge metrics.Edge, err error) {
	if edge.From, err = m.place(e.From); err != nil {
		return edge, err
	}
	if edge.To, err = m.place(e.To); err != nil {
		return edge, err
	}
	found := 0
	for _, name := range peps.Kinds() {
		if count, named := e.Kinds[name]; named {
			kind, _ := metrics.KindNamed(string(name)) // a test compares the two lists
			edge.Counts[kind] = count
			found++
		}
	}
	if found == 0 || found < len(e.Kinds) {
		return edge, fmt.Errorf("it has no kind, or one that is unknown: %v", e.Kinds)
	}
	return edge, nil
}

func (m *Map) place(number int) (int, error) {
	if at, known := m.at[number]; known {
		return at, nil
	}
	return 0, fmt.Errorf("there is no PEP %d on this map", number)
}

// tookOver tells by its status whether a PEP came into force, now or once: what
// is only proposed, or was turned down, took no other's place. A status that is
// not known is believed.
func tookOver(status string) bool {
	switch status {
	case "Draft", "Deferred", "Rejected", "Withdrawn", "Incomplete", "April Fool!":
		return false
	}
	return true
}

// byNumber names nodes by their numbers; never nil, for JSON.
func (m *Map) byNumber(nodes []int) []int {
	list := make([]int, len(nodes))
	for i, node := range nodes {
		list[i] = m.numbers[node]
	}
	return list
}

func (m *Map) groups(groups [][]int) [][]int {
	list := make([][]int, len(groups))
	for i, group := range groups {
		list[i] = m.byNumber(group)
	}
	return list
}
