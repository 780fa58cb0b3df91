package bynumber

import (
	"cmp"
	"slices"

	"github.com/ahiru-dev/ahiru/wasm/peps/metrics"
)

// A Link is what the PEPs of one community say of those of another.
type Link struct {
	From     int `json:"from"` // numbers of communities
	To       int `json:"to"`
	Edges    int `json:"edges"`
	Mentions int `json:"mentions"`
}

// Groups are the communities of a choice and the links between them, and within
// them where From and To are the same.
type Groups struct {
	Division
	Members [][]int  `json:"members"` // numbers of PEPs, by community
	Names   []string `json:"names"`   // telling words of their titles
	Links   []Link   `json:"links"`   // by From, then To
}

// Groups divides the map and adds the references up by community.
func (m *Map) Groups(c Choice) (Groups, error) {
	division, err := m.Communities(c, nil)
	if err != nil {
		return Groups{}, err
	}
	g, _, err := m.chosen(c, nil)
	if err != nil {
		return Groups{}, err
	}
	all := Groups{Division: division, Members: make([][]int, division.Count), Links: links(g, division.Of)}
	for node, group := range division.Of {
		all.Members[group] = append(all.Members[group], m.numbers[node])
	}
	all.Names = m.names(division)
	return all, nil
}

func links(g *metrics.Graph, of []int) []Link {
	sum := make(map[[2]int]*Link)
	for _, e := range g.Edges() {
		key := [2]int{of[e.From], of[e.To]}
		if sum[key] == nil {
			sum[key] = &Link{From: key[0], To: key[1]}
		}
		sum[key].Edges++
		for _, count := range e.Counts {
			sum[key].Mentions += count
		}
	}
	list := make([]Link, 0, len(sum))
	for _, link := range sum {
		list = append(list, *link)
	}
	slices.SortFunc(list, func(a, b Link) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	return list
}
