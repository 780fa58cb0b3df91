package layout

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
)

// Timeline lays a graph out along time: a node's X tells when it was made, in
// years, its Y only that neighbours stand near. All connected parts share the
// one axis, small ones stand in bands below the large one. Nodes of unknown time
// (NaN) stand in a column before the first year. Isolated nodes are in the tray.
func Timeline(ctx context.Context, g Graph, years []float64, o Options) (Plan, error) {
	if err := g.checkWith(len(years), "years"); err != nil {
		return Plan{}, err
	}
	for i, year := range years {
		if math.Abs(year) > lastYear {
			return Plan{}, fmt.Errorf("node %d is of the year %v, which no axis can hold", i, year)
		}
	}
	radius := g.radii()
	parts, isolated := split(components(g))
	if len(parts) == 0 {
		return assemble(g, nil, isolated, radius, pack), nil
	}
	a := newAxis(parts, years, meanRadius(radius))
	dice := random(o.Seed)
	told := o.counter(rounds * size(parts))
	for _, c := range parts {
		if err := c.settleOn(ctx, a, years, radius, &dice, told); err != nil {
			return Plan{}, err
		}
	}
	plan := assemble(g, parts, isolated, radius, func(parts []*component, space float64) Box {
		a.box = stack(parts, space)
		return a.box
	})
	plan.Guides = a.guides()
	return plan, nil
}

// An axis turns years into places.
type axis struct {
	first, last float64 // years, whole
	scale       float64 // units of a place to a year
	left        float64 // place of the first year
	unknown     float64 // place of what has no year
	some        bool    // there is something of a known year
	box         Box     // of everything on the axis
}

const (
	longAxis  = 2.5 // length over the diameter of the large part
	leastYear = 3   // mean radii to a year
	lastYear  = 10_000
	before    = 6 // mean radii between the unknown and the first year
)

func newAxis(parts []*component, years []float64, unit float64) *axis {
	a := &axis{first: math.Inf(1), last: math.Inf(-1)}
	for _, c := range parts {
		for _, node := range c.nodes {
			if year := years[node]; !math.IsNaN(year) {
				a.first, a.last, a.some = min(a.first, math.Floor(year)), max(a.last, math.Floor(year)+1), true
			}
		}
	}
	if !a.some {
		return a
	}
	length := mul(2*longAxis, newSimulation(len(parts[0].nodes), parts[0].edges, new(random)).reach)
	a.scale = mul(max(length/(a.last-a.first), leastYear), unit)
	a.left = -mul(a.last-a.first, a.scale) / 2
	a.unknown = a.left - mul(before, unit)
	return a
}

func (a *axis) place(year float64) float64 {
	if math.IsNaN(year) {
		return a.unknown
	}
	return a.left + mul(year-a.first, a.scale)
}

// most is how many columns of years are marked.
const most = 60

// guides marks years, or as many at a time as leave no more than most.
func (a *axis) guides() []Guide {
	list := []Guide{}
	if !a.some {
		return list
	}
	step := 1.0
	for _, factor := range []float64{2, 2.5, 2, 2, 2.5, 2, 2, 2.5, 2} { // 2, 5, 10, 20, …
		if (a.last-a.first)/step > most {
			step *= factor
		}
	}
	for year := math.Floor(a.first/step) * step; year < a.last; year += step {
		from, to := max(year, a.first), min(year+step, a.last)
		list = append(list, Guide{strconv.FormatFloat(year, 'f', 0, 64), Box{a.place(from), a.box.Bottom, a.place(to), a.box.Top}})
	}
	return list
}

// settleOn lays one component out on an axis.
func (c *component) settleOn(ctx context.Context, a *axis, years, all []float64, dice *random, told func(nodes int)) error {
	radius, unit := c.pick(all), meanRadius(all)
	s := newSimulation(len(c.nodes), c.edges, dice)
	s.fixed, s.told = true, told
	for i, node := range c.nodes {
		s.at[i].X = a.place(years[node]) / unit
	}
	if err := s.run(ctx); err != nil {
		return err
	}
	for i, node := range c.nodes {
		s.at[i] = Place{a.place(years[node]), mul(s.at[i].Y, unit)}
	}
	swarm(s.at, radius, mul(gap, unit))
	c.at, c.box = s.at, bounds(s.at, radius)
	return nil
}

// stack puts parts that may not move sideways below one another: the first by
// itself, others beside one another where they leave room.
func stack(parts []*component, space float64) Box {
	all := parts[0].box
	rest := slices.Clone(parts[1:])
	slices.SortStableFunc(rest, func(a, b *component) int {
		switch {
		case a.box.Left < b.box.Left:
			return -1
		case a.box.Left > b.box.Left:
			return 1
		}
		return 0
	})
	for len(rest) > 0 {
		var later []*component
		top, right, height := all.Bottom-space, math.Inf(-1), 0.0
		for _, c := range rest {
			if c.box.Left < right+space {
				later = append(later, c)
				continue
			}
			c.moveTo(c.box.Left, top)
			right, height = c.box.Right, max(height, c.box.height())
			all = around(all, c.box)
		}
		all.Bottom = min(all.Bottom, top-height)
		rest = later
	}
	return all
}
