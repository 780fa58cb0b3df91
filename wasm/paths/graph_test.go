package paths

import (
	"math"
	"slices"
	"testing"
)

func TestBadInputIsAnErrorThatSaysWhat(t *testing.T) {
	g := New(3)
	none := New(0)
	tests := []struct {
		err  error
		want string
	}{
		{g.Connect(0, 3, 1), "node 3 is unknown: this graph has the nodes 0 to 2"},
		{g.Connect(-1, 0, 1), "node -1 is unknown: this graph has the nodes 0 to 2"},
		{none.Connect(0, 0, 1), "node 0 is unknown: this graph has no nodes"},
		{g.Connect(0, 1, -2.5), "the arc from 0 to 1 weighs -2.5; a weight is a finite number and not negative"},
		{g.Connect(0, 1, math.NaN()), "the arc from 0 to 1 weighs NaN; a weight is a finite number and not negative"},
		{g.Connect(0, 1, math.Inf(1)), "the arc from 0 to 1 weighs +Inf; a weight is a finite number and not negative"},
		{g.Disconnect(0, 9), "node 9 is unknown: this graph has the nodes 0 to 2"},
		{g.Place(1, Point{X: math.Inf(1)}), "node 1 is placed at no finite point"},
		{failed(BFS(g, 0, 7)), "node 7 is unknown: this graph has the nodes 0 to 2"},
		{failed(Dijkstra(g, 7, 0)), "node 7 is unknown: this graph has the nodes 0 to 2"},
		{failed(AStar(g, 0, -7, nil)), "node -7 is unknown: this graph has the nodes 0 to 2"},
		{failed(AStar(g, 0, 1, nil)), "node 0 has no place: A* without an estimate needs one for every node"},
		{failed(AStar(g, 0, 1, func(int) float64 { return -1 })),
			"the estimate for node 0 is -1; an estimate is a number and not negative"},
	}
	for _, test := range tests {
		if test.err == nil || test.err.Error() != test.want {
			t.Errorf("got %v\nwant %s", test.err, test.want)
		}
	}
	if len(g.Arcs(0)) != 0 || g.Arcs(17) != nil {
		t.Error("what was refused left something behind")
	}
}

func failed(_ *Search, err error) error { return err }

func TestArcsStandInOrder(t *testing.T) {
	g := New(3)
	for _, arc := range []Arc{{2, 1}, {1, 5}, {0, 1}, {1, 3}} {
		if err := g.Connect(0, arc.To, arc.Weight); err != nil {
			t.Fatal(err)
		}
	}
	if want := []Arc{{0, 1}, {1, 3}, {1, 5}, {2, 1}}; !slices.Equal(g.Arcs(0), want) {
		t.Errorf("arcs are %v, want %v", g.Arcs(0), want)
	}
	if err := g.Disconnect(0, 1); err != nil {
		t.Fatal(err)
	}
	if want := []Arc{{0, 1}, {2, 1}}; !slices.Equal(g.Arcs(0), want) {
		t.Errorf("arcs are %v, want %v", g.Arcs(0), want)
	}
}
