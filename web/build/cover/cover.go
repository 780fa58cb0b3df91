// Package cover draws the pictures that stand for a page where somebody shares
// its address: a title, what was recorded at build time, and whose it is. They
// are drawn without a browser, with the Go fonts, so their words are English.
package cover

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
)

// Width and Height are what platforms ask for, in pixels.
const (
	Width  = 1200
	Height = 630
)

// A Cover is what a picture shows: bars, lines of output or dots under a title.
type Cover struct {
	Title string
	Bars  []Bar
	Lines []string // of a program's output
	Dots  []Dot
	Foot  string // what was recorded, and when
}

// A Bar is a figure that was recorded.
type Bar struct {
	Label, Text string  // Text is the value with its unit
	Share       float64 // of the longest bar, from 0 to 1
}

// A Dot is a node of a graph, in the unit of the drawing, y upwards.
type Dot struct {
	X, Y, Radius float64
	Colour       color.RGBA
}

// The page's own colours, as light.
var (
	ground = color.RGBA{0xfd, 0xfc, 0xf9, 0xff}
	ink    = color.RGBA{0x1d, 0x22, 0x27, 0xff}
	muted  = color.RGBA{0x5a, 0x60, 0x68, 0xff}
	accent = color.RGBA{0x0b, 0x67, 0x70, 0xff}
	paper  = color.RGBA{0xf6, 0xf3, 0xec, 0xff}
)

const margin = 64

// PNG draws the cover. It fails on text for which the fonts have no letter.
func PNG(c Cover) ([]byte, error) {
	d := &drawing{image: image.NewRGBA(image.Rect(0, 0, Width, Height))}
	d.fill(d.image.Rect, ground)
	d.fill(image.Rect(0, 0, Width, 12), accent)
	d.dots(c.Dots)
	top := d.title(c.Title)
	switch {
	case len(c.Bars) > 0:
		d.bars(c.Bars, top)
	case len(c.Lines) > 0:
		d.lines(c.Lines, top)
	}
	d.write(style{bold, 34, accent}, margin, Height-44, "Ahiru")
	d.write(style{regular, 24, muted}, margin+130, Height-44, c.Foot)
	if d.err != nil {
		return nil, fmt.Errorf("drawing the cover %q: %w", c.Title, d.err)
	}
	var out bytes.Buffer
	err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, d.image)
	return out.Bytes(), err
}

// A drawing keeps its first error.
type drawing struct {
	image *image.RGBA
	err   error
}

func (d *drawing) fill(r image.Rectangle, c color.Color) {
	draw.Draw(d.image, r, image.NewUniform(c), image.Point{}, draw.Over)
}

// title writes the title on as many lines as it takes and gives where they end.
func (d *drawing) title(text string) int {
	look, y := style{bold, 58, ink}, 96
	for _, line := range d.wrap(look, text, Width-2*margin) {
		d.write(look, margin, y, line)
		y += 70
	}
	return y
}

// bars draws as many figures as there is room for.
func (d *drawing) bars(bars []Bar, top int) {
	const bottom, gap, longest = Height - 100, 18, 480
	row := min(64, (bottom-top)/max(1, min(len(bars), 6)))
	for i, bar := range bars[:min(len(bars), max(1, (bottom-top)/max(row, 40)))] {
		y := top + i*row
		middle := y + row/2 + 6
		label := d.cut(style{regular, 27, ink}, bar.Label, 400)
		d.write(style{regular, 27, ink}, margin, middle, label)
		width := max(3, int(bar.Share*longest))
		left := margin + 420
		d.fill(image.Rect(left, y+gap/2, left+width, y+row-gap/2), accent)
		d.write(style{bold, 27, ink}, left+width+16, middle, bar.Text)
	}
}

// lines shows the beginning of a program's output.
func (d *drawing) lines(lines []string, top int) {
	const bottom, row = Height - 100, 42
	d.fill(image.Rect(margin, top-40, Width-margin, bottom), paper)
	for i, line := range lines[:min(len(lines), (bottom-top)/row)] {
		look := style{mono, 30, ink}
		d.write(look, margin+28, top+16+i*row, d.cut(look, line, Width-2*margin-56))
	}
}
