package render

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/styles"
)

// The colours of code. Both reach a contrast of 4.5 on the backgrounds that they were made for,
// white and near black (a test measures it).
const (
	lightStyle = "modus-operandi"
	darkStyle  = "modus-vivendi"
)

// WriteStyles writes the rules for coloured code: light ones, and dark ones for readers who prefer
// dark or chose it with data-theme="dark" on <html>. Backgrounds are left to the site.
func WriteStyles(w io.Writer) error {
	light, dark := rules(styles.Get(lightStyle)), rules(styles.Get(darkStyle))
	_, err := fmt.Fprintf(w, "%s@media (prefers-color-scheme: dark) {\n%s}\n%s",
		scoped("", light), scoped(":root:not([data-theme=light]) ", dark), scoped("[data-theme=dark] ", dark))
	if err != nil {
		return fmt.Errorf("write the colours of code: %w", err)
	}
	return nil
}

// rule is one declaration block and the classes that share it.
type rule struct {
	declarations string
	classes      []string
}

// rules lists a style's colours by their order of token types, each once.
func rules(style *chroma.Style) []rule {
	types := make([]chroma.TokenType, 0, len(chroma.StandardTypes))
	for t := range chroma.StandardTypes {
		types = append(types, t)
	}
	slices.Sort(types)
	plain := style.Get(chroma.Background)
	var all []rule
	for _, t := range types {
		class, text := chroma.StandardTypes[t], declarations(style.Get(t).Sub(plain))
		if t < chroma.Keyword || class == "" || text == "" {
			continue // below Keyword are the parts of the frame: lines, numbers, background
		}
		i := slices.IndexFunc(all, func(r rule) bool { return r.declarations == text })
		if i < 0 {
			i, all = len(all), append(all, rule{declarations: text})
		}
		all[i].classes = append(all[i].classes, class)
	}
	return all
}

func declarations(e chroma.StyleEntry) string {
	var all []string
	if e.Colour.IsSet() {
		all = append(all, "color: "+e.Colour.String())
	}
	if e.Bold == chroma.Yes {
		all = append(all, "font-weight: bold")
	}
	if e.Italic == chroma.Yes {
		all = append(all, "font-style: italic")
	}
	if e.Underline == chroma.Yes {
		all = append(all, "text-decoration: underline")
	}
	return strings.Join(all, "; ")
}

func scoped(scope string, all []rule) string {
	var text strings.Builder
	for _, r := range all {
		fmt.Fprintf(&text, "%s.chroma :is(.%s) { %s }\n", scope, strings.Join(r.classes, ", ."), r.declarations)
	}
	return text.String()
}
