package layout

import (
	"context"
	"math"
	"runtime"
	"slices"
	"strconv"
)

// Groups lays a graph out by groups, any numbers: each group by its own edges
// in a disc of its own, the discs near those that they have most edges with,
// discs without any edge between them in rows below. Guides are the discs' boxes,
// labelled with the group's number. Isolated nodes are in the tray.
func Groups(ctx context.Context, g Graph, group []int, o Options) (Plan, error) {
	if err := g.checkWith(len(group), "groups"); err != nil {
		return Plan{}, err
	}
	radius := g.radii()
	parts, isolated := split(components(g))
	if len(parts) == 0 {
		return assemble(g, nil, isolated, radius, pack), nil
	}
	dice := random(o.Seed)
	discs := cut(parts, group)
	told := o.counter(rounds * (size(parts) + len(discs.list)))
	for _, d := range discs.list {
		if err := d.settle(ctx, radius, &dice, told); err != nil {
			return Plan{}, err
		}
		d.round(radius)
	}
	put := func(_ []*component, space float64) Box { return discs.place(ctx, space, &dice, told) }
	plan := assemble(g, discs.parts(), isolated, radius, put)
	if err := ctx.Err(); err != nil {
		return Plan{}, err
	}
	for _, d := range discs.list {
		plan.Guides = append(plan.Guides, Guide{strconv.Itoa(d.group), d.box})
	}
	return plan, nil
}

// A disc is one group.
type disc struct {
	component
	group int
}

// round moves a group's nodes about the origin and makes its box the square
// about the circle that holds them.
func (d *disc) round(all []float64) {
	radius := d.pick(all)
	b := bounds(d.at, radius)
	middle, reach := Place{(b.Left + b.Right) / 2, (b.Bottom + b.Top) / 2}, 0.0
	for i := range d.at {
		d.at[i].X -= middle.X
		d.at[i].Y -= middle.Y
		p := d.at[i]
		reach = max(reach, math.Sqrt(mul(p.X, p.X)+mul(p.Y, p.Y))+radius[i])
	}
	reach += mul(2, meanRadius(all))
	d.box = Box{-reach, -reach, reach, reach}
}

// discs are all groups and the edges between them.
type discs struct {
	list  []*disc
	edges []Edge
}

// cut takes the connected nodes apart into their groups, by the groups' numbers.
func cut(parts []*component, group []int) *discs {
	of := make(map[int]*disc)
	place := make(map[int]int) // of a node in its disc
	var all discs
	for _, c := range parts {
		for _, node := range c.nodes {
			d := of[group[node]]
			if d == nil {
				d = &disc{group: group[node]}
				of[d.group] = d
				all.list = append(all.list, d)
			}
			place[node] = len(d.nodes)
			d.nodes = append(d.nodes, node)
		}
	}
	slices.SortFunc(all.list, func(a, b *disc) int { return a.group - b.group })
	number := make(map[int]int, len(all.list))
	for i, d := range all.list {
		number[d.group] = i
	}
	for _, c := range parts {
		for _, e := range c.edges {
			a, b := c.nodes[e[0]], c.nodes[e[1]]
			if d := of[group[a]]; d == of[group[b]] {
				d.edges = append(d.edges, Edge{place[a], place[b]})
			} else {
				all.edges = append(all.edges, Edge{number[group[a]], number[group[b]]})
			}
		}
	}
	return &all
}

func (d *discs) parts() []*component {
	list := make([]*component, len(d.list))
	for i := range d.list {
		list[i] = &d.list[i].component
	}
	return list
}

// crowded draws discs nearer than nodes, so that they only just part.
const crowded = 0.2

// place lays the discs out as nodes of a graph of their own.
func (d *discs) place(ctx context.Context, space float64, dice *random, told func(nodes int)) Box {
	radius := make([]float64, len(d.list))
	for i, one := range d.list {
		radius[i] = one.box.width() / 2
	}
	meta := components(Graph{Nodes: len(d.list), Edges: d.edges})
	for _, c := range meta {
		mine := c.pick(radius)
		s := newSimulation(len(c.nodes), c.edges, dice)
		s.told = told
		if s.run(ctx) != nil {
			return Box{} // the caller asks the context
		}
		unit := meanRadius(mine)
		if len(mine) <= few {
			unit *= crowded
		}
		for i, p := range s.at {
			s.at[i] = Place{mul(p.X, unit), mul(p.Y, unit)}
		}
		if separateDiscs(ctx, s.at, mine, space/3) != nil {
			return Box{}
		}
		c.at, c.box = s.at, bounds(s.at, mine)
	}
	box := pack(meta, space)
	for _, c := range meta {
		for i, k := range c.nodes {
			one := d.list[k]
			one.moveTo(c.at[i].X-radius[k], c.at[i].Y+radius[k])
		}
	}
	return box
}

// few discs are parted pair by pair, more of them as nodes are.
const few = 400

// separateDiscs moves discs apart until none touch. They are very unequal, so
// it takes more room as long as it does not succeed.
func separateDiscs(ctx context.Context, at []Place, radius []float64, free float64) error {
	grown := make([]float64, len(radius))
	for i, r := range radius {
		grown[i] = r + free/2
	}
	for !partAll(at, grown) {
		runtime.Gosched() // see simulation.run
		if err := ctx.Err(); err != nil {
			return err
		}
		for i, p := range at {
			at[i] = Place{mul(p.X, 1.1), mul(p.Y, 1.1)}
		}
	}
	return nil
}

// partAll parts discs for some rounds and tells whether all stand free.
func partAll(at []Place, radius []float64) bool {
	for range separateRound {
		if len(at) > few {
			if !newGrid(at, radius).part() {
				return true
			}
		} else if !partPairs(&grid{at: at, radius: radius}) {
			return true
		}
	}
	return false
}

// partPairs looks at every pair once and tells whether one had to be parted.
func partPairs(g *grid) bool {
	moved := false
	for i := range g.at {
		for j := range g.at {
			if i != j && g.smaller(j, i) && g.partPair(i, j, 0) {
				moved = true
			}
		}
	}
	return moved
}
