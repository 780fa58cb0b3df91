package timeline

import (
	"encoding/json"
	"slices"
	"testing"
)

// checkWhole checks what every model promises.
func checkWhole(t *testing.T, m Model) {
	t.Helper()
	known := map[string]bool{"": true}
	for _, l := range m.Lanes {
		if known[l.ID] || l.Name == "" {
			t.Errorf("lane %+v", l)
		}
		known[l.ID] = true
		last := 0.0
		for _, s := range l.Spans {
			if s.Start < last || s.End < s.Start || s.End > m.End || (s.Start == s.End) != (s.State == stateDone) {
				t.Errorf("lane %s has %+v after %v of %v", l.ID, s, last, m.End)
			}
			if !slices.Contains([]string{stateRunning, stateRunnable, stateBlocked, stateSleeping, stateDone}, s.State) {
				t.Errorf("lane %s is %q", l.ID, s.State)
			}
			if s.Code != "" && english[s.Code] == "" {
				t.Logf("no words for %q", s.Code)
			}
			if s.Stack < 0 || s.Stack >= len(m.Stacks) {
				t.Errorf("stack %d of %d", s.Stack, len(m.Stacks))
			}
			last = s.End
		}
	}
	for _, w := range m.Wakeups {
		if !known[w.From] || !known[w.To] || w.At < 0 || w.At > m.End {
			t.Errorf("wakeup %+v", w)
		}
	}
	checkAnnotations(t, m, known)
	if _, err := json.Marshal(m); err != nil {
		t.Error(err)
	}
}

func checkAnnotations(t *testing.T, m Model, lanes map[string]bool) {
	t.Helper()
	tasks := map[string]bool{"": true}
	for _, task := range m.Tasks {
		tasks[task.ID] = true
		if !lanes[task.Lane] || task.Start < 0 || task.End < task.Start || task.End > m.End || task.Lanes == nil {
			t.Errorf("task %+v", task)
		}
	}
	inside := map[string][]Region{}
	for _, r := range m.Regions {
		if r.Lane == "" || !lanes[r.Lane] || !tasks[r.Task] || r.Start < 0 || r.End < r.Start || r.End > m.End {
			t.Errorf("region %+v", r)
		}
		outer := inside[r.Lane][:min(r.Depth, len(inside[r.Lane]))]
		if len(outer) != r.Depth || r.Depth > 0 && (outer[r.Depth-1].Start > r.Start || outer[r.Depth-1].End < r.End) {
			t.Errorf("region %+v stands in %+v", r, outer)
		}
		inside[r.Lane] = append(outer, r)
	}
	for _, l := range m.Logs {
		if !lanes[l.Lane] || !tasks[l.Task] || l.At < 0 || l.At > m.End {
			t.Errorf("log %+v", l)
		}
	}
}
