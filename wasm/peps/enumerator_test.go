package peps

import "testing"

func TestListMarker(t *testing.T) {
	tests := []struct {
		first, second string
		want          int
	}{
		{"1. x", "", 3}, {"1.  x", "   y", 4}, {"(1) x", "(2) y", 4}, {"1) x", "2) y", 3}, {"#. x", "#. y", 3},
		{"1. x", "#. y", 3}, {"a. x", "b. y", 3}, {"i. x", "ii. y", 3}, {"IV) x", "V) y", 4}, {"h. x", "i. y", 3},
		{"iv. x", "v. y", 4}, {"8.", "", 2},
		{"1. x", "y", 0}, {"1. x", "3. y", 0}, {"1. x", "2) y", 0}, {"(1. x", "", 0}, {"1.x", "", 0}, {"iiv. x", "", 0},
		{"word. x", "", 0}, {"(see) x", "", 0}, {"mix. x", "", 5}, {"3.7 x", "", 0},
		{"- x", "y", 2}, {"*", "", 1}, {"• x", "", 4}, {"-x", "", 0},
	}
	for _, test := range tests {
		lines := []line{{1, test.first}, {2, test.second}}
		if got := listMarker(lines, 0); got != test.want {
			t.Errorf("%q before %q: width %d, want %d", test.first, test.second, got, test.want)
		}
	}
}

func TestRoman(t *testing.T) {
	for n := 1; n < 5000; n++ {
		if got := parseRoman(formatRoman(n)); got != n {
			t.Fatalf("%q is read as %d, not %d", formatRoman(n), got, n)
		}
	}
}
