//go:build !js

package demos

import (
	"regexp"
	"strings"
	"testing"
)

var clock = regexp.MustCompile(`(?m)^ +\d+\.\d\d s  `)

// story is what the lesson tells, without times and figures.
func story(stdout string) (lines []string) {
	for line := range strings.Lines(stdout) {
		if clock.MatchString(line) {
			lines = append(lines, clock.ReplaceAllString(line, ""))
		}
	}
	return lines
}

// Go and Python tell the same story, line by line.
func TestSobaInGoAndPython(t *testing.T) {
	for _, way := range []string{"turn", "tasks", "loop", "gather", "forget", "cancel", "stubborn"} {
		t.Run(way, func(t *testing.T) {
			args := []string{"-way=" + way, "-guests=0.6,0.2,0.4"}
			r, p := runLesson(t, "soba", args...), runPython(t, "soba", args...)
			wentWell(t, r)
			if g, p := strings.Join(story(r.stdout), ""), strings.ReplaceAll(strings.Join(story(p.stdout), ""), "True", "true"); g != p || g == "" {
				t.Errorf("Go tells\n%s\nPython\n%s", g, p)
			}
		})
	}
}

// The figures are the sum, the longest, the sum again and the longest again; who was forgotten never sat down.
func TestSobaMeasures(t *testing.T) {
	r := runLesson(t, "soba", "-way=all", "-guests=0.6,0.2,0.4")
	wentWell(t, r)
	turn, tasks := seconds(r.stdout, "awaited in turn"), seconds(r.stdout, "as tasks")
	loop, gathered := seconds(r.stdout, "made and awaited in one loop"), seconds(r.stdout, "gathered")
	if turn < 1.2 || loop < 1.2 || tasks < 0.6 || gathered < 0.6 || tasks > 0.8*turn || gathered > 0.8*loop {
		t.Errorf("in turn %v, as tasks %v, in one loop %v, gathered %v", turn, tasks, loop, gathered)
	}
	_, forgotten, _ := strings.Cut(r.stdout, "a guest forgotten:\n")
	forgotten, _, _ = strings.Cut(forgotten, "a guest cancelled:\n")
	if !strings.Contains(forgotten, "RuntimeWarning: coroutine 'guest' was never awaited\n") || strings.Contains(forgotten, "A sits down") {
		t.Errorf("forgotten: %s", forgotten)
	}
	if speed := seconds(strings.ReplaceAll(r.stdout, " /s\n", " s\n"), "steps of the loop in a second"); !(speed > 1000 && speed < 1e10) {
		t.Errorf("%v steps a second", speed)
	}
	for _, want := range []string{"has the orders as asked for: A, B, C\n", "├── B guest() awaits sleep\n", "gather fails at once: no eel today;", "the task group fails: no eel today;"} {
		if !strings.Contains(r.stdout, want) {
			t.Errorf("%q is missing in\n%s", want, r.stdout)
		}
	}
}

func TestSobaRefusesGuests(t *testing.T) {
	for _, guests := range []string{"", "x", "NaN", "-1", "1,,2", "1e99", "Inf", "0,0,0,0,0,0,0,0,0", "3;1"} {
		mustRefuse(t, "soba", "-guests="+guests)
	}
	wentWell(t, runLesson(t, "soba", "-way=all", "-guests=0"))
	wentWell(t, runLesson(t, "soba", "-way=all", "-guests=0.01,0,0.01,0,0.01,0,0,0.01"))
}
