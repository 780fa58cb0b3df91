package paths

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/graph/path"
	"gonum.org/v1/gonum/graph/simple"
)

// chance makes a random graph with places, in which straight lines may be
// shorter than arcs. Whole weights make many ties and exact sums.
func chance(t testing.TB, dice *rand.Rand, whole bool) *Graph {
	n := 1 + dice.IntN(12)
	g := New(n)
	for node := range n {
		at := Point{float64(dice.IntN(9)), float64(dice.IntN(9)), float64(dice.IntN(3))}
		if err := g.Place(node, at); err != nil {
			t.Fatal(err)
		}
	}
	for range dice.IntN(3 * n) {
		weight := float64(dice.IntN(4))
		if !whole {
			weight = dice.Float64()
		}
		if err := g.Connect(dice.IntN(n), dice.IntN(n), weight); err != nil {
			t.Fatal(err)
		}
	}
	return g
}

// relax is the naive method (Bellman and Ford): the best way to every node,
// found by trying all arcs as often as there are nodes.
func relax(g *Graph, from int, better func(a, b Entry) int) []Entry {
	best := make([]Entry, g.Len())
	for node := range best {
		best[node] = Entry{Node: node, Via: -1, Arcs: -1}
	}
	best[from].Arcs = 0
	for range g.Len() {
		for node := range g.Len() {
			for _, arc := range g.Arcs(node) {
				if at := best[node]; at.Arcs >= 0 {
					way := Entry{Node: arc.To, Via: node, Arcs: at.Arcs + 1, Cost: at.Cost + arc.Weight}
					if old := best[arc.To]; old.Arcs < 0 || better(way, old) < 0 {
						best[arc.To] = way
					}
				}
			}
		}
	}
	return best
}

func routeIn(g *Graph, best []Entry, to int) Route {
	if best[to].Arcs < 0 {
		return Route{Cost: math.Inf(1)}
	}
	var r Route
	for node := to; node >= 0; node = best[node].Via {
		r.Nodes = append(r.Nodes, node)
	}
	slices.Reverse(r.Nodes)
	r.Cost, _ = cost(g, r.Nodes)
	return r
}

// cost adds up the cheapest arcs along a way; false when an arc is missing.
func cost(g *Graph, way []int) (float64, bool) {
	sum := 0.0
	for i, node := range way[1:] {
		at := slices.IndexFunc(g.Arcs(way[i]), func(a Arc) bool { return a.To == node })
		if at < 0 {
			return 0, false
		}
		sum += g.Arcs(way[i])[at].Weight
	}
	return sum, true
}

func TestAgreesWithTheNaiveMethod(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 2))
	for trial := range 3000 {
		g := chance(t, dice, trial%2 == 0)
		from, to := dice.IntN(g.Len()), dice.IntN(g.Len())
		want := routeIn(g, relax(g, from, cheapest), to)
		if got := route(t)(Dijkstra(g, from, to)); !same(got, want) {
			t.Fatalf("trial %d: Dijkstra found %v, want %v in %v", trial, got, want, g.arcs)
		}
		if got := route(t)(AStar(g, from, to, nil)); got.Cost != want.Cost || !walks(g, got) {
			t.Fatalf("trial %d: A* found %v, want the cost of %v in %v", trial, got, want, g.arcs)
		}
		want = routeIn(g, relax(g, from, fewest), to)
		if got := route(t)(BFS(g, from, to)); !same(got, want) {
			t.Fatalf("trial %d: BFS found %v, want %v in %v", trial, got, want, g.arcs)
		}
	}
}

func same(a, b Route) bool { return a.Cost == b.Cost && slices.Equal(a.Nodes, b.Nodes) }

// walks tells whether a route exists in the graph and costs what it says.
func walks(g *Graph, r Route) bool {
	if len(r.Nodes) == 0 {
		return math.IsInf(r.Cost, 1)
	}
	sum, exists := cost(g, r.Nodes)
	return exists && sum == r.Cost
}

func TestAStarIsRightWhateverEstimateThatIsNotTooHigh(t *testing.T) {
	dice := rand.New(rand.NewPCG(3, 4))
	for trial := range 2000 {
		g := chance(t, dice, true)
		from, to := dice.IntN(g.Len()), dice.IntN(g.Len())
		rest := make([]float64, g.Len()) // any share of the true rest
		for node := range rest {
			rest[node] = route(t)(Dijkstra(g, node, to)).Cost
			if !math.IsInf(rest[node], 1) {
				rest[node] = float64(dice.IntN(int(rest[node]) + 1))
			}
		}
		got := route(t)(AStar(g, from, to, func(node int) float64 { return rest[node] }))
		if want := route(t)(Dijkstra(g, from, to)); got.Cost != want.Cost || !walks(g, got) {
			t.Fatalf("trial %d: A* found %v, want the cost of %v", trial, got, want)
		}
	}
}

func TestAgreesWithGonum(t *testing.T) {
	dice := rand.New(rand.NewPCG(5, 6))
	for trial := range 300 {
		g := chance(t, dice, false)
		other := simple.NewWeightedDirectedGraph(0, math.Inf(1))
		for node := range g.Len() {
			other.AddNode(simple.Node(node))
		}
		for node := range g.Len() {
			for _, arc := range slices.Backward(g.Arcs(node)) { // the cheapest of parallel arcs last
				if arc.To != node {
					other.SetWeightedEdge(other.NewWeightedEdge(simple.Node(node), simple.Node(arc.To), arc.Weight))
				}
			}
		}
		shortest := path.DijkstraFrom(simple.Node(0), other)
		for to := range g.Len() {
			if got, want := route(t)(Dijkstra(g, 0, to)).Cost, shortest.WeightTo(int64(to)); got != want {
				t.Fatalf("trial %d: 0 to %d costs %v, by gonum %v", trial, to, got, want)
			}
		}
	}
}

func TestTheOrderOfBuildingDoesNotMatter(t *testing.T) {
	dice := rand.New(rand.NewPCG(7, 8))
	for range 300 {
		g := chance(t, dice, true)
		var links []link
		for node := range g.Len() {
			for _, arc := range g.Arcs(node) {
				links = append(links, link{node, arc.To, arc.Weight})
			}
		}
		dice.Shuffle(len(links), func(i, j int) { links[i], links[j] = links[j], links[i] })
		again := build(t, g.Len(), links...)
		copy(again.places, g.places)
		copy(again.placed, g.placed)
		if a, b := trace(t, g), trace(t, again); !slices.EqualFunc(a, b, sameStep) {
			t.Fatalf("%v\nand\n%v", a, b)
		}
	}
}

func trace(t testing.TB, g *Graph) []Step {
	s, err := AStar(g, 0, g.Len()-1, nil)
	if err != nil {
		t.Fatal(err)
	}
	return slices.Collect(s.Steps())
}

func sameStep(a, b Step) bool {
	return a.Settled == b.Settled && slices.Equal(a.Reached, b.Reached)
}

func TestTheFrontierIsWhatComesNext(t *testing.T) {
	dice := rand.New(rand.NewPCG(9, 10))
	for range 300 {
		g := chance(t, dice, true)
		for _, search := range []func(*Graph, int, int) (*Search, error){BFS, Dijkstra, straightStar} {
			s, err := search(g, 0, g.Len()-1)
			if err != nil {
				t.Fatal(err)
			}
			next := s.Frontier()
			for step := range s.Steps() {
				if len(next) == 0 || next[0] != step.Settled {
					t.Fatalf("settled %v, the frontier was %v", step.Settled, next)
				}
				next = s.Frontier()
				if !slices.IsSortedFunc(step.Reached, func(a, b Entry) int { return cmp.Compare(a.Node, b.Node) }) {
					t.Fatalf("reached in disorder: %v", step.Reached)
				}
			}
		}
	}
}

func straightStar(g *Graph, from, to int) (*Search, error) { return AStar(g, from, to, nil) }
