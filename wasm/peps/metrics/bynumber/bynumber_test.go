package bynumber

import (
	"encoding/json"
	"math"
	"os"
	"slices"
	"testing"

	"github.com/ahiru-dev/ahiru/wasm/peps"
	"github.com/ahiru-dev/ahiru/wasm/peps/metrics"
)

func TestTheKindsAreTheSame(t *testing.T) {
	for i, kind := range peps.Kinds() {
		if k, known := metrics.KindNamed(string(kind)); !known || int(k) != i {
			t.Errorf("kind %d is %s, in metrics %d", i, kind, k)
		}
	}
	if metrics.KindSet(metrics.SupersededBy) != 1<<(len(peps.Kinds())-1) {
		t.Error("metrics has more kinds")
	}
}

func few() peps.Graph {
	return peps.Graph{
		Nodes: []peps.Node{{Number: 3}, {Number: 241}, {Number: 314}, {Number: 345}, {Number: 402, Status: "Rejected"}, {Number: 566}},
		Edges: []peps.Edge{
			{From: 241, To: 314, Kinds: map[peps.Kind]int{peps.SupersededBy: 1, peps.Role: 1}},
			{From: 314, To: 241, Kinds: map[peps.Kind]int{peps.Replaces: 1}},
			{From: 345, To: 314, Kinds: map[peps.Kind]int{peps.Replaces: 1, peps.Text: 2}},
			{From: 345, To: 566, Kinds: map[peps.Kind]int{peps.SupersededBy: 1}},
			{From: 402, To: 345, Kinds: map[peps.Kind]int{peps.Replaces: 1}},
		},
	}
}

func newMap(t *testing.T, g peps.Graph) *Map {
	t.Helper()
	m, err := New(g)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestQuestions(t *testing.T) {
	m := newMap(t, few())
	ask := func(answer any, err error) string {
		if err != nil {
			return err.Error()
		}
		text, _ := json.Marshal(answer)
		return string(text)
	}
	c := Choice{}
	none := Choice{Kinds: []peps.Kind{}}
	text := Choice{Kinds: []peps.Kind{peps.Text, peps.Role}}
	for _, test := range []struct{ got, want string }{
		{ask(m.Succession(241)), `{"next":[314],"chain":[241,314,345,566],"ends":[566],"cycles":[]}`},
		{ask(m.Succession(3)), `{"next":[],"chain":[3],"ends":[3],"cycles":[]}`},
		{ask(m.Succession(4)), "there is no PEP 4 on this map"},
		{ask(m.Path(402, 566, "outgoing", c)), "[402,345,566]"},
		{ask(m.Path(566, 402, "outgoing", c)), "[]"},
		{ask(m.Path(566, 241, "either", c)), "[566,345,314,241]"},
		{ask(m.Path(345, 314, "either", text)), "[345,314]"},
		{ask(m.Path(345, 566, "either", text)), "[]"},
		{ask(m.Path(1, 3, "either", c)), "there is no PEP 1 on this map"},
		{ask(m.Path(3, 1, "either", c)), "there is no PEP 1 on this map"},
		{ask(m.Path(3, 3, "up", c)), `there is no direction "up", only either, outgoing and incoming`},
		{ask(m.Ego(314, 1, "incoming", c)), `[{"number":314,"depth":0},{"number":241,"depth":1},{"number":345,"depth":1}]`},
		{ask(m.Ego(314, 1, "incoming", none)), `[{"number":314,"depth":0}]`},
		{ask(m.Ego(8, 1, "incoming", none)), "there is no PEP 8 on this map"},
		{ask(m.Ego(3, 1, "", none)), `there is no direction "", only either, outgoing and incoming`},
		{ask(m.Metric("in-degree", c, nil)), "[0,1,2,1,0,1]"},
		{ask(m.Metric("in-degree", none, nil)), "[0,0,0,0,0,0]"},
		{ask(m.Metric("core", text, nil)), "[0,1,1,1,0,0]"},
		{ask(m.Metric("core", Choice{Kinds: []peps.Kind{"rumour"}}, nil)), `there is no kind "rumour" of references`},
		{ask(m.Communities(Choice{Restarts: 2}, nil)), `{"of":[2,1,1,0,0,0],"count":3,"modularity":0.21875}`},
		{ask(m.Communities(Choice{Kinds: []peps.Kind{"rumour"}}, nil)), `there is no kind "rumour" of references`},
		{ask(m.Cycles(), nil), "[]"},
	} {
		if test.got != test.want {
			t.Errorf("got  %s\nwant %s", test.got, test.want)
		}
	}
}

func TestPageRankKnowsWhatWasAskedFor(t *testing.T) {
	m := newMap(t, few())
	rank := func(kinds []peps.Kind) float64 {
		values, err := m.Metric("pagerank", Choice{Kinds: kinds}, nil)
		if err != nil {
			t.Fatal(err)
		}
		return values[5] // PEP 566 has nothing but the name of a successor
	}
	start := rank([]peps.Kind{})
	if byDefault, asked := rank(nil), rank(peps.Kinds()); math.Abs(start-1./6) > 1e-12 || byDefault >= asked {
		t.Errorf("a successor has %v without edges, %v by default, %v when asked for", start, byDefault, asked)
	}
}

func TestGraphsThatBreakTheFormat(t *testing.T) {
	for want, spoil := range map[string]func(*peps.Graph){
		"there are two nodes of the number 3":                                             func(g *peps.Graph) { g.Nodes[1].Number = 3 },
		"the edge from 241 to 9: there is no PEP 9 on this map":                           func(g *peps.Graph) { g.Edges[0].To = 9 },
		"the edge from 9 to 314: there is no PEP 9 on this map":                           func(g *peps.Graph) { g.Edges[0].From = 9 },
		"the edge from 314 to 241: it has no kind, or one that is unknown: map[]":         func(g *peps.Graph) { g.Edges[1].Kinds = nil },
		"the edge from 314 to 241: it has no kind, or one that is unknown: map[rumour:1]": func(g *peps.Graph) { g.Edges[1].Kinds = map[peps.Kind]int{"rumour": 1} },
		"the edge from node 1 to node 1 joins a node to itself":                           func(g *peps.Graph) { g.Edges[0].To = 241 },
	} {
		g := few()
		spoil(&g)
		if _, err := New(g); err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

func TestTheShippedGraph(t *testing.T) {
	text, err := os.ReadFile("../../data/peps.json")
	if err != nil {
		t.Fatal(err)
	}
	var g peps.Graph
	if err := json.Unmarshal(text, &g); err != nil {
		t.Fatal(err)
	}
	m := newMap(t, g)
	line, err := m.Succession(241)
	if err != nil || !slices.Equal(line.Chain, []int{241, 314, 345, 566}) || !slices.Equal(line.Ends, []int{566}) {
		t.Errorf("241 was followed by %v, %v", line, err)
	}
	if cycles := m.Cycles(); len(cycles) != 0 {
		t.Errorf("circles of succession: %v", cycles)
	}
	d, err := m.Communities(Choice{}, nil)
	if err != nil || d.Modularity < 0.715 {
		t.Errorf("modularity %v, %v", d.Modularity, err)
	}
}
