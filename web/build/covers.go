package main

import (
	"context"
	"encoding/json"
	"fmt"
	"image/color"
	"math"
	"slices"
	"strings"

	"github.com/ahiru-dev/ahiru/wasm/peps"
	"github.com/ahiru-dev/ahiru/wasm/peps/atlas"
	"github.com/ahiru-dev/ahiru/web/build/cover"
)

// addCovers draws the picture of each lesson, of the map and of the home page
// for whoever shares an address. Such pictures need absolute addresses, so
// there are none where -site gives none.
func addCovers(ctx context.Context, s *site, say *progress) error {
	if s.base == "" {
		return nil
	}
	say.step("drawing the pictures for shared addresses")
	for i, l := range s.lessons {
		drawn, err := s.lessonCover("demos/"+l.Name, l)
		if err == nil && i == 0 {
			s.covers["index"], err = s.lessonCover("index", l)
		}
		if err != nil {
			return fmt.Errorf("the picture of lesson %s: %w", l.Name, err)
		}
		s.covers["demos/"+l.Name] = drawn
	}
	drawn, err := s.mapCover(ctx)
	if err != nil {
		return fmt.Errorf("the map's picture: %w", err)
	}
	s.covers["peps"] = drawn
	return nil
}

// addCover adds a cover as a file and gives its path.
func (s *site) addCover(name string, c cover.Cover) (string, error) {
	text, err := json.Marshal(c)
	if err != nil {
		return "", err
	}
	drawn, err := s.cache.get(key([]byte("cover 1"), text), func() ([]byte, error) { return cover.PNG(c) })
	return s.addHashed("cover-"+strings.ReplaceAll(name, "/", "-")+".png", drawn), err
}

// lessonCover shows a page's English title over what the lesson's recorded run
// measured, or printed when it measured nothing.
func (s *site) lessonCover(page string, l lesson) (string, error) {
	words, err := s.read("en", page)
	if err != nil {
		return "", err
	}
	c := cover.Cover{Title: words.Meta.Heading, Foot: fmt.Sprintf("recorded when this site was built: %s, %s, %s", l.Recorded.Go, l.Recorded.Platform, l.Recorded.Date)}
	figures, most, err := bars(l.Recorded)
	if err != nil {
		return "", err
	}
	for _, f := range figures {
		label := f.Label
		if l := l.Words["en"].Figures[f.Key]; l != "" {
			label = l
		}
		c.Bars = append(c.Bars, cover.Bar{Label: label, Text: fmt.Sprintf("%.3g %s", f.Value, f.Unit), Share: f.Value / most})
	}
	if len(c.Bars) == 0 {
		c.Lines = strings.Split(strings.TrimRight(l.Recorded.Stdout, "\n"), "\n")
	}
	return s.addCover(page, c)
}

// mapCover draws the shipped facts as the map lays them out at first.
func (s *site) mapCover(ctx context.Context) (string, error) {
	var g peps.Graph
	if err := json.Unmarshal(s.files["peps/peps.json"], &g); err != nil {
		return "", err
	}
	a := new(atlas.Atlas)
	if _, err := a.Open(ctx, g); err != nil {
		return "", err
	}
	plan, err := a.Arrange(ctx, atlas.Arrange{Name: "force", Seed: 1})
	if err != nil {
		return "", err
	}
	cited := map[int]float64{}
	for _, e := range g.Edges {
		cited[e.To]++
	}
	date, _, _ := strings.Cut(string(g.Date), "T")
	c := cover.Cover{Title: fmt.Sprintf("%d PEPs, and which refers to which", len(g.Nodes)), Foot: fmt.Sprintf("%d references, as of %s", len(g.Edges), date)}
	for i, n := range g.Nodes {
		c.Dots = append(c.Dots, cover.Dot{X: plan.X[i], Y: plan.Y[i], Radius: math.Sqrt(1 + cited[n.Number]), Colour: statusColour(n.Status)})
	}
	return s.addCover("peps", c)
}

// statusColour tells what holds, what is open and what was given up.
func statusColour(status string) color.RGBA {
	switch {
	case slices.Contains([]string{"Final", "Active", "Accepted", "Provisional"}, status):
		return color.RGBA{0x2a, 0x5e, 0x8b, 0xff}
	case slices.Contains([]string{"Draft", "Deferred"}, status):
		return color.RGBA{0xc7, 0x76, 0x01, 0xff}
	}
	return color.RGBA{0xa8, 0xa2, 0x98, 0xff}
}
