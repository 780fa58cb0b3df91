package main

import (
	"context"
	"io"
	"strings"

	"github.com/ahiru-dev/ahiru/wasm/peps/atlas"
	"github.com/ahiru-dev/ahiru/wasm/peps/export"
)

// laidOut are the flags of commands that lay a graph out.
type laidOut struct {
	*flags
	layout, kinds string
	seed          uint64
}

func newLaidOut(name, first string, stderr io.Writer) *laidOut {
	f := &laidOut{flags: newFlags(name, stderr).source()}
	f.StringVar(&f.layout, "layout", first, strings.Join(atlas.Layouts(), ", "))
	f.StringVar(&f.kinds, "kinds", "", "comma-separated `kinds` of references that join; all unless given")
	f.Uint64Var(&f.seed, "seed", 1, "another one, another picture; the same one, the same file")
	return f
}

// draw reads the graph and draws it in the layout that was asked for.
func (f *laidOut) draw() (*atlas.Atlas, export.Picture, error) {
	ctx := context.Background()
	a, g, err := openGraph(ctx, f.src)
	if err != nil {
		return nil, export.Picture{}, err
	}
	q := atlas.Arrange{Name: f.layout, Seed: f.seed}
	q.Choice.Kinds = chosenKinds(f.kinds)
	plan, err := a.Arrange(ctx, q)
	if err != nil {
		return nil, export.Picture{}, err
	}
	return a, plainPicture(g, plan), nil
}

func runSVG(args []string, stdout, stderr io.Writer) error {
	f := newLaidOut("svg", "force", stderr)
	if err := f.parse(args, "src"); err != nil {
		return err
	}
	_, picture, err := f.draw()
	if err != nil {
		return err
	}
	text, err := export.SVG(&picture)
	if err != nil {
		return err
	}
	return write(f.out, stdout, func(w io.Writer) error { _, err := w.Write(text); return err })
}

func runExport(args []string, stdout, stderr io.Writer) error {
	f := newLaidOut("export", "force", stderr)
	format := f.String("format", "gexf", "gexf, graphml, dot, csv (references), csv-nodes or json")
	if err := f.parse(args, "src"); err != nil {
		return err
	}
	a, picture, err := f.draw()
	if err != nil {
		return err
	}
	looks := make([]export.Look, len(picture.Marks))
	for i, m := range picture.Marks {
		looks[i] = export.Look{X: m.X, Y: m.Y, Radius: m.Radius, Colour: m.Fill}
	}
	text, err := a.File(context.Background(), atlas.File{Format: *format, Looks: looks})
	if err != nil {
		return err
	}
	return write(f.out, stdout, func(w io.Writer) error { _, err := io.WriteString(w, text); return err })
}
