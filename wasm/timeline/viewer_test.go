package timeline

import (
	"strings"
	"testing"
)

func TestViewer(t *testing.T) {
	var v Viewer
	if _, err := v.Feed(t.Context(), Piece{}); err == nil {
		t.Error("a piece before the beginning")
	}
	if _, err := v.Totals(t.Context(), Stretch{}); err == nil {
		t.Error("totals before the beginning")
	}
	for _, lang := range []string{"ja", "en"} { // the second run forgets the first
		if _, err := v.Begin(t.Context(), Beginning{lang}); err != nil {
			t.Fatal(err)
		}
		text, half := recorded(), len(recorded())/2
		for _, piece := range [][]byte{text[:half], text[half:]} {
			if _, err := v.Feed(t.Context(), Piece{Worker: 2}, piece); err != nil {
				t.Fatal(err)
			}
		}
		if count, err := v.Feed(t.Context(), Piece{Worker: 2, Last: true}); err != nil || count.Events == 0 {
			t.Fatal(count, err)
		}
	}
	m, err := v.Model(t.Context(), Nothing{})
	if err != nil || len(m.Faults) > 0 || m.Lanes[0].Worker != 2 || !strings.Contains(view(m), "waits for a lock") {
		t.Fatalf("%v\n%s", err, view(m))
	}
	totals, err := v.Totals(t.Context(), Stretch{0, m.End})
	if err != nil || len(totals.Lanes) != len(m.Lanes) {
		t.Errorf("%+v, %v", totals, err)
	}
}

func TestViewerHasLimits(t *testing.T) {
	var v Viewer
	v.Begin(t.Context(), Beginning{})
	for worker := range MaxWorkers {
		if _, err := v.Feed(t.Context(), Piece{Worker: worker}); err != nil {
			t.Fatal(err)
		}
	}
	for _, worker := range []int{-1, MaxWorkers} {
		if _, err := v.Feed(t.Context(), Piece{Worker: worker}); err == nil {
			t.Errorf("worker %d was taken", worker)
		}
	}
}
