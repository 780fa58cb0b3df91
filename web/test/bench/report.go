package main

import (
	"fmt"
	"io"
	"text/tabwriter"
)

// A row is one measured figure beside its budget, 0 for none.
type row struct {
	what          string
	value, budget float64
	unit          string
}

func (b *bench) add(what string, value, budget float64, unit string) {
	b.rows = append(b.rows, row{what, value, budget, unit})
}

// report prints the figures as a table and says which are over budget. Times
// on a shared machine mean little, so only bytes over budget are an error.
func report(w io.Writer, rows []row) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "what\tmeasured\tbudget\t")
	over := 0
	for _, r := range rows {
		verdict := ""
		if r.budget > 0 {
			verdict = fmt.Sprintf("%.0f %% of it", 100*r.value/r.budget)
			if r.value > r.budget && r.unit == "B" {
				over++
			}
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", r.what, amount(r.value, r.unit), budgetText(r), verdict)
	}
	if err := table.Flush(); err != nil {
		return err
	}
	if over > 0 {
		return fmt.Errorf("%d figures in bytes are over their budget", over)
	}
	return nil
}

func budgetText(r row) string {
	if r.budget == 0 {
		return "none"
	}
	return amount(r.budget, r.unit)
}

func amount(v float64, unit string) string {
	if unit == "B" && v >= 1000 {
		return fmt.Sprintf("%.1f kB", v/1000)
	}
	return fmt.Sprintf("%.4g %s", v, unit)
}
