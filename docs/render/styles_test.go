package render

import (
	"bytes"
	"strings"
	"testing"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/styles"
)

func TestWriteStyles(t *testing.T) {
	var out bytes.Buffer
	if err := WriteStyles(&out); err != nil {
		t.Fatal(err)
	}
	golden(t, "styles.css", out.String())
}

// TestContrast: every colour reaches 4.5 : 1 on the style's own background, as WCAG 2 asks of text.
func TestContrast(t *testing.T) {
	for _, name := range []string{lightStyle, darkStyle} {
		style := styles.Get(name)
		if style.Name != name {
			t.Fatalf("chroma has no style %s", name)
		}
		background := style.Get(chroma.Background).Background
		for token := range chroma.StandardTypes {
			entry := style.Get(token)
			if token < chroma.Keyword || !entry.Colour.IsSet() {
				continue
			}
			if ratio := contrast(entry.Colour, background); ratio < 4.5 {
				t.Errorf("%s: %v has a contrast of %.1f", name, token, ratio)
			}
		}
	}
}

func contrast(a, b chroma.Colour) float64 {
	la, lb := luminance(a)+0.05, luminance(b)+0.05
	return max(la, lb) / min(la, lb)
}

// luminance is near enough to WCAG's: its two-part curve is replaced by the power 2.2.
func luminance(c chroma.Colour) float64 {
	linear := func(v uint8) float64 { x := float64(v) / 255; return x * x * (0.2 + 0.8*x) }
	return 0.2126*linear(c.Red()) + 0.7152*linear(c.Green()) + 0.0722*linear(c.Blue())
}

func TestHighlight(t *testing.T) {
	for _, c := range []struct{ language, code, want string }{
		{"go", "x := `<b>`\n", `<pre class="chroma" tabindex="0"><code class="language-go">`},
		{"", "<b>\n", `<pre class="chroma" tabindex="0"><code><span class="line"><span class="cl">&lt;b&gt;`},
		{`"><script>`, "x", `<pre class="chroma" tabindex="0"><code class="language-&quot;&gt;&lt;script&gt;">`},
	} {
		var out bytes.Buffer
		if err := Highlight(&out, c.language, []byte(c.code)); err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(out.String(), c.want) || strings.Contains(out.String(), "style=") {
			t.Errorf("%q: %s", c.language, &out)
		}
	}
}
