package peps

import "testing"

func TestDecode(t *testing.T) {
	tests := []struct {
		data, text string
		broken     int
	}{
		{"Löwis", "Löwis", 0},
		{"\uFEFFPEP", "PEP", 0},
		{"a\nL\xf6wis\nL\xf6wis and Łukasz", "a\nLöwis\nLöwis and Łukasz", 2},
	}
	for _, test := range tests {
		text, broken := decode([]byte(test.data))
		if text != test.text || broken != test.broken {
			t.Errorf("decode(%q) = %q, %d, want %q, %d", test.data, text, broken, test.text, test.broken)
		}
	}
}

func TestSplitLines(t *testing.T) {
	got := splitLines("a \n\tb\r\nc\rd\fe\n\n  \tf\x00g\n")
	want := []string{"a", "        b", "c", "d e", "", "        f g"}
	if len(got) != len(want) {
		t.Fatalf("got %v, want %q", got, want)
	}
	for i, l := range got {
		if l.text != want[i] || l.number != i+1 {
			t.Errorf("line %d is %d %q, want %q", i+1, l.number, l.text, want[i])
		}
	}
}
