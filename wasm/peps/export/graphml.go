package export

import "strconv"

// GraphML writes a graph with its columns. A laid out node has x, y, size and
// colour as further columns, under the names that Gephi gives them.
func GraphML(g *Graph) ([]byte, error) {
	if err := g.check(); err != nil {
		return nil, err
	}
	nodes := append([]Column{labels(g)}, g.NodeColumns...)
	nodes = append(nodes, lookColumns(g.Looks)...)
	edges := append([]Column{weights(g)}, g.EdgeColumns...)

	m := newMarkup()
	m.start("graphml", "xmlns", "http://graphml.graphdrawing.org/xmlns")
	graphmlKeys(m, "node", "n", nodes)
	graphmlKeys(m, "edge", "e", edges)
	m.start("graph", "id", "G", "edgedefault", "directed")
	m.leaf("desc", g.Title)
	for i, node := range g.Nodes {
		m.start("node", "id", strconv.Itoa(node.ID))
		graphmlValues(m, "n", nodes, i)
		m.end()
	}
	for i, e := range g.Edges {
		m.start("edge", "id", "e"+strconv.Itoa(i), "source", strconv.Itoa(e.From), "target", strconv.Itoa(e.To))
		graphmlValues(m, "e", edges, i)
		m.end()
	}
	m.end()
	m.end()
	return m.bytes(), nil
}

func graphmlKeys(m *markup, class, prefix string, columns []Column) {
	types := [...]string{Text: "string", Whole: "long", Real: "double"}
	for i, c := range columns {
		m.empty("key", "id", prefix+strconv.Itoa(i), "for", class, "attr.name", c.Name, "attr.type", types[c.Type])
	}
}

func graphmlValues(m *markup, prefix string, columns []Column, row int) {
	for i := range columns {
		if value, known := columns[i].value(row); known {
			m.leaf("data", value, "key", prefix+strconv.Itoa(i))
		}
	}
}

func labels(g *Graph) Column {
	c := Column{Name: "label", Texts: make([]string, len(g.Nodes))}
	for i, node := range g.Nodes {
		c.Texts[i] = node.Label
	}
	return c
}

func weights(g *Graph) Column {
	c := Column{Name: "weight", Type: Real, Numbers: make([]float64, len(g.Edges))}
	for i, e := range g.Edges {
		c.Numbers[i] = e.Weight
	}
	return c
}

func lookColumns(looks []Look) []Column {
	if looks == nil {
		return nil
	}
	columns := []Column{{Name: "x", Type: Real}, {Name: "y", Type: Real}, {Name: "size", Type: Real},
		{Name: "r", Type: Whole}, {Name: "g", Type: Whole}, {Name: "b", Type: Whole}}
	for _, look := range looks {
		rgb, _ := parseColour(look.Colour) // checked
		for i, v := range []float64{look.X, look.Y, 2 * look.Radius, float64(rgb[0]), float64(rgb[1]), float64(rgb[2])} {
			columns[i].Numbers = append(columns[i].Numbers, v)
		}
	}
	return columns
}
