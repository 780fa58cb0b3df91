package test

import (
	"bytes"
	"encoding/base64"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"image/png"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gonum.org/v1/gonum/graph/encoding/dot"
	"gonum.org/v1/gonum/graph/multi"

	"github.com/ahiru-dev/ahiru/wasm/peps"
	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// A mapFile is what export() of the page's map gave.
type mapFile struct{ Type, Base64 string }

func exported(t *testing.T, page *browser.Page, format string) (kind string, contents []byte) {
	t.Helper()
	got := mapScript[mapFile](t, page, `
		const blob = await map.export("`+format+`");
		const reader = new FileReader();
		await new Promise(done => { reader.onload = done; reader.readAsDataURL(blob); });
		return {Type: blob.type, Base64: reader.result.split(",")[1]};
	`)
	contents, err := base64.StdEncoding.DecodeString(got.Base64)
	if err != nil {
		t.Fatal(err)
	}
	return got.Type, contents
}

// TestMapFilesAreReadBack reads every format as other programs do and counts.
func TestMapFilesAreReadBack(t *testing.T) {
	page := open(t, "/peps/", 1280)
	f := readFacts(t)
	readers := []struct {
		format, kind string
		count        func(*testing.T, []byte) (nodes, edges int)
	}{
		{"gexf", "application/gexf+xml", countXML("node", "edge")},
		{"graphml", "application/graphml+xml", countXML("node", "edge")},
		{"svg", "image/svg+xml", func(t *testing.T, text []byte) (int, int) {
			titles, _ := countXML("title", "path")(t, text)
			return titles - 1, len(f.Edges) // one is the drawing's own; PEPs that touch hide a line
		}},
		{"dot", "text/vnd.graphviz", countDOT},
		{"json", "application/json", countJSON},
		{"csv", "text/csv;charset=utf-8", func(t *testing.T, text []byte) (int, int) { return len(f.Nodes), countRows(t, text) }},
		{"csv-nodes", "text/csv;charset=utf-8", func(t *testing.T, text []byte) (int, int) { return countRows(t, text), len(f.Edges) }},
	}
	for _, r := range readers {
		kind, contents := exported(t, page, r.format)
		if nodes, edges := r.count(t, contents); kind != r.kind || nodes != len(f.Nodes) || edges != len(f.Edges) {
			t.Errorf("%s: type %s, %d nodes, %d edges; want %s, %d, %d", r.format, kind, nodes, edges, r.kind, len(f.Nodes), len(f.Edges))
		}
	}
}

func countXML(node, edge string) func(*testing.T, []byte) (int, int) {
	return func(t *testing.T, text []byte) (nodes, edges int) {
		t.Helper()
		d := xml.NewDecoder(bytes.NewReader(text))
		for token, err := d.Token(); token != nil; token, err = d.Token() {
			if err != nil {
				t.Fatal(err)
			}
			switch e, _ := token.(xml.StartElement); e.Name.Local {
			case node:
				nodes++
			case edge:
				edges++
			}
		}
		return nodes, edges
	}
}

func countDOT(t *testing.T, text []byte) (nodes, edges int) {
	t.Helper()
	g := multi.NewDirectedGraph()
	if err := dot.UnmarshalMulti(text, g); err != nil {
		t.Fatal(err)
	}
	for it := g.Edges(); it.Next(); {
		edges++
	}
	return g.Nodes().Len(), edges
}

func countJSON(t *testing.T, text []byte) (nodes, edges int) {
	t.Helper()
	var g peps.Graph
	if err := json.Unmarshal(text, &g); err != nil {
		t.Fatal(err)
	}
	return len(g.Nodes), len(g.Edges)
}

func countRows(t *testing.T, text []byte) int {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return len(rows) - 1
}

// TestMapPNGShowsTheMap decodes the picture and looks for Final's colour.
func TestMapPNGShowsTheMap(t *testing.T) {
	page := open(t, "/peps/", 1280)
	kind, contents := exported(t, page, "png")
	picture, err := png.Decode(bytes.NewReader(contents))
	if err != nil || kind != "image/png" {
		t.Fatalf("type %s: %v", kind, err)
	}
	found, box := 0, picture.Bounds()
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			r, g, b, _ := picture.At(x, y).RGBA()
			if near(r>>8, 0x2a) && near(g>>8, 0x5e) && near(b>>8, 0x8b) {
				found++
			}
		}
	}
	if max(box.Dx(), box.Dy()) != 3200 || found < 20000 {
		t.Errorf("a picture of %v with %d pixels of Final's colour", box, found)
	}
}

// TestMapMetrics holds what the page computes against what follows from the
// facts alone.
func TestMapMetrics(t *testing.T) {
	page := open(t, "/peps/", 1280)
	type outcome struct {
		In, Out, Rank, Between, Close, Eigen, Core, Community map[string]float64
		Unknown                                               string
	}
	got := mapScript[outcome](t, page, `
		const [In, Out, Rank, Between, Close, Eigen, Core, Community] = await Promise.all(
			["in-degree", "out-degree", "pagerank", "betweenness", "closeness", "eigenvector", "core", "community"].map(n => map.metrics(n)));
		const Unknown = await map.metrics("beauty").then(() => "an answer", error => error.message);
		return {In, Out, Rank, Between, Close, Eigen, Core, Community, Unknown};
	`)
	f := readFacts(t)
	rank := 0.0
	for _, n := range f.Nodes {
		name := strconv.Itoa(n.Number)
		rank += got.Rank[name]
		if int(got.In[name]) != len(f.rows(n.Number, true)) || int(got.Out[name]) != len(f.rows(n.Number, false)) {
			t.Errorf("PEP %s: in-degree %v, out-degree %v", name, got.In[name], got.Out[name])
		}
	}
	if math.Abs(rank-1) > 1e-9 {
		t.Errorf("the ranks add up to %v", rank)
	}
	for name, values := range map[string]map[string]float64{"betweenness": got.Between, "closeness": got.Close, "eigenvector": got.Eigen, "core": got.Core, "community": got.Community} {
		if len(values) != len(f.Nodes) || values["484"] == values["8"] && name != "core" {
			t.Errorf("%s: %d values, the same for 8 and 484", name, len(values))
		}
	}
	if !strings.Contains(got.Unknown, "there is no metric beauty") {
		t.Errorf("an unknown metric: %s", got.Unknown)
	}
}

func TestMapPaths(t *testing.T) {
	page := open(t, "/peps/", 1280)
	type outcome struct {
		There, Self, None []int
		Unknown, Format   string
	}
	got := mapScript[outcome](t, page, `
		const words = promise => promise.then(() => "an answer", error => error.message);
		return {There: await map.path(695, 3107), Self: await map.path(8, 8), None: await map.path(8, 754),
			Unknown: await words(map.path(8, 31337)), Format: await words(map.export("doc"))};
	`)
	f := readFacts(t)
	if len(got.There) < 2 || got.There[0] != 695 || got.There[len(got.There)-1] != 3107 {
		t.Fatalf("from 695 to 3107: %v", got.There)
	}
	for i := range got.There[1:] {
		cites := f.rows(got.There[i], false)
		if !slices.ContainsFunc(cites, func(r factRow) bool { return r.number == got.There[i+1] }) {
			t.Errorf("PEP %d does not cite PEP %d", got.There[i], got.There[i+1])
		}
	}
	if !slices.Equal(got.Self, []int{8}) || got.None == nil || len(got.None) != 0 {
		t.Errorf("to itself %v, where there is no way %v", got.Self, got.None)
	}
	if got.Unknown != "The map has no PEP 31337." || !strings.HasPrefix(got.Format, "There is no format doc;") {
		t.Errorf("refusals: %q, %q", got.Unknown, got.Format)
	}
}

// TestMapSavesByButton: the panel opens, gives a file to the downloads and says
// so; Escape closes it and the focus is back on its button.
func TestMapSavesByButton(t *testing.T) {
	for _, width := range []int{1280, 390} {
		page := open(t, "/peps/", width)
		type outcome struct {
			Said, File, Focus string
			Wide, Open        bool
		}
		got := mapScript[outcome](t, page, `
			let File = "";
			HTMLAnchorElement.prototype.click = function () { File = this.download; };
			$("#tool-save").click();
			await settled();
			const Wide = document.documentElement.scrollWidth > innerWidth || $(".panel").scrollWidth > $(".panel").clientWidth;
			$("[data-format=gexf]").click();
			while (!File) await settled();
			await settled();
			const Said = $(".panel [role=status]").textContent;
			$("#panel-title").focus();
			await key("Escape");
			return {Said, File, Wide, Open: $(".panel") !== null, Focus: map.shadowRoot.activeElement.id};
		`)
		if got.File != "peps.gexf" || !strings.HasPrefix(got.Said, "peps.gexf has been handed") || got.Wide || got.Open || got.Focus != "tool-save" {
			t.Errorf("at %d pixels: %+v", width, got)
		}
	}
}
