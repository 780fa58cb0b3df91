package layout

import "context"

// Options choose among the layouts of one graph.
type Options struct {
	Seed uint64 `json:"seed"`
}

// A Plan is a finished layout.
type Plan struct {
	// X and Y are the places of the nodes, in the unit of the radii.
	X []float64 `json:"x"`
	Y []float64 `json:"y"`
	// Bounds holds everything; Tray holds the nodes without any edge, which
	// stand in rows of their own, nil when there are none.
	Bounds Box  `json:"bounds"`
	Tray   *Box `json:"tray"`
}

// Force lays a graph out by forces: connected parts one by one, the large one
// first and small ones in rows below it, isolated nodes in a tray. Its work is
// about n log n a round in a fixed number of rounds; it can be cancelled
// between rounds. The error says what of the graph is wrong.
func Force(ctx context.Context, g Graph, o Options) (Plan, error) {
	if err := g.check(); err != nil {
		return Plan{}, err
	}
	if g.Nodes == 0 {
		return Plan{X: []float64{}, Y: []float64{}}, nil
	}
	radius := g.radii()
	parts, isolated := split(components(g))
	dice := random(o.Seed)
	for _, c := range parts {
		if err := c.settle(ctx, radius, &dice); err != nil {
			return Plan{}, err
		}
	}
	return assemble(g, parts, isolated, radius), nil
}

// split takes the isolated nodes out of the components, ascending.
func split(all []*component) (parts []*component, isolated []int) {
	for _, c := range all {
		if len(c.nodes) > 1 {
			parts = append(parts, c)
		} else {
			isolated = append(isolated, c.nodes[0])
		}
	}
	return parts, isolated
}

// settle lays one component out about the origin, in units of the mean radius.
func (c *component) settle(ctx context.Context, all []float64, dice *random) error {
	radius := c.pick(all)
	s := newSimulation(len(c.nodes), c.edges, dice)
	if err := s.run(ctx); err != nil {
		return err
	}
	unit := meanRadius(all)
	for i, p := range s.at {
		s.at[i] = Place{mul(p.X, unit), mul(p.Y, unit)}
	}
	separate(s.at, radius)
	c.at, c.box = s.at, bounds(s.at, radius)
	return nil
}

func (c *component) pick(all []float64) []float64 {
	mine := make([]float64, len(c.nodes))
	for i, node := range c.nodes {
		mine[i] = all[node]
	}
	return mine
}

// assemble puts the parts and the tray together.
func assemble(g Graph, parts []*component, isolated []int, radius []float64) Plan {
	space := mul(6, meanRadius(radius))
	plan := Plan{X: make([]float64, g.Nodes), Y: make([]float64, g.Nodes)}
	at := make([]Place, g.Nodes)
	plan.Bounds = pack(parts, space)
	for _, c := range parts {
		for i, node := range c.nodes {
			at[node] = c.at[i]
		}
	}
	if len(isolated) > 0 {
		box := tray(at, isolated, radius, plan.Bounds, space)
		plan.Tray, plan.Bounds = &box, around(plan.Bounds, box)
	}
	for i, p := range at {
		plan.X[i], plan.Y[i] = p.X, p.Y
	}
	return plan
}

func around(a, b Box) Box {
	return Box{min(a.Left, b.Left), min(a.Bottom, b.Bottom), max(a.Right, b.Right), max(a.Top, b.Top)}
}
