package layout

import (
	"context"
	"fmt"
	"math"
	"runtime"
)

// The model is that of ForceAtlas2 (Jacomy, Venturini, Heymann and Bastian,
// 2014): nodes push each other away with the product of their masses over the
// distance, edges pull with their length, gravity pulls to the centre; a
// node's mass is its degree and one, so that hubs get room. The step a node
// may take shrinks to nothing over a fixed number of rounds, as in Fruchterman
// and Reingold (1991): a fixed number, not a clock, or the picture would
// depend on the machine.
const (
	rounds    = 200
	repulsion = 0.6 // sets the unit: about six mean radii between neighbours
	gravity   = 0.2
	damping   = 0.5 // part of its force over mass that a node follows
	firstStep = 0.1 // part of the starting disc's radius
)

// A simulation holds one component while it comes to rest about the origin.
type simulation struct {
	at    []Place
	mass  []float64
	edges []Edge
	force []Place
	tree  quadtree
	reach float64         // radius of the starting disc
	told  func(nodes int) // hears of each round; may be nil
	fixed bool            // X of every node, while Y comes to rest
}

func newSimulation(n int, edges []Edge, dice *random) *simulation {
	s := &simulation{at: make([]Place, n), mass: make([]float64, n), edges: edges, force: make([]Place, n)}
	for i := range s.mass {
		s.mass[i] = 1
	}
	for _, e := range edges {
		s.mass[e[0]]++
		s.mass[e[1]]++
	}
	total := float64(n + 2*len(edges))
	s.reach = math.Sqrt(repulsion*total/gravity) / 2
	for i := range s.at {
		p := dice.inDisc()
		s.at[i] = Place{p.X * s.reach, p.Y * s.reach}
	}
	return s
}

// run lets the simulation come to rest.
func (s *simulation) run(ctx context.Context) error {
	for k := range rounds {
		runtime.Gosched() // one thread in the page: whoever cancels needs a turn
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("laying out %d nodes, round %d of %d: %w", len(s.at), k+1, rounds, err)
		}
		left := 1 - float64(k)/rounds
		s.pushAndFall()
		s.pull()
		s.move(s.reach * firstStep * left * left)
		if s.told != nil {
			s.told(len(s.at))
		}
	}
	return nil
}

func (s *simulation) pushAndFall() {
	s.tree.build(s.at, s.mass)
	for i, p := range s.at {
		fx, fy := s.tree.push(p)
		push, fall := repulsion*s.mass[i], gravity*s.mass[i]
		s.force[i] = Place{
			X: mul(fx, push) - mul(p.X, fall),
			Y: mul(fy, push) - mul(p.Y, fall),
		}
	}
}

func (s *simulation) pull() {
	for _, e := range s.edges {
		a, b := &s.force[e[0]], &s.force[e[1]]
		dx, dy := s.at[e[1]].X-s.at[e[0]].X, s.at[e[1]].Y-s.at[e[0]].Y
		a.X += dx
		a.Y += dy
		b.X -= dx
		b.Y -= dy
	}
}

// move follows the forces, no further than limit.
func (s *simulation) move(limit float64) {
	for i, f := range s.force {
		strength := math.Sqrt(mul(f.X, f.X) + mul(f.Y, f.Y))
		if strength == 0 {
			continue
		}
		step := min(strength*damping/s.mass[i], limit) / strength
		if !s.fixed {
			s.at[i].X += mul(f.X, step)
		}
		s.at[i].Y += mul(f.Y, step)
	}
}
