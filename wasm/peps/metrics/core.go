package metrics

// Core is each node's core number: the largest k for which it belongs to a part
// of the undirected graph where every node has at least k neighbours. The
// method is that of Batagelj and Zaversnik (2003), in the time of the edges.
func Core(g *Graph) []int {
	core := g.both.degrees()
	p := newPeeling(core)
	for _, node := range p.order {
		// order changes behind this place only
		for _, neighbour := range g.both.of(node) {
			if core[neighbour] > core[node] {
				p.demote(neighbour, core)
			}
		}
	}
	return core
}

// A peeling keeps nodes ordered by what is left of their degree.
type peeling struct {
	order []int // nodes by remaining degree
	place []int // of each node in order
	first []int // by degree: the place of the first node that has it
}

func newPeeling(degree []int) *peeling {
	most := 0
	for _, d := range degree {
		most = max(most, d)
	}
	p := &peeling{make([]int, len(degree)), make([]int, len(degree)), make([]int, most+2)}
	for _, d := range degree {
		p.first[d+1]++
	}
	for d := range most + 1 {
		p.first[d+1] += p.first[d]
	}
	next := append([]int(nil), p.first...)
	for node, d := range degree {
		p.place[node] = next[d]
		p.order[next[d]] = node
		next[d]++
	}
	return p
}

// demote takes one from a node's remaining degree: it changes places with the
// first node of its degree, whose group then begins one place later.
func (p *peeling) demote(node int, degree []int) {
	d := degree[node]
	first := p.order[p.first[d]]
	p.order[p.place[node]], p.order[p.first[d]] = first, node
	p.place[first], p.place[node] = p.place[node], p.first[d]
	p.first[d]++
	degree[node]--
}
