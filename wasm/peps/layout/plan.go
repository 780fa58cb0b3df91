package layout

import "fmt"

// A Plan is a finished layout.
type Plan struct {
	// X and Y are the places of the nodes, in the unit of the radii.
	X []float64 `json:"x"`
	Y []float64 `json:"y"`
	// Bounds holds everything; Tray holds the nodes without any edge, which
	// stand in rows of their own, nil when there are none.
	Bounds Box  `json:"bounds"`
	Tray   *Box `json:"tray"`
	// Guides say what the places mean; none where they mean only nearness.
	Guides []Guide `json:"guides"`
}

// A Guide is a part of the plane with a meaning: a column of years, a row of
// one layer, a ring of ranks (the box around it), a disc of one group.
type Guide struct {
	Label string `json:"label"`
	Box   Box    `json:"box"`
}

// A packing puts finished parts together, space apart, and tells the box of all.
type packing func(parts []*component, space float64) Box

// assemble puts the parts and the tray together.
func assemble(g Graph, parts []*component, isolated []int, radius []float64, put packing) Plan {
	plan := Plan{X: make([]float64, g.Nodes), Y: make([]float64, g.Nodes), Guides: []Guide{}}
	if g.Nodes == 0 {
		return plan
	}
	space := mul(6, meanRadius(radius))
	at := make([]Place, g.Nodes)
	plan.Bounds = put(parts, space)
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

// checkWith checks a graph and that something is known of each of its nodes.
func (g Graph) checkWith(known int, what string) error {
	if err := g.check(); err != nil {
		return err
	}
	if known != g.Nodes {
		return fmt.Errorf("%d %s for %d nodes", known, what, g.Nodes)
	}
	return nil
}
