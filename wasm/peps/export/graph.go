package export

import (
	"fmt"
	"math"
	"slices"
)

// A Graph is what the graph formats hold.
type Graph struct {
	Title       string
	Date        string // of the data, YYYY-MM-DD; empty when unknown
	Nodes       []Node
	Edges       []Edge
	NodeColumns []Column // facts and metrics, beside Nodes
	EdgeColumns []Column // beside Edges
	Looks       []Look   // beside Nodes; nil when nothing is laid out
}

// A Node is named by its PEP's number.
type Node struct {
	ID    int
	Label string
}

// An Edge leads from a node to another, by their ID.
type Edge struct {
	From, To int
	Weight   float64
}

// A Column is one fact about every node or every edge.
type Column struct {
	Name    string
	Type    Type
	Texts   []string  // of a Text column; empty means unknown
	Numbers []float64 // of the other columns; NaN means unknown
}

// A Type is what a column holds.
type Type uint8

// The types of columns.
const (
	Text Type = iota
	Whole
	Real
)

// A Look is how a node appears on the map.
type Look struct {
	X, Y   float64 // y grows upwards
	Radius float64
	Colour string // #rrggbb
}

// WithMetric adds a column of numbers to the nodes.
func (g *Graph) WithMetric(name string, values []float64) {
	column := Column{Name: name, Type: Whole, Numbers: values}
	for _, v := range values {
		if v != math.Trunc(v) {
			column.Type = Real
		}
	}
	g.NodeColumns = append(g.NodeColumns, column)
}

// value is a cell as text; false when it is unknown.
func (c *Column) value(row int) (string, bool) {
	if c.Type == Text {
		return c.Texts[row], c.Texts[row] != ""
	}
	v := c.Numbers[row]
	return number(v), !math.IsNaN(v) && !math.IsInf(v, 0)
}

func (c *Column) len() int {
	if c.Type == Text {
		return len(c.Texts)
	}
	return len(c.Numbers)
}

// check tells what is wrong with a graph before anything is written.
func (g *Graph) check() error {
	known := make(map[int]bool, len(g.Nodes))
	for _, node := range g.Nodes {
		if known[node.ID] {
			return fmt.Errorf("two nodes are named %d", node.ID)
		}
		known[node.ID] = true
	}
	for _, e := range g.Edges {
		if !known[e.From] || !known[e.To] {
			return fmt.Errorf("an edge joins %d and %d, which are not both nodes", e.From, e.To)
		}
		if math.IsNaN(e.Weight) || math.IsInf(e.Weight, 0) {
			return fmt.Errorf("the edge from %d to %d weighs %v", e.From, e.To, e.Weight)
		}
	}
	if err := checkColumns(g.NodeColumns, len(g.Nodes)); err != nil {
		return err
	}
	if err := checkColumns(g.EdgeColumns, len(g.Edges)); err != nil {
		return err
	}
	return g.checkLooks()
}

func checkColumns(columns []Column, rows int) error {
	for i, c := range columns {
		if c.len() != rows {
			return fmt.Errorf("column %q has %d values of its type for %d rows", c.Name, c.len(), rows)
		}
		if slices.ContainsFunc(columns[:i], func(other Column) bool { return other.Name == c.Name }) {
			return fmt.Errorf("there are two columns %q", c.Name)
		}
	}
	return nil
}

func (g *Graph) checkLooks() error {
	if g.Looks == nil {
		return nil
	}
	if len(g.Looks) != len(g.Nodes) {
		return fmt.Errorf("%d nodes have %d looks", len(g.Nodes), len(g.Looks))
	}
	for i, look := range g.Looks {
		if sum := look.X + look.Y + look.Radius; math.IsNaN(sum) || math.IsInf(sum, 0) {
			return fmt.Errorf("node %d stands at no finite place", g.Nodes[i].ID)
		}
		if _, err := parseColour(look.Colour); err != nil {
			return fmt.Errorf("node %d: %w", g.Nodes[i].ID, err)
		}
	}
	return nil
}
