package export

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"
)

// NodesCSV writes the nodes as a table with a line of headings, under the names
// that Gephi's import expects. An unknown value is an empty cell.
func NodesCSV(g *Graph) ([]byte, error) {
	if err := g.check(); err != nil {
		return nil, err
	}
	rows := [][]string{append([]string{"Id", "Label"}, names(g.NodeColumns)...)}
	for i, node := range g.Nodes {
		rows = append(rows, append([]string{strconv.Itoa(node.ID), node.Label}, values(g.NodeColumns, i)...))
	}
	return table(rows)
}

// EdgesCSV writes the edges as NodesCSV writes the nodes.
func EdgesCSV(g *Graph) ([]byte, error) {
	if err := g.check(); err != nil {
		return nil, err
	}
	rows := [][]string{append([]string{"Source", "Target", "Type", "Weight"}, names(g.EdgeColumns)...)}
	for i, e := range g.Edges {
		row := []string{strconv.Itoa(e.From), strconv.Itoa(e.To), "Directed", number(e.Weight)}
		rows = append(rows, append(row, values(g.EdgeColumns, i)...))
	}
	return table(rows)
}

func names(columns []Column) []string {
	list := make([]string, len(columns))
	for i, c := range columns {
		list[i] = c.Name
	}
	return list
}

func values(columns []Column, row int) []string {
	list := make([]string, len(columns))
	for i := range columns {
		if value, known := columns[i].value(row); known {
			list[i] = value
		}
	}
	return list
}

func table(rows [][]string) ([]byte, error) {
	var text bytes.Buffer
	w := csv.NewWriter(&text)
	for _, row := range rows {
		for i, cell := range row {
			row[i] = strings.ToValidUTF8(cell, "\uFFFD")
		}
		if err := w.Write(row); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return text.Bytes(), w.Error()
}
