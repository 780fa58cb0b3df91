package lesson

import (
	"encoding/json"
	"slices"
	"testing"
)

func TestBoardIsTheContract(t *testing.T) {
	got := drawn(t, func() {
		b := DrawBoard("jobs", "Jobs", "state", "worker")
		b.Row("3", Running, "STARTED", "1")
		b.Row("a \"b\"", "?", "x\ny")
	})
	want := []string{
		`{"drawing":"board","key":"jobs","label":"Jobs"}`,
		`{"drawing":"column","of":"jobs","key":"jobs-state","label":"state"}`,
		`{"drawing":"column","of":"jobs","key":"jobs-worker","label":"worker"}`,
		`{"drawing":"row","of":"jobs","row":"3","state":"R","cells":["STARTED","1"]}`,
		`{"drawing":"row","of":"jobs","row":"a \"b\"","state":"d","cells":["x y"]}`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("left\n%q, want\n%q", got, want)
	}
}

func FuzzBoardLines(f *testing.F) {
	f.Add("jobs", "R", "STARTED")
	f.Add("\xff\x00\"\\\n", `","x":"`, "\u2028")
	f.Fuzz(func(t *testing.T, name, state, cell string) {
		lines := drawn(t, func() { DrawBoard(name, cell, name, cell).Row(name, State(state), cell, name) })
		if len(lines) != 4 {
			t.Fatalf("left %q", lines)
		}
		for _, line := range lines {
			if !json.Valid([]byte(line)) {
				t.Errorf("the page cannot read %q", line)
			}
		}
	})
}
