package bynumber

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/wasm/peps"
	"github.com/ahiru-dev/ahiru/wasm/peps/data"
)

func shipped(t *testing.T) (*Map, peps.Graph) {
	t.Helper()
	var g peps.Graph
	if err := json.Unmarshal(data.PEPs, &g); err != nil {
		t.Fatal(err)
	}
	return newMap(t, g), g
}

func cites(from int, to ...int) (list []peps.Edge) {
	for _, n := range to {
		list = append(list, peps.Edge{From: from, To: n, Count: 1, Kinds: map[peps.Kind]int{peps.Role: 1}})
	}
	return list
}

func TestFoundationsAreReadFirst(t *testing.T) {
	g := peps.Graph{Nodes: []peps.Node{{Number: 1}, {Number: 2, Status: "Superseded"}, {Number: 3}, {Number: 4}, {Number: 5}, {Number: 6}}}
	g.Edges = slices.Concat(cites(5, 4, 2), cites(4, 3, 2), cites(3, 2), cites(1, 5), cites(2, 1)) // 1 is four away
	g.Edges = append(g.Edges, peps.Edge{From: 2, To: 6, Kinds: map[peps.Kind]int{peps.SupersededBy: 1}},
		peps.Edge{From: 5, To: 3, Kinds: map[peps.Kind]int{peps.Requires: 1}})
	m := newMap(t, g)
	list, err := m.ReadFirst(5, 10)
	if err != nil {
		t.Fatal(err)
	}
	text, _ := json.Marshal(list)
	want := `[{"number":1,"depth":2,"required":false,"instead":[]},{"number":2,"depth":1,"required":false,"instead":[6]},` +
		`{"number":3,"depth":1,"required":true,"instead":[]},{"number":4,"depth":1,"required":false,"instead":[]}]`
	if string(text) != want {
		t.Errorf("got  %s\nwant %s", text, want)
	}
	if list, err := m.ReadFirst(6, 10); err != nil || list == nil || len(list) > 0 {
		t.Errorf("what cites nothing needs %v, %v", list, err)
	}
	if list, _ := m.ReadFirst(5, 1); len(list) != 1 || !list[0].Required {
		t.Errorf("a list of one is %v, want what is required", list)
	}
	for _, wrong := range []int{0, -1, 101} {
		if _, err := m.ReadFirst(5, wrong); err == nil || !strings.Contains(err.Error(), "1 to 100 PEPs") {
			t.Errorf("a list of %d: %v", wrong, err)
		}
	}
	if _, err := m.ReadFirst(77, 3); err == nil {
		t.Error("an unknown PEP has a reading list")
	}
}

// TestReadingListsKeepTheirOrder: on the shipped map no list names a PEP before
// one that it cites, unless they cite one another in a circle.
func TestReadingListsKeepTheirOrder(t *testing.T) {
	m, g := shipped(t)
	for i := 0; i < len(g.Nodes); i += 11 { // all of them take a minute as WebAssembly
		node := g.Nodes[i]
		list, err := m.ReadFirst(node.Number, 12)
		if err != nil {
			t.Fatal(err)
		}
		at := make(map[int]int)
		for i, item := range list {
			if item.Number == node.Number {
				t.Fatalf("PEP %d is to be read before itself", node.Number)
			}
			at[item.Number] = i + 1
		}
		reaches := reachable(g, at)
		for a := range at {
			for b := range at {
				if at[a] < at[b] && reaches[a][b] && !reaches[b][a] {
					t.Fatalf("before PEP %d: PEP %d is read before PEP %d, on which it builds", node.Number, a, b)
				}
			}
		}
	}
}

// reachable tells who leads to whom among some PEPs.
func reachable(g peps.Graph, among map[int]int) map[int]map[int]bool {
	all := make(map[int]map[int]bool)
	for n := range among {
		all[n] = make(map[int]bool)
	}
	for _, e := range g.Edges {
		if among[e.From] > 0 && among[e.To] > 0 && e.Count > e.Kinds[peps.SupersededBy]+e.Kinds[peps.Replaces] {
			all[e.From][e.To] = true
		}
	}
	for k := range among {
		for i := range among {
			for j := range among {
				all[i][j] = all[i][j] || all[i][k] && all[k][j]
			}
		}
	}
	return all
}

func TestGroupsAddUp(t *testing.T) {
	m, g := shipped(t)
	groups, err := m.Groups(Choice{})
	if err != nil {
		t.Fatal(err)
	}
	members, edges, mentions, counted := 0, 0, 0, 0
	for i, list := range groups.Members {
		members += len(list)
		if groups.Names[i] == "" || len(strings.Split(groups.Names[i], ", ")) > longestName {
			t.Errorf("group %d is called %q", i, groups.Names[i])
		}
	}
	for _, link := range groups.Links {
		edges, mentions = edges+link.Edges, mentions+link.Mentions
	}
	for _, e := range g.Edges {
		counted += e.Count
	}
	if members != len(g.Nodes) || edges != len(g.Edges) || mentions != counted || len(groups.Members) != groups.Count {
		t.Errorf("%d groups of %d PEPs, %d edges, %d mentions", groups.Count, members, edges, mentions)
	}
	for node, group := range groups.Of {
		if !slices.Contains(groups.Members[group], g.Nodes[node].Number) {
			t.Errorf("PEP %d is not in its group %d", g.Nodes[node].Number, group)
		}
	}
	again, _ := m.Groups(Choice{})
	if a, b := mustJSON(t, groups), mustJSON(t, again); a != b {
		t.Error("asked again, the groups are others")
	}
}

func mustJSON(t *testing.T, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
