package main

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"

	"github.com/srwiley/oksvg"
	"github.com/srwiley/rasterx"
)

// An icon is the site's picture as a system that installs the site wants it.
type icon struct {
	size    int
	purpose string // "any" or "maskable", as a web manifest says
	url     string
}

// paper is behind a maskable icon, which a system cuts to its own shape.
var paper = color.NRGBA{R: 0xfd, G: 0xfc, B: 0xf9, A: 0xff}

// safe is the part of a maskable icon's width that no shape cuts away. A
// square inside the circle of four fifths of the width would have 0.57.
const safe = 0.6

// addIcons draws web/icon.svg in the sizes that browsers ask for. 180 pixels
// is what iOS takes for its home screen; it cuts corners itself.
func addIcons(_ context.Context, s *site, say *progress) error {
	say.step("drawing the icons")
	for _, want := range []icon{{192, "any", ""}, {512, "any", ""}, {512, "maskable", ""}, {180, "apple", ""}} {
		text, err := drawIcon(s.iconText, want.size, want.purpose == "any")
		if err != nil {
			return fmt.Errorf("drawing icon.svg at %d pixels: %w", want.size, err)
		}
		want.url = s.addHashed(fmt.Sprintf("icon-%s-%d.png", want.purpose, want.size), text)
		s.icons = append(s.icons, want)
	}
	return nil
}

// drawIcon gives the PNG of an SVG: bare and as large as can be, or on paper
// with room around.
func drawIcon(svg []byte, size int, bare bool) ([]byte, error) {
	drawing, err := oksvg.ReadIconStream(bytes.NewReader(svg), oksvg.StrictErrorMode)
	if err != nil {
		return nil, err
	}
	picture := image.NewNRGBA(image.Rect(0, 0, size, size))
	width, margin := float64(size), 0.0
	if !bare {
		draw.Draw(picture, picture.Bounds(), image.NewUniform(paper), image.Point{}, draw.Src)
		width, margin = safe*width, (1-safe)/2*width
	}
	drawing.SetTarget(margin, margin, width, width)
	layer := image.NewRGBA(picture.Bounds())
	drawing.Draw(rasterx.NewDasher(size, size, rasterx.NewScannerGV(size, size, layer, layer.Bounds())), 1)
	draw.Draw(picture, picture.Bounds(), layer, image.Point{}, draw.Over)
	var out bytes.Buffer
	err = (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, picture)
	return out.Bytes(), err
}
