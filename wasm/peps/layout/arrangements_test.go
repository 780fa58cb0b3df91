package layout

import (
	"context"
	"errors"
	"maps"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
)

// A way lays a graph out with facts about its nodes that the test makes up.
type way func(context.Context, Graph, Options) (Plan, error)

var ways = map[string]way{
	"timeline": func(ctx context.Context, g Graph, o Options) (Plan, error) {
		return Timeline(ctx, g, years(g.Nodes), o)
	},
	"layers": func(ctx context.Context, g Graph, o Options) (Plan, error) {
		return Layers(ctx, g, numbered(g.Nodes, 7), o)
	},
	"rings": func(ctx context.Context, g Graph, o Options) (Plan, error) {
		return Concentric(ctx, g, g.radii(), o)
	},
	"groups": func(ctx context.Context, g Graph, o Options) (Plan, error) {
		return Groups(ctx, g, numbered(g.Nodes, 5), o)
	},
	"alone": func(ctx context.Context, g Graph, o Options) (Plan, error) {
		return Groups(ctx, g, numbered(g.Nodes, g.Nodes+1), o)
	},
}

// years grow with the number; every eleventh is unknown.
func years(n int) []float64 {
	list := make([]float64, n)
	for i := range list {
		if list[i] = 2000 + float64(i)/30; i%11 == 3 {
			list[i] = math.NaN()
		}
	}
	return list
}

func numbered(n, groups int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i * 31 % groups
	}
	return list
}

// TestArrangementsAreTheSameEverywhere is run natively and under js/wasm.
func TestArrangementsAreTheSameEverywhere(t *testing.T) {
	const golden = "testdata/arrangements.sha256"
	var text strings.Builder
	for _, name := range slices.Sorted(maps.Keys(ways)) {
		plan, err := ways[name](t.Context(), citations(400, 2, 1), Options{Seed: 1})
		if err != nil {
			t.Fatal(err)
		}
		again, _ := ways[name](t.Context(), citations(400, 2, 1), Options{Seed: 1})
		other, _ := ways[name](t.Context(), citations(400, 2, 1), Options{Seed: 2})
		if hash(plan) != hash(again) || hash(plan) == hash(other) {
			t.Errorf("%s: the seed does not decide", name)
		}
		text.WriteString(name + " " + hash(plan) + "\n")
	}
	if *update {
		if err := os.WriteFile(golden, []byte(text.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if text.String() != string(want) {
		t.Errorf("the places hash to\n%sthe golden file says\n%s", text.String(), want)
	}
}

func TestArrangementsLeaveRoom(t *testing.T) {
	graphs := map[string]Graph{
		"nothing":      {},
		"one node":     {Nodes: 1},
		"a pair":       cycle(2),
		"a loop":       {Nodes: 1, Edges: []Edge{{0, 0}}},
		"no edges":     {Nodes: 73},
		"parallel":     {Nodes: 2, Edges: []Edge{{0, 1}, {1, 0}, {0, 1}}},
		"unequal":      {Nodes: 4, Edges: []Edge{{0, 1}, {1, 2}, {2, 3}}, Radii: []float64{1, 40, 0.5, 300}},
		"many parts":   union(citations(200, 2, 5), cycle(3), cycle(3), cycle(7), Graph{Nodes: 9}),
		"a literature": citations(736, 2, 3),
	}
	for name, lay := range ways {
		for title, g := range graphs {
			plan, err := lay(t.Context(), g, Options{Seed: 1})
			if err != nil {
				t.Fatalf("%s, %s: %v", name, title, err)
			}
			free(t, name+", "+title, g, plan)
		}
	}
}

// free fails where two nodes touch or one stands outside of the bounds.
func free(t *testing.T, what string, g Graph, plan Plan) {
	t.Helper()
	radius, b := g.radii(), plan.Bounds
	if len(plan.X) != g.Nodes || len(plan.Y) != g.Nodes || plan.Guides == nil {
		t.Fatalf("%s: %d places, guides %v", what, len(plan.X), plan.Guides)
	}
	for i := range plan.X {
		for j := range i {
			if d := math.Hypot(plan.X[i]-plan.X[j], plan.Y[i]-plan.Y[j]); d < (radius[i]+radius[j])*(1-1e-9) {
				t.Fatalf("%s: nodes %d and %d stand %.2f apart with radii %.2f and %.2f", what, i, j, d, radius[i], radius[j])
			}
		}
		if !(plan.X[i] >= b.Left && plan.X[i] <= b.Right && plan.Y[i] >= b.Bottom && plan.Y[i] <= b.Top) {
			t.Fatalf("%s: node %d at (%.1f, %.1f) stands outside of %+v", what, i, plan.X[i], plan.Y[i], b)
		}
	}
}

func TestTimelineTellsTheYear(t *testing.T) {
	g := union(citations(300, 2, 5), cycle(3), cycle(4))
	when := years(g.Nodes)
	plan, err := Timeline(t.Context(), g, when, Options{})
	if err != nil {
		t.Fatal(err)
	}
	lone := lonely(g)
	for i, x := range plan.X {
		label := "none"
		for _, guide := range plan.Guides {
			if x >= guide.Box.Left && x < guide.Box.Right {
				label = guide.Label
			}
		}
		want := "none"
		if !math.IsNaN(when[i]) {
			want = "20" + string([]byte{'0' + byte(when[i]-2000)/10, '0' + byte(when[i]-2000)%10})
		}
		if !lone[i] && label != want {
			t.Errorf("node %d of %v stands in the column %q", i, when[i], label)
		}
	}
}

func lonely(g Graph) []bool {
	alone := slices.Repeat([]bool{true}, g.Nodes)
	for _, e := range g.Edges {
		alone[e[0]], alone[e[1]] = false, false
	}
	return alone
}

func TestFewColumnsForManyYears(t *testing.T) {
	for _, span := range []float64{0, 1, 59, 61, 500, 19_999} {
		plan, err := Timeline(t.Context(), cycle(2), []float64{-9_999, min(span-9_999, 10_000)}, Options{})
		if err != nil || len(plan.Guides) == 0 || len(plan.Guides) > most+1 {
			t.Errorf("%v years have %d columns, %v", span, len(plan.Guides), err)
		}
	}
}

func TestLayersStandAboveOneAnother(t *testing.T) {
	g := citations(500, 2, 8)
	layer := numbered(g.Nodes, 7)
	plan, err := Layers(t.Context(), g, layer, Options{})
	if err != nil {
		t.Fatal(err)
	}
	parts, _ := split(components(g))
	for _, a := range parts[0].nodes {
		for _, b := range parts[0].nodes {
			if layer[a] < layer[b] && plan.Y[a] >= plan.Y[b] {
				t.Fatalf("node %d of layer %d stands at %.1f, %d of layer %d at %.1f", a, layer[a], plan.Y[a], b, layer[b], plan.Y[b])
			}
		}
	}
	if len(plan.Guides) != 7 || plan.Guides[6].Label != "6" {
		t.Errorf("guides are %+v", plan.Guides)
	}
}

func TestTheFirstStandsInTheMiddle(t *testing.T) {
	g := citations(500, 2, 8)
	plan, err := Concentric(t.Context(), g, g.radii(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	parts, _ := split(components(g))
	rank := slices.Clone(parts[0].nodes)
	slices.SortStableFunc(rank, func(a, b int) int { return int(1e6 * (g.Radii[b] - g.Radii[a])) })
	far := func(i int) float64 { return math.Hypot(plan.X[i]-plan.X[rank[0]], plan.Y[i]-plan.Y[rank[0]]) }
	for k := 1; k < len(rank); k++ {
		if far(rank[k]) < far(rank[k-1])-1e-6 {
			t.Fatalf("rank %d stands nearer to the middle than rank %d", k+1, k)
		}
	}
}

func TestGroupsStandInDiscs(t *testing.T) {
	g := citations(500, 2, 8)
	group := numbered(g.Nodes, 5)
	plan, err := Groups(t.Context(), g, group, Options{})
	if err != nil || len(plan.Guides) != 5 {
		t.Fatalf("%+v, %v", plan.Guides, err)
	}
	alone := lonely(g)
	for i := range plan.X {
		for k, guide := range plan.Guides {
			x, y := (guide.Box.Left+guide.Box.Right)/2, (guide.Box.Bottom+guide.Box.Top)/2
			inside := math.Hypot(plan.X[i]-x, plan.Y[i]-y) <= guide.Box.width()/2
			if !alone[i] && inside != (group[i] == k) {
				t.Fatalf("node %d of group %d stands in disc %d: %v", i, group[i], k, inside)
			}
		}
	}
}

func TestArrangementsRefuse(t *testing.T) {
	g, ctx := cycle(2), t.Context()
	calls := map[string]func() (Plan, error){
		"1 years for 2 nodes":          func() (Plan, error) { return Timeline(ctx, g, []float64{1}, Options{}) },
		"which no axis can hold":       func() (Plan, error) { return Timeline(ctx, g, []float64{1, math.Inf(1)}, Options{}) },
		"3 layers for 2 nodes":         func() (Plan, error) { return Layers(ctx, g, []int{1, 2, 3}, Options{}) },
		"the value of node 1 is no":    func() (Plan, error) { return Concentric(ctx, g, []float64{1, math.NaN()}, Options{}) },
		"0 groups for 2 nodes":         func() (Plan, error) { return Groups(ctx, g, nil, Options{}) },
		"edge 0 joins 0 and 7, but":    func() (Plan, error) { return Groups(ctx, Graph{Nodes: 2, Edges: []Edge{{0, 7}}}, nil, Options{}) },
		"limit is 200000":              func() (Plan, error) { return Layers(ctx, Graph{Nodes: 1 << 30}, nil, Options{}) },
		"radius must be more than 0 a": func() (Plan, error) { return Layers(ctx, Graph{Nodes: 1, Radii: []float64{0}}, []int{1}, Options{}) },
	}
	for want, call := range calls {
		if _, err := call(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want an error with %q", err, want)
		}
	}
}

func TestArrangementsAreCancelled(t *testing.T) {
	g := citations(2_000, 5, 1)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for name, lay := range ways {
		if _, err := lay(ctx, g, Options{}); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v, want %v", name, err, context.Canceled)
		}
	}
}

// TestLargeArrangements must end, whatever the machine.
func TestLargeArrangements(t *testing.T) {
	if testing.Short() {
		t.Skip("20,000 nodes take seconds")
	}
	g := citations(20_000, 5, 1)
	for name, lay := range ways {
		if _, err := lay(t.Context(), g, Options{Seed: 1}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestOnCircle compares with the standard library, which may differ in the last
// bits.
func TestOnCircle(t *testing.T) {
	for k := -40; k < 400; k++ {
		turn := float64(k) / 173
		p := onCircle(turn)
		if math.Abs(p.X-math.Cos(2*math.Pi*turn)) > 1e-14 || math.Abs(p.Y-math.Sin(2*math.Pi*turn)) > 1e-14 {
			t.Errorf("after %v of a turn: %v", turn, p)
		}
	}
}
