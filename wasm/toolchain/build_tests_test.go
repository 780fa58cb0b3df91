//go:build !js

package toolchain

import (
	"strings"
	"testing"
)

const tested = `package main

import (
	"fmt"
	"testing"
	"testing/synctest"
	"time"
)

func main() { fmt.Println("main is not run") }

func TestGood(t *testing.T) { t.Log("quack") }

func TestBad(t *testing.T) { t.Error("no quack") }

func TestBubble(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		time.Sleep(time.Hour)
		if slept := time.Since(start); slept != time.Hour {
			t.Errorf("slept for %v", slept)
		}
	})
}

func BenchmarkQuack(b *testing.B) {
	for b.Loop() {
	}
}

func ExampleQuack() {
	fmt.Println("quack")
	// Output: quack
}
`

func TestBuildOfTests(t *testing.T) {
	module := builds(t, Program{Test: true, Files: map[string]string{"main.go": tested}})
	stdout, stderr, status := run(t, module, nil, "-test.v", "-test.bench=.", "-test.benchtime=10x")
	for _, want := range []string{"--- PASS: TestGood", "    main.go:12: quack\n", "--- FAIL: TestBad", "--- PASS: TestBubble", "--- PASS: ExampleQuack"} {
		if !strings.Contains(stdout, want) {
			t.Errorf("no %q in:\n%s%s", want, stdout, stderr)
		}
	}
	if status != 1 || strings.Contains(stdout, "main is not run") || !strings.HasSuffix(stdout, "FAIL\n") {
		t.Errorf("status %d, printed:\n%s", status, stdout)
	}
	if stdout, _, status = run(t, module, nil, "-test.run=Good", "-test.bench=.", "-test.benchtime=10x"); status != 0 || !strings.Contains(stdout, "BenchmarkQuack") {
		t.Errorf("status %d, printed:\n%s", status, stdout)
	}
}

func TestBuildOfTestsWithTheirOwnMain(t *testing.T) {
	module := builds(t, Program{Test: true, Files: map[string]string{
		"duck.go":      "package duck\n",
		"duck_test.go": "package duck\n\nimport \"testing\"\n\nfunc TestMain(m *testing.M) {\n\tprintln(\"set up\")\n\tm.Run()\n}\n\nfunc TestBad(t *testing.T) { t.Fail() }\n",
	}})
	if stdout, stderr, status := run(t, module, nil); status != 1 || stderr != "set up\n" || !strings.Contains(stdout, "--- FAIL: TestBad") {
		t.Errorf("status %d, printed %q and %q", status, stdout, stderr)
	}
}

func TestBuildOfTestsOutsideThePackage(t *testing.T) {
	files := map[string]string{
		"go.mod":         "module pond.example/duck\n",
		"duck.go":        "package duck\n\nfunc Sound() string { return sound }\n",
		"inside_test.go": "package duck\n\nimport \"testing\"\n\nconst sound = \"quack\"\n\nfunc TestInside(t *testing.T) {}\n",
		"duck_test.go": `package duck_test

import (
	_ "embed"
	"fmt"
	"testing"

	"pond.example/duck"
)

//go:embed want.txt
var want string

func TestMain(m *testing.M) { println("outside"); m.Run() }

func TestOutside(t *testing.T) {
	if duck.Sound() != want {
		t.Error(duck.Sound())
	}
}

func ExampleSound() {
	fmt.Println(duck.Sound())
	// Output: quack
}
`,
		"want.txt": "quack",
	}
	module := builds(t, Program{Test: true, Files: files})
	stdout, stderr, status := run(t, module, nil, "-test.v")
	for _, want := range []string{"--- PASS: TestInside", "--- PASS: TestOutside", "--- PASS: ExampleSound"} {
		if !strings.Contains(stdout, want) {
			t.Errorf("no %q in:\n%s", want, stdout)
		}
	}
	if status != 0 || stderr != "outside\n" {
		t.Errorf("status %d, printed %q and %q", status, stdout, stderr)
	}
	alone := builds(t, Program{Test: true, Files: map[string]string{"a_test.go": "package duck_test\n\nimport \"testing\"\n\nfunc TestAlone(t *testing.T) {}\n"}})
	if stdout, _, status := run(t, alone, nil, "-test.v"); status != 0 || !strings.Contains(stdout, "--- PASS: TestAlone") {
		t.Errorf("a package of outside tests alone: status %d, printed %q", status, stdout)
	}
}

func TestBuildOfNoTests(t *testing.T) {
	module := builds(t, Program{Test: true, Files: map[string]string{"main.go": "package main\n\nfunc main() {}\n"}})
	if _, stderr, status := run(t, module, nil); status != 0 || stderr != "testing: warning: no tests to run\n" {
		t.Errorf("status %d, printed %q", status, stderr)
	}
}
