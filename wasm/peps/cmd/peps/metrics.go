package main

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/ahiru-dev/ahiru/wasm/peps"
	"github.com/ahiru-dev/ahiru/wasm/peps/atlas"
	"github.com/ahiru-dev/ahiru/wasm/peps/metrics"
	"github.com/ahiru-dev/ahiru/wasm/peps/metrics/bynumber"
)

func runMetrics(args []string, stdout, stderr io.Writer) error {
	f := newFlags("metrics", stderr).source()
	format := f.String("format", "csv", "csv or json")
	names := f.String("names", "", "comma-separated `metrics`; all unless given: "+strings.Join(metrics.Names(), ", "))
	kinds := f.String("kinds", "", "comma-separated `kinds` of references that count; all unless given, in pagerank all but superseded_by")
	var c bynumber.Choice
	f.BoolVar(&c.Weighted, "weighted", false, "let references weigh their mentions, in pagerank and community")
	f.Float64Var(&c.Resolution, "resolution", 1, "of communities: more makes more and smaller ones")
	f.Uint64Var(&c.Seed, "seed", 0, "of communities")
	if err := f.parse(args, "src"); err != nil {
		return err
	}
	if err := oneOf("format", *format, "csv", "json"); err != nil {
		return err
	}
	c.Kinds = chosenKinds(*kinds)
	chosen := metrics.Names()
	if *names != "" {
		chosen = strings.Split(*names, ",")
	}
	a, g, err := openGraph(context.Background(), f.src)
	if err != nil {
		return err
	}
	values := make([][]float64, len(chosen))
	for i, name := range chosen {
		chosen[i] = strings.TrimSpace(name)
		if values[i], err = a.Metric(context.Background(), atlas.Metric{Name: chosen[i], Choice: c}); err != nil {
			return err
		}
	}
	return write(f.out, stdout, func(w io.Writer) error {
		if *format == "json" {
			return metricsJSON(w, g, chosen, values)
		}
		return metricsCSV(w, g, chosen, values)
	})
}

// metricsJSON writes an object of metrics, each an object of values by number.
func metricsJSON(w io.Writer, g peps.Graph, names []string, values [][]float64) error {
	all := make(map[string]map[int]float64, len(names))
	for i, name := range names {
		all[name] = make(map[int]float64, len(g.Nodes))
		for k, node := range g.Nodes {
			all[name][node.Number] = values[i][k]
		}
	}
	return json.NewEncoder(w).Encode(all)
}

func metricsCSV(w io.Writer, g peps.Graph, names []string, values [][]float64) error {
	c := csv.NewWriter(w)
	rows := [][]string{slices.Concat([]string{"number", "title", "status"}, names)}
	for k, node := range g.Nodes {
		row := []string{strconv.Itoa(node.Number), node.Title, node.Status}
		for i := range names {
			row = append(row, strconv.FormatFloat(values[i][k], 'g', -1, 64))
		}
		rows = append(rows, row)
	}
	if err := c.WriteAll(rows); err != nil {
		return fmt.Errorf("writing the table: %w", err)
	}
	return nil
}
