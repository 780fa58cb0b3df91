package main

import (
	"fmt"
	"io"
	"text/tabwriter"
)

// A row is one measured figure beside its budget.
type row struct {
	what      string
	value     float64
	budget    budget
	low, high float64 // the least and the most of several trials; both 0 for one alone
}

func (b *bench) add(what string, value, limit float64, unit string) {
	b.rows = append(b.rows, row{what: what, value: value, budget: most(limit, unit)})
}

// report prints the figures as a table and says which miss their budget. Times
// on a shared machine mean little, so only bytes over budget are an error.
func report(w io.Writer, rows []row, quality string) error {
	fmt.Fprintf(w, "The site is compressed at %s quality.\n", quality)
	if quality != "best" {
		fmt.Fprintln(w, "Bytes are more than at the best quality, which budgets mean: go run ./web/build -best, then measure again.")
	}
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "what\tmeasured\tspread\tbudget\t")
	over := 0
	for _, r := range rows {
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\n", r.what, amount(r.value, r.budget.unit), r.spread(), r.budget, r.verdict())
		if r.missed() && r.budget.unit == "B" {
			over++
		}
	}
	if err := table.Flush(); err != nil {
		return err
	}
	if over > 0 {
		return fmt.Errorf("%d figures in bytes are over their budget", over)
	}
	return nil
}

func (r row) missed() bool {
	if r.budget.least {
		return r.value < r.budget.value
	}
	return r.budget.value > 0 && r.value > r.budget.value
}

func (r row) verdict() string {
	if r.budget.value == 0 {
		return ""
	}
	part := fmt.Sprintf("%.0f %% of it", 100*r.value/r.budget.value)
	if r.missed() {
		part += ", missed"
	}
	return part
}

func (r row) spread() string {
	if r.high == 0 {
		return ""
	}
	return fmt.Sprintf("%.3g to %.3g", r.low, r.high)
}

func (b budget) String() string {
	switch {
	case b.value == 0:
		return "none"
	case b.least:
		return "at least " + amount(b.value, b.unit)
	}
	return amount(b.value, b.unit)
}

func amount(v float64, unit string) string {
	if unit == "B" && v >= 1000 {
		return fmt.Sprintf("%.1f kB", v/1000)
	}
	return fmt.Sprintf("%.4g %s", v, unit)
}
