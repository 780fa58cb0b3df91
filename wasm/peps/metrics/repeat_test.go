package metrics

import (
	"flag"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden file anew")

// bits writes every metric of a graph with all bits of its values.
func bits(t *testing.T, g *Graph, o Options) string {
	t.Helper()
	var b strings.Builder
	for _, name := range Names() {
		values, err := Compute(g, name, o)
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString(name)
		for _, v := range values {
			b.WriteString(" " + strconv.FormatFloat(v, 'x', -1, 64))
		}
		b.WriteString("\n")
	}
	return b.String()
}

// The same file is compared with natively and under js/wasm.
func TestEveryBitRepeats(t *testing.T) {
	g := chance(t, rand.New(rand.NewPCG(12, 13)), 40, 130)
	text := "default\n" + bits(t, g, Options{}) + "chosen\n" +
		bits(t, g, Options{Kinds: KindSet(Role, Text, Requires, SupersededBy), Weighted: true, Resolution: 1.7, Seed: 99, Restarts: 4})
	const golden = "testdata/bits.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if text != string(want) {
		t.Errorf("got\n%s\nwant\n%s", text, want)
	}
}

func TestTheOrderOfEdgesDoesNotMatter(t *testing.T) {
	dice := rand.New(rand.NewPCG(14, 15))
	for range 20 {
		n := 2 + dice.IntN(30)
		edges := chanceEdges(dice, n, 3*n)
		a, err := NewGraph(n, edges)
		if err != nil {
			t.Fatal(err)
		}
		dice.Shuffle(len(edges), func(i, j int) { edges[i], edges[j] = edges[j], edges[i] })
		b, err := NewGraph(n, edges)
		if err != nil {
			t.Fatal(err)
		}
		if bits(t, a, Options{Restarts: 2}) != bits(t, b, Options{Restarts: 2}) {
			t.Fatal("shuffled edges give another result")
		}
	}
}

func TestPageRankLeavesSupersededByOutUnlessAsked(t *testing.T) {
	g, err := NewGraph(3, []Edge{{0, 1, Counts{SupersededBy: 1}}, {2, 0, Counts{Role: 1, SupersededBy: 1}}})
	if err != nil {
		t.Fatal(err)
	}
	got, _ := Compute(g, "pagerank", Options{})
	if want := PageRank(graph(t, 3, [2]int{2, 0}), false); !slices.Equal(got, want) {
		t.Errorf("by default %v, want %v", got, want)
	}
	got, _ = Compute(g, "pagerank", Options{Kinds: AllKinds})
	if want := PageRank(graph(t, 3, [2]int{0, 1}, [2]int{2, 0}), false); !slices.Equal(got, want) {
		t.Errorf("over all kinds %v, want %v", got, want)
	}
}

func TestPageRankAddsUpToOne(t *testing.T) {
	g, _ := shipped(t)
	for _, weighted := range []bool{false, true} {
		if sum := total(PageRank(g, weighted)); math.Abs(sum-1) > 1e-12 {
			t.Errorf("shares add up to %v", sum)
		}
	}
}

func TestWatchHearsOfEveryStep(t *testing.T) {
	g := graph(t, 5, [2]int{0, 1})
	for name, total := range map[string]int{"betweenness": 5, "closeness": 5, "community": 7} {
		var heard []int
		o := Options{Restarts: 7, Watch: func(done, all int) {
			heard = append(heard, done)
			if all != total {
				t.Errorf("%s: %d of %d, want of %d", name, done, all, total)
			}
		}}
		if _, err := Compute(g, name, o); err != nil || len(heard) != total || !slices.IsSorted(heard) {
			t.Errorf("%s: heard %v, %v", name, heard, err)
		}
	}
}

func BenchmarkShipped(b *testing.B) {
	g, _ := shipped(b)
	for _, name := range Names() {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := Compute(g, name, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
