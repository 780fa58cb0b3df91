//go:build !js

package examples

import (
	"bytes"
	"errors"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// says is what each example prints, and its exit status.
var says = map[string]struct {
	args   []string
	stdin  string
	words  []string
	status int
}{
	"hello":      {words: []string{"Hello, 世界, 세계!\n"}},
	"goroutines": {words: []string{"goroutine 0 is done", "goroutine 9 is done", "ten waits"}},
	"select":     {words: []string{"received quick\nreceived slow\nnothing more came\n"}},
	"workerpool": {args: []string{"-jobs=4"}, words: []string{"0² = 0", "3² = 9", "took"}},
	"pipeline":   {words: []string{"0\n4\n16\n36\n64\n"}},
	"context":    {words: []string{"Aki leaves: context deadline exceeded\nBora leaves: the shop closes\n"}},
	"deadlock":   {words: []string{"all goroutines are asleep - deadlock!", "sync.(*Mutex).Lock"}, status: 2},
	"race":       {args: []string{"-lock"}, words: []string{"want: 10000, got: 10000\n"}},
	"generics":   {words: []string{"[1 2 3]\n[duck あひる 오리]\n"}},
	"iterators":  {words: []string{"9 34\n", "[ant dog duck]"}},
	"input":      {args: []string{"-min=2", "x y"}, stdin: "あひる a あひる duck\n", words: []string{"1 duck\n2 あひる\n2 words; arguments: [x y]\n"}},
	"tracing":    {words: []string{"served: soba\n", "served: udon\n", "served: ramen\n"}},
	"tests":      {args: []string{"-test.v"}, words: []string{"--- PASS: TestReverse/あひる", "slept for 1h0m0s", "PASS"}},
}

func TestExamples(t *testing.T) {
	if len(says) != len(List) {
		t.Errorf("%d examples are known here, the menu has %d", len(says), len(List))
	}
	for _, e := range List {
		t.Run(e.Name, func(t *testing.T) {
			t.Parallel()
			out, status := run(t, e.Name)
			want := says[e.Name]
			for _, words := range want.words {
				if !strings.Contains(out, words) {
					t.Errorf("printed:\n%s\nwant %q", out, words)
				}
			}
			if status != want.status {
				t.Errorf("exit status %d, want %d", status, want.status)
			}
		})
	}
}

// run builds an example natively and runs it.
func run(t *testing.T, name string) (out string, status int) {
	t.Helper()
	binary := filepath.Join(t.TempDir(), name)
	build := []string{"build", "-o", binary, "./" + name}
	if name == "tests" {
		build = []string{"test", "-c", "-o", binary, "./" + name}
	}
	if said, err := exec.Command("go", build...).CombinedOutput(); err != nil {
		t.Fatalf("building it: %v\n%s", err, said)
	}
	cmd := exec.Command(binary, says[name].args...)
	cmd.Stdin = strings.NewReader(says[name].stdin)
	var text bytes.Buffer
	cmd.Stdout, cmd.Stderr = &text, &text
	err := cmd.Run()
	if exit := new(exec.ExitError); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return text.String(), cmd.ProcessState.ExitCode()
}

// TestTitles wants every example in the menu in three languages, and every
// folder in the menu.
func TestTitles(t *testing.T) {
	folders, err := filepath.Glob("*/*.go")
	if err != nil || len(folders) != len(List) {
		t.Errorf("%d programs, %d in the menu, %v", len(folders), len(List), err)
	}
	for _, e := range List {
		if source, err := e.Source(); err != nil || source == "" {
			t.Errorf("%s has no source: %v", e.Name, err)
		}
		for _, lang := range []string{"en", "ja", "ko"} {
			if e.Titles[lang] == "" {
				t.Errorf("%s has no title in %s", e.Name, lang)
			}
		}
	}
}
