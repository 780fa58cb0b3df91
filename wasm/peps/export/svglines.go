package export

import (
	"math"
	"strings"
)

func (d *drawing) lines() {
	d.start("g", "id", "edges", "fill", "none", "stroke-linecap", "round")
	for _, l := range d.Lines {
		d.line(l)
	}
	d.end()
}

// line draws an edge from mark to mark. Its head is part of the same path, with
// the tip where the line meets the mark: a marker would be shared by colours.
func (d *drawing) line(l Line) {
	from, to := d.Marks[l.From], d.Marks[l.To]
	x, y := to.X-from.X, from.Y-to.Y
	span := math.Sqrt(float64(x*x) + float64(y*y))
	if span <= from.Radius+to.Radius {
		return // the marks cover it
	}
	x, y = x/span, y/span // the direction
	tipX, tipY := to.X-float64(x*to.Radius), -to.Y-float64(y*to.Radius)
	path := "M" + point(from.X+float64(x*from.Radius), -from.Y+float64(y*from.Radius)) + "L" + point(tipX, tipY)
	look := []string{"stroke", l.Colour, "stroke-width", length(l.Width)}
	if l.Opacity > 0 && l.Opacity < 1 {
		look = append(look, "stroke-opacity", length(l.Opacity))
	}
	if len(l.Dash) > 0 && l.Arrow {
		d.empty("path", append([]string{"d", head(tipX, tipY, x, y, l.Width)}, look...)...) // undashed
	} else if l.Arrow {
		path += head(tipX, tipY, x, y, l.Width)
	}
	if len(l.Dash) > 0 {
		dashes := make([]string, len(l.Dash))
		for i, dash := range l.Dash {
			dashes[i] = length(dash)
		}
		look = append(look, "stroke-dasharray", strings.Join(dashes, " "))
	}
	d.empty("path", append([]string{"d", path}, look...)...)
}

// head is two strokes back from the tip of a line in a direction.
func head(tipX, tipY, x, y, width float64) string {
	back, aside := float64(5*width), float64(2.5*width)
	footX, footY := tipX-float64(x*back), tipY-float64(y*back)
	return "M" + point(footX-float64(y*aside), footY+float64(x*aside)) + "L" + point(tipX, tipY) +
		"L" + point(footX+float64(y*aside), footY-float64(x*aside))
}

func point(x, y float64) string { return length(x) + " " + length(y) }
