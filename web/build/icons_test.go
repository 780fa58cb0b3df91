package main

import (
	"bytes"
	"image/png"
	"os"
	"testing"
)

// TestIconsShowTheDuck looks at a few points: the duck's body is yellow, corners are bare or paper, and a maskable icon
// keeps what a circle would cut away free.
func TestIconsShowTheDuck(t *testing.T) {
	svg, err := os.ReadFile("../icon.svg")
	if err != nil {
		t.Fatal(err)
	}
	for _, bare := range []bool{true, false} {
		text, err := drawIcon(svg, 192, bare)
		if err != nil {
			t.Fatal(err)
		}
		picture, err := png.Decode(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if b := picture.Bounds(); b.Dx() != 192 || b.Dy() != 192 {
			t.Fatalf("the icon is %v", b)
		}
		if r, g, b, a := picture.At(96, 132).RGBA(); a != 0xffff || r < 0xe000 || g < 0xa000 || b > 0x3000 {
			t.Errorf("bare %v: the body is %x %x %x %x, want yellow", bare, r, g, b, a)
		}
		_, _, _, corner := picture.At(1, 1).RGBA()
		if (corner == 0) != bare {
			t.Errorf("bare %v: the corner's opacity is %x", bare, corner)
		}
		if r, _, _, _ := picture.At(180, 60).RGBA(); !bare && r != 0xfdfd {
			t.Errorf("something is drawn outside of what every shape leaves")
		}
	}
}

func TestIconsRefuseWhatIsNoDrawing(t *testing.T) {
	if _, err := drawIcon([]byte("<svg"), 10, true); err == nil {
		t.Error("a broken drawing became an icon")
	}
}
