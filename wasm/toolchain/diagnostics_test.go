package toolchain

import (
	"strings"
	"testing"
)

func TestParseDiagnostics(t *testing.T) {
	tests := []struct {
		name, output string
		want         []Diagnostic
	}{
		{"nothing", "", nil},
		{"one line", "./main.go:6:27: undefined: x\n", []Diagnostic{{"main.go", 6, 27, "undefined: x"}}},
		{"without a column", "main.go:6: missing return\n", []Diagnostic{{"main.go", 6, 0, "missing return"}}},
		{"continued", "./a.go:8:14: not enough arguments\n\thave ()\n\twant (int)\n./b.go:1:1: next\n",
			[]Diagnostic{{"a.go", 8, 14, "not enough arguments\n\thave ()\n\twant (int)"}, {"b.go", 1, 1, "next"}}},
		{"the linker's", "runtime.main_main·f: function main is undeclared in the main package\n",
			[]Diagnostic{{Message: "runtime.main_main·f: function main is undeclared in the main package"}}},
		{"the package line of the go command", "# command-line-arguments\n./main.go:1:2: x\n", []Diagnostic{{"main.go", 1, 2, "x"}}},
		{"a name in another script, a colon in the message", "./アヒル.go:3:4: label a: b\r\n", []Diagnostic{{"アヒル.go", 3, 4, "label a: b"}}},
		{"no numbers", "main.go: strange\n", []Diagnostic{{Message: "main.go: strange"}}},
		{"numbers that are none", "main.go:x:1: strange\n", []Diagnostic{{Message: "main.go:x:1: strange"}}},
		{"indented first line", "\tabc\n", []Diagnostic{{Message: "\tabc"}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := ParseDiagnostics(test.output)
			if len(got) != len(test.want) {
				t.Fatalf("got %d diagnostics, want %d: %q", len(got), len(test.want), got)
			}
			for i := range got {
				if got[i] != test.want[i] {
					t.Errorf("got %+v, want %+v", got[i], test.want[i])
				}
			}
		})
	}
}

func TestDiagnosticString(t *testing.T) {
	for want, d := range map[string]Diagnostic{
		"main.go:1:2: a": {"main.go", 1, 2, "a"},
		"main.go:1: a":   {"main.go", 1, 0, "a"},
		"a":              {Message: "a"},
	} {
		if d.String() != want {
			t.Errorf("got %q, want %q", d, want)
		}
	}
}

func FuzzParseDiagnostics(f *testing.F) {
	f.Add("./main.go:6:27: undefined: x\n\tmore\n# x\n")
	f.Add("a.go:b.go:1: x")
	f.Fuzz(func(t *testing.T, output string) {
		for _, d := range ParseDiagnostics(output) {
			if d.File == "" && (d.Line != 0 || d.Column != 0) {
				t.Errorf("a place without a file: %+v", d)
			}
			if len(d.Message) > len(output) || strings.TrimSpace(d.String()) == "" {
				t.Errorf("a message from nowhere: %+v", d)
			}
		}
	})
}
