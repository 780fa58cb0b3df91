package test

import (
	"cmp"
	"slices"
	"strconv"
)

// A factRow is what a table of the map must say of one reference.
type factRow struct{ number, count int }

// rows lists the references to a PEP, or from it, by number.
func (f facts) rows(number int, to bool) []factRow {
	var rows []factRow
	for _, e := range f.Edges {
		if to && e.To == number {
			rows = append(rows, factRow{e.From, e.Count})
		}
		if !to && e.From == number {
			rows = append(rows, factRow{e.To, e.Count})
		}
	}
	slices.SortFunc(rows, func(a, b factRow) int { return cmp.Compare(a.number, b.number) })
	return rows
}

// sameRow compares a row of the page (number, title, status, created, count).
func sameRow(cells []string, want factRow) bool {
	return len(cells) == 5 && cells[0] == strconv.Itoa(want.number) && cells[4] == strconv.Itoa(want.count)
}

func byCount(a, b []string) int {
	x, _ := strconv.Atoi(a[4]) // sameRow has seen that these are numbers
	y, _ := strconv.Atoi(b[4])
	return cmp.Compare(y, x)
}
