package peps

// resolve turns :ref: roles into mentions: of the one PEP that defines the label
// for a section, unless the role's own PEP defines it.
func resolve(documents []*document) (found []Mention) {
	owners := make(map[string]map[int]bool) // of section labels
	own := make(map[int]map[string]bool)    // all labels of a PEP
	for _, d := range documents {
		number := d.node.Number
		for _, label := range d.labels {
			if owners[label] == nil {
				owners[label] = make(map[int]bool)
			}
			owners[label][number] = true
		}
		if own[number] == nil {
			own[number] = make(map[string]bool)
		}
		for _, label := range d.targets {
			own[number][label] = true
		}
	}
	for _, d := range documents {
		for _, r := range d.pending {
			if len(owners[r.label]) != 1 || own[r.at.From][r.label] {
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
