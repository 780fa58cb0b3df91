package peps

// resolve turns :ref: roles into mentions: of the one PEP that defines the label
// for a section, unless that is the role's own PEP.
func resolve(documents []*document) (found []Mention) {
	owners := make(map[string]map[int]bool) // of section labels
	for _, d := range documents {
		number := d.node.Number
		for _, label := range d.labels {
			if owners[label] == nil {
				owners[label] = make(map[int]bool)
			}
			owners[label][number] = true
		}
	}
	for _, d := range documents {
		for _, r := range d.pending {
			if len(owners[r.label]) != 1 || owners[r.label][r.at.From] {
				continue
			}
			for number := range owners[r.label] {
				r.at.To = number
			}
			found = append(found, r.at)
		}
	}
	return found
}
