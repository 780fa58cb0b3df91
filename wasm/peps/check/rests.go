package check

import "github.com/ahiru-dev/ahiru/wasm/peps"

// Living tells by its status whether a PEP is in force or may still come into it.
func Living(status string) bool {
	switch status {
	case "Draft", "Accepted", "Provisional", "Final", "Active":
		return true
	}
	return false
}

// Fallen tells by its status whether a PEP was turned down or has been replaced.
func Fallen(status string) bool {
	switch status {
	case "Rejected", "Withdrawn", "Superseded":
		return true
	}
	return false
}

// A Rest is a reference of a living PEP to a fallen one.
type Rest struct {
	From     int    `json:"from"`
	To       int    `json:"to"`
	Status   string `json:"status"` // of To
	Required bool   `json:"required"`
	Count    int    `json:"count"` // mentions
}

// Rests lists what living PEPs rest on that was rejected, withdrawn or
// superseded, by From, then To. That a PEP mentions the one that it replaces does
// not count.
func Rests(g peps.Graph) []Rest {
	status := make(map[int]string, len(g.Nodes))
	successor := make(map[[2]int]bool)
	for _, n := range g.Nodes {
		status[n.Number] = n.Status
	}
	for _, e := range g.Edges {
		if e.Kinds[peps.Replaces] > 0 {
			successor[[2]int{e.From, e.To}] = true
		}
		if e.Kinds[peps.SupersededBy] > 0 {
			successor[[2]int{e.To, e.From}] = true
		}
	}
	list := []Rest{}
	for _, e := range g.Edges {
		if Living(status[e.From]) && Fallen(status[e.To]) && !successor[[2]int{e.From, e.To}] {
			list = append(list, Rest{e.From, e.To, status[e.To], e.Kinds[peps.Requires] > 0, e.Count})
		}
	}
	return list
}
