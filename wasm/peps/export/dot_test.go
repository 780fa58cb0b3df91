package export

import (
	"strconv"
	"testing"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/encoding"
	"gonum.org/v1/gonum/graph/encoding/dot"
	"gonum.org/v1/gonum/graph/simple"
)

// A collector is a graph for gonum's decoder that keeps all it is told.
type collector struct {
	*simple.DirectedGraph
	name string
}

type dotNode struct {
	graph.Node
	id    string
	cells map[string]string
}

type dotEdge struct {
	graph.Edge
	cells map[string]string
}

func (c *collector) SetDOTID(id string) { c.name = id }
func (c *collector) NewNode() graph.Node {
	return &dotNode{Node: c.DirectedGraph.NewNode(), cells: map[string]string{}}
}
func (c *collector) NewEdge(from, to graph.Node) graph.Edge {
	return &dotEdge{Edge: c.DirectedGraph.NewEdge(from, to), cells: map[string]string{}}
}
func (n *dotNode) SetDOTID(id string) { n.id = id }
func (n *dotNode) SetAttribute(a encoding.Attribute) error {
	n.cells[a.Key] = a.Value
	return nil
}
func (e *dotEdge) SetAttribute(a encoding.Attribute) error {
	e.cells[a.Key] = a.Value
	return nil
}

func TestDOTIsReadBackByGonum(t *testing.T) {
	g := drawn()
	g.Title = awkward
	text, err := DOT(g)
	if err != nil {
		t.Fatal(err)
	}
	c := &collector{DirectedGraph: simple.NewDirectedGraph()}
	if err := dot.Unmarshal(text, c); err != nil {
		t.Fatal(err)
	}
	nodes, edges := readBack{}, readBack{}
	for _, node := range graph.NodesOf(c.Nodes()) {
		n := node.(*dotNode)
		nodes[n.id] = n.cells
	}
	for _, edge := range graph.EdgesOf(c.Edges()) {
		e := edge.(*dotEdge)
		edges[e.From().(*dotNode).id+" "+e.To().(*dotNode).id] = e.cells
	}
	wantNodes, wantEdges := wanted(g)
	for i, look := range g.Looks {
		row := wantNodes[strconv.Itoa(g.Nodes[i].ID)]
		row["pos"], row["style"], row["fillcolor"] = length(look.X)+","+length(look.Y)+"!", "filled", hex(look.Colour)
	}
	same(t, "nodes", nodes, wantNodes)
	same(t, "edges", edges, wantEdges)
	if c.name != awkward {
		t.Errorf("the graph is named %q", c.name)
	}
}
