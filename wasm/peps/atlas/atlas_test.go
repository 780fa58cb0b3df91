package atlas

import (
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/wasm/peps"
	"github.com/ahiru-dev/ahiru/wasm/peps/export"
	"github.com/ahiru-dev/ahiru/wasm/peps/metrics/bynumber"
)

// small is a graph of four PEPs: 3 cites 2 cites 1, and 9 stands alone.
func small() peps.Graph {
	role := map[peps.Kind]int{peps.Role: 1}
	return peps.Graph{
		Nodes: []peps.Node{{Number: 1, Title: "One, \"quoted\""}, {Number: 2, Status: "Superseded"}, {Number: 3}, {Number: 9}},
		Edges: []peps.Edge{
			{From: 2, To: 1, Count: 1, Kinds: role},
			{From: 2, To: 3, Count: 1, Kinds: map[peps.Kind]int{peps.SupersededBy: 1}},
			{From: 3, To: 2, Count: 1, Kinds: role},
		},
	}
}

func opened(t *testing.T) *Atlas {
	t.Helper()
	var a Atlas
	got, err := a.Open(t.Context(), small())
	if err != nil || got != (Opened{4, 3}) {
		t.Fatalf("Open = %+v, %v", got, err)
	}
	return &a
}

func TestQuestions(t *testing.T) {
	a := opened(t)
	if got, err := a.Metric(t.Context(), Metric{Name: "in-degree"}); err != nil || !slices.Equal(got, []float64{1, 1, 1, 0}) {
		t.Errorf("in-degree = %v, %v", got, err)
	}
	if got, err := a.Path(t.Context(), Path{From: 3, To: 1, Direction: "outgoing"}); err != nil || !slices.Equal(got, []int{3, 2, 1}) {
		t.Errorf("path = %v, %v", got, err)
	}
	if got, err := a.Path(t.Context(), Path{From: 1, To: 3, Direction: "outgoing"}); err != nil || got == nil || len(got) != 0 {
		t.Errorf("no path = %v, %v; want an empty list", got, err)
	}
	if got, err := a.Succession(t.Context(), 2); err != nil || !slices.Equal(got.Chain, []int{2, 3}) {
		t.Errorf("succession = %+v, %v", got, err)
	}
}

// TestRefusals: every wrong question has a sentence for an answer, and a graph
// that cannot be opened leaves the one before.
func TestRefusals(t *testing.T) {
	var none Atlas
	if _, err := none.Metric(t.Context(), Metric{Name: "core"}); err == nil {
		t.Error("an atlas without a graph answers")
	}
	a := opened(t)
	broken := small()
	broken.Edges[0].To = 77
	if _, err := a.Open(t.Context(), broken); err == nil || !strings.Contains(err.Error(), "no PEP 77") {
		t.Errorf("opening a broken graph: %v", err)
	}
	if _, err := a.Metric(t.Context(), Metric{Name: "beauty"}); err == nil || !strings.Contains(err.Error(), "no metric beauty") {
		t.Errorf("an unknown metric: %v", err)
	}
	if _, err := a.Path(t.Context(), Path{From: 3, To: 77, Direction: "outgoing"}); err == nil || !strings.Contains(err.Error(), "no PEP 77") {
		t.Errorf("a path to an unknown PEP: %v", err)
	}
	if _, err := a.File(t.Context(), File{Format: "doc"}); err == nil || !strings.Contains(err.Error(), `no format "doc"`) {
		t.Errorf("an unknown format: %v", err)
	}
	if _, err := a.File(t.Context(), File{Format: "gexf", Looks: make([]export.Look, 1)}); err == nil {
		t.Error("one look for four nodes is accepted")
	}
}

func TestFiles(t *testing.T) {
	a := opened(t)
	for format := range writers {
		text, err := a.File(t.Context(), File{Format: format})
		if err != nil || text == "" {
			t.Errorf("%s: %q, %v", format, text, err)
		}
	}
	text, err := a.File(t.Context(), File{Format: "csv-nodes"})
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil || len(rows) != 5 || rows[1][2] != small().Nodes[0].Title {
		t.Errorf("nodes: %q, %v", rows, err)
	}
	for _, name := range columns {
		if !slices.Contains(rows[0], name) {
			t.Errorf("the nodes have no column %s", name)
		}
	}
	text, err = a.File(t.Context(), File{Format: "json"})
	var back peps.Graph
	if err != nil || json.Unmarshal([]byte(text), &back) != nil || len(back.Edges) != 3 {
		t.Errorf("json: %.80q, %v", text, err)
	}
}

func choice(kinds ...peps.Kind) bynumber.Choice { return bynumber.Choice{Kinds: kinds} }
