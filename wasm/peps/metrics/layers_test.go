package metrics

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestLayersByHand(t *testing.T) {
	// 0 cites 1 and 2, which cite each other; 2 cites 3; 4 stands alone.
	g := graph(t, 5, [2]int{0, 1}, [2]int{0, 2}, [2]int{1, 2}, [2]int{2, 1}, [2]int{2, 3})
	if got := Layers(g); !slices.Equal(got, []int{2, 1, 1, 0, 0}) {
		t.Errorf("layers are %v", got)
	}
}

// TestLayersAreTheLongestWays compares with repeated relaxation.
func TestLayersAreTheLongestWays(t *testing.T) {
	dice := rand.New(rand.NewPCG(31, 32))
	for range 100 {
		n := 1 + dice.IntN(30)
		g := chance(t, dice, n, dice.IntN(2*n))
		same := Strong(g)
		want := make([]int, n)
		for range n {
			for _, e := range g.Edges() {
				if same[e.From] != same[e.To] {
					want[e.From] = max(want[e.From], want[e.To]+1)
				}
			}
			for a := range n {
				for b := range n {
					if same[a] == same[b] {
						want[a] = max(want[a], want[b])
					}
				}
			}
		}
		if got := Layers(g); !slices.Equal(got, want) {
			t.Fatalf("layers are %v, want %v", got, want)
		}
	}
}
