package export

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strings"
	"testing"
)

func picture() *Picture {
	return &Picture{
		Title: "References <between> PEPs", Description: awkward, Language: "ko", Background: "#fdfcf9", Ink: "#1b1f24",
		Font: `system-ui, 'Noto Sans KR', sans-serif`, TextSize: 1.2,
		Shapes: []Shape{{"disc", "M-1 0A1 1 0 1 1 1 0A1 1 0 1 1-1 0Z"}, {"square", "M-.88-.88H.88V.88H-.88Z"}},
		Marks: []Mark{
			{X: 0, Y: 0, Radius: 1, Fill: "#07f", Name: "PEP 8: Style & Guide", Label: "8"},
			{X: 10, Y: 5, Radius: 2, Shape: 1, Fill: "#fdfcf9", Stroke: "#c60", Width: 0.5, Name: awkward, Label: "파이썬"},
			{X: 0.5, Y: 0.5, Radius: 1, Fill: "#000000", Name: "covered"},
		},
		Lines: []Line{
			{From: 0, To: 1, Colour: "#888", Width: 0.2, Opacity: 0.5, Arrow: true},
			{From: 1, To: 0, Colour: "#888", Width: 0.2, Dash: []float64{1, 0.5}, Arrow: true},
			{From: 0, To: 2, Colour: "#888", Width: 0.2},
			{From: 2, To: 1, Colour: "#888", Width: 0.1, Opacity: 1, Dash: []float64{2}},
		},
		Legend: []LegendRow{{0, "#07f", "", "Final"}, {1, "#fdfcf9", "#c60", "초안 <3"}},
	}
}

func TestSVG(t *testing.T) {
	got, err := SVG(picture())
	golden(t, "few.svg", got, err)
	wellFormed(t, got)
}

func TestAnEmptyDrawing(t *testing.T) {
	got, err := SVG(&Picture{Background: "#fff", Ink: "#000"})
	if err != nil {
		t.Fatal(err)
	}
	wellFormed(t, got)
}

func wellFormed(t *testing.T, text []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(text))
	for {
		_, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestPicturesThatCannotBe(t *testing.T) {
	for want, fault := range map[string]func(*Picture){
		`"url(//x)" is no colour of the form #rrggbb`:                       func(p *Picture) { p.Background = "url(//x)" },
		`"" is no colour of the form #rrggbb`:                               func(p *Picture) { p.Ink = "" },
		"the font \"x;}\" or the language \"ko\" cannot stand in a drawing": func(p *Picture) { p.Font = "x;}" },
		`the outline of the shape "disc" is no path`:                        func(p *Picture) { p.Shapes[0].Path = "url(#x)" },
		`the outline of the shape "square" is no path`:                      func(p *Picture) { p.Shapes[1].Path = "" },
		"a text size of NaN cannot be drawn":                                func(p *Picture) { p.TextSize = math.NaN() },
		"mark 1: there is no shape 2":                                       func(p *Picture) { p.Marks[1].Shape = 2 },
		"mark 0: its place, radius or width is not finite or negative":      func(p *Picture) { p.Marks[0].Radius = -1 },
		"mark 2: its place, radius or width is not finite or negative":      func(p *Picture) { p.Marks[2].Y = math.Inf(1) },
		`mark 1: "x" is no colour of the form #rrggbb`:                      func(p *Picture) { p.Marks[1].Stroke = "x" },
		"line 0: it joins 0 and 3 of 3 marks":                               func(p *Picture) { p.Lines[0].To = 3 },
		"line 1: its width, opacity or dashes are not finite or negative":   func(p *Picture) { p.Lines[1].Dash[0] = math.NaN() },
		`line 2: "black" is no colour of the form #rrggbb`:                  func(p *Picture) { p.Lines[2].Colour = "black" },
		`legend row 1: "#12" is no colour of the form #rrggbb`:              func(p *Picture) { p.Legend[1].Fill = "#12" },
	} {
		p := picture()
		fault(p)
		if text, err := SVG(p); err == nil || err.Error() != want || text != nil {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

func TestADrawingRunsNothing(t *testing.T) {
	p := picture()
	p.Title = `</title><script>alert(1)</script><x onload="`
	p.Marks[0].Label, p.Legend[0].Text = p.Title, p.Title
	text, err := SVG(p)
	if err != nil || strings.Contains(string(text), "<script") || strings.Contains(string(text), "<x") {
		t.Errorf("%v in\n%s", err, text)
	}
	wellFormed(t, text)
}
