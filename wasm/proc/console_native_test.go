//go:build !js

package proc

import (
	"slices"
	"strings"
	"testing"
)

// writes keeps what it is written apart.
type writes []string

func (w *writes) Write(p []byte) (int, error) {
	*w = append(*w, string(p))
	return len(p), nil
}

func TestConsolePassesWholeLines(t *testing.T) {
	var got writes
	c := console{to: &got}
	for _, part := range []string{"one", "\ntwo\nth", "r", "ee\n", "four"} {
		if n, err := c.Write([]byte(part)); n != len(part) || err != nil {
			t.Errorf("got %d, %v", n, err)
		}
	}
	c.flush()
	c.flush()
	if want := []string{"one\ntwo\n", "three\n", "four"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestConsoleHoldsNoEndlessLine(t *testing.T) {
	var got writes
	c := console{to: &got}
	long := strings.Repeat("x", longestLine+1)
	_, _ = c.Write([]byte(long))
	if len(got) != 1 || got[0] != long {
		t.Errorf("%d writes", len(got))
	}
}

func TestConsoleRemembersTheReason(t *testing.T) {
	for text, want := range map[string]string{
		"panic: quack\nmore\npanic: again\n":                      "panic: quack",
		"a line\r\nfatal error: all goroutines are asleep\r\nx\n": "fatal error: all goroutines are asleep",
		"no panic: here\n": "",
		"panic: no end":    "panic: no end",
	} {
		c := console{to: &writes{}}
		_, _ = c.Write([]byte(text))
		c.flush()
		if c.reason != want {
			t.Errorf("%q: got %q, want %q", text, c.reason, want)
		}
	}
}

func TestExit(t *testing.T) {
	for _, test := range []struct {
		code   int
		reason string
		want   Exit
		text   string
	}{
		{0, "", Exit{}, "status 0"},
		{3, "", Exit{Code: 3}, "status 3"},
		{2, "panic: a b", Exit{2, "panic: a b", "a b"}, "panic: a b"},
		{2, "a b", Exit{2, "panic: a b", "a b"}, "panic: a b"},
		{2, "fatal error: stack overflow", Exit{2, "fatal error: stack overflow", ""}, "fatal error: stack overflow"},
		{137, "killed", Exit{137, "killed", ""}, "killed"},
		{137, "too much was printed.", Exit{137, "too much was printed.", ""}, "too much was printed."},
	} {
		got := makeExit(test.code, test.reason)
		if got != test.want || got.String() != test.text || (got.Err() == nil) != (test.code == 0) {
			t.Errorf("%+v: %v, %v", got, got, got.Err())
		}
	}
}
