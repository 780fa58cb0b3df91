package cover

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"
)

func decode(t *testing.T, c Cover) image.Image {
	t.Helper()
	text, err := PNG(c)
	if err != nil {
		t.Fatal(err)
	}
	drawn, err := png.Decode(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if drawn.Bounds().Dx() != Width || drawn.Bounds().Dy() != Height {
		t.Fatalf("the cover is %v", drawn.Bounds())
	}
	return drawn
}

// row counts the pixels of a colour in each row and gives the most.
func row(m image.Image, c color.RGBA, top, bottom int) int {
	most := 0
	for y := top; y < bottom; y++ {
		n := 0
		for x := range Width {
			if color.RGBAModel.Convert(m.At(x, y)) == c {
				n++
			}
		}
		most = max(most, n)
	}
	return most
}

// TestBarsAreAsLongAsTheirFigures: half of a figure is half as long.
func TestBarsAreAsLongAsTheirFigures(t *testing.T) {
	one := decode(t, Cover{Title: "One", Bars: []Bar{{"a", "1 s", 1}}})
	half := decode(t, Cover{Title: "One", Bars: []Bar{{"a", "1 s", 0.5}}})
	long, short := row(one, accent, 100, 500), row(half, accent, 100, 500)
	if long < 400 || short < long/2-2 || short > long/2+2 {
		t.Errorf("bars of 1 and 0.5 are %d and %d pixels long", long, short)
	}
}

func TestDotsAndLinesAreDrawn(t *testing.T) {
	red := color.RGBA{0xff, 0, 0, 0xff}
	dots := decode(t, Cover{Title: "Map", Dots: []Dot{{0, 0, 1, red}, {10, 10, 2, red}}})
	if row(dots, red, 0, Height) < 20 {
		t.Error("no dot is to be seen")
	}
	lines := decode(t, Cover{Title: "Lines", Lines: strings.Split(strings.Repeat("output\n", 40), "\n")})
	if row(lines, paper, 150, 400) < Width/2 {
		t.Error("no output is to be seen")
	}
}

func TestNoLetterIsAnError(t *testing.T) {
	if _, err := PNG(Cover{Title: "並行"}); err == nil || !strings.Contains(err.Error(), "no letter") {
		t.Errorf("got %v, want an error that names the letter", err)
	}
	if text, err := PNG(Cover{Title: strings.Repeat("many words ", 40)}); err != nil || len(text) == 0 {
		t.Errorf("a long title: %v", err)
	}
}
