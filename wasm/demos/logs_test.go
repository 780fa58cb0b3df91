//go:build !js

package demos

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var logLine = regexp.MustCompile(`(?m)^ *(\d+\.\d{3}) (\w+) +\| (.*)$`)

// logTimes are the times of a log's lines, as they stand in it.
func logTimes(stdout string) (times []float64) {
	for _, m := range logLine.FindAllStringSubmatch(stdout, -1) {
		at, _ := strconv.ParseFloat(m[1], 64)
		times = append(times, at)
	}
	return times
}

// Held back long enough, lines stand in the order of their times, whatever was gathered before it was sent; the file's
// change starts those who watch it, and nobody else.
func TestLogs(t *testing.T) {
	args := []string{"-d", "3s", "-n", "2", "-crash", "2", "-buffer", "2", "-hold", "2s", "-edit", "800ms"}
	var r result
	for range 3 { // on a machine under load a service may stand too late to be changed
		r = runLesson(t, "logs", args...)
		if strings.Contains(r.stdout, "| PASS, 3 prices\n") {
			break
		}
	}
	for _, want := range []string{
		`tests  | FAIL, line 3 has no price: "swan seven"`, "tests  | PASS, 3 prices", "flaky  | * has crashed, status 3",
		"shop   | * prices.txt has changed", "web: ", "out of order in the log: 0 lines", "starts because the file changed: 2 starts",
		"the same, of those that do not watch it: 0 starts", "who ran when",
	} {
		if !strings.Contains(r.stdout, want) {
			t.Errorf("it does not say %q", want)
		}
	}
	if times := logTimes(r.stdout); r.status != 0 || len(times) < 20 || !slices.IsSorted(times) {
		t.Errorf("status %d, times %v: %s%s", r.status, times, r.stdout, r.stderr)
	}
	if strings.Contains(r.stdout, "\x1b") {
		t.Error("what is no terminal gets colours")
	}
}

// Lines that are not held back come as they come: those that were gathered for long are out of order.
func TestLogsNotHeldBack(t *testing.T) {
	r := runLesson(t, "logs", "-d", "3s", "-n", "2", "-buffer", "5", "-hold", "0s", "-crash", "0", "-edit", "0s")
	if slices.IsSorted(logTimes(r.stdout)) || strings.Contains(r.stdout, "out of order in the log: 0 ") || !strings.Contains(r.stdout, "starts after a crash: 0 starts") {
		t.Errorf("status %d: %s%s", r.status, r.stdout, r.stderr)
	}
}

// The Python does the same.
func TestLogsInPython(t *testing.T) {
	r := runPython(t, "logs", "-d", "2", "-crash", "2", "-hold", "1.5", "-edit", "0.5")
	if !strings.Contains(r.stdout, "PASS, 3 prices") || !strings.Contains(r.stdout, "out of order in the log: 0 lines") {
		t.Errorf("status %d: %s%s", r.status, r.stdout, r.stderr)
	}
}
