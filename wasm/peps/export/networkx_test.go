package export

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/wasm/peps"
)

const readWithNetworkX = `
import sys, networkx as nx
path = sys.argv[1]
g = nx.read_gexf(path) if path.endswith(".gexf") else nx.read_graphml(path)
print(type(g).__name__, g.number_of_nodes(), g.number_of_edges(), int(sum(w for _, _, w in g.edges(data="weight"))))
n = g.nodes["8"]
print(n["title"], n["status"], n["label"], n["in-degree"] + 1, "%.3f" % n["share"])
`

// python finds a Python that has NetworkX: the one in the path, or Debian's.
func python(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"python3", "/usr/bin/python3"} {
		if exec.Command(name, "-c", "import networkx").Run() == nil {
			return name
		}
	}
	t.Skip("no Python with NetworkX here (on Debian: apt-get install python3-networkx)")
	return ""
}

func TestNetworkXReadsTheShippedGraph(t *testing.T) {
	interpreter := python(t)
	g, want := shippedExport(t)
	for name, write := range map[string]func(*Graph) ([]byte, error){"a.gexf": oldGEXF, "a.graphml": GraphML} {
		text, err := write(g)
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(file, text, 0o644); err != nil {
			t.Fatal(err)
		}
		got, err := exec.Command(interpreter, "-c", readWithNetworkX, file).CombinedOutput()
		if err != nil || strings.TrimSpace(string(got)) != want {
			t.Errorf("%s: %v, read\n%s\nwant\n%s", name, err, got, want)
		}
	}
}

// shippedExport is the map's own data, and what Python should say of it.
func shippedExport(t testing.TB) (g *Graph, said string) {
	t.Helper()
	text, err := os.ReadFile("../data/peps.json")
	if err != nil {
		t.Fatal(err)
	}
	var data peps.Graph
	if err := json.Unmarshal(text, &data); err != nil {
		t.Fatal(err)
	}
	g = Of(data)
	one, third := make([]float64, len(data.Nodes)), make([]float64, len(data.Nodes))
	g.Looks = make([]Look, len(data.Nodes))
	for i := range data.Nodes {
		one[i], third[i] = 1, 1./3
		g.Looks[i] = Look{float64(i % 30), float64(i / 30), 0.3, "#0077ff"}
	}
	g.WithMetric("in-degree", one)
	g.WithMetric("share", third)
	mentions := 0
	for _, e := range data.Edges {
		mentions += e.Count
	}
	counts := []float64{float64(len(data.Nodes)), float64(len(data.Edges)), float64(mentions)}
	said = "DiGraph"
	for _, n := range counts {
		said += " " + number(n)
	}
	return g, said + "\nStyle Guide for Python Code Active PEP 8 2 0.333"
}

func BenchmarkShipped(b *testing.B) {
	g, _ := shippedExport(b)
	for name, write := range map[string]func(*Graph) ([]byte, error){"gexf": oldGEXF, "graphml": GraphML, "dot": DOT,
		"nodes.csv": NodesCSV, "edges.csv": EdgesCSV} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				text, err := write(g)
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(len(text)), "bytes")
			}
		})
	}
}
