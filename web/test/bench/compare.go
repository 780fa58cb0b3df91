package main

import (
	"fmt"
	"slices"
)

// A budget says what a figure should be.
type budget struct {
	value float64 // 0 for none
	least bool    // it is the least, not the most
	unit  string
}

func most(value float64, unit string) budget  { return budget{value, false, unit} }
func least(value float64, unit string) budget { return budget{value, true, unit} }
func none(unit string) budget                 { return budget{0, false, unit} }

// A comparison divides a figure of each run by one of the run that was made
// beside it; without those the figure stands for itself.
type comparison struct {
	what   string
	budget budget
	runs   []figures
	label  string
	beside []figures
	by     string
}

// compare adds the middle of each comparison's trials, and how far they spread.
func (b *bench) compare(all ...comparison) error {
	for _, c := range all {
		trials := make([]float64, len(c.runs))
		for i, run := range c.runs {
			value, err := run.get(c.label)
			if err != nil {
				return fmt.Errorf("%s: %w", c.what, err)
			}
			trials[i] = value
			if c.beside == nil {
				continue
			}
			if value, err = c.beside[i].get(c.by); err != nil {
				return fmt.Errorf("%s: %w", c.what, err)
			}
			trials[i] /= value
		}
		b.rows = append(b.rows, row{c.what, median(trials), c.budget, slices.Min(trials), slices.Max(trials)})
	}
	return nil
}

func (f figures) get(label string) (float64, error) {
	value, measured := f[label]
	if !measured {
		return 0, fmt.Errorf("the lesson measured no %q", label)
	}
	return value, nil
}
