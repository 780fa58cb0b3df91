package export

import "strconv"

// GEXFVersion is a dialect of GEXF. They differ in the names of their
// namespaces alone, as far as this package goes.
type GEXFVersion uint8

// The dialects. Gephi and Gephi Lite read both; NetworkX and gonum, so far,
// read nothing later than 1.2draft.
const (
	GEXF12 GEXFVersion = iota
	GEXF13
)

var gexfNames = [...]struct{ version, space string }{
	GEXF12: {"1.2", "http://www.gexf.net/1.2draft"},
	GEXF13: {"1.3", "http://gexf.net/1.3"},
}

// GEXF writes a graph with its columns and, where it is laid out, with places,
// sizes and colours.
func GEXF(g *Graph, version GEXFVersion) ([]byte, error) {
	if err := g.check(); err != nil {
		return nil, err
	}
	name := gexfNames[version]
	m := newMarkup()
	m.start("gexf", "xmlns", name.space, "xmlns:viz", name.space+"/viz", "version", name.version)
	gexfMeta(m, g)
	m.start("graph", "mode", "static", "defaultedgetype", "directed")
	gexfColumns(m, "node", g.NodeColumns)
	gexfColumns(m, "edge", g.EdgeColumns)
	m.start("nodes")
	for i, node := range g.Nodes {
		m.start("node", "id", strconv.Itoa(node.ID), "label", node.Label)
		gexfValues(m, g.NodeColumns, i)
		if g.Looks != nil {
			gexfLook(m, g.Looks[i])
		}
		m.end()
	}
	m.end()
	m.start("edges")
	for i, e := range g.Edges {
		m.start("edge", "id", strconv.Itoa(i), "source", strconv.Itoa(e.From), "target", strconv.Itoa(e.To),
			"weight", number(e.Weight))
		gexfValues(m, g.EdgeColumns, i)
		m.end()
	}
	m.end()
	m.end()
	m.end()
	return m.bytes(), nil
}

func gexfMeta(m *markup, g *Graph) {
	var attributes []string
	if g.Date != "" {
		attributes = []string{"lastmodifieddate", g.Date}
	}
	m.start("meta", attributes...)
	m.leaf("creator", "Ahiru")
	m.leaf("description", g.Title)
	m.end()
}

func gexfColumns(m *markup, class string, columns []Column) {
	if len(columns) == 0 {
		return
	}
	types := [...]string{Text: "string", Whole: "integer", Real: "double"}
	m.start("attributes", "class", class, "mode", "static")
	for i, c := range columns {
		m.empty("attribute", "id", strconv.Itoa(i), "title", c.Name, "type", types[c.Type])
	}
	m.end()
}

func gexfValues(m *markup, columns []Column, row int) {
	if len(columns) == 0 {
		return
	}
	m.start("attvalues")
	for i := range columns {
		if value, known := columns[i].value(row); known {
			m.empty("attvalue", "for", strconv.Itoa(i), "value", value)
		}
	}
	m.end()
}

func gexfLook(m *markup, look Look) {
	rgb, _ := parseColour(look.Colour) // checked
	m.empty("viz:color", "r", decimal(rgb[0]), "g", decimal(rgb[1]), "b", decimal(rgb[2]))
	m.empty("viz:position", "x", length(look.X), "y", length(look.Y), "z", "0")
	m.empty("viz:size", "value", length(2*look.Radius))
}

func decimal(v uint8) string { return strconv.Itoa(int(v)) }
