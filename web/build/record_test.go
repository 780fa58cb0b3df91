package main

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestPictureScalesAndEscapes(t *testing.T) {
	r := recording{Figures: []json.RawMessage{
		json.RawMessage(`{"drawing":"search","key":"a","label":"drawn, not a bar","unit":"B"}`),
		json.RawMessage(`{"key":"r","label":"who runs","value":0.5,"unit":"s","lanes":[{"name":"1","states":"Rb"}]}`),
		json.RawMessage(`{"key":"a","label":"one <after> another","value":1.0,"unit":"s"}`),
		json.RawMessage(`{"key":"b","label":"as goroutines","value":0.1,"unit":"s"}`),
		json.RawMessage(`{"key":"c","label":"bytes copied","value":5000,"unit":"B"}`),
	}}
	svg, err := picture(r, map[string]string{"b": "ゴルーチン"})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`width="240.0"`, `width="24.0"`, "one &lt;after&gt; another: 1 s", "ゴルーチン: 0.1 s"} {
		if !strings.Contains(string(svg), want) {
			t.Errorf("no %s in %s", want, svg)
		}
	}
	if strings.Contains(string(svg), "who runs") {
		t.Error("a ribbon among the bars")
	}
	if strings.Contains(string(svg), "bytes copied") {
		t.Error("a figure in bytes on the scale of seconds")
	}
	if strings.Contains(string(svg), "drawn") {
		t.Error("a drawing as a bar")
	}
	if strings.Contains(string(svg), "style=") {
		t.Error("an inline style, which the page's policy refuses")
	}
	if svg, err := picture(recording{}, nil); err != nil || svg != "" {
		t.Errorf("without figures: %q, %v", svg, err)
	}
}

func TestUsageNamesNoFolder(t *testing.T) {
	got := usageOf("Usage of /tmp/x/threads:\n  -n int\n", "/tmp/x/threads", "threads")
	if got != "Usage of threads:\n  -n int\n" {
		t.Errorf("got %q", got)
	}
}
