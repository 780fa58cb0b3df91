package main

import (
	"fmt"
	"math"
	"slices"

	"github.com/ahiru-dev/ahiru/wasm/peps"
	"github.com/ahiru-dev/ahiru/wasm/peps/export"
	"github.com/ahiru-dev/ahiru/wasm/peps/layout"
)

// statuses are drawn in the colours and shapes of the page (its palette.ts).
var statuses = []struct {
	name, colour string
	shape        export.Shape
}{
	{"Final", "#2a5e8b", export.Shape{Name: "disc", Path: "M-1 0A1 1 0 1 1 1 0A1 1 0 1 1-1 0Z"}},
	{"Active", "#3b9b58", export.Shape{Name: "square", Path: "M-.88-.88H.88V.88H-.88Z"}},
	{"Accepted", "#738d98", export.Shape{Name: "up", Path: "M0-1.3L1.13.65H-1.13Z"}},
	{"Provisional", "#033733", export.Shape{Name: "down", Path: "M0 1.3L1.13-.65H-1.13Z"}},
	{"Draft", "#c77601", export.Shape{Name: "diamond", Path: "M0-1.25L1.25 0L0 1.25L-1.25 0Z"}},
	{"Deferred", "#553aa1", export.Shape{Name: "box", Path: "M-.74-.74H.74V.74H-.74Z"}},
	{"Withdrawn", "#6c635a", export.Shape{Name: "ring", Path: "M-.85 0A.85.85 0 1 1 .85 0A.85.85 0 1 1-.85 0Z"}},
	{"Rejected", "#cb3a30", export.Shape{Name: "cross", Path: "M-1.07-.56L-.56-1.07L0-.51L.56-1.07L1.07-.56L.51 0L1.07.56L.56 1.07L0 .51L-.56 1.07L-1.07.56L-.51 0Z"}},
	{"Superseded", "#562402", export.Shape{Name: "lozenge", Path: "M0-1.05L1.05 0L0 1.05L-1.05 0Z"}},
	{"April Fool!", "#cd5dc8", export.Shape{Name: "plus", Path: "M-.36-1.15H.36V-.36H1.15V.36H.36V1.15H-.36V.36H-1.15V-.36H-.36Z"}},
	{"others", "#767676", export.Shape{Name: "disc", Path: "M-1 0A1 1 0 1 1 1 0A1 1 0 1 1-1 0Z"}},
}

// plainPicture draws a graph by status, as the page does at first.
func plainPicture(g peps.Graph, plan layout.Plan) export.Picture {
	p := export.Picture{Title: "Map of PEP references", Language: "en", Background: "#ffffff", Ink: "#1c1c1c",
		Description: fmt.Sprintf("%d PEPs and %d references between them, drawn by Ahiru.", len(g.Nodes), len(g.Edges)),
		Font:        "sans-serif", TextSize: 3.4}
	count := make([]int, len(statuses))
	for _, s := range statuses {
		p.Shapes = append(p.Shapes, s.shape)
	}
	cited, place := make([]int, len(g.Nodes)), make(map[int]int)
	for i, n := range g.Nodes {
		place[n.Number] = i
	}
	for _, e := range g.Edges {
		cited[place[e.To]]++
		p.Lines = append(p.Lines, export.Line{From: place[e.From], To: place[e.To], Colour: "#bbbbbb", Width: 0.2})
	}
	most := slices.Clone(cited)
	slices.Sort(most)
	named := most[max(len(most)-40, 0):] // as many as leave room
	for i, n := range g.Nodes {
		s := slices.IndexFunc(statuses, func(s struct {
			name, colour string
			shape        export.Shape
		}) bool {
			return s.name == n.Status
		})
		if s < 0 {
			s = len(statuses) - 1
		}
		count[s]++
		m := export.Mark{X: plan.X[i], Y: plan.Y[i], Radius: math.Sqrt(1 + float64(cited[i])), Shape: s,
			Fill: statuses[s].colour, Name: fmt.Sprintf("PEP %d: %s", n.Number, n.Title)}
		if cited[i] > 0 && cited[i] >= named[0] {
			m.Label = fmt.Sprint(n.Number)
		}
		p.Marks = append(p.Marks, m)
	}
	for s, n := range count {
		if n > 0 {
			p.Legend = append(p.Legend, export.LegendRow{Shape: s, Fill: statuses[s].colour, Text: fmt.Sprintf("%s (%d)", statuses[s].name, n)})
		}
	}
	return p
}
