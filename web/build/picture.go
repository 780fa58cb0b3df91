package main

import (
	"encoding/json"
	"fmt"
	"html"
	"html/template"
	"strings"
)

// A figure is one line of wasm/lesson's protocol.
type figure struct {
	Key     string     `json:"key"`
	Label   string     `json:"label"`
	Value   float64    `json:"value"`
	Unit    string     `json:"unit"`
	Drawing string     `json:"drawing"` // says of what, in lines that are no figure
	Lanes   []struct{} `json:"lanes"`   // of a ribbon, which is no bar either
}

// Sizes of a card's picture, in its own units.
const (
	barHeight, barGap = 10, 6
	barWidth          = 240
)

// bars are the recorded figures with the unit of the first, for seconds and
// bytes share no scale, and the greatest value among them; none when that is 0.
func bars(recorded recording) (figures []figure, most float64, err error) {
	for _, raw := range recorded.Figures {
		var f figure
		if err := json.Unmarshal(raw, &f); err != nil {
			return nil, 0, fmt.Errorf("reading a recorded figure: %w", err)
		}
		if f.Drawing != "" || len(f.Lanes) > 0 || len(figures) > 0 && f.Unit != figures[0].Unit {
			continue
		}
		figures = append(figures, f)
		most = max(most, f.Value)
	}
	if most <= 0 {
		return nil, 0, nil
	}
	return figures, most, nil
}

// picture draws the recorded figures of a lesson as bars, "" without figures.
// Colours come from the page's text colour: the policy allows no inline style.
func picture(recorded recording, labels map[string]string) (template.HTML, error) {
	figures, most, err := bars(recorded)
	if err != nil || len(figures) == 0 {
		return "", err
	}
	var bars, told strings.Builder
	for i, f := range figures {
		y := i * (barHeight + barGap)
		width := max(1, f.Value/most*barWidth)
		fmt.Fprintf(&bars, `<rect x="0" y="%d" width="%.1f" height="%d" rx="2" fill="currentColor" fill-opacity="%.2f"/>`, y, width, barHeight, 1-0.25*float64(i%3))
		label := f.Label
		if l := labels[f.Key]; l != "" {
			label = l
		}
		fmt.Fprintf(&told, "%s: %.3g %s. ", label, f.Value, f.Unit)
	}
	height := len(figures)*(barHeight+barGap) - barGap
	return template.HTML(fmt.Sprintf(`<svg class="card-picture" viewBox="0 0 %d %d" role="img" aria-label="%s">%s</svg>`,
		barWidth, height, html.EscapeString(strings.TrimSpace(told.String())), bars.String())), nil
}
