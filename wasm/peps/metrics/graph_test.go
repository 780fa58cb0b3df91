package metrics

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestGraphRefusesWhatCannotBe(t *testing.T) {
	tests := []struct {
		n    int
		edge Edge
		want string
	}{
		{-1, Edge{}, "a graph cannot have -1 nodes"},
		{2, Edge{From: 0, To: 2}, "the edge from node 0 to node 2 joins an unknown node: there are 2"},
		{2, Edge{From: -1, To: 0}, "the edge from node -1 to node 0 joins an unknown node: there are 2"},
		{2, Edge{From: 1, To: 1}, "the edge from node 1 to node 1 joins a node to itself"},
		{2, Edge{From: 0, To: 1, Counts: Counts{URL: -1}},
			"the edge from node 0 to node 1 counts -1 mentions of the kind url; a count is from 0 to 1000000"},
		{2, Edge{From: 0, To: 1, Counts: Counts{Title: 1e9}},
			"the edge from node 0 to node 1 counts 1000000000 mentions of the kind title; a count is from 0 to 1000000"},
	}
	for _, test := range tests {
		_, err := NewGraph(test.n, []Edge{test.edge})
		if err == nil || err.Error() != test.want {
			t.Errorf("got %v\nwant %s", err, test.want)
		}
	}
}

func TestEdgesAreMergedAndChosenByKind(t *testing.T) {
	g, err := NewGraph(3, []Edge{
		{1, 2, Counts{Role: 1, SupersededBy: 1}},
		{0, 1, Counts{Role: 2}},
		{2, 1, Counts{}},
		{0, 1, Counts{Text: 3, Role: 1}},
		{2, 0, Counts{SupersededBy: 1}},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []Edge{{0, 1, Counts{Role: 3, Text: 3}}, {1, 2, Counts{Role: 1, SupersededBy: 1}}, {2, 0, Counts{SupersededBy: 1}}}
	if !slices.Equal(g.Edges(), want) {
		t.Errorf("edges are %v, want %v", g.Edges(), want)
	}
	if got := g.out.weights(0); !slices.Equal(got, []float64{6}) {
		t.Errorf("0 to 1 weighs %v, want 6", got)
	}
	few := g.Only(AllKinds.Without(SupersededBy))
	if want := []Edge{{0, 1, Counts{Role: 3, Text: 3}}, {1, 2, Counts{Role: 1}}}; !slices.Equal(few.Edges(), want) {
		t.Errorf("edges are %v, want %v", few.Edges(), want)
	}
	if few.Len() != 3 || len(g.Edges()) != 3 {
		t.Error("nodes were lost, or the graph was changed")
	}
	if got := g.Only(KindSet(Text)).Edges(); len(got) != 1 || got[0].Counts != (Counts{Text: 3}) {
		t.Errorf("text alone makes %v", got)
	}
	if got := g.Only(0).Edges(); len(got) != 0 {
		t.Errorf("no kinds make %v", got)
	}
}

func TestKindsHaveTheirPublicNames(t *testing.T) {
	for kind := range kindCount {
		if found, ok := KindNamed(kind.String()); !ok || found != kind {
			t.Errorf("%v is read as %v", kind, found)
		}
	}
	if _, ok := KindNamed("unknown kind"); ok || kindCount.String() != "unknown kind" {
		t.Error("a kind too many")
	}
	if set := KindSet(Role, Ref); !set.Has(Role) || !set.Has(Ref) || set.Has(Text) || set.Without(Ref) != KindSet(Role) {
		t.Errorf("the set is %b", set)
	}
}

func TestNeighboursAreInOrderOnBothSides(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 1))
	for range 200 {
		n := 2 + dice.IntN(20)
		g := chance(t, dice, n, dice.IntN(80))
		for node := range n {
			for _, a := range []*adjacency{&g.out, &g.in, &g.both} {
				if list := a.of(node); !slices.IsSorted(list) || len(slices.Compact(slices.Clone(list))) != len(list) {
					t.Fatalf("neighbours of %d are %v", node, list)
				}
			}
		}
		if sum := total(g.out.weight); sum != total(g.in.weight) || sum*2 != total(g.both.weight) {
			t.Fatalf("weights add up to %v, %v, %v", sum, total(g.in.weight), total(g.both.weight))
		}
	}
}
