package paths

// A Search is on its way from one node to another.
type Search struct {
	graph    *Graph
	to       int
	estimate []float64
	frontier frontier
	better   func(a, b Entry) int // ranks two ways to one node
	rank     func(a, b Entry) int // ranks nodes in the frontier
	best     []Entry              // by node; Arcs is -1 where none was reached
	settled  []bool
	over     bool
}

// An Entry is the best way found so far to a node.
type Entry struct {
	Node     int
	Via      int     // the node before it, -1 at the start
	Arcs     int     // the number of arcs from the start
	Cost     float64 // their weights added up
	Estimate float64 // of the cost from here to the target; 0 but in A*
}

// A Step settles one node: the way to it is final (in A* as long as the
// estimate does not shrink faster along an arc than the arc costs).
type Step struct {
	Settled Entry
	// Reached are the nodes to which this step found a first or a better way,
	// by number.
	Reached []Entry
}

// BFS searches breadth first: for the route of the fewest arcs, whatever they
// weigh.
func BFS(g *Graph, from, to int) (*Search, error) {
	return newSearch(g, from, to, make([]float64, g.Len()), &queue{}, fewest, breadth)
}

// Dijkstra searches in rings of growing cost.
func Dijkstra(g *Graph, from, to int) (*Search, error) {
	return newSearch(g, from, to, make([]float64, g.Len()), &pile{}, cheapest, promise)
}

// AStar searches towards the target: it prefers the node whose cost and
// estimated rest are least together. Estimate must never say more than the true
// rest, or the route may not be a shortest one. Nil stands for the straight
// line at the price of the cheapest arc, for which every node needs a place.
// Of several routes of one cost it may find another than Dijkstra.
func AStar(g *Graph, from, to int, estimate func(node int) float64) (*Search, error) {
	if err := g.know(from, to); err != nil {
		return nil, err
	}
	var all []float64
	var err error
	if estimate == nil {
		all, err = g.straight(to)
	} else {
		all, err = g.each(estimate)
	}
	if err != nil {
		return nil, err
	}
	return newSearch(g, from, to, all, &pile{}, cheapest, promise)
}

func newSearch(g *Graph, from, to int, estimate []float64, f frontier, better, rank func(a, b Entry) int) (*Search, error) {
	if err := g.know(from, to); err != nil {
		return nil, err
	}
	s := &Search{graph: g, to: to, estimate: estimate, frontier: f, better: better, rank: rank,
		best: make([]Entry, g.Len()), settled: make([]bool, g.Len())}
	for node := range s.best {
		s.best[node] = Entry{Node: node, Via: -1, Arcs: -1, Estimate: estimate[node]}
	}
	s.best[from].Arcs = 0
	s.frontier.add(s.best[from])
	return s, nil
}
