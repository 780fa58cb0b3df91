package metrics

import (
	"math"
	"slices"
	"testing"
)

// Worked out on paper.

func TestDegreesByHand(t *testing.T) {
	g := graph(t, 4, [2]int{0, 1}, [2]int{1, 0}, [2]int{2, 1}, [2]int{2, 1})
	if in, out, all := InDegree(g), OutDegree(g), Degree(g); !slices.Equal(in, []int{1, 2, 0, 0}) ||
		!slices.Equal(out, []int{1, 1, 1, 0}) || !slices.Equal(all, []int{2, 3, 1, 0}) {
		t.Errorf("in %v, out %v, together %v", in, out, all)
	}
}

func TestPageRankByHand(t *testing.T) {
	// 0 mentions 1, which mentions nobody: with x and y their ranks,
	// x = 0.075 + 0.425y and y = x + 0.85x.
	x := 0.075 / (1 - 0.425*1.85)
	near(t, "PageRank", PageRank(graph(t, 2, [2]int{0, 1}), false), []float64{x, 1.85 * x})
	near(t, "PageRank of a ring", PageRank(graph(t, 3, [2]int{0, 1}, [2]int{1, 2}, [2]int{2, 0}), false),
		[]float64{1. / 3, 1. / 3, 1. / 3})
	near(t, "PageRank without edges", PageRank(graph(t, 2), false), []float64{0.5, 0.5})
}

func TestWeightedPageRankByHand(t *testing.T) {
	// 0 mentions 1 three times and 2 once; both mention 0.
	g, err := NewGraph(3, []Edge{{0, 1, Counts{Role: 2, Text: 1}}, {0, 2, Counts{Role: 1}},
		{1, 0, Counts{Role: 1}}, {2, 0, Counts{Role: 1}}})
	if err != nil {
		t.Fatal(err)
	}
	x := (0.05 + 0.85) / 1.85 // x = 0.05 + 0.85(1-x)
	near(t, "PageRank", PageRank(g, true), []float64{x, 0.05 + 0.85*x*3/4, 0.05 + 0.85*x/4})
	near(t, "PageRank", PageRank(g, false), []float64{x, 0.05 + 0.85*x/2, 0.05 + 0.85*x/2})
}

func TestBetweennessByHand(t *testing.T) {
	chain := graph(t, 5, [2]int{0, 1}, [2]int{2, 1}, [2]int{2, 3}, [2]int{3, 4}, [2]int{4, 3})
	near(t, "betweenness in a chain", Betweenness(chain, nil), []float64{0, 3, 4, 3, 0})
	square := graph(t, 4, [2]int{0, 1}, [2]int{1, 2}, [2]int{2, 3}, [2]int{3, 0})
	near(t, "betweenness in a square", Betweenness(square, nil), []float64{.5, .5, .5, .5})
	star := graph(t, 6, [2]int{1, 0}, [2]int{2, 0}, [2]int{3, 0}, [2]int{0, 4})
	near(t, "betweenness in a star", Betweenness(star, nil), []float64{6, 0, 0, 0, 0, 0})
}

func TestClosenessByHand(t *testing.T) {
	// 0 -> 1 -> 2, and 3 alone: 1 is reached by one node at 1, 2 by two at 1 and 2.
	g := graph(t, 4, [2]int{0, 1}, [2]int{1, 2})
	near(t, "closeness", Closeness(g, nil), []float64{0, 1. / 1 * 1 / 3, 2. / 3 * 2 / 3, 0})
}

func TestEigenvectorByHand(t *testing.T) {
	near(t, "eigenvector of a ring", Eigenvector(graph(t, 4, [2]int{0, 1}, [2]int{1, 2}, [2]int{2, 3}, [2]int{3, 0})),
		[]float64{.5, .5, .5, .5})
	near(t, "eigenvector without a cycle", Eigenvector(graph(t, 3, [2]int{0, 1}, [2]int{1, 2})), []float64{0, 0, 0})
	// 0 and 1 mention each other, 1 mentions 2: the value 1 everywhere.
	third := math.Sqrt(1. / 3)
	near(t, "eigenvector", Eigenvector(graph(t, 3, [2]int{0, 1}, [2]int{1, 0}, [2]int{1, 2})), []float64{third, third, third})
}

func TestHITSByHand(t *testing.T) {
	// 0 and 1 mention 2, 1 mentions 3: the matrix [[1 1] [1 2]] of shared
	// mentions has the largest eigenvalue golden² with the vector (1, golden).
	golden := (1 + math.Sqrt(5)) / 2
	hubs, authorities := HITS(graph(t, 4, [2]int{0, 2}, [2]int{1, 2}, [2]int{1, 3}))
	near(t, "hubs", hubs, []float64{1 / (1 + golden), golden / (1 + golden), 0, 0})
	near(t, "authorities", authorities, []float64{0, 0, golden / (1 + golden), 1 / (1 + golden)})
	hubs, authorities = HITS(graph(t, 2))
	near(t, "hubs without edges", hubs, []float64{0, 0})
	near(t, "authorities without edges", authorities, []float64{0, 0})
}

func TestCoreAndComponentsByHand(t *testing.T) {
	// A triangle 1 2 3 with a tail 3 4, a pair 5 0, and 6 alone.
	g := graph(t, 7, [2]int{1, 2}, [2]int{2, 3}, [2]int{3, 1}, [2]int{3, 4}, [2]int{5, 0})
	if got := Core(g); !slices.Equal(got, []int{1, 2, 2, 2, 1, 1, 0}) {
		t.Errorf("cores are %v", got)
	}
	if got := Weak(g); !slices.Equal(got, []int{1, 0, 0, 0, 0, 1, 2}) {
		t.Errorf("weak components are %v", got)
	}
	if got := Strong(g); !slices.Equal(got, []int{1, 0, 0, 0, 2, 3, 4}) {
		t.Errorf("strong components are %v", got)
	}
}

func TestCommunitiesByHand(t *testing.T) {
	// Two triangles joined by one edge, and a node alone: 6/14 of the ends are
	// inside of each triangle, which has 7 of the 14.
	g := graph(t, 7, [2]int{4, 5}, [2]int{5, 6}, [2]int{6, 4}, [2]int{0, 1}, [2]int{1, 2}, [2]int{2, 0}, [2]int{2, 4})
	d, err := Communities(g, DivisionOptions{})
	if err != nil {
		t.Fatal(err)
	}
	want := 2 * (6./14 - .25)
	if !slices.Equal(d.Of, []int{0, 0, 0, 2, 1, 1, 1}) || d.Count != 3 || math.Abs(d.Modularity-want) > tolerance {
		t.Errorf("got %v, want a modularity of %v", d, want)
	}
	if q := Modularity(g, make([]int, 7), 2, false); math.Abs(q-(1-2)) > tolerance {
		t.Errorf("all in one at resolution 2 has %v, want -1", q)
	}
}

func TestEmptyAndTinyGraphs(t *testing.T) {
	for n := range 3 {
		g := graph(t, n)
		for _, name := range Names() {
			values, err := Compute(g, name, Options{})
			if err != nil || len(values) != n {
				t.Errorf("%s of %d nodes: %v, %v", name, n, values, err)
			}
			for _, v := range values {
				if math.IsNaN(v) || math.IsInf(v, 0) {
					t.Errorf("%s of %d nodes: %v", name, n, values)
				}
			}
		}
	}
}
