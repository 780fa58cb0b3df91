package metrics

import (
	"errors"
	"strings"
)

// Options choose how a metric is computed. The zero value is the default of
// every metric.
type Options struct {
	// Kinds are those that make an edge. None stands for all of them, for
	// pagerank all but superseded_by.
	Kinds Kinds
	// Weighted lets edges weigh what they count, in pagerank and community.
	Weighted bool
	// Resolution, Seed and Restarts are those of Communities.
	Resolution float64
	Seed       uint64
	Restarts   int
	// Watch hears of the progress of betweenness, closeness and community.
	Watch Watch
}

// A metric gives every node a value.
type metric struct {
	name    string
	compute func(*Graph, Options) ([]float64, error)
}

var all = []metric{
	{"in-degree", whole(InDegree)},
	{"out-degree", whole(OutDegree)},
	{"degree", whole(Degree)},
	{"pagerank", func(g *Graph, o Options) ([]float64, error) { return PageRank(g, o.Weighted), nil }},
	{"betweenness", func(g *Graph, o Options) ([]float64, error) { return Betweenness(g, o.Watch), nil }},
	{"closeness", func(g *Graph, o Options) ([]float64, error) { return Closeness(g, o.Watch), nil }},
	{"eigenvector", func(g *Graph, _ Options) ([]float64, error) { return Eigenvector(g), nil }},
	{"hub", func(g *Graph, _ Options) ([]float64, error) { h, _ := HITS(g); return h, nil }},
	{"authority", func(g *Graph, _ Options) ([]float64, error) { _, a := HITS(g); return a, nil }},
	{"core", whole(Core)},
	{"component", whole(Weak)},
	{"strong-component", whole(Strong)},
	{"community", community},
}

// Names lists the metrics that Compute knows.
func Names() []string {
	names := make([]string, len(all))
	for i, m := range all {
		names[i] = m.name
	}
	return names
}

// Compute gives every node's value in a metric named as in Names. Components
// and communities are numbered, 0 being the largest.
func Compute(g *Graph, name string, o Options) ([]float64, error) {
	for _, m := range all {
		if m.name == name {
			return m.compute(g.Only(o.kinds(name)), o)
		}
	}
	return nil, errors.New("there is no metric " + name + "; there are " + strings.Join(Names(), ", "))
}

func (o Options) kinds(name string) Kinds {
	switch {
	case o.Kinds != 0:
		return o.Kinds
	case name == "pagerank":
		return AllKinds.Without(SupersededBy)
	}
	return AllKinds
}

func community(g *Graph, o Options) ([]float64, error) {
	d, err := Communities(g, DivisionOptions{o.Resolution, o.Seed, o.Restarts, o.Weighted, o.Watch})
	return floats(d.Of), err
}

func whole(compute func(*Graph) []int) func(*Graph, Options) ([]float64, error) {
	return func(g *Graph, _ Options) ([]float64, error) { return floats(compute(g)), nil }
}

func floats(values []int) []float64 {
	list := make([]float64, len(values))
	for i, v := range values {
		list[i] = float64(v)
	}
	return list
}
