package test

import (
	"fmt"
	"math"
	"testing"
)

// Contrast that WCAG 2.2 AA asks of text, and of the parts of a picture.
const (
	textContrast    = 4.5
	pictureContrast = 3
)

var onEveryGround = map[string]float64{
	"text": textContrast, "muted": textContrast, "accent": textContrast, "danger": textContrast,
	"code-keyword": textContrast, "code-string": textContrast, "code-number": textContrast, "code-type": textContrast, "code-comment": textContrast,
	"edge": pictureContrast, "focus": pictureContrast,
	"running": pictureContrast, "runnable": pictureContrast, "blocked": pictureContrast, "sleeping": pictureContrast, "done": pictureContrast,
}

// TestColoursHaveContrast reads the tokens as the browser computes them, on
// the page and on a lesson with a theme of its own.
func TestColoursHaveContrast(t *testing.T) {
	page := open(t, "/demos/threads/", 1280)
	for _, theme := range []string{"light", "dark"} {
		for _, where := range []string{"document.documentElement", "demo"} {
			token := script[map[string]string](t, page, fmt.Sprintf(`
				const other = %q === "dark" ? "light" : "dark";
				const where = %s;
				document.documentElement.dataset.theme = where === demo ? other : %[1]q;
				demo.theme = where === demo ? %[1]q : "auto";
				await demo.updateComplete;
				const style = getComputedStyle(where);
				const names = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules])
					.filter(rule => rule instanceof CSSPropertyRule).map(rule => rule.name);
				return Object.fromEntries(names.map(name => [name.replace("--ahiru-", ""), style.getPropertyValue(name)]))`, theme, where))
			for name, least := range onEveryGround {
				for _, ground := range []string{"bg", "surface", "raised"} {
					if c := contrast(t, token[name], token[ground]); c < least {
						t.Errorf("%s, %s: %s on %s has contrast %.2f, want %.1f", theme, where, name, ground, c, least)
					}
				}
			}
			if c := contrast(t, token["accent-text"], token["accent"]); c < textContrast {
				t.Errorf("%s, %s: accent-text on accent has contrast %.2f", theme, where, c)
			}
			if dark := luminance(t, token["bg"]) < 0.1; dark != (theme == "dark") {
				t.Errorf("%s, %s: the ground is %s", theme, where, token["bg"])
			}
		}
	}
}

func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	la, lb := luminance(t, a), luminance(t, b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// luminance is WCAG's relative luminance of "rgb(r, g, b)".
func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	var r, g, b float64
	if _, err := fmt.Sscanf(colour, "rgb(%f, %f, %f)", &r, &g, &b); err != nil {
		t.Fatalf("%q is not a colour that a script can read: %v", colour, err)
	}
	linear := func(v float64) float64 {
		if v /= 255; v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}
