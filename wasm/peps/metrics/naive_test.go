package metrics

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// Naive methods on a matrix, in the time of n³ and with nothing in common with
// the real ones.

type matrix [][]float64

func square(n int) matrix {
	m := make(matrix, n)
	for i := range m {
		m[i] = make([]float64, n)
	}
	return m
}

// adjacent is the adjacency matrix along one of a graph's directions.
func adjacent(n int, a *adjacency) matrix {
	m := square(n)
	for i := range n {
		for _, j := range a.of(i) {
			m[i][j] = 1
		}
	}
	return m
}

// hops are the distances between all pairs and the number of shortest ways, by
// the method of Floyd and Warshall; far is no way.
const far = 1e6

func hops(m matrix) (distance, ways matrix) {
	n := len(m)
	distance, ways = square(n), square(n)
	for i := range n {
		for j := range n {
			distance[i][j] = far
			if m[i][j] > 0 {
				distance[i][j] = 1
			}
		}
		distance[i][i] = 0
	}
	for k := range n {
		for i := range n {
			for j := range n {
				distance[i][j] = min(distance[i][j], distance[i][k]+distance[k][j])
			}
		}
	}
	for length := range n { // ways of a length end with an edge from ways one shorter
		for i := range n {
			for j := range n {
				if distance[i][j] != float64(length) {
					continue
				}
				if length == 0 {
					ways[i][j] = 1
				}
				for k := range n {
					if m[k][j] > 0 && distance[i][k] == float64(length-1) {
						ways[i][j] += ways[i][k]
					}
				}
			}
		}
	}
	return distance, ways
}

func naiveBetweenness(g *Graph) []float64 {
	distance, ways := hops(adjacent(g.Len(), &g.both))
	between := make([]float64, g.Len())
	for v := range between {
		for s := range between {
			for t := s + 1; t < len(between); t++ {
				if s != v && t != v && distance[s][t] < far && distance[s][v]+distance[v][t] == distance[s][t] {
					between[v] += ways[s][v] * ways[v][t] / ways[s][t]
				}
			}
		}
	}
	return between
}

func naiveCloseness(g *Graph) []float64 {
	distance, _ := hops(adjacent(g.Len(), &g.out))
	close := make([]float64, g.Len())
	for v := range close {
		reaching, sum := 0.0, 0.0
		for from := range close {
			if from != v && distance[from][v] < far {
				reaching++
				sum += distance[from][v]
			}
		}
		if reaching > 0 {
			close[v] = reaching / float64(g.Len()-1) * reaching / sum
		}
	}
	return close
}

// naivePageRank solves the linear equations by elimination (Gauss and Jordan).
func naivePageRank(g *Graph, weighted bool) []float64 {
	n := g.Len()
	m, right := square(n), make([]float64, n)
	for i := range n {
		m[i][i] = 1
		right[i] = (1 - 0.85) / float64(n)
	}
	for j := range n {
		to, weights := g.out.of(j), slices.Clone(g.out.weights(j))
		if !weighted {
			weights = filled(len(to), 1)
		}
		for i, target := range to {
			m[target][j] -= 0.85 * weights[i] / total(weights)
		}
		for i := 0; i < n && len(to) == 0; i++ {
			m[i][j] -= 0.85 / float64(n)
		}
	}
	return solve(m, right)
}

func solve(m matrix, right []float64) []float64 {
	for i := range m { // diagonally dominant by columns: no pivoting
		for k := range m {
			if k != i && m[k][i] != 0 {
				factor := m[k][i] / m[i][i]
				for j := i; j < len(m); j++ {
					m[k][j] -= factor * m[i][j]
				}
				right[k] -= factor * right[i]
			}
		}
	}
	for i := range m {
		right[i] /= m[i][i]
	}
	return right
}

// naiveCore takes away nodes of too low a degree until none is left that has.
func naiveCore(g *Graph) []int {
	m := adjacent(g.Len(), &g.both)
	core := make([]int, g.Len())
	gone := make([]bool, g.Len())
	for k := range g.Len() {
		for again := true; again; {
			again = false
			for v := range core {
				if !gone[v] && total(m[v]) < float64(k) {
					gone[v], again = true, true
					for u := range core {
						m[u][v] = 0
					}
				}
			}
		}
		for v := range core {
			if !gone[v] {
				core[v] = k
			}
		}
	}
	return core
}

// naiveModularity is the sum over all pairs, as in the definition.
func naiveModularity(g *Graph, of []int, resolution float64, weighted bool) float64 {
	n := g.Len()
	m := adjacent(n, &g.both)
	ends := 0.0
	for i := range n {
		for k, j := range g.both.of(i) {
			if weighted {
				m[i][j] = g.both.weights(i)[k]
			}
			ends += m[i][j]
		}
	}
	q := 0.0
	for i := range n {
		for j := range n {
			if ends > 0 && of[i] == of[j] {
				q += (m[i][j] - resolution*total(m[i])*total(m[j])/ends) / ends
			}
		}
	}
	return q
}

func TestAgreesWithNaiveMethods(t *testing.T) {
	dice := rand.New(rand.NewPCG(2, 3))
	for range 150 {
		n := 1 + dice.IntN(24)
		g := chance(t, dice, n, dice.IntN(3*n))
		near(t, "betweenness", Betweenness(g, nil), naiveBetweenness(g))
		near(t, "closeness", Closeness(g, nil), naiveCloseness(g))
		near(t, "PageRank", PageRank(g, false), naivePageRank(g, false))
		near(t, "weighted PageRank", PageRank(g, true), naivePageRank(g, true))
		if got, want := Core(g), naiveCore(g); !slices.Equal(got, want) {
			t.Fatalf("cores are %v, want %v", got, want)
		}
		sameGroups(t, g)
		of := make([]int, n)
		for node := range of {
			of[node] = dice.IntN(n)
		}
		for _, weighted := range []bool{false, true} {
			near(t, "modularity", []float64{Modularity(g, of, 1.5, weighted)}, []float64{naiveModularity(g, of, 1.5, weighted)})
		}
	}
}

// sameGroups compares components with who can reach whom.
func sameGroups(t *testing.T, g *Graph) {
	t.Helper()
	along, _ := hops(adjacent(g.Len(), &g.out))
	across, _ := hops(adjacent(g.Len(), &g.both))
	weak, strong := Weak(g), Strong(g)
	for a := range g.Len() {
		for b := range g.Len() {
			if (weak[a] == weak[b]) != (across[a][b] < far) {
				t.Fatalf("weak components %v, distance of %d and %d is %v", weak, a, b, across[a][b])
			}
			if (strong[a] == strong[b]) != (along[a][b] < far && along[b][a] < far) {
				t.Fatalf("strong components %v, distances of %d and %d are %v, %v", strong, a, b, along[a][b], along[b][a])
			}
		}
	}
}

// An eigenvector is checked by what it is. The random graphs have one circle
// that is stronger than the others by a margin, or the values only creep.
func TestEigenvectorsAreSome(t *testing.T) {
	dice := rand.New(rand.NewPCG(4, 5))
	for range 100 {
		n := 10 + dice.IntN(15)
		g := chance(t, dice, n, 5*n)
		x := Eigenvector(g)
		image := make([]float64, n)
		for node := range n {
			image[node] = sum(x, g.in.of(node))
		}
		scale(image, total(image)/total(x))
		near(t, "eigenvector", x, image)
		near(t, "its square", []float64{squares(x)}, []float64{1})

		hubs, authorities := HITS(g)
		for node := range n {
			image[node] = sum(authorities, g.out.of(node))
		}
		scale(image, total(image))
		near(t, "hubs", hubs, image)
		for node := range n {
			image[node] = sum(hubs, g.in.of(node))
		}
		scale(image, total(image))
		near(t, "authorities", authorities, image)
	}
}
