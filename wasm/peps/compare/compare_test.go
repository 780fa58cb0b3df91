package compare

import (
	"encoding/json"
	"math/rand/v2"
	"testing"

	"github.com/ahiru-dev/ahiru/wasm/peps"
	"github.com/ahiru-dev/ahiru/wasm/peps/data"
)

func role(count int) map[peps.Kind]int { return map[peps.Kind]int{peps.Role: count} }

func TestDifferenceByHand(t *testing.T) {
	before := peps.Graph{
		Nodes: []peps.Node{{Number: 1, Title: "One", Status: "Draft"}, {Number: 2}, {Number: 3}},
		Edges: []peps.Edge{{From: 1, To: 2, Count: 1, Kinds: role(1)}, {From: 2, To: 3, Count: 2, Kinds: role(2)}, {From: 3, To: 1, Count: 1, Kinds: role(1)}},
	}
	after := peps.Graph{
		Commit: "another",
		Nodes:  []peps.Node{{Number: 4}, {Number: 2}, {Number: 1, Title: "One", Status: "Final", Replaces: []peps.HeaderRef{{Number: 2}, {Text: "v"}}}},
		Edges:  []peps.Edge{{From: 1, To: 2, Count: 2, Kinds: map[peps.Kind]int{peps.Role: 1, peps.Text: 1}}, {From: 4, To: 1, Count: 1, Kinds: role(1)}},
	}
	text, err := json.Marshal(Graphs(before, after))
	if err != nil {
		t.Fatal(err)
	}
	var got map[string]json.RawMessage
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"changed":       `[{"number":1,"title":"One","fields":[{"name":"status","before":"Draft","after":"Final"},{"name":"replaces","before":"","after":"2, v"}]}]`,
		"edges_added":   `[{"from":4,"to":1,"count":1,"kinds":{"role":1}}]`,
		"edges_removed": `[{"from":2,"to":3,"count":2,"kinds":{"role":2}},{"from":3,"to":1,"count":1,"kinds":{"role":1}}]`,
		"edges_changed": `[{"from":1,"to":2,"before":1,"after":2,"kinds":{"text":1}}]`,
	} {
		if string(got[name]) != want {
			t.Errorf("%s: %s, want %s", name, got[name], want)
		}
	}
	d := Graphs(before, after)
	if len(d.Added) != 1 || d.Added[0].Number != 4 || len(d.Removed) != 1 || d.Removed[0].Number != 3 {
		t.Errorf("added %v, removed %v", d.Added, d.Removed)
	}
}

// TestDifferenceLeadsFromOneToTheOther takes things away from the shipped graph:
// what is told as removed is exactly that, and the other way round as added.
func TestDifferenceLeadsFromOneToTheOther(t *testing.T) {
	var g peps.Graph
	if err := json.Unmarshal(data.PEPs, &g); err != nil {
		t.Fatal(err)
	}
	if d := Graphs(g, g); !d.Empty() {
		t.Errorf("a graph differs from itself: %+v", d)
	}
	dice := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		less := peps.Graph{}
		gone := make(map[int]bool)
		for _, n := range g.Nodes {
			if gone[n.Number] = dice.IntN(10) == 0; !gone[n.Number] {
				less.Nodes = append(less.Nodes, n)
			}
		}
		for _, e := range g.Edges {
			if !gone[e.From] && !gone[e.To] {
				less.Edges = append(less.Edges, e)
			}
		}
		there, back := Graphs(g, less), Graphs(less, g)
		nodes, edges := len(g.Nodes)-len(less.Nodes), len(g.Edges)-len(less.Edges)
		if len(there.Removed) != nodes || len(there.EdgesRemoved) != edges || len(there.Added)+len(there.Changed)+len(there.EdgesAdded)+len(there.EdgesChanged) > 0 {
			t.Fatalf("%d PEPs and %d references are gone, told are %d and %d", nodes, edges, len(there.Removed), len(there.EdgesRemoved))
		}
		if len(back.Added) != nodes || len(back.EdgesAdded) != edges {
			t.Fatalf("%d PEPs and %d references came, told are %d and %d", nodes, edges, len(back.Added), len(back.EdgesAdded))
		}
	}
}
