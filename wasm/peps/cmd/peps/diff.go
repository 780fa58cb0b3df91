package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/ahiru-dev/ahiru/wasm/peps/compare"
)

func runDiff(args []string, stdout, stderr io.Writer) error {
	f := newFlags("diff", stderr)
	before := f.String("old", "", "older "+sourceUsage)
	after := f.String("new", "", "newer "+sourceUsage)
	format := f.String("format", "text", "text or json")
	if err := f.parse(args, "old", "new"); err != nil {
		return err
	}
	if err := oneOf("format", *format, "text", "json"); err != nil {
		return err
	}
	a, err := readGraph(*before)
	if err != nil {
		return err
	}
	b, err := readGraph(*after)
	if err != nil {
		return err
	}
	d := compare.Graphs(a, b)
	if *format == "json" {
		return write(f.out, stdout, asJSON(d))
	}
	return write(f.out, stdout, func(w io.Writer) error { return tellDifference(w, d) })
}

// tellDifference writes a line for each change: + for added, - for removed, ~
// for changed.
func tellDifference(w io.Writer, d compare.Difference) error {
	var b strings.Builder
	for _, n := range d.Added {
		fmt.Fprintf(&b, "+ PEP %d %s (%s)\n", n.Number, n.Title, n.Status)
	}
	for _, n := range d.Removed {
		fmt.Fprintf(&b, "- PEP %d %s (%s)\n", n.Number, n.Title, n.Status)
	}
	for _, c := range d.Changed {
		for _, field := range c.Fields {
			fmt.Fprintf(&b, "~ PEP %d %s: %q to %q\n", c.Number, field.Name, field.Before, field.After)
		}
	}
	for _, e := range d.EdgesAdded {
		fmt.Fprintf(&b, "+ PEP %d mentions PEP %d, %d times\n", e.From, e.To, e.Count)
	}
	for _, e := range d.EdgesRemoved {
		fmt.Fprintf(&b, "- PEP %d mentions PEP %d, %d times\n", e.From, e.To, e.Count)
	}
	for _, e := range d.EdgesChanged {
		fmt.Fprintf(&b, "~ PEP %d mentions PEP %d, %d times instead of %d\n", e.From, e.To, e.After, e.Before)
	}
	fmt.Fprintf(&b, "PEPs: %d added, %d removed, %d changed; references: %d added, %d removed, %d changed\n",
		len(d.Added), len(d.Removed), len(d.Changed), len(d.EdgesAdded), len(d.EdgesRemoved), len(d.EdgesChanged))
	_, err := io.WriteString(w, b.String())
	return err
}
