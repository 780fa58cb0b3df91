//go:build !js

package demos

import (
	"errors"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/wasm/toolchain"
)

// What the compiler says of each variant that must not compile.
var refusals = map[string]string{
	"ducks/testdata/broken/cat.go":   "Cat does not implement Quacker (missing method Sound)",
	"ducks/testdata/broken/field.go": "Dog does not implement Quacker (Dog.Name is a field, not a method)",
}

func TestBrokenVariants(t *testing.T) {
	for _, lesson := range List(os.DirFS(".")) {
		for _, name := range Broken(os.DirFS("."), lesson) {
			t.Run(name, func(t *testing.T) {
				want := refusals[name]
				if want == "" {
					t.Fatal("the words to expect of the compiler are missing here")
				}
				text, err := os.ReadFile(name)
				if err != nil {
					t.Fatal(err)
				}
				p := toolchain.Program{Files: map[string]string{filepath.Base(name): string(text)}}
				_, err = toolchain.Build(t.Context(), p, filepath.Join(t.TempDir(), "out.wasm"))
				var refused *toolchain.CompileError
				if !errors.As(err, &refused) || len(refused.Diagnostics) != 1 {
					t.Fatalf("got %v, want one complaint of the compiler", err)
				}
				if d := refused.Diagnostics[0]; !strings.Contains(d.Message, want) || d.File != filepath.Base(name) || d.Line == 0 {
					t.Errorf("got %q, want %q", d, want)
				}
			})
		}
	}
}

func TestDucksSpeakThreeLanguages(t *testing.T) {
	first := map[string][2]string{
		"en": {"Morupako went woof!", "Morupako went quack!"},
		"ja": {"もるぱこは、ワンッ!と鳴いた", "もるぱこは、クワッ!と鳴いた"},
		"ko": {"모루파코, 멍멍! 하고 울었다", "모루파코, 꽥꽥! 하고 울었다"},
	}
	for language, want := range first {
		t.Run(language, func(t *testing.T) {
			r := runLesson(t, "ducks", "-lang", language)
			lines := strings.Split(r.stdout, "\n")
			if len(lines) != 7 || lines[0] != want[0] || lines[3] != want[1] {
				t.Errorf("prints %q, want the lines %q", r.stdout, want)
			}
			if p := runPython(t, "ducks", "-lang", language); !strings.HasPrefix(p.stdout, r.stdout) {
				t.Errorf("Go prints %q, Python %q", r.stdout, p.stdout)
			}
		})
	}
}

func TestDucksTakeAnyName(t *testing.T) {
	for _, name := range []string{"がぁ子", "100% duck %s", "a\\b"} {
		r, p := runLesson(t, "ducks", "-name", name), runPython(t, "ducks", "-name", name)
		if !strings.HasPrefix(r.stdout, name+" went woof!\n") || !strings.HasPrefix(p.stdout, r.stdout) {
			t.Errorf("Go prints %q, Python %q", r.stdout, p.stdout)
		}
	}
}

func TestDucksPrintTheSameInThePage(t *testing.T) {
	if here, page := runLesson(t, "ducks", "-lang", "ja"), runInNode(t, "ducks", nil, "-lang", "ja"); here != page {
		t.Errorf("natively %+v, in the page %+v", here, page)
	}
}

// Ten waits one after another must take several times as long as ten at once, measured in one run. Starting ten
// threads takes its time on a machine that has other things to do: one good run of three is enough.
func TestThreadsOverlap(t *testing.T) {
	native := func(t *testing.T) result { return runLesson(t, "threads", "-n", "10", "-d", "50ms") }
	runs := map[string]struct {
		together string
		run      func(t *testing.T) result
	}{
		"threads natively":    {"on threads", native},
		"goroutines natively": {"as goroutines that sleep", native},
		"blocking natively":   {"as goroutines that block", native},
		"in Python":           {"on threads", func(t *testing.T) result { return runPython(t, "threads", "-n", "10", "-d", "0.05") }},
		"in Node":             {"as goroutines that sleep", func(t *testing.T) result { return runInNode(t, "threads", nil, "-n", "10", "-d", "50ms") }},
	}
	for where, c := range runs {
		t.Run(where, func(t *testing.T) {
			var r result
			for range 3 {
				r = c.run(t)
				if seconds(r.stdout, "one after another") >= 3*seconds(r.stdout, c.together) && strings.Contains(r.stdout, "overlapped (concurrent): ") {
					return
				}
			}
			t.Errorf("no overlap in three runs, the last: %q", r.stdout)
		})
	}
}

// seconds finds a figure by its label, without which it gives more than any there can be.
func seconds(stdout, label string) float64 {
	for line := range strings.Lines(stdout) {
		if text, is := strings.CutPrefix(line, label+": "); is {
			value, _ := strconv.ParseFloat(strings.TrimSuffix(text, " s\n"), 64)
			return value
		}
	}
	return math.Inf(1)
}

// On a machine under load the clock of a way may start late, after its barrier: such a run is tried again.
func TestOneWaitDoesNotOverlap(t *testing.T) {
	var r result
	for range 5 {
		r = runLesson(t, "threads", "-n", "1")
		if strings.Count(r.stdout, "the waits did not overlap\n") == 4 && !strings.Contains(r.stdout, "concurrent") {
			return
		}
	}
	t.Errorf("prints %q", r.stdout)
}
