package toolchain

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

func TestSelectTestsFindsWhatGoTestWouldRun(t *testing.T) {
	got, err := SelectTests(Memory{
		"duck.go": "package duck\n\nfunc Sound() string { return \"quack\" }\n\nfunc Test_inHere(t *T) {}\n",
		"duck_test.go": `package duck

import (
	"fmt"
	check "testing"
)

func TestSound(t *check.T)          {}
func Testimony(t *check.T)          {}
func TestÉtang(t *check.T)          {}
func BenchmarkSound(b *check.B)     {}
func FuzzSound(f *check.F)          {}
func (duck) TestMethod(t *check.T)  {}
func TestMain(m *check.M)           {}
func helper(t *check.T)             {}

func ExampleSound() {
	fmt.Println(Sound())
	// Output: quack
}

func ExampleSilent() { fmt.Println("never run") }
`,
		"duck_linux_test.go": "package duck\n\nfunc TestLinux(t *T) {}\n",
	})
	if err != nil {
		t.Fatal(err)
	}
	tests := got.Tests
	if want := []string{"Test_inHere", "TestSound", "TestÉtang"}; !slices.Equal(tests.Tests, want) {
		t.Errorf("tests %q, want %q", tests.Tests, want)
	}
	if !slices.Equal(tests.Benchmarks, []string{"BenchmarkSound"}) || !slices.Equal(tests.Fuzz, []string{"FuzzSound"}) || !tests.Main {
		t.Errorf("got %+v", tests)
	}
	if want := []Example{{"ExampleSound", "quack\n", false}}; !slices.Equal(tests.Examples, want) {
		t.Errorf("examples %+v, want %+v", tests.Examples, want)
	}
	if !slices.Equal(got.Files, []string{"duck.go", "duck_test.go"}) || len(got.Imports) != 2 {
		t.Errorf("files %q, imports %v", got.Files, got.Imports)
	}
	if !slices.Contains(got.Roots(), "testing/internal/testdeps") {
		t.Error("the packages of the test's main are not among the roots")
	}
}

func TestSelectTestsOutsideThePackage(t *testing.T) {
	for name, test := range map[string]struct{ mod, own string }{
		"go.mod":           {"// a comment\nmodule \"pond.example/duck\" // ours\n\ngo 1.26\n", "pond.example/duck"},
		"no go.mod":        {"", "play"},
		"no module in it":  {"go 1.26\n", "play"},
		"a block of words": {"module (\n\tnothing\n)\n", "play"},
	} {
		t.Run(name, func(t *testing.T) {
			program := Memory{
				"duck.go":      "package duck\n\nfunc Sound() string { return \"quack\" }\n",
				"duck_test.go": "package duck_test\n\nimport (\n\t\"testing\"\n\n\t\"" + test.own + "\"\n)\n\nfunc TestSound(t *testing.T) { duck.Sound() }\n",
			}
			if test.mod != "" {
				program["go.mod"] = test.mod
			}
			got, err := SelectTests(program)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(got.Files, []string{"duck.go"}) || !slices.Equal(got.Outside, []string{"duck_test.go"}) || got.Own != test.own {
				t.Errorf("files %q, outside %q, as %q; want it as %q", got.Files, got.Outside, got.Own, test.own)
			}
			if len(got.Imports) != 1 || !slices.Equal(got.OutsideTests.Tests, []string{"TestSound"}) || !got.Tests.none() {
				t.Errorf("imports %v, tests %+v and %+v", got.Imports, got.Tests, got.OutsideTests)
			}
		})
	}
}

func TestSelectTestsRefuses(t *testing.T) {
	for name, test := range map[string]struct {
		files Memory
		want  string
	}{
		"a wrong signature": {Memory{"a.go": "package main\n\nfunc TestX(n int) {}\n"}, "a.go:3:1: wrong signature for TestX, must be: func TestX(t *testing.T)"},
		"a result":          {Memory{"a.go": "package main\n\nfunc BenchmarkX(b *B) int { return 0 }\n"}, "must be: func BenchmarkX(b *testing.B)"},
		"two TestMains":     {Memory{"a_test.go": "package duck\n\nfunc TestMain(m *M) {}\n", "b_test.go": "package duck_test\n\nfunc TestMain(m *M) {}\n"}, "b_test.go:3:1: multiple definitions of TestMain"},
		"our own name":      {Memory{"a.go": "package main\n", testMainFile: "package main\n"}, "this name is taken"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := SelectTests(test.files)
			var refused *CompileError
			if !errors.As(err, &refused) || !strings.Contains(refused.Error(), test.want) {
				t.Errorf("got %v, want a *CompileError with %q", err, test.want)
			}
		})
	}
}

func TestSelectOfTestsAloneIsNoProgram(t *testing.T) {
	_, err := Select(Memory{"a_test.go": "package main\n"})
	var refused *CompileError
	if !errors.As(err, &refused) || !strings.Contains(refused.Error(), "no Go file that can be built") {
		t.Errorf("got %v", err)
	}
}
