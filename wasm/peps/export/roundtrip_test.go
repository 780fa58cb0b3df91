package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gonum.org/v1/gonum/graph/formats/gexf12"

	"github.com/ahiru-dev/ahiru/wasm/peps"
)

// facts are what every format must give back: by node, then column.
type readBack map[string]map[string]string

func wanted(g *Graph) (nodes, edges readBack) {
	nodes, edges = readBack{}, readBack{}
	for i, node := range g.Nodes {
		row := map[string]string{"label": node.Label}
		for _, c := range g.NodeColumns {
			if value, known := c.value(i); known {
				row[c.Name] = value
			}
		}
		nodes[strconv.Itoa(node.ID)] = row
	}
	for i, e := range g.Edges {
		row := map[string]string{"weight": number(e.Weight)}
		for _, c := range g.EdgeColumns {
			if value, known := c.value(i); known {
				row[c.Name] = value
			}
		}
		edges[strconv.Itoa(e.From)+" "+strconv.Itoa(e.To)] = row
	}
	return nodes, edges
}

func same(t *testing.T, what string, got, want readBack) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s read back are\n%q\nwant\n%q", what, got, want)
	}
}

func TestGEXFIsReadBackByGonum(t *testing.T) {
	for _, version := range []GEXFVersion{GEXF12, GEXF13} {
		g := drawn()
		text, err := GEXF(g, version)
		if err != nil {
			t.Fatal(err)
		}
		if version == GEXF13 { // which gonum does not know; only the names differ
			if !bytes.Contains(text, []byte(`version="1.3"`)) {
				t.Error("no version")
			}
			text = bytes.ReplaceAll(text, []byte("http://gexf.net/1.3"), []byte("http://www.gexf.net/1.2draft"))
		}
		var doc gexf12.Content
		if err := xml.Unmarshal(text, &doc); err != nil {
			t.Fatal(err)
		}
		compareGEXF(t, g, &doc)
	}
}

func compareGEXF(t *testing.T, g *Graph, doc *gexf12.Content) {
	t.Helper()
	titles := map[string][]string{}
	for _, class := range doc.Graph.Attributes {
		for _, a := range class.Attributes {
			titles[class.Class] = append(titles[class.Class], a.Title)
		}
	}
	row := func(class string, values *gexf12.AttValues) map[string]string {
		cells := map[string]string{}
		for _, v := range values.AttValues {
			i, _ := strconv.Atoi(v.For)
			cells[titles[class][i]] = v.Value
		}
		return cells
	}
	nodes, edges := readBack{}, readBack{}
	for i, node := range doc.Graph.Nodes.Nodes {
		nodes[node.ID] = row("node", node.AttValues)
		nodes[node.ID]["label"] = node.Label
		rgb, _ := parseColour(g.Looks[i].Colour)
		if (Look{node.Position.X, node.Position.Y, node.Size.Value / 2, ""}) != (Look{round(g.Looks[i].X), g.Looks[i].Y, g.Looks[i].Radius, ""}) ||
			[3]uint8{node.Color.R, node.Color.G, node.Color.B} != rgb {
			t.Errorf("node %s looks like %v, %v, %v", node.ID, node.Position, node.Size, node.Color)
		}
	}
	for _, e := range doc.Graph.Edges.Edges {
		edges[e.Source+" "+e.Target] = row("edge", e.AttValues)
		edges[e.Source+" "+e.Target]["weight"] = number(e.Weight)
	}
	wantNodes, wantEdges := wanted(g)
	same(t, "nodes", nodes, wantNodes)
	same(t, "edges", edges, wantEdges)
	if doc.Meta.LastModified.Format("2006-01-02") != "2026-08-22" || doc.Graph.DefaultEdgeType != "directed" {
		t.Errorf("modified %v, %s edges", doc.Meta.LastModified, doc.Graph.DefaultEdgeType)
	}
}

func round(v float64) float64 {
	short, _ := strconv.ParseFloat(length(v), 64)
	return short
}

func TestGraphMLIsReadBack(t *testing.T) {
	g := drawn()
	text, err := GraphML(g)
	if err != nil {
		t.Fatal(err)
	}
	type data struct {
		Key   string `xml:"key,attr"`
		Value string `xml:",chardata"`
	}
	var doc struct {
		XMLName xml.Name `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
		Keys    []struct {
			ID   string `xml:"id,attr"`
			Name string `xml:"attr.name,attr"`
		} `xml:"key"`
		Graph struct {
			Nodes []struct {
				ID   string `xml:"id,attr"`
				Data []data `xml:"data"`
			} `xml:"node"`
			Edges []struct {
				Source string `xml:"source,attr"`
				Target string `xml:"target,attr"`
				Data   []data `xml:"data"`
			} `xml:"edge"`
		} `xml:"graph"`
	}
	if err := xml.Unmarshal(text, &doc); err != nil {
		t.Fatal(err)
	}
	titles := map[string]string{}
	for _, key := range doc.Keys {
		titles[key.ID] = key.Name
	}
	row := func(list []data) map[string]string {
		cells := map[string]string{}
		for _, d := range list {
			cells[titles[d.Key]] = d.Value
		}
		return cells
	}
	nodes, edges := readBack{}, readBack{}
	for _, node := range doc.Graph.Nodes {
		nodes[node.ID] = row(node.Data)
	}
	for _, e := range doc.Graph.Edges {
		edges[e.Source+" "+e.Target] = row(e.Data)
	}
	g.NodeColumns = append(g.NodeColumns, lookColumns(g.Looks)...)
	wantNodes, wantEdges := wanted(g)
	same(t, "nodes", nodes, wantNodes)
	same(t, "edges", edges, wantEdges)
}

func TestCSVIsReadBack(t *testing.T) {
	g := drawn()
	wantNodes, wantEdges := wanted(g)
	nodes, edges := readBack{}, readBack{}
	for _, row := range readCSV(t, NodesCSV, g) {
		id := row["Id"]
		row["label"] = row["Label"]
		delete(row, "Id")
		delete(row, "Label")
		nodes[id] = row
	}
	for _, row := range readCSV(t, EdgesCSV, g) {
		ends := row["Source"] + " " + row["Target"]
		row["weight"] = row["Weight"]
		if row["Type"] != "Directed" {
			t.Errorf("the edge %s is %s", ends, row["Type"])
		}
		for _, name := range []string{"Source", "Target", "Type", "Weight"} {
			delete(row, name)
		}
		edges[ends] = row
	}
	same(t, "nodes", nodes, wantNodes)
	same(t, "edges", edges, wantEdges)
}

// readCSV reads rows by heading, without empty cells.
func readCSV(t *testing.T, write func(*Graph) ([]byte, error), g *Graph) []map[string]string {
	t.Helper()
	text, err := write(g)
	if err != nil {
		t.Fatal(err)
	}
	lines, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, cell := range line {
			if cell != "" {
				row[lines[0][i]] = cell
			}
		}
		rows = append(rows, row)
	}
	return rows
}

func TestJSONIsReadBack(t *testing.T) {
	text, err := JSON(few())
	if err != nil {
		t.Fatal(err)
	}
	var got peps.Graph
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, few()) {
		t.Errorf("read back: %v", got)
	}
}

func TestWhatNoFormatCanHoldIsReplaced(t *testing.T) {
	g := &Graph{Title: "a\x00b\xffc", Nodes: []Node{{ID: 1, Label: "d\x01e\xfef"}}}
	for _, write := range []func(*Graph) ([]byte, error){GraphML, DOT, oldGEXF} {
		text, err := write(g)
		if err != nil || !strings.Contains(string(text), "a\uFFFDb\uFFFDc") || !strings.Contains(string(text), "d\uFFFDe\uFFFDf") {
			t.Errorf("%v in\n%s", err, text)
		}
	}
	if text, err := NodesCSV(g); err != nil || !slices.Contains(strings.Split(string(text), "\n"), "1,d\x01e\uFFFDf") {
		t.Errorf("%v in\n%s", err, text)
	}
}
