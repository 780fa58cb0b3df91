//go:build !js

package demos

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// figureOf reads a figure of a lesson's output; -1 where it has none of that label.
func figureOf(stdout, label string) float64 {
	m := regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(label) + `: ([\d.e-]+) `).FindStringSubmatch(stdout)
	if m == nil {
		return -1
	}
	value, _ := strconv.ParseFloat(m[1], 64)
	return value
}

// Whatever expires and whoever dies, each ticket is done exactly once; the program ends with a panic otherwise.
func TestKioskServesEverybodyOnce(t *testing.T) {
	for name, args := range map[string][]string{
		"as given":      nil,
		"expires often": {"-expire", "30ms", "-login", "5ms", "-n", "40"},
		"two sessions":  {"-sessions", "2", "-kill", "3", "-n", "40"},
		"overloaded":    {"-load", "150", "-n", "40", "-kill", "40"},
		"without fault": {"-expire", "0s", "-kill", "0", "-n", "20"},
		"one person":    {"-n", "1", "-kill", "1"},
	} {
		t.Run(name, func(t *testing.T) {
			r := runLesson(t, "kiosk", args...)
			people := 80.0
			if i := strings.Index(strings.Join(args, " ")+" ", "-n "); i >= 0 {
				people, _ = strconv.ParseFloat(strings.Fields(strings.Join(args, " ")[i+3:])[0], 64)
			}
			waited := 0.0
			for _, label := range []string{"waited less than one request takes", "waited for 1 to 3 requests", "waited for 3 to 10", "waited for more"} {
				waited += figureOf(r.stdout, label)
			}
			if want := "done exactly once: " + strconv.Itoa(int(people)) + "\n"; r.status != 0 || !strings.Contains(r.stdout, want) || waited != people {
				t.Fatalf("status %d, %v of %v people waited: %s%s", r.status, waited, people, r.stdout, r.stderr)
			}
			died := figureOf(r.stdout, "workers that died")
			if faulty := name != "without fault"; faulty != (died == 1) {
				t.Errorf("%v workers died: %s", died, r.stdout)
			}
			if name == "expires often" && figureOf(r.stdout, "requests repeated after expiry") < 2 {
				t.Errorf("too little expired: %s", r.stdout)
			}
		})
	}
}

// Near full use people wait longer, and with a second session hardly at all: one good run of three on a busy machine.
func TestKioskWaitingGrows(t *testing.T) {
	var r result
	for range 3 {
		r = runLesson(t, "kiosk", "-service", "5ms")
		half, full := figureOf(r.stdout, "average wait, 50 % busy"), figureOf(r.stdout, "average wait, 95 % busy")
		if full > 1.5*half && figureOf(r.stdout, "the same people, a second session") < full/2 {
			return
		}
	}
	t.Errorf("it does not grow: %s", r.stdout)
}
