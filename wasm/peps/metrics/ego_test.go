package metrics

import (
	"slices"
	"testing"
)

func TestEgo(t *testing.T) {
	g := graph(t, 6, [2]int{0, 1}, [2]int{1, 2}, [2]int{3, 0}, [2]int{4, 3}, [2]int{2, 4})
	tests := []struct {
		node, depth int
		d           Direction
		want        []Neighbour
	}{
		{0, 0, Either, []Neighbour{{0, 0}}},
		{0, 1, Either, []Neighbour{{0, 0}, {1, 1}, {3, 1}}},
		{0, 2, Either, []Neighbour{{0, 0}, {1, 1}, {3, 1}, {2, 2}, {4, 2}}},
		{0, 2, Outgoing, []Neighbour{{0, 0}, {1, 1}, {2, 2}}},
		{0, 1, Incoming, []Neighbour{{0, 0}, {3, 1}}},
		{0, -1, Incoming, []Neighbour{{0, 0}, {3, 1}, {4, 2}, {2, 3}, {1, 4}}},
		{5, 9, Either, []Neighbour{{5, 0}}},
	}
	for _, test := range tests {
		got, err := Ego(g, test.node, test.depth, test.d)
		if err != nil || !slices.Equal(got, test.want) {
			t.Errorf("%v: got %v, %v", test, got, err)
		}
	}
}

func TestPath(t *testing.T) {
	g := graph(t, 6, [2]int{0, 4}, [2]int{0, 1}, [2]int{1, 2}, [2]int{4, 2}, [2]int{2, 3})
	tests := []struct {
		from, to int
		d        Direction
		want     []int
	}{
		{0, 3, Outgoing, []int{0, 1, 2, 3}},
		{3, 0, Outgoing, nil},
		{3, 0, Incoming, []int{3, 2, 1, 0}},
		{3, 0, Either, []int{3, 2, 1, 0}},
		{4, 1, Either, []int{4, 0, 1}},
		{0, 5, Either, nil},
		{5, 5, Outgoing, []int{5}},
	}
	for _, test := range tests {
		if got, err := Path(g, test.from, test.to, test.d); err != nil || !slices.Equal(got, test.want) {
			t.Errorf("%v: got %v, %v", test, got, err)
		}
	}
}

func TestUnknownNodesAndDirections(t *testing.T) {
	g := graph(t, 2, [2]int{0, 1})
	_, a := Ego(g, 2, 1, Either)
	_, b := Ego(g, 0, 1, 7)
	_, c := Path(g, 0, -1, Either)
	_, d := Path(g, 0, 1, 7)
	_, e := Compute(g, "fame", Options{})
	for i, want := range []string{
		"node 2 is unknown: there are 2",
		"a direction of 7 does not exist",
		"node -1 is unknown: this graph has the nodes 0 to 1",
		"a direction of 7 does not exist",
		"there is no metric fame; there are in-degree, out-degree, degree, pagerank, betweenness, closeness, " +
			"eigenvector, hub, authority, core, component, strong-component, community",
	} {
		if err := []error{a, b, c, d, e}[i]; err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}
