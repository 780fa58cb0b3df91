package cover

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/vector"
)

// dots draws a graph's nodes, as large as they fit into the right of the cover.
func (d *drawing) dots(dots []Dot) {
	if len(dots) == 0 {
		return
	}
	left, bottom, right, top := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, dot := range dots {
		left, right = min(left, dot.X-dot.Radius), max(right, dot.X+dot.Radius)
		bottom, top = min(bottom, dot.Y-dot.Radius), max(top, dot.Y+dot.Radius)
	}
	const roomLeft, roomTop, roomWidth, roomHeight = 360, 130, Width - 360 - 30, Height - 130 - 20
	scale := min(roomWidth/(right-left), roomHeight/(top-bottom))
	x0 := roomLeft + (roomWidth-scale*(right-left))/2
	y0 := roomTop + (roomHeight-scale*(top-bottom))/2
	for _, dot := range dots {
		d.disc(x0+scale*(dot.X-left), y0+scale*(top-dot.Y), max(1.2, scale*dot.Radius), dot.Colour)
	}
}

func (d *drawing) disc(x, y, radius float64, c color.RGBA) {
	const round = 0.5522847498 // how far the handles of a quarter's curve reach
	reach := int(math.Ceil(radius)) + 1
	corner := image.Pt(int(x)-reach, int(y)-reach)
	r := vector.NewRasterizer(2*reach, 2*reach)
	cx, cy, rad := float32(x)-float32(corner.X), float32(y)-float32(corner.Y), float32(radius)
	k := rad * round
	r.MoveTo(cx+rad, cy)
	r.CubeTo(cx+rad, cy+k, cx+k, cy+rad, cx, cy+rad)
	r.CubeTo(cx-k, cy+rad, cx-rad, cy+k, cx-rad, cy)
	r.CubeTo(cx-rad, cy-k, cx-k, cy-rad, cx, cy-rad)
	r.CubeTo(cx+k, cy-rad, cx+rad, cy-k, cx+rad, cy)
	r.ClosePath()
	r.Draw(d.image, image.Rectangle{corner, corner.Add(image.Pt(2*reach, 2*reach))}, image.NewUniform(c), image.Point{})
}
