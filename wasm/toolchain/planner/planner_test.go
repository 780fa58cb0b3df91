package planner

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

const pack = `{"language": "go1.26", "packages": {
	"fmt": {"imports": ["os"], "importable": true, "export": {"file": 1}, "link": {"file": 2}},
	"os": {"imports": ["runtime"], "importable": true, "export": {}, "link": {}},
	"runtime": {"imports": ["internal/runtime/exithook"], "importable": true, "export": {}, "link": {}},
	"runtime/trace": {"importable": true, "export": {}, "link": {}},
	"bytes": {"importable": true, "export": {}, "link": {}},
	"ahiru/pprof": {"imports": ["io", "runtime"], "export": {}, "link": {}},
	"io": {"importable": true, "export": {}, "link": {}},
	"context": {"importable": true, "export": {}, "link": {}},
	"syscall/js": {"importable": true, "export": {}, "link": {}},
	"internal/runtime/exithook": {"export": {}, "link": {}},
	"unsafe": {"importable": true}
}}`

func opened(t *testing.T) *Planner {
	t.Helper()
	var p Planner
	var of Pack
	if err := json.Unmarshal([]byte(pack), &of); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Open(t.Context(), of); err != nil {
		t.Fatal(err)
	}
	return &p
}

func TestPlan(t *testing.T) {
	answer, err := opened(t).Plan(t.Context(), Question{Dir: "/home", Files: map[string]string{"main.go": "package main\n\nimport (\n\t\"fmt\"\n\t_ \"unsafe\"\n)\n"}})
	if err != nil || answer.Refused != nil {
		t.Fatal(err, answer.Refused)
	}
	if len(answer.Steps) != 2 || answer.Steps[0].Tool != "compile" || answer.Steps[1].Tool != "link" {
		t.Fatalf("steps %+v", answer.Steps)
	}
	if reads := answer.Steps[0].Reads; !slices.Contains(reads, "/pack/fmt.x") || slices.Contains(reads, "/pack/unsafe.x") {
		t.Errorf("the compiler reads %q", reads)
	}
	if reads := answer.Steps[1].Reads; !slices.Contains(reads, "/pack/runtime.o") || len(reads) != 10 {
		t.Errorf("the linker reads %q", reads)
	}
	if !slices.Contains(answer.Steps[0].Args, "/home=>") {
		t.Errorf("compiles with %q", answer.Steps[0].Args)
	}
}

func TestPlanRefuses(t *testing.T) {
	answer, err := opened(t).Plan(t.Context(), Question{Files: map[string]string{"main.go": "package main\n\nimport \"net/http\"\n"}})
	if err != nil || answer.Refused == nil {
		t.Fatal(err, answer)
	}
	d := answer.Refused.Diagnostics
	if len(d) != 1 || d[0].Line != 3 || d[0].Column != 8 || !strings.Contains(d[0].Message, "net/http") || answer.Refused.Raw == "" {
		t.Errorf("got %+v", answer.Refused)
	}
}

func TestPlanNeedsAPack(t *testing.T) {
	if _, err := new(Planner).Plan(t.Context(), Question{}); err == nil {
		t.Error("a plan without a pack")
	}
}

// FuzzPlan throws programs at the planner: it answers all of them, and its diagnostics name files of theirs.
func FuzzPlan(f *testing.F) {
	for _, text := range []string{"", "package main\n", "package main\n\nimport \"fmt\"\n", "package main\n//go:embed x\nvar x string\n",
		"//go:build js\n\npackage main", "package main\nimport \"C\"\n", "package main\n//go:debug x=1\n", "package p\nfunc TestX(t *T) {}\n"} {
		f.Add("main.go", text, false)
		f.Add("main_test.go", text, true)
	}
	f.Add("a/../b.go", "package main", false)
	f.Add("/etc/passwd", "", true)
	f.Fuzz(func(t *testing.T, name, text string, test bool) {
		var of Pack
		if err := json.Unmarshal([]byte(pack), &of); err != nil {
			t.Fatal(err)
		}
		var p Planner
		p.Open(context.Background(), of)
		answer, err := p.Plan(t.Context(), Question{Dir: "/home", Files: map[string]string{name: text}, Test: test})
		if err != nil {
			t.Skip(err) // packages that this small pack lacks
		}
		if (answer.Refused == nil) == (len(answer.Steps) == 0) {
			t.Errorf("neither a plan nor a refusal: %+v", answer)
		}
	})
}

func TestDiagnose(t *testing.T) {
	r, err := Diagnose(t.Context(), "./main.go:4:2: undefined: quack\n")
	if err != nil || len(r.Diagnostics) != 1 || r.Diagnostics[0] != (Diagnostic{"main.go", 4, 2, "undefined: quack"}) {
		t.Errorf("got %+v, %v", r, err)
	}
}
