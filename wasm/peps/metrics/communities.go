package metrics

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
)

// A Division is a graph divided into communities.
type Division struct {
	// Of is each node's community: 0 is the largest, equally large ones are
	// ordered by their first node. A node without neighbours is one by itself.
	Of         []int
	Count      int
	Modularity float64 // at the resolution asked for
}

// DivisionOptions choose among the divisions of one graph.
type DivisionOptions struct {
	Resolution float64 // more makes more and smaller communities; 0 stands for 1
	Seed       uint64  // of the order in which nodes are looked at
	Restarts   int     // of which the best is taken; 0 stands for 20
	Weighted   bool    // edges weigh what they count, in both directions together
	Watch      Watch
}

// Communities finds a division of high modularity (see Modularity) by the
// Louvain method (Blondel and others, 2008): nodes move to the neighbouring
// community that gains most, communities become nodes, and so on. Two things
// are added: the whole is repeated from its own result until nothing is gained,
// and a community in several pieces is taken apart, which only gains.
func Communities(g *Graph, o DivisionOptions) (Division, error) {
	if o.Resolution == 0 {
		o.Resolution = 1
	}
	if !(o.Resolution > 0) || math.IsInf(o.Resolution, 1) {
		return Division{}, errors.New("a resolution of " + strconv.FormatFloat(o.Resolution, 'g', -1, 64) +
			" cannot be: it is a finite number more than 0")
	}
	if o.Restarts <= 0 {
		o.Restarts = 20
	}
	ground := g.ground(o.Weighted)
	best := Division{Modularity: math.Inf(-1)}
	for restart := range o.Restarts {
		dice := rand.New(rand.NewPCG(o.Seed, uint64(restart)))
		of := ground.divide(o.Resolution, dice)
		if q := ground.modularity(of, o.Resolution); q > best.Modularity {
			best = Division{Of: of, Modularity: q}
		}
		o.Watch.step(restart+1, o.Restarts)
	}
	best.Of = ranked(best.Of)
	for _, c := range best.Of {
		best.Count = max(best.Count, c+1)
	}
	return best, nil
}

// divide runs the method until a repetition gains nothing.
func (l *level) divide(resolution float64, dice *rand.Rand) []int {
	of := dice.Perm(l.len())
	for quality := math.Inf(-1); ; {
		again := l.pieces(l.climb(of, resolution, dice))
		gained := l.modularity(again, resolution)
		if !(gained > quality+gainful) {
			return of
		}
		of, quality = again, gained
	}
}

// climb moves nodes, then communities of nodes, then communities of those,
// until a level moves nothing. Everyone starts alone in a community of a random
// number: of equal gains the smallest number wins, and a restart should not
// decide like the last one.
func (l *level) climb(of []int, resolution float64, dice *rand.Rand) []int {
	of = l.move(of, resolution, dice.Perm(l.len()))
	for {
		upper, number := l.lift(of)
		start := dice.Perm(upper.len())
		moved := upper.move(start, resolution, dice.Perm(upper.len()))
		lowered := make([]int, len(of))
		for node, c := range of {
			lowered[node] = moved[number[c]]
		}
		if slices.Equal(start, moved) {
			return of
		}
		of = lowered
	}
}
