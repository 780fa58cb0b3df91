package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/ahiru-dev/ahiru/wasm/peps"
	"github.com/ahiru-dev/ahiru/wasm/peps/atlas"
	"github.com/ahiru-dev/ahiru/wasm/peps/metrics/bynumber"
)

func runRead(args []string, stdout, stderr io.Writer) error {
	f := newFlags("read", stderr).source()
	number := f.Int("pep", 0, "`number` of the PEP")
	limit := f.Int("most", 12, "length of the list, without what is required (1 to 100)")
	if err := f.parse(args, "src"); err != nil {
		return err
	}
	a, g, err := openGraph(context.Background(), f.src)
	if err != nil {
		return err
	}
	list, err := a.ReadFirst(context.Background(), atlas.ReadFirst{Number: *number, Limit: *limit})
	if err != nil {
		return err
	}
	text := readingMarkdown(g, *number, list)
	return write(f.out, stdout, func(w io.Writer) error { _, err := io.WriteString(w, text); return err })
}

func readingMarkdown(g peps.Graph, number int, list []bynumber.Reading) string {
	node := make(map[int]peps.Node, len(g.Nodes))
	for _, n := range g.Nodes {
		node[n.Number] = n
	}
	var b strings.Builder
	fmt.Fprintf(&b, "# What to read before PEP %d, %s\n\n", number, literal(node[number].Title))
	if len(list) == 0 {
		b.WriteString("Nothing: it builds on no other PEP.\n")
	}
	for i, item := range list {
		fmt.Fprintf(&b, "%d. [PEP %d: %s](https://peps.python.org/pep-%04d/) (%s)", i+1, item.Number, literal(node[item.Number].Title), item.Number, node[item.Number].Status)
		if item.Required {
			b.WriteString(", required")
		}
		for k, other := range item.Instead {
			fmt.Fprintf(&b, "%s PEP %d", []string{", now", " and"}[min(k, 1)], other)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// literal keeps a title from being markup.
func literal(text string) string {
	var b strings.Builder
	for _, r := range text {
		if strings.ContainsRune("\\`*_{}[]<>()#+!|~&", r) {
			b.WriteRune('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
