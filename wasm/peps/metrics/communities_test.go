package metrics

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestCommunitiesOfTheShippedGraphAreGood(t *testing.T) {
	g, _ := shipped(t)
	for seed := range uint64(3) {
		d, err := Communities(g, DivisionOptions{Seed: seed})
		if err != nil {
			t.Fatal(err)
		}
		if d.Modularity < 0.715 {
			t.Errorf("modularity %v with seed %d, less than 0.715", d.Modularity, seed)
		}
	}
}

func TestMoreResolutionMakesMoreCommunities(t *testing.T) {
	g, _ := shipped(t)
	before := 0
	for _, resolution := range []float64{0.01, 0.5, 1, 2, 4, 50} {
		d, err := Communities(g, DivisionOptions{Resolution: resolution, Restarts: 5})
		if err != nil {
			t.Fatal(err)
		}
		if d.Count < before {
			t.Errorf("%d communities at resolution %v, %d before", d.Count, resolution, before)
		}
		before = d.Count
	}
	if d, _ := Communities(g, DivisionOptions{Resolution: 1e-9, Restarts: 2}); d.Count != slices.Max(Weak(g))+1 {
		t.Errorf("%d communities at almost no resolution, want the components", d.Count)
	}
	if d, _ := Communities(g, DivisionOptions{Resolution: 1e9, Restarts: 2}); d.Count != g.Len() {
		t.Errorf("%d communities at an endless resolution, want every node alone", d.Count)
	}
}

func TestCommunitiesAreNumberedBySizeAndHangTogether(t *testing.T) {
	dice := rand.New(rand.NewPCG(8, 9))
	for seed := range uint64(60) {
		n := 1 + dice.IntN(60)
		g := chance(t, dice, n, dice.IntN(3*n))
		d, err := Communities(g, DivisionOptions{Seed: seed, Weighted: seed%2 == 0, Restarts: 3})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(d.Of, ranked(d.Of)) || d.Count != slices.Max(d.Of)+1 {
			t.Fatalf("%d communities, numbered %v", d.Count, d.Of)
		}
		if got := Modularity(g, d.Of, 1, seed%2 == 0); math.Abs(got-d.Modularity) > 1e-12 {
			t.Fatalf("modularity is %v, said to be %v", got, d.Modularity)
		}
		if pieces := g.ground(false).pieces(d.Of); !slices.Equal(ranked(pieces), d.Of) {
			t.Fatalf("communities %v are in pieces %v", d.Of, pieces)
		}
	}
}

func TestACommunityInPiecesIsTakenApart(t *testing.T) {
	g := graph(t, 5, [2]int{0, 1}, [2]int{2, 3})
	if got := g.ground(false).pieces([]int{4, 4, 4, 4, 4}); !slices.Equal(got, []int{0, 0, 2, 2, 4}) {
		t.Errorf("pieces are %v", got)
	}
}

func TestANodeMayLeaveForACommunityOfItsOwn(t *testing.T) {
	l := graph(t, 4, [2]int{0, 1}, [2]int{1, 2}, [2]int{2, 0}).ground(false)
	if got := l.move([]int{0, 0, 0, 0}, 100, []int{0, 1, 2, 3}); len(slices.Compact(slices.Sorted(slices.Values(got)))) != 3 {
		t.Errorf("divided as %v, want each of the triangle alone", got)
	}
}

func TestImpossibleResolutions(t *testing.T) {
	g := graph(t, 2, [2]int{0, 1})
	for resolution, want := range map[float64]string{
		-1:            "a resolution of -1 cannot be: it is a finite number more than 0",
		math.Inf(1):   "a resolution of +Inf cannot be: it is a finite number more than 0",
		math.NaN():    "a resolution of NaN cannot be: it is a finite number more than 0",
		math.Inf(-1):  "a resolution of -Inf cannot be: it is a finite number more than 0",
		-1e-300 * 1e9: "a resolution of -1e-291 cannot be: it is a finite number more than 0",
	} {
		if _, err := Compute(g, "community", Options{Resolution: resolution}); err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

func TestVeryHeavyEdgesEnd(t *testing.T) {
	dice := rand.New(rand.NewPCG(10, 11))
	edges := chanceEdges(dice, 40, 300)
	for i := range edges {
		for k := range edges[i].Counts {
			edges[i].Counts[k] = maxCount - dice.IntN(3)
		}
	}
	g, err := NewGraph(40, edges)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Communities(g, DivisionOptions{Weighted: true, Resolution: math.Pi}); err != nil {
		t.Error(err)
	}
}
