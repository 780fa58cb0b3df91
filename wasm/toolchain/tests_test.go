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

func TestSelectTestsRefuses(t *testing.T) {
	for name, test := range map[string]struct {
		files Memory
		want  string
	}{
		"a wrong signature":  {Memory{"a.go": "package main\n\nfunc TestX(n int) {}\n"}, "a.go:3:1: wrong signature for TestX, must be: func TestX(t *testing.T)"},
		"a result":           {Memory{"a.go": "package main\n\nfunc BenchmarkX(b *B) int { return 0 }\n"}, "must be: func BenchmarkX(b *testing.B)"},
		"an outside package": {Memory{"a.go": "package duck\n", "a_test.go": "package duck_test\n"}, "a_test.go:1: this file is of package duck_test"},
		"our own name":       {Memory{"a.go": "package main\n", testMainFile: "package main\n"}, "this name is taken"},
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
