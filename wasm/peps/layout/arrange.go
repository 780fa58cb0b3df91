package layout

import "context"

// Options choose among the layouts of one graph.
type Options struct {
	Seed uint64 `json:"seed"`
	// Progress, if any, hears how much of a layout's work is done: up to a hundred
	// times, and each time more.
	Progress func(done, of int) `json:"-"`
}

// Force lays a graph out by forces: connected parts one by one, the large one
// first and small ones in rows below it, isolated nodes in a tray. Its work is
// about n log n a round in a fixed number of rounds; it can be cancelled
// between rounds. The error says what of the graph is wrong.
func Force(ctx context.Context, g Graph, o Options) (Plan, error) {
	if err := g.check(); err != nil {
		return Plan{}, err
	}
	radius := g.radii()
	parts, isolated := split(components(g))
	dice := random(o.Seed)
	told := o.counter(rounds * size(parts))
	for _, c := range parts {
		if err := c.settle(ctx, radius, &dice, told); err != nil {
			return Plan{}, err
		}
	}
	return assemble(g, parts, isolated, radius, pack), nil
}

// counter gives what a round over some nodes is told to; of is how much all
// rounds come to.
func (o Options) counter(of int) func(nodes int) {
	if o.Progress == nil {
		return func(int) {}
	}
	done, told := 0, 0
	return func(nodes int) {
		if done += nodes; 100*done/of > told {
			told = 100 * done / of
			o.Progress(done, of)
		}
	}
}

// size is how many nodes components have together.
func size(parts []*component) (n int) {
	for _, c := range parts {
		n += len(c.nodes)
	}
	return n
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
func (c *component) settle(ctx context.Context, all []float64, dice *random, told func(nodes int)) error {
	radius := c.pick(all)
	s := newSimulation(len(c.nodes), c.edges, dice)
	s.told = told
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

func around(a, b Box) Box {
	return Box{min(a.Left, b.Left), min(a.Bottom, b.Bottom), max(a.Right, b.Right), max(a.Top, b.Top)}
}
