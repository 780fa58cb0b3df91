package layout

import (
	"context"
	"fmt"
	"math"
	"runtime"
	"slices"
	"strconv"
)

const (
	ringGap   = 4  // mean radii left free between rings
	ringSpace = 2  // mean radii left free between neighbours of a ring
	rotations = 90 // tried for each ring
)

// Concentric lays a graph out in rings: the node of the greatest value in the
// middle, the next ones around it, the least outermost; equal values by number.
// On its ring a node stands towards its neighbours further in. Each connected
// part has rings of its own. Guides mark those of the largest part, each with
// the ranks on it.
func Concentric(ctx context.Context, g Graph, value []float64, o Options) (Plan, error) {
	if err := g.checkWith(len(value), "values"); err != nil {
		return Plan{}, err
	}
	for i, v := range value {
		if math.IsNaN(v) {
			return Plan{}, fmt.Errorf("the value of node %d is no number", i)
		}
	}
	radius := g.radii()
	parts, isolated := split(components(g))
	dice := random(o.Seed)
	told := o.counter(size(parts) - len(parts)) // the middle is placed at once
	var large *component
	var marks []Guide
	for _, c := range parts {
		r := newRings(c, value, radius)
		found, err := r.run(ctx, &dice, told)
		if err != nil {
			return Plan{}, err
		}
		c.at, c.box = r.at, bounds(r.at, r.radius)
		if large == nil {
			large, marks = c, found
		}
	}
	if large == nil {
		return assemble(g, nil, isolated, radius, pack), nil
	}
	home := large.at[0]
	plan := assemble(g, parts, isolated, radius, pack)
	dx, dy := large.at[0].X-home.X, large.at[0].Y-home.Y // packing has moved it
	for _, m := range marks {
		m.Box = Box{m.Box.Left + dx, m.Box.Bottom + dy, m.Box.Right + dx, m.Box.Top + dy}
		plan.Guides = append(plan.Guides, m)
	}
	return plan, nil
}

// rings place the nodes of one component from the middle outwards.
type rings struct {
	order  []int // positions in the component by rank
	near   [][]int
	radius []float64
	unit   float64
	at     []Place
	placed []bool
}

func newRings(c *component, value, all []float64) *rings {
	n := len(c.nodes)
	r := &rings{order: make([]int, n), near: make([][]int, n), radius: c.pick(all), unit: meanRadius(all),
		at: make([]Place, n), placed: make([]bool, n)}
	for i := range r.order {
		r.order[i] = i
	}
	slices.SortStableFunc(r.order, func(a, b int) int {
		switch x, y := value[c.nodes[a]], value[c.nodes[b]]; {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return a - b
	})
	for _, e := range c.edges {
		r.near[e[0]], r.near[e[1]] = append(r.near[e[0]], e[1]), append(r.near[e[1]], e[0])
	}
	return r
}

func (r *rings) run(ctx context.Context, dice *random, told func(nodes int)) ([]Guide, error) {
	r.placed[r.order[0]] = true
	edge := r.radius[r.order[0]] // how far the nodes so far reach
	marks := []Guide{ring(edge, 1, 1)}
	for from := 1; from < len(r.order); {
		runtime.Gosched() // see simulation.run
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("placing node %d of %d in rings: %w", from+1, len(r.order), err)
		}
		to, distance, tall := r.fill(from, edge+mul(ringGap, r.unit))
		r.place(r.order[from:to], distance, dice)
		edge = distance + tall
		marks = append(marks, ring(edge, from+1, to))
		told(to - from)
		from = to
	}
	return marks, nil
}

func ring(edge float64, first, last int) Guide {
	label := strconv.Itoa(first)
	if last > first {
		label += "–" + strconv.Itoa(last)
	}
	return Guide{label, Box{-edge, -edge, edge, edge}}
}

// fill takes as many nodes for a ring as find room on it. inner is where the
// ring may begin; distance is the radius of its middle.
func (r *rings) fill(from int, inner float64) (to int, distance, tall float64) {
	length := 0.0
	for to = from; to < len(r.order); to++ {
		i := r.order[to]
		t := max(tall, r.radius[i])
		d := max(inner+t, mul(2, t)+mul(ringSpace, r.unit)) // no node takes more than a sixth of it
		l := length + r.arc(i)
		if to > from && l > mul(2*math.Pi, d) {
			break
		}
		tall, distance, length = t, d, l
	}
	return to, distance, tall
}

// arc is what a node takes of a ring: a twentieth more than its chord, which is
// enough up to a sixth of the ring.
func (r *rings) arc(i int) float64 {
	return mul(1.05, mul(2, r.radius[i])+mul(ringSpace, r.unit))
}

// place spreads nodes over a ring in the order of the directions in which their
// neighbours stand, turned as suits them best.
func (r *rings) place(nodes []int, distance float64, dice *random) {
	towards := make(map[int]Place, len(nodes))
	length := 0.0
	for _, i := range nodes {
		towards[i] = r.direction(i, dice)
		length += r.arc(i)
	}
	sorted := slices.Clone(nodes)
	slices.SortStableFunc(sorted, func(a, b int) int {
		switch x, y := bearing(towards[a]), bearing(towards[b]); {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return 0
	})
	around := mul(2*math.Pi, distance)
	spare := max(around-length, 0) / float64(len(nodes))
	turn, along := make([]float64, len(sorted)), 0.0
	for k, i := range sorted {
		share := r.arc(i) + spare
		turn[k] = (along + share/2) / around
		along += share
	}
	shift := best(sorted, turn, towards)
	for k, i := range sorted {
		p := onCircle(turn[k] + shift)
		r.at[i], r.placed[i] = Place{mul(p.X, distance), mul(p.Y, distance)}, true
	}
}

// direction is the mean direction of a node's placed neighbours, any if there
// is none.
func (r *rings) direction(i int, dice *random) Place {
	var sum Place
	for _, j := range r.near[i] {
		p := r.at[j]
		if size := math.Sqrt(mul(p.X, p.X) + mul(p.Y, p.Y)); r.placed[j] && size > 0 {
			sum.X, sum.Y = sum.X+p.X/size, sum.Y+p.Y/size
		}
	}
	if sum.X == 0 && sum.Y == 0 {
		return dice.inDisc()
	}
	return sum
}

// best is the rotation that brings nodes nearest to where they should stand.
func best(nodes []int, turn []float64, towards map[int]Place) float64 {
	shift, most := 0.0, math.Inf(-1)
	for k := range rotations {
		candidate, sum := float64(k)/rotations, 0.0
		for n, i := range nodes {
			p, want := onCircle(turn[n]+candidate), towards[i]
			sum += mul(p.X, want.X) + mul(p.Y, want.Y)
		}
		if sum > most {
			shift, most = candidate, sum
		}
	}
	return shift
}
