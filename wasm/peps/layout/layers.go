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
	sweeps    = 24
	layerGap  = 7   // mean radii between the middles of layers, at least
	broad     = 1.8 // a row is at most this times the side of a square of all
	elbowRoom = 1.2 // mean radii between neighbours of a row
)

// Layers lays a graph out in rows: layer 0 at the bottom, each node in the row
// of its layer. In a row nodes stand by the mean place of their neighbours, as
// near to it as the others let them (Sugiyama, Tagawa and Toda, 1981; the
// places are the least squares under that order). A layer too broad for one row
// takes several. Guides mark the rows of the largest part.
func Layers(ctx context.Context, g Graph, layer []int, o Options) (Plan, error) {
	if err := g.checkWith(len(layer), "layers"); err != nil {
		return Plan{}, err
	}
	radius := g.radii()
	parts, isolated := split(components(g))
	dice := random(o.Seed)
	told := o.counter(sweeps * size(parts))
	for _, c := range parts {
		r := newRows(c, layer, radius, &dice)
		if err := r.run(ctx, told); err != nil {
			return Plan{}, err
		}
		r.rise()
		c.at, c.box = r.at, bounds(r.at, r.radius)
	}
	if len(parts) == 0 {
		return assemble(g, nil, isolated, radius, pack), nil
	}
	large := parts[0]
	plan := assemble(g, parts, isolated, radius, pack)
	plan.Guides = bands(large, layer, radius)
	return plan, nil
}

// rows are the layers of one component while their order is sought.
type rows struct {
	nodes  []int // of the graph
	layers [][]int
	near   [][]int
	radius []float64
	row    []int // index of each node's layer
	at     []Place
	unit   float64
	limit  float64 // width of a row
}

func newRows(c *component, layer []int, all []float64, dice *random) *rows {
	r := &rows{nodes: c.nodes, radius: c.pick(all), unit: meanRadius(all),
		near: make([][]int, len(c.nodes)), row: make([]int, len(c.nodes)), at: make([]Place, len(c.nodes))}
	used := make([]int, len(c.nodes))
	for i, node := range c.nodes {
		used[i] = layer[node]
	}
	slices.Sort(used)
	used = slices.Compact(used)
	r.layers = make([][]int, len(used))
	area := 0.0
	for i, node := range c.nodes {
		k, _ := slices.BinarySearch(used, layer[node])
		r.row[i], r.layers[k] = k, append(r.layers[k], i)
		side := mul(2, r.radius[i]) + mul(elbowRoom, r.unit)
		area += mul(side, side)
	}
	for _, e := range c.edges {
		r.near[e[0]], r.near[e[1]] = append(r.near[e[0]], e[1]), append(r.near[e[1]], e[0])
	}
	r.limit = mul(broad*1.6, math.Sqrt(area))
	for i := range r.at {
		r.at[i].X = mul(dice.float()-0.5, r.limit)
	}
	return r
}

// run sweeps over the rows, up and down in turn.
func (r *rows) run(ctx context.Context, told func(nodes int)) error {
	for k := range sweeps {
		runtime.Gosched() // see simulation.run
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("ordering %d nodes in layers, sweep %d of %d: %w", len(r.at), k+1, sweeps, err)
		}
		for n := range r.layers {
			if k%2 == 1 {
				n = len(r.layers) - 1 - n
			}
			for _, line := range r.lines(n) {
				r.align(line)
			}
		}
		told(len(r.at))
	}
	return nil
}

// lines orders a layer by the mean place of each node's neighbours in other
// layers, and deals it out to as many lines as its breadth asks for.
func (r *rows) lines(n int) [][]int {
	layer, width := r.layers[n], 0.0
	for _, i := range layer {
		width += mul(2, r.radius[i]) + mul(elbowRoom, r.unit)
		r.at[i].X = r.wanted(i)
	}
	slices.SortStableFunc(layer, func(a, b int) int {
		switch {
		case r.at[a].X < r.at[b].X:
			return -1
		case r.at[a].X > r.at[b].X:
			return 1
		}
		return a - b
	})
	lines := make([][]int, int(math.Ceil(width/r.limit)))
	for k, i := range layer {
		lines[k%len(lines)] = append(lines[k%len(lines)], i)
	}
	return lines
}

// wanted is the mean place of a node's neighbours, those in other layers if
// there are any.
func (r *rows) wanted(i int) float64 {
	sum, count, own, ownCount := 0.0, 0.0, 0.0, 0.0
	for _, j := range r.near[i] {
		if r.row[j] == r.row[i] {
			own, ownCount = own+r.at[j].X, ownCount+1
		} else {
			sum, count = sum+r.at[j].X, count+1
		}
	}
	if count > 0 {
		return sum / count
	}
	return own / ownCount // a component of two and more leaves no node without
}

// align gives the nodes of a line places as near to the wanted ones as their
// order and radii let them: least squares, by pooling neighbours that would
// overlap (isotonic regression).
func (r *rows) align(line []int) {
	type pool struct {
		sum   float64
		count int
	}
	offset, along := make([]float64, len(line)), 0.0
	pools := make([]pool, 0, len(line))
	for k, i := range line {
		if k > 0 {
			along += r.radius[line[k-1]] + r.radius[i] + mul(elbowRoom, r.unit)
		}
		offset[k] = along
		pools = append(pools, pool{r.at[i].X - along, 1})
		for last := len(pools) - 1; last > 0; last-- {
			a, b := pools[last-1], pools[last]
			if a.sum/float64(a.count) <= b.sum/float64(b.count) {
				break
			}
			pools = append(pools[:last-1], pool{a.sum + b.sum, a.count + b.count})
		}
	}
	k := 0
	for _, p := range pools {
		for range p.count {
			r.at[line[k]].X = p.sum/float64(p.count) + offset[k]
			k++
		}
	}
}

// rise gives every layer its height.
func (r *rows) rise() {
	y, before := 0.0, 0.0
	for n := range r.layers {
		for k, line := range r.lines(n) {
			r.align(line)
			tall := 0.0
			for _, i := range line {
				tall = max(tall, r.radius[i])
			}
			step := before + tall + mul(elbowRoom, r.unit)
			if k == 0 && n > 0 {
				step = max(step+mul(3, r.unit), mul(layerGap, r.unit))
			}
			if k > 0 || n > 0 {
				y += step
			}
			for _, i := range line {
				r.at[i].Y = y
			}
			before = tall
		}
	}
}

// bands are the boxes of a part's layers, as wide as the part.
func bands(c *component, layer []int, radius []float64) []Guide {
	list := []Guide{}
	index := make(map[int]int)
	for i, node := range c.nodes {
		k, known := index[layer[node]]
		if !known {
			k = len(list)
			index[layer[node]] = k
			list = append(list, Guide{strconv.Itoa(layer[node]), Box{c.box.Left, math.Inf(1), c.box.Right, math.Inf(-1)}})
		}
		b := &list[k].Box
		b.Bottom, b.Top = min(b.Bottom, c.at[i].Y-radius[node]), max(b.Top, c.at[i].Y+radius[node])
	}
	slices.SortFunc(list, func(a, b Guide) int {
		if a.Box.Bottom < b.Box.Bottom {
			return -1
		}
		return 1
	})
	return list
}
