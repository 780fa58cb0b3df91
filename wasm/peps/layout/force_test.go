package layout

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"flag"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "write the golden files anew")

func arrange(t *testing.T, g Graph, seed uint64) Plan {
	t.Helper()
	plan, err := Force(t.Context(), g, Options{Seed: seed})
	if err != nil {
		t.Fatal(err)
	}
	if len(plan.X) != g.Nodes || len(plan.Y) != g.Nodes {
		t.Fatalf("%d and %d coordinates for %d nodes", len(plan.X), len(plan.Y), g.Nodes)
	}
	for i := range plan.X {
		if math.IsNaN(plan.X[i]+plan.Y[i]) || math.IsInf(plan.X[i]+plan.Y[i], 0) {
			t.Fatalf("node %d stands at (%v, %v)", i, plan.X[i], plan.Y[i])
		}
	}
	return plan
}

// hash digests every bit of the places.
func hash(p Plan) string {
	h := sha256.New()
	for i := range p.X {
		_ = binary.Write(h, binary.LittleEndian, [2]float64{p.X[i], p.Y[i]}) // a hash takes everything
	}
	return hex.EncodeToString(h.Sum(nil))
}

// TestPlacesAreTheSameEverywhere is run natively and under js/wasm: both must
// give the bits that the golden file names.
func TestPlacesAreTheSameEverywhere(t *testing.T) {
	const golden = "testdata/places.sha256"
	got := hash(arrange(t, citations(700, 2, 1), 1))
	if *update {
		if err := os.WriteFile(golden, []byte(got+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != strings.TrimSpace(string(want)) {
		t.Errorf("the places hash to %s, the golden file says %s", got, want)
	}
}

func TestSeedDecides(t *testing.T) {
	g := citations(120, 2, 1)
	one := hash(arrange(t, g, 1))
	if again := hash(arrange(t, g, 1)); again != one {
		t.Error("the same seed gave other places")
	}
	if other := hash(arrange(t, g, 2)); other == one {
		t.Error("another seed gave the same places")
	}
}

// TestNothingOverlaps measures every pair of every kind of graph.
func TestNothingOverlaps(t *testing.T) {
	graphs := map[string]Graph{
		"nothing":      {},
		"one node":     {Nodes: 1},
		"a pair":       cycle(2),
		"a loop":       {Nodes: 1, Edges: []Edge{{0, 0}}},
		"no edges":     {Nodes: 73},
		"a cycle":      cycle(30),
		"two parts":    union(cycle(40), cycle(40)),
		"many parts":   union(citations(200, 2, 5), cycle(3), cycle(3), cycle(7), Graph{Nodes: 9}),
		"parallel":     {Nodes: 2, Edges: []Edge{{0, 1}, {1, 0}, {0, 1}}},
		"a star":       {Nodes: 5, Edges: []Edge{{0, 1}, {0, 2}, {0, 3}, {0, 4}}},
		"a literature": citations(736, 2, 3),
	}
	for name, g := range graphs {
		t.Run(name, func(t *testing.T) {
			plan := arrange(t, g, 1)
			radius := g.radii()
			for i := range plan.X {
				for j := range i {
					if d := math.Hypot(plan.X[i]-plan.X[j], plan.Y[i]-plan.Y[j]); d < radius[i]+radius[j] {
						t.Fatalf("nodes %d and %d stand %.2f apart with radii %.2f and %.2f", i, j, d, radius[i], radius[j])
					}
				}
				if b := plan.Bounds; plan.X[i] < b.Left || plan.X[i] > b.Right || plan.Y[i] < b.Bottom || plan.Y[i] > b.Top {
					t.Fatalf("node %d at (%.1f, %.1f) stands outside of %+v", i, plan.X[i], plan.Y[i], b)
				}
			}
		})
	}
}

// TestNeighboursStandClose: an edge must be much shorter than the distance of
// two nodes taken anyhow, or the layout says nothing.
func TestNeighboursStandClose(t *testing.T) {
	g := citations(736, 2, 3)
	plan := arrange(t, g, 1)
	apart := func(i, j int) float64 { return math.Hypot(plan.X[i]-plan.X[j], plan.Y[i]-plan.Y[j]) }
	edges, pairs := 0.0, 0.0
	for k, e := range g.Edges {
		edges += apart(e[0], e[1])
		pairs += apart(e[0], g.Edges[(k*7919+1)%len(g.Edges)][1])
	}
	if edges > 0.6*pairs {
		t.Errorf("edges are %.2f of the length of any pair, want 0.6 at most", edges/pairs)
	}
}

func TestIsolatedNodesStandInTheTray(t *testing.T) {
	plan := arrange(t, union(cycle(12), Graph{Nodes: 5}), 1)
	if plan.Tray == nil {
		t.Fatal("no tray")
	}
	for i := range plan.X {
		inside := plan.Y[i] <= plan.Tray.Top && plan.Y[i] >= plan.Tray.Bottom
		if inside != (i >= 12) {
			t.Errorf("node %d at height %.1f, the tray is %+v", i, plan.Y[i], *plan.Tray)
		}
	}
	if plan := arrange(t, cycle(12), 1); plan.Tray != nil {
		t.Errorf("a tray %+v without isolated nodes", *plan.Tray)
	}
}

func TestForceRefuses(t *testing.T) {
	tests := map[string]Graph{
		"edge 0 joins 0 and 7":    {Nodes: 2, Edges: []Edge{{0, 7}}},
		"1 radii for 2 nodes":     {Nodes: 2, Radii: []float64{1}},
		"a radius must be more":   {Nodes: 1, Radii: []float64{math.NaN()}},
		"-1 nodes cannot be laid": {Nodes: -1},
		"limit is 200000":         {Nodes: 1 << 30},
	}
	for want, g := range tests {
		if _, err := Force(t.Context(), g, Options{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: %v, want an error with %q", g, err, want)
		}
	}
}

// TestLargeGraphIsCancelled starts 20,000 nodes with 100,000 edges and gives
// up: the work must end, with the reason, long before it is done.
func TestLargeGraphIsCancelled(t *testing.T) {
	g := citations(20_000, 5, 1)
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := Force(ctx, g, Options{}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("cancelled layout of %d edges: %v, want %v", len(g.Edges), err, context.DeadlineExceeded)
	}
}

func TestLargeGraph(t *testing.T) {
	if testing.Short() {
		t.Skip("20,000 nodes take seconds")
	}
	arrange(t, citations(20_000, 5, 1), 1)
}

func BenchmarkForce(b *testing.B) {
	g := citations(736, 1, 3)
	b.ReportMetric(float64(len(g.Edges)), "edges")
	for b.Loop() {
		if _, err := Force(b.Context(), g, Options{Seed: 1}); err != nil {
			b.Fatal(err)
		}
	}
}

// TestForceTellsItsProgress: a hundred times at most, more each time, to the end.
func TestForceTellsItsProgress(t *testing.T) {
	g := Graph{Nodes: 60}
	for i := 1; i < 50; i++ {
		g.Edges = append(g.Edges, Edge{i, i / 2})
	}
	var told []int
	plan, err := Force(context.Background(), g, Options{Seed: 1, Progress: func(done, of int) {
		if of != 50*rounds {
			t.Fatalf("%d of %d, want of %d", done, of, 50*rounds)
		}
		told = append(told, done)
	}})
	if err != nil {
		t.Fatal(err)
	}
	if len(told) == 0 || len(told) > 100 || !slices.IsSorted(told) || told[len(told)-1] != 50*rounds {
		t.Errorf("told %v", told)
	}
	quiet, err := Force(context.Background(), g, Options{Seed: 1})
	if err != nil || !slices.Equal(quiet.X, plan.X) {
		t.Errorf("who listens changes the places: %v", err)
	}
}
