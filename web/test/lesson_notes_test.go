package test

import (
	"strings"
	"testing"
)

// TestNotesOnLines: a lesson explains lines of its program in the page's language; the source itself stays as it is.
func TestNotesOnLines(t *testing.T) {
	type shown struct {
		Summary string
		Rows    []struct{ Line, Code, Note string }
		Source  string
		Wide    bool
	}
	for path, want := range map[string][2]string{
		"/demos/race/":    {"Notes on lines of main.go", "line "},
		"/ja/demos/race/": {"main.go の行についての説明", " 行目"},
		"/ko/demos/gil/":  {"main.go의 줄 설명", ""},
	} {
		got := script[shown](t, open(t, path, 390), `
			await until(() => $(".notes"));
			$(".notes summary").click();
			const text = (row, part) => row.querySelector(part).textContent.trim();
			return {
				Summary: $(".notes summary").textContent.trim(), Source: demo.source,
				Rows: [...$(".notes dl").children].map(row => ({Line: text(row, "dt span"), Code: text(row, "dt code"), Note: text(row, "dd")})),
				Wide: document.documentElement.scrollWidth > innerWidth}`)
		if got.Summary != want[0] || len(got.Rows) < 3 || got.Wide {
			t.Errorf("%s: shows %+v", path, got)
		}
		for _, row := range got.Rows {
			if !strings.Contains(row.Line, want[1]) || !strings.Contains(got.Source, row.Code) || row.Note == "" || strings.Contains(got.Source, row.Note) {
				t.Errorf("%s: a note on %+v", path, row)
			}
		}
	}
}
