package metrics

import (
	"cmp"
	"slices"
)

// Weak numbers each node's weak component: nodes that hang together, whatever
// the direction of the edges. Component 0 is the largest; equally large ones
// are ordered by their first node.
func Weak(g *Graph) []int {
	label, w := filledInt(g.Len(), -1), newWalk(g.Len())
	for node := range label {
		if label[node] >= 0 {
			continue
		}
		w.from(node, -1, &g.both)
		for _, member := range w.order {
			label[member] = node
		}
	}
	return ranked(label)
}

// Strong numbers each node's strong component: nodes that can all reach one
// another along the edges. The order is that of Weak.
func Strong(g *Graph) []int {
	label, _ := strong(&g.out)
	return ranked(label)
}

// ranked renumbers groups (any numbers from 0 to the number of nodes, less
// one): the largest is 0, equally large ones are ordered by their first node.
func ranked(label []int) []int {
	type group struct{ label, size, first int }
	groups := make([]group, len(label))
	for node, l := range label {
		if groups[l].size == 0 {
			groups[l] = group{l, 0, node}
		}
		groups[l].size++
	}
	slices.SortFunc(groups, func(a, b group) int {
		return cmp.Or(cmp.Compare(b.size, a.size), cmp.Compare(a.first, b.first))
	})
	number := make([]int, len(label))
	for i, g := range groups {
		if g.size > 0 {
			number[g.label] = i
		}
	}
	all := make([]int, len(label))
	for node, l := range label {
		all[node] = number[l]
	}
	return all
}

func filledInt(n, value int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = value
	}
	return all
}
