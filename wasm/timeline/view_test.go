package timeline

import (
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden views in testdata")

// view is a model as a person reads it, moments in microseconds.
func view(m Model) string {
	var all strings.Builder
	us := func(ms float64) string { return fmt.Sprint(int64(math.Round(ms * 1000))) }
	fmt.Fprintf(&all, "end %s, hidden %d, missing %d, faults %v\n", us(m.End), m.Hidden, m.Missing, m.Faults)
	for _, w := range m.Workers {
		fmt.Fprintf(&all, "worker %d%s%s, known to %s, ended %v\n", w.ID, prefixed(" ", w.Kind), prefixed(" ", w.Name), us(w.Known), w.Ended)
	}
	for _, l := range m.Lanes {
		fmt.Fprintf(&all, "lane %s %s", l.ID, l.Name)
		if l.Born != nil {
			fmt.Fprintf(&all, ", born %s of %q", us(*l.Born), l.Parent)
		}
		if l.Died != nil {
			fmt.Fprintf(&all, ", died %s", us(*l.Died))
		}
		if l.Kind != "program" {
			fmt.Fprintf(&all, ", %s", l.Kind)
		}
		all.WriteString("\n")
		for _, s := range l.Spans {
			fmt.Fprintf(&all, "  %s to %s %s", us(s.Start), us(s.End), s.State)
			if s.Reason != "" {
				fmt.Fprintf(&all, ": %s (%s)", s.Reason, s.Code)
			}
			all.WriteString(lined(s.Line) + "\n")
		}
	}
	for _, w := range m.Wakeups {
		fmt.Fprintf(&all, "wakeup %s of %s by %q%s\n", us(w.At), w.To, w.From, prefixed(", ", w.Thing))
	}
	for _, c := range m.Collections {
		fmt.Fprintf(&all, "collection %s to %s %s\n", us(c.Start), us(c.End), c.Name)
	}
	stretch := func(start, end float64, open bool) string {
		if open {
			return us(start) + " on"
		}
		return us(start) + " to " + us(end)
	}
	for _, t := range m.Tasks {
		fmt.Fprintf(&all, "task %s of %q %s, %s, lane %q of %q%s\n", t.ID, t.Parent, t.Name, stretch(t.Start, t.End, t.Open), t.Lane, t.Lanes, lined(t.Line))
	}
	for _, r := range m.Regions {
		fmt.Fprintf(&all, "region %s of task %q, %s, lane %s, depth %d%s\n", r.Name, r.Task, stretch(r.Start, r.End, r.Open), r.Lane, r.Depth, lined(r.Line))
	}
	for _, l := range m.Logs {
		fmt.Fprintf(&all, "log %s, %s: %s, lane %s of task %q%s\n", us(l.At), l.Category, l.Message, l.Lane, l.Task, lined(l.Line))
	}
	for _, h := range m.Holds {
		fmt.Fprintf(&all, "%s held by %s, %s, %d skipped\n", h.Thing, h.Lane, stretch(h.Start, h.End, h.Open), h.Skipped)
	}
	for _, w := range m.Waits {
		fmt.Fprintf(&all, "%s waited for by %s, %s, held by %q\n", w.Thing, w.Lane, stretch(w.Start, w.End, w.Open), w.Holder)
	}
	for _, r := range m.Requests {
		fmt.Fprintf(&all, "%s asked for by %s at %s, held by %q\n", r.Thing, r.Lane, us(r.At), r.Holder)
	}
	for _, a := range m.Arrivals {
		passed := "never"
		if a.Passed != nil {
			passed = us(*a.Passed)
		}
		fmt.Fprintf(&all, "%s round %d: %s comes at %s, passes at %s\n", a.Thing, a.Round, a.Lane, us(a.At), passed)
	}
	for _, j := range m.Jobs {
		fmt.Fprintf(&all, "%s job %s of %s, %s\n", j.Thing, j.Name, j.Lane, stretch(j.Start, j.End, j.Open))
	}
	for _, p := range m.Messages {
		fmt.Fprintf(&all, "%s: %d bytes from %s at %s to %q at %s\n", p.Pipe, p.Bytes, p.From, us(p.Sent), p.To, us(p.Received))
	}
	for _, l := range m.Left {
		fmt.Fprintf(&all, "left %s since %s: %s, line %d, for %q, made at line %d, leaked %v\n", l.Lane, us(l.Since), l.Reason, l.Line, l.Thing, l.Made.Line, l.Leaked)
	}
	for _, c := range m.Cycles {
		for _, l := range c {
			fmt.Fprintf(&all, "circle: %s at line %d waits for %s of %s\n", l.Lane, l.Line, l.Thing, l.Holder)
		}
	}
	for _, t := range m.Turns {
		fmt.Fprintf(&all, "turn of %s, %s, %d others\n", t.Lane, stretch(t.Start, t.End, t.Open), t.Others)
	}
	for _, c := range m.Callbacks {
		fmt.Fprintf(&all, "callback %s of %s, %s\n", c.Name, c.Lane, stretch(c.Start, c.End, false))
	}
	return all.String()
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s has\n%s\ngot\n%s", name, want, got)
	}
}

// TestViews replays the traces of testdata/programs.
func TestViews(t *testing.T) {
	texts, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(texts) < 10 {
		t.Fatal(texts, err)
	}
	for _, name := range texts {
		t.Run(filepath.Base(name), func(t *testing.T) {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			m := replay("en", eventsOf(t, string(text))).Model()
			checkWhole(t, m)
			golden(t, strings.TrimSuffix(name, ".txt")+".golden", view(m))
		})
	}
}

func lined(line int) string {
	if line == 0 {
		return ""
	}
	return fmt.Sprint(", line ", line)
}

func prefixed(prefix, text string) string {
	if text == "" {
		return ""
	}
	return prefix + text
}
