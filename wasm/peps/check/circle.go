package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ahiru-dev/ahiru/wasm/peps"
	"github.com/ahiru-dev/ahiru/wasm/peps/metrics/bynumber"
)

// circles finds PEPs that succeed one another in a circle. It is found at the
// first header of the first of them that leads to another.
func (c *corpus) circles() (list []Finding) {
	numbers, err := bynumber.New(c.Graph)
	if err != nil {
		return nil // an extracted graph always keeps the format
	}
	for _, circle := range numbers.Cycles() {
		f := Finding{Rule: Circle, PEP: circle[0], Other: circle[1], File: c.origin[circle[0]].File, Circle: circle}
		f.Text = "PEPs " + join(circle) + " succeed one another in a circle"
		for _, m := range c.Mentions {
			if f.Line == 0 && m.From == circle[0] && slices.Contains(circle, m.To) && (m.Kind == peps.SupersededBy || m.Kind == peps.Replaces) {
				f.Line, f.Other = m.Line, m.To
			}
		}
		list = append(list, f)
	}
	return list
}

func join(numbers []int) string {
	words := make([]string, len(numbers))
	for i, n := range numbers {
		words[i] = fmt.Sprint(n)
	}
	return strings.Join(words, ", ")
}
