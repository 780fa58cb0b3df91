package atlas

import (
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/wasm/peps"
	"github.com/ahiru-dev/ahiru/wasm/peps/data"
	"github.com/ahiru-dev/ahiru/wasm/peps/export"
	"github.com/ahiru-dev/ahiru/wasm/peps/layout"
)

var update = flag.Bool("update", false, "write the golden files anew")

func shipped(t testing.TB) *Atlas {
	t.Helper()
	var g peps.Graph
	var a Atlas
	if err := json.Unmarshal(data.PEPs, &g); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Open(t.Context(), g); err != nil {
		t.Fatal(err)
	}
	return &a
}

// picture draws places plainly.
func picture(plan layout.Plan) export.Picture {
	p := export.Picture{Title: "PEPs", Background: "#fff", Ink: "#000", Font: "sans-serif", TextSize: 3,
		Shapes: []export.Shape{{Name: "disc", Path: "M-1 0A1 1 0 1 1 1 0A1 1 0 1 1 -1 0Z"}}}
	for i := range plan.X {
		p.Marks = append(p.Marks, export.Mark{X: plan.X[i], Y: plan.Y[i], Radius: 1, Fill: "#36c"})
	}
	return p
}

// TestPicturesAreTheSameEverywhere lays the shipped graph out in every way,
// natively and under js/wasm: places and drawings must be those of the golden
// file to the last bit.
func TestPicturesAreTheSameEverywhere(t *testing.T) {
	const golden = "testdata/pictures.sha256"
	a := shipped(t)
	var text strings.Builder
	for _, name := range Layouts() {
		plan, err := a.Arrange(t.Context(), Arrange{Name: name, Seed: 1})
		if err != nil {
			t.Fatal(err)
		}
		places, err := json.Marshal(plan)
		if err != nil {
			t.Fatal(err)
		}
		svg, err := a.Drawing(t.Context(), picture(plan))
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&text, "%s %x %x\n", name, sha256.Sum256(places), sha256.Sum256([]byte(svg)))
	}
	if *update {
		if err := os.WriteFile(golden, []byte(text.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if text.String() != string(want) {
		t.Errorf("got\n%swant\n%s", text.String(), want)
	}
}

func TestGuidesOfTheShippedGraph(t *testing.T) {
	a := shipped(t)
	for name, want := range map[string]string{"timeline": "2003", "layers": "0", "rank": "1", "community": "0", "topic": "Packaging", "force": ""} {
		plan, err := a.Arrange(t.Context(), Arrange{Name: name})
		if err != nil {
			t.Fatal(err)
		}
		found := slices.ContainsFunc(plan.Guides, func(g layout.Guide) bool { return g.Label == want })
		if found != (want != "") {
			t.Errorf("%s: guides %+v, want one of %q", name, plan.Guides, want)
		}
		if plan.Tray == nil {
			t.Errorf("%s: isolated PEPs have no tray", name)
		}
	}
}

func TestArrangeRefuses(t *testing.T) {
	a := opened(t)
	for want, q := range map[string]Arrange{
		`no layout "spiral", only force, timeline, layers, rank, community, topic`: {Name: "spiral"},
		`no kind "love"`:         {Name: "force", Choice: choice("love")},
		"no metric beauty":       {Name: "rank", Metric: "beauty"},
		"1 radii for 4 nodes":    {Name: "topic", Radii: []float64{1}},
		"a radius must be more ": {Name: "layers", Radii: []float64{1, 1, 0, 1}},
	} {
		if _, err := a.Arrange(t.Context(), q); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: %v, want an error with %q", q, err, want)
		}
	}
	if _, err := new(Atlas).Arrange(t.Context(), Arrange{Name: "force"}); err == nil {
		t.Error("an atlas without a graph lays it out")
	}
}

// TestArrangeByKinds: a reference that does not count does not join.
func TestArrangeByKinds(t *testing.T) {
	a := opened(t)
	plan, err := a.Arrange(t.Context(), Arrange{Name: "force", Choice: choice("requires")})
	if err != nil || plan.Tray == nil || plan.Tray.Top < plan.Y[0] {
		t.Errorf("without references: %+v, %v; want all in the tray", plan, err)
	}
}

// TestArrangeTellsItsProgress: every layout says how far it is, each stage to
// its end, and places are what they are without a listener.
func TestArrangeTellsItsProgress(t *testing.T) {
	a := shipped(t)
	measured := map[string]bool{"community": true}
	for _, name := range Layouts() {
		last := make(map[string]Step)
		q := Arrange{Name: name, Seed: 1, Watch: func(s Step) {
			if s.Done <= last[s.Stage].Done || s.Done > s.Of {
				t.Fatalf("%s: %+v after %+v", name, s, last[s.Stage])
			}
			last[s.Stage] = s
		}}
		plan, err := a.Arrange(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		if s := last["placing"]; s.Of == 0 || s.Done != s.Of {
			t.Errorf("%s ended its placing at %+v", name, s)
		}
		if s := last["measuring"]; measured[name] != (s.Of > 0) || s.Done != s.Of {
			t.Errorf("%s ended its measuring at %+v", name, s)
		}
		q.Watch = nil
		quiet, err := a.Arrange(t.Context(), q)
		if err != nil || !slices.Equal(quiet.X, plan.X) || !slices.Equal(quiet.Y, plan.Y) {
			t.Errorf("%s: who listens changes the places: %v", name, err)
		}
	}
}
