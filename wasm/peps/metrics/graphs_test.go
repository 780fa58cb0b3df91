package metrics

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"os"
	"testing"
)

// tolerance is the agreement promised with independent calculations.
const tolerance = 1e-9

// graph makes a graph of plain mentions from pairs of nodes.
func graph(t testing.TB, n int, pairs ...[2]int) *Graph {
	t.Helper()
	edges := make([]Edge, len(pairs))
	for i, p := range pairs {
		edges[i] = Edge{From: p[0], To: p[1]}
		edges[i].Counts[Role] = 1
	}
	g, err := NewGraph(n, edges)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// chance makes a random graph: parallel edges, edges of all kinds, pieces.
func chance(t testing.TB, dice *rand.Rand, n, edges int) *Graph {
	t.Helper()
	g, err := NewGraph(n, chanceEdges(dice, n, edges))
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func chanceEdges(dice *rand.Rand, n, edges int) []Edge {
	var list []Edge
	for range edges {
		e := Edge{From: dice.IntN(n), To: dice.IntN(n)}
		e.Counts[dice.IntN(int(kindCount))] = dice.IntN(4)
		if e.From != e.To {
			list = append(list, e)
		}
	}
	return list
}

// shipped is the graph of the map's own data.
func shipped(t testing.TB) (g *Graph, numbers []int) {
	t.Helper()
	text, err := os.ReadFile("../data/peps.json")
	if err != nil {
		t.Fatal(err)
	}
	var data struct {
		Nodes []struct{ Number int }
		Edges []struct {
			From, To int
			Kinds    map[string]int
		}
	}
	if err := json.Unmarshal(text, &data); err != nil {
		t.Fatal(err)
	}
	at := make(map[int]int)
	for i, node := range data.Nodes {
		at[node.Number] = i
		numbers = append(numbers, node.Number)
	}
	var edges []Edge
	for _, e := range data.Edges {
		edge := Edge{From: at[e.From], To: at[e.To]}
		for name, count := range e.Kinds {
			kind, known := KindNamed(name)
			if !known {
				t.Fatalf("unknown kind %q", name)
			}
			edge.Counts[kind] = count
		}
		edges = append(edges, edge)
	}
	if g, err = NewGraph(len(numbers), edges); err != nil {
		t.Fatal(err)
	}
	return g, numbers
}

// near compares values to the promised tolerance.
func near(t testing.TB, what string, got, want []float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: %d values, want %d", what, len(got), len(want))
	}
	for i := range got {
		if !(math.Abs(got[i]-want[i]) <= tolerance*max(1, math.Abs(want[i]))) {
			t.Fatalf("%s of node %d is %.15g, want %.15g", what, i, got[i], want[i])
		}
	}
}
