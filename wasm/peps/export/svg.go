package export

import (
	"math"
	"strconv"
	"unicode/utf8"
)

// SVG draws a picture: lines, marks, labels, then the legend at the right. The
// drawing is as large as what stands on it.
func SVG(p *Picture) ([]byte, error) {
	if err := p.check(); err != nil {
		return nil, err
	}
	d := &drawing{Picture: p, markup: newMarkup()}
	d.measure()
	d.frame()
	d.lines()
	d.marks()
	d.labels()
	d.legend()
	d.end()
	return d.bytes(), nil
}

// A drawing turns the y of places, which grows upwards, over.
type drawing struct {
	*Picture
	*markup
	left, top, right, bottom float64 // of the marks, with a margin
	legendWidth              float64
}

func (d *drawing) measure() {
	d.left, d.top, d.right, d.bottom = math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, m := range d.Marks {
		reach := float64(1.4*m.Radius) + m.Width // as far as the outlines of shapes go
		d.left, d.right = min(d.left, m.X-reach), max(d.right, m.X+reach)
		d.top, d.bottom = min(d.top, -m.Y-reach), max(d.bottom, -m.Y+reach)
	}
	if len(d.Marks) == 0 {
		d.left, d.top, d.right, d.bottom = 0, 0, 0, 0
	}
	margin := 2 * d.TextSize
	d.left, d.top, d.right, d.bottom = d.left-margin, d.top-margin, d.right+margin, d.bottom+margin
	for _, row := range d.Legend {
		d.legendWidth = max(d.legendWidth, float64(d.TextSize*(4+wide(row.Text))))
	}
	d.bottom = max(d.bottom, d.top+float64(d.rowHeight()*float64(len(d.Legend)+1)))
}

// wide guesses the width of a text in the unit of its size; letters of more
// than two bytes are those of Chinese, Japanese and Korean, mostly.
func wide(s string) float64 {
	width := 0.0
	for _, r := range s {
		if utf8.RuneLen(r) > 2 {
			width++
		} else {
			width += 0.6
		}
	}
	return width
}

func (d *drawing) rowHeight() float64 { return float64(1.6 * d.TextSize) }

func (d *drawing) frame() {
	width, height := d.right-d.left+d.legendWidth, d.bottom-d.top
	root := []string{"xmlns", "http://www.w3.org/2000/svg", "width", length(width), "height", length(height),
		"viewBox", length(d.left) + " " + length(d.top) + " " + length(width) + " " + length(height),
		"role", "img", "aria-labelledby", "title description"}
	if d.Language != "" {
		root = append(root, "xml:lang", d.Language)
	}
	d.start("svg", root...)
	d.leaf("title", d.Title, "id", "title")
	d.leaf("desc", d.Description, "id", "description")
	d.start("defs")
	for i, s := range d.Shapes {
		d.empty("path", "id", "shape"+strconv.Itoa(i), "d", s.Path)
	}
	d.end()
	d.empty("rect", "x", length(d.left), "y", length(d.top), "width", length(width), "height", length(height),
		"fill", d.Background)
}

func (d *drawing) marks() {
	d.start("g", "id", "nodes")
	for _, m := range d.Marks {
		d.start("g")
		d.leaf("title", m.Name)
		d.mark(m, m.X, -m.Y)
		d.end()
	}
	d.end()
}

func (d *drawing) mark(m Mark, x, y float64) {
	look := []string{"href", "#shape" + strconv.Itoa(m.Shape),
		"transform", "translate(" + length(x) + " " + length(y) + ") scale(" + length(m.Radius) + ")", "fill", m.Fill}
	if m.Stroke != "" && m.Radius > 0 {
		look = append(look, "stroke", m.Stroke, "stroke-width", length(m.Width/m.Radius)) // scaled with the shape
	}
	d.empty("use", look...)
}

// labels stand above their marks, with a rim of the background that keeps them
// readable on lines.
func (d *drawing) labels() {
	d.start("g", "id", "labels", "font-family", d.Font, "font-size", length(d.TextSize), "text-anchor", "middle",
		"fill", d.Ink, "stroke", d.Background, "stroke-width", length(d.TextSize/4), "paint-order", "stroke")
	for _, m := range d.Marks {
		if m.Label != "" {
			d.leaf("text", m.Label, "x", length(m.X), "y", length(-m.Y-float64(1.3*m.Radius)-m.Width-d.TextSize/4))
		}
	}
	d.end()
}

func (d *drawing) legend() {
	if len(d.Legend) == 0 {
		return
	}
	d.start("g", "id", "legend", "font-family", d.Font, "font-size", length(d.TextSize), "fill", d.Ink)
	for i, row := range d.Legend {
		x, y := d.right+d.TextSize, d.top+float64(d.rowHeight()*float64(i+1))
		radius := float64(0.45 * d.TextSize)
		d.mark(Mark{Shape: row.Shape, Fill: row.Fill, Stroke: row.Stroke, Radius: radius, Width: radius / 3}, x, y)
		d.leaf("text", row.Text, "x", length(x+d.TextSize), "y", length(y+float64(0.35*d.TextSize)))
	}
	d.end()
}
