package peps

import "testing"

func TestMakeID(t *testing.T) {
	tests := map[string]string{
		"Abstract": "abstract", "How to Teach This": "how-to-teach-this", "3.0 and later": "and-later",
		"What’s new—really": "whats-newreally", "f(x, *args)": "f-x-args", "Ünïcode łike": "unicode-like",
		"8": "", "---": "", "日本": "", "A\u00a0b": "a-b", "A -- b": "a-b", "-a-": "a",
	}
	for name, want := range tests {
		if got := makeID(name); got != want {
			t.Errorf("makeID(%q) = %q, want %q", name, got, want)
		}
	}
}
