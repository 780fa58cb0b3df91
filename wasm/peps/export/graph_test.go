package export

import (
	"math"
	"testing"
)

func TestFormatsOfAFewPEPs(t *testing.T) {
	g := drawn()
	for name, write := range map[string]func() ([]byte, error){
		"few-1.2.gexf":  func() ([]byte, error) { return GEXF(g, GEXF12) },
		"few-1.3.gexf":  func() ([]byte, error) { return GEXF(g, GEXF13) },
		"few.graphml":   func() ([]byte, error) { return GraphML(g) },
		"few.dot":       func() ([]byte, error) { return DOT(g) },
		"few-nodes.csv": func() ([]byte, error) { return NodesCSV(g) },
		"few-edges.csv": func() ([]byte, error) { return EdgesCSV(g) },
		"few.json":      func() ([]byte, error) { return JSON(few()) },
	} {
		t.Run(name, func(t *testing.T) {
			got, err := write()
			golden(t, name, got, err)
		})
	}
}

func TestGraphsThatCannotBe(t *testing.T) {
	spoil := map[string]func(*Graph){
		"two nodes are named 1":                                      func(g *Graph) { g.Nodes[1].ID = 1 },
		"an edge joins 1 and 9, which are not both nodes":            func(g *Graph) { g.Edges[0].To = 9 },
		"the edge from 1 to 8 weighs NaN":                            func(g *Graph) { g.Edges[0].Weight = math.NaN() },
		`column "title" has 0 values of its type for 3 rows`:         func(g *Graph) { g.NodeColumns[0].Texts = nil },
		`column "role" has 1 values of its type for 3 rows`:          func(g *Graph) { g.EdgeColumns[0].Numbers = []float64{1} },
		`there are two columns "title"`:                              func(g *Graph) { g.NodeColumns[1].Name = "title" },
		"3 nodes have 2 looks":                                       func(g *Graph) { g.Looks = g.Looks[:2] },
		"node 8 stands at no finite place":                           func(g *Graph) { g.Looks[1].Y = math.Inf(1) },
		`node 3000: "red\"/><x" is no colour of the form #rrggbb`:    func(g *Graph) { g.Looks[2].Colour = `red"/><x` },
		`node 3000: "#ff80001" is no colour of the form #rrggbb`:     func(g *Graph) { g.Looks[2].Colour = "#ff80001" },
		`node 3000: "ff8000" is no colour of the form #rrggbb`:       func(g *Graph) { g.Looks[2].Colour = "ff8000" },
		`node 3000: "#-f8000" is no colour of the form #rrggbb`:      func(g *Graph) { g.Looks[2].Colour = "#-f8000" },
		`column "pagerank" has 4 values of its type for 3 rows`:      func(g *Graph) { g.NodeColumns[11].Numbers = make([]float64, 4) },
		`column "in-degree" has 0 values of its type for 3 rows`:     func(g *Graph) { g.NodeColumns[10].Type = Text },
		"an edge joins 5 and 8, which are not both nodes":            func(g *Graph) { g.Edges[0].From = 5 },
		`column "superseded_by" has 0 values of its type for 3 rows`: func(g *Graph) { g.EdgeColumns[8].Numbers = nil },
		"the edge from 8 to 3000 weighs -Inf":                        func(g *Graph) { g.Edges[2].Weight = math.Inf(-1) },
		`node 1: "" is no colour of the form #rrggbb`:                func(g *Graph) { g.Looks[0].Colour = "" },
		"node 1 stands at no finite place":                           func(g *Graph) { g.Looks[0].Radius = math.NaN() },
	}
	for want, fault := range spoil {
		g := drawn()
		fault(g)
		for _, write := range []func(*Graph) ([]byte, error){GraphML, DOT, NodesCSV, EdgesCSV, oldGEXF} {
			if text, err := write(g); err == nil || err.Error() != want || text != nil {
				t.Errorf("got %v, want %s", err, want)
			}
		}
	}
}

func oldGEXF(g *Graph) ([]byte, error) { return GEXF(g, GEXF12) }

func TestAnEmptyGraph(t *testing.T) {
	for _, write := range []func(*Graph) ([]byte, error){GraphML, DOT, NodesCSV, EdgesCSV, oldGEXF} {
		if text, err := write(&Graph{}); err != nil || len(text) == 0 {
			t.Errorf("got %q, %v", text, err)
		}
	}
}

func TestNumbers(t *testing.T) {
	for v, want := range map[float64]string{0: "0", math.Copysign(0, -1): "0", -3: "-3", 1e15: "1e+15", 0.1: "0.1",
		1e-7: "1e-07", 1. / 3: "0.3333333333333333", math.MaxFloat64: "1.7976931348623157e+308"} {
		if got := number(v); got != want {
			t.Errorf("number(%v) is %s, want %s", v, got, want)
		}
	}
	for v, want := range map[float64]string{0: "0", -0.0001: "0", 1.5: "1.5", 120: "120", -2.0006: "-2.001"} {
		if got := length(v); got != want {
			t.Errorf("length(%v) is %s, want %s", v, got, want)
		}
	}
}
