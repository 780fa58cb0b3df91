package metrics

import (
	"math"
	"math/rand/v2"
	"testing"

	gonum "gonum.org/v1/gonum/graph"
	louvain "gonum.org/v1/gonum/graph/community"
	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/path"
	"gonum.org/v1/gonum/graph/simple"
	"gonum.org/v1/gonum/graph/topo"
)

// gonum is the independent calculation. It counts every pair twice in an
// undirected betweenness, knows closeness only as the inverse of the sum, and
// gives hubs and authorities the Euclidean length 1.

func theirs(g *Graph) (*simple.DirectedGraph, *simple.UndirectedGraph) {
	directed, undirected := simple.NewDirectedGraph(), simple.NewUndirectedGraph()
	for node := range g.Len() {
		directed.AddNode(simple.Node(node))
		undirected.AddNode(simple.Node(node))
	}
	for _, e := range g.Edges() {
		directed.SetEdge(simple.Edge{F: simple.Node(e.From), T: simple.Node(e.To)})
		undirected.SetEdge(simple.Edge{F: simple.Node(e.From), T: simple.Node(e.To)})
	}
	return directed, undirected
}

func list(n int, values map[int64]float64) []float64 {
	all := make([]float64, n)
	for id, v := range values {
		all[id] = v
	}
	return all
}

func TestAgreesWithGonum(t *testing.T) {
	dice := rand.New(rand.NewPCG(6, 7))
	for range 20 {
		n := 5 + dice.IntN(40)
		compare(t, chance(t, dice, n, 1+dice.IntN(5*n)), 0.02)
	}
}

func TestAgreesWithGonumOnTheShippedGraph(t *testing.T) {
	g, _ := shipped(t)
	compare(t, g, 0)
}

// compare allows communities a chance: on a random graph, where there are none,
// either method may end a little higher than the other.
func compare(t *testing.T, g *Graph, chance float64) {
	t.Helper()
	n := g.Len()
	directed, undirected := theirs(g)
	near(t, "PageRank", PageRank(g, false), list(n, network.PageRankSparse(directed, damping, 1e-14)))
	between := list(n, network.Betweenness(undirected))
	scale(between, 2)
	near(t, "betweenness", Betweenness(g, nil), between)
	compareCloseness(t, g, directed)
	if len(g.Edges()) > 0 {
		compareHITS(t, g, directed)
	}
	cores := make([]float64, n)
	_, shells := topo.DegeneracyOrdering(undirected)
	for k, shell := range shells {
		for _, node := range shell {
			cores[node.ID()] = float64(k)
		}
	}
	near(t, "core", floats(Core(g)), cores)
	samePartition(t, "weak components", Weak(g), topo.ConnectedComponents(undirected))
	samePartition(t, "strong components", Strong(g), topo.TarjanSCC(directed))
	compareCommunities(t, g, undirected, chance)
}

func compareCloseness(t *testing.T, g *Graph, directed *simple.DirectedGraph) {
	t.Helper()
	n := g.Len()
	shortest := path.DijkstraAllPaths(directed)
	want := list(n, network.Closeness(directed, shortest))
	for node := range n {
		reaching := -1.0 // the node itself
		for from := range n {
			if !math.IsInf(shortest.Weight(int64(from), int64(node)), 1) {
				reaching++
			}
		}
		if want[node] *= reaching / float64(n-1) * reaching; reaching == 0 {
			want[node] = 0
		}
	}
	near(t, "closeness", Closeness(g, nil), want)
}

func compareHITS(t *testing.T, g *Graph, directed *simple.DirectedGraph) {
	t.Helper()
	hub, authority := make([]float64, g.Len()), make([]float64, g.Len())
	for id, v := range network.HITS(directed, 1e-13) {
		hub[id], authority[id] = v.Hub, v.Authority
	}
	scale(hub, total(hub))
	scale(authority, total(authority))
	hubs, authorities := HITS(g)
	near(t, "hub", hubs, hub)
	near(t, "authority", authorities, authority)
}

func samePartition(t *testing.T, what string, of []int, groups [][]gonum.Node) {
	t.Helper()
	count := 0
	for _, label := range of {
		count = max(count, label+1)
	}
	if count != len(groups) {
		t.Fatalf("%s: %d, by gonum %d", what, count, len(groups))
	}
	for _, group := range groups {
		for _, node := range group {
			if of[node.ID()] != of[group[0].ID()] {
				t.Fatalf("%s: %d and %d are together for gonum only", what, node.ID(), group[0].ID())
			}
		}
	}
}

// compareCommunities compares the measure, and ours with the best of what
// gonum's method finds.
func compareCommunities(t *testing.T, g *Graph, undirected *simple.UndirectedGraph, chance float64) {
	t.Helper()
	for _, resolution := range []float64{0.5, 1, 3} {
		d, err := Communities(g, DivisionOptions{Resolution: resolution})
		if err != nil {
			t.Fatal(err)
		}
		groups := make([][]gonum.Node, d.Count)
		for node, c := range d.Of {
			groups[c] = append(groups[c], simple.Node(node))
		}
		if len(g.Edges()) == 0 {
			continue // not a number for gonum
		}
		near(t, "modularity", []float64{d.Modularity}, []float64{louvain.Q(undirected, groups, resolution)})
		best := math.Inf(-1)
		for seed := range uint64(3) {
			reduced := louvain.Modularize(undirected, resolution, rand.NewPCG(1, seed))
			best = max(best, louvain.Q(undirected, reduced.Communities(), resolution))
		}
		if d.Modularity < best-tolerance-chance {
			t.Errorf("modularity %v at resolution %v, gonum finds %v", d.Modularity, resolution, best)
		}
	}
}
