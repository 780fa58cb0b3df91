package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/ahiru-dev/ahiru/wasm/peps"
)

// printReport tells a person what was found, dropped and not read.
func printReport(w io.Writer, result peps.Result, quiet bool) {
	r := result.Report
	for _, p := range r.Problems {
		fmt.Fprintln(w, place(p.File, p.Line)+p.Text)
	}
	if !quiet {
		printDropped(w, r.Self, "a PEP refers to itself")
		printDropped(w, r.Zero, "PEP 0 is generated and no node")
		printDropped(w, r.Unknown, "there is no such PEP")
	}
	fmt.Fprintf(w, "%d PEPs, %d edges, %d mentions (%s)\n", r.Nodes, r.Edges, r.Mentions, kinds(r.Kinds))
	fmt.Fprintf(w, "dropped: %d of the PEP itself, %d of PEP 0, %d of no PEP; %d more stand only in literals and comments; %d problems\n",
		len(r.Self), len(r.Zero), len(r.Unknown), len(r.Literal), len(r.Problems))
}

// place is "file:line: ", as far as it is known.
func place(file string, line int) string {
	switch {
	case file == "":
		return ""
	case line == 0:
		return file + ": "
	}
	return fmt.Sprintf("%s:%d: ", file, line)
}

func printDropped(w io.Writer, mentions []peps.Mention, why string) {
	for _, m := range mentions {
		fmt.Fprintf(w, "%sPEP %d (%s) dropped: %s\n", place(m.File, m.Line), m.To, m.Kind, why)
	}
}

func kinds(count map[peps.Kind]int) string {
	var parts []string
	for _, k := range peps.Kinds() {
		parts = append(parts, fmt.Sprintf("%s %d", k, count[k]))
	}
	return strings.Join(parts, ", ")
}
