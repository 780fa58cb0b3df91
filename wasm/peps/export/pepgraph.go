package export

import (
	"bytes"
	"math"
	"strconv"
	"strings"

	"github.com/ahiru-dev/ahiru/wasm/peps"
)

// JSON writes the public format of /peps/peps.json.
func JSON(g peps.Graph) ([]byte, error) {
	var text bytes.Buffer
	err := g.Encode(&text)
	return text.Bytes(), err
}

// Of gives the facts of a graph of PEPs as columns. Lists become one text with
// "; " between; an edge's kinds become a column each, with their counts.
func Of(g peps.Graph) *Graph {
	date, _, _ := strings.Cut(string(g.Date), "T")
	out := &Graph{Title: "References between PEPs", Date: date}
	for _, n := range g.Nodes {
		out.Nodes = append(out.Nodes, Node{n.Number, "PEP " + strconv.Itoa(n.Number)})
	}
	for _, fact := range facts {
		c := Column{Name: fact.name, Texts: make([]string, len(g.Nodes))}
		for i := range g.Nodes {
			c.Texts[i] = fact.of(&g.Nodes[i])
		}
		out.NodeColumns = append(out.NodeColumns, c)
	}
	for _, kind := range peps.Kinds() {
		out.EdgeColumns = append(out.EdgeColumns, Column{Name: string(kind), Type: Whole, Numbers: counts(g.Edges, kind)})
	}
	for _, e := range g.Edges {
		out.Edges = append(out.Edges, Edge{e.From, e.To, float64(e.Count)})
	}
	return out
}

var facts = []struct {
	name string
	of   func(*peps.Node) string
}{
	{"title", func(n *peps.Node) string { return n.Title }},
	{"status", func(n *peps.Node) string { return n.Status }},
	{"type", func(n *peps.Node) string { return n.Type }},
	{"topic", func(n *peps.Node) string { return strings.Join(n.Topic, "; ") }},
	{"created", func(n *peps.Node) string { return string(n.Created) }},
	{"authors", func(n *peps.Node) string { return strings.Join(n.Authors, "; ") }},
	{"python_version", func(n *peps.Node) string { return strings.Join(n.PythonVersion, "; ") }},
	{"requires", func(n *peps.Node) string { return refs(n.Requires) }},
	{"replaces", func(n *peps.Node) string { return refs(n.Replaces) }},
	{"superseded_by", func(n *peps.Node) string { return refs(n.SupersededBy) }},
}

func refs(list []peps.HeaderRef) string {
	texts := make([]string, len(list))
	for i, r := range list {
		if texts[i] = r.Text; r.Text == "" {
			texts[i] = strconv.Itoa(r.Number)
		}
	}
	return strings.Join(texts, "; ")
}

func counts(edges []peps.Edge, kind peps.Kind) []float64 {
	list := make([]float64, len(edges))
	for i, e := range edges {
		list[i] = math.NaN()
		if count := e.Kinds[kind]; count > 0 {
			list[i] = float64(count)
		}
	}
	return list
}
