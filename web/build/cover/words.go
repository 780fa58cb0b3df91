package cover

import (
	"fmt"
	"image"
	"image/color"
	"strings"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/gomono"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// A family is one of the Go fonts, which come with x/image.
type family int

const (
	regular family = iota
	bold
	mono
)

type style struct {
	family family
	size   float64
	colour color.Color
}

var fonts = sync.OnceValues(func() (all [3]*opentype.Font, err error) {
	for i, ttf := range [][]byte{goregular.TTF, gobold.TTF, gomono.TTF} {
		if all[i], err = opentype.Parse(ttf); err != nil {
			return all, err
		}
	}
	return all, nil
})

func (d *drawing) face(s style) font.Face {
	all, err := fonts()
	if err == nil {
		var face font.Face
		face, err = opentype.NewFace(all[s.family], &opentype.FaceOptions{Size: s.size, DPI: 72, Hinting: font.HintingFull})
		if err == nil {
			return face
		}
	}
	d.fail(err)
	return nil
}

func (d *drawing) fail(err error) {
	if d.err == nil {
		d.err = err
	}
}

// write sets a line of text with its baseline at y.
func (d *drawing) write(s style, x, y int, text string) {
	face := d.face(s)
	if face == nil {
		return
	}
	for _, r := range text {
		if _, known := face.GlyphAdvance(r); !known {
			d.fail(fmt.Errorf("the fonts have no letter %q", r))
			return
		}
	}
	w := font.Drawer{Dst: d.image, Src: image.NewUniform(s.colour), Face: face, Dot: fixed.P(x, y)}
	w.DrawString(text)
}

func (d *drawing) width(s style, text string) int {
	face := d.face(s)
	if face == nil {
		return 0
	}
	return font.MeasureString(face, text).Ceil()
}

// wrap breaks a text between words.
func (d *drawing) wrap(s style, text string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		longer := strings.TrimSpace(line + " " + word)
		if line != "" && d.width(s, longer) > width {
			lines, longer = append(lines, line), word
		}
		line = longer
	}
	return append(lines, line)
}

// cut shortens a text that is too long for its place.
func (d *drawing) cut(s style, text string, width int) string {
	if d.width(s, text) <= width {
		return text
	}
	runes := []rune(text)
	for len(runes) > 0 && d.width(s, string(runes)+"…") > width {
		runes = runes[:len(runes)-1]
	}
	return strings.TrimSpace(string(runes)) + "…"
}
