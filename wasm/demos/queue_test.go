//go:build !js

package demos

import (
	"strings"
	"testing"
)

// The queue lesson's two mistakes fail with Go's own words, and only they do.
func TestQueueMistakes(t *testing.T) {
	quick := []string{"-items", "4", "-produce", "1ms", "-consume", "1ms"}
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{nil, 0, "exactly once"},
		{[]string{"-close=false"}, 2, "all goroutines are asleep - deadlock!"},
		{[]string{"-early", "-producers", "3"}, 2, "closed channel"},
		{[]string{"-early", "-producers", "1"}, 2, "close of closed channel"},
		{[]string{"-early", "-close=false", "-producers", "1"}, 0, "exactly once"},
	} {
		t.Run(strings.Join(c.args, " "), func(t *testing.T) {
			r := runLesson(t, "queue", append(quick, c.args...)...)
			if r.status != c.code || !strings.Contains(r.stdout+r.stderr, c.want) {
				t.Errorf("status %d, want %d with %q:\n%s%s", r.status, c.code, c.want, r.stdout, r.stderr)
			}
		})
	}
}
