package metrics

import "slices"

// gainful is the least gain that counts. Rounding makes smaller ones out of
// nothing, and nodes would then move in circles.
const gainful = 1e-10

// maxVisits, by node, ends the moving on edges so heavy that rounding outweighs
// gainful.
const maxVisits = 1000

// move lets nodes go, in a given order, to the neighbouring community where
// they gain most, or into one of their own. Of equal gains the one that a node
// has wins, then the smallest community number. Then it is the turn of those
// again that had a neighbour move away (Ozaki and others, 2016), until none is
// left.
func (l *level) move(of []int, resolution float64, order []int) []int {
	if l.ends == 0 {
		return of
	}
	m := newMoving(l, of, resolution)
	waiting, waits := slices.Clone(order), make([]bool, l.len())
	for node := range waits {
		waits[node] = true
	}
	for visit := 0; visit < len(waiting) && visit < maxVisits*l.len(); visit++ {
		node := waiting[visit]
		waits[node] = false
		if !m.place(node) {
			continue
		}
		for _, neighbour := range l.near.of(node) {
			if !waits[neighbour] && m.of[neighbour] != m.of[node] {
				waits[neighbour] = true
				waiting = append(waiting, neighbour)
			}
		}
	}
	return m.of
}

func newMoving(l *level, of []int, resolution float64) *moving {
	m := &moving{level: l, of: slices.Clone(of), ends: make([]float64, l.len()), size: make([]int, l.len()),
		link: newTally(l.len()), price: resolution / l.ends}
	for node, c := range m.of {
		m.ends[c] += l.degree[node]
		m.size[c]++
	}
	for c, size := range m.size {
		if size == 0 {
			m.empty = append(m.empty, c)
		}
	}
	return m
}

type moving struct {
	*level
	of    []int
	ends  []float64 // of edges, by community
	size  []int     // in nodes, by community
	empty []int     // communities of no nodes
	link  *tally    // the weight between the node at hand and each community
	price float64   // what two ends in one community cost
}

// place moves a node to where it gains most and tells whether it moved.
func (m *moving) place(node int) bool {
	own, degree := m.of[node], m.degree[node]
	weights := m.near.weights(node)
	for i, neighbour := range m.near.of(node) {
		m.link.add(m.of[neighbour], weights[i])
	}
	m.ends[own] -= degree
	best, most := own, m.gain(own, degree)
	for _, c := range m.link.sorted() {
		if gain := m.gain(c, degree); gain > most+gainful {
			best, most = c, gain
		}
	}
	m.link.clear()
	if most < -gainful && m.size[own] > 1 {
		best = m.empty[len(m.empty)-1] // two nodes in one: another one is empty
	}
	m.ends[best] += degree
	m.of[node] = best
	return m.resize(own, best)
}

// resize keeps count of the communities' sizes and tells whether anything
// changed.
func (m *moving) resize(from, to int) bool {
	if from == to {
		return false
	}
	if m.size[to] == 0 {
		m.empty = m.empty[:len(m.empty)-1] // only the last one is ever filled
	}
	m.size[to]++
	m.size[from]--
	if m.size[from] == 0 {
		m.empty = append(m.empty, from)
	}
	return true
}

// gain is what modularity gains, times the weight of the graph, when a node of
// a degree joins a community.
func (m *moving) gain(community int, degree float64) float64 {
	return m.link.sum[community] - float64(float64(m.ends[community]*degree)*m.price)
}
