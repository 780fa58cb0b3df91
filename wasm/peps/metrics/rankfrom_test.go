package metrics

import (
	"math/rand/v2"
	"testing"
)

// naiveRankFrom solves the linear equations by elimination.
func naiveRankFrom(g *Graph, start int) []float64 {
	n := g.Len()
	m, right := square(n), make([]float64, n)
	right[start] = 1 - 0.85
	for i := range n {
		m[i][i]++
	}
	for j := range n {
		to := g.out.of(j)
		for _, target := range to {
			m[target][j] -= 0.85 / float64(len(to))
		}
		if len(to) == 0 {
			m[start][j] -= 0.85
		}
	}
	return solve(m, right)
}

func TestRankFromAgrees(t *testing.T) {
	dice := rand.New(rand.NewPCG(41, 42))
	for range 100 {
		n := 1 + dice.IntN(24)
		g := chance(t, dice, n, dice.IntN(3*n))
		start := dice.IntN(n)
		got, err := RankFrom(g, start)
		if err != nil {
			t.Fatal(err)
		}
		near(t, "rank from a node", got, naiveRankFrom(g, start))
	}
	if _, err := RankFrom(graph(t, 1), 1); err == nil {
		t.Error("an unknown node has a rank")
	}
}
