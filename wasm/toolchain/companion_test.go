//go:build !js

package toolchain

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A program that has taken every name it can; the companion must live with it.
const greedy = `package main

type error int
type string int
type bool int
type any int
type byte string
type comparable error

const (
	true  = 0
	false = 1
)

var (
	nil, os, js, trace, exithook, runtime, path, file, failure, nothing int
)

func new()     {}
func panic()   {}
func println() { print("quack") }
func append()  {}
func len()     {}
func make()    {}
func copy()    {}

func init() { println() }

func main() { _, _, _, _, _, _, _, _, _, _ = nil, os, js, trace, exithook, runtime, path, file, failure, nothing }
`

func TestCompanionLivesWithAnyNames(t *testing.T) {
	_, stderr, status := run(t, builds(t, program(greedy)), nil)
	if stderr != "quack" || status != 0 {
		t.Errorf("got %q, status %d", stderr, status)
	}
}

func TestDeadlockIsReportedInGosOwnWords(t *testing.T) {
	module := builds(t, program("package main\n\nfunc main() {\n\tc := make(chan int)\n\t<-c\n}\n"))
	_, stderr, status := run(t, module, nil)
	if !strings.HasPrefix(stderr, "fatal error: all goroutines are asleep - deadlock!\n") || !strings.Contains(stderr, "\tmain.go:5 ") || status != 2 {
		t.Errorf("got %q, status %d", stderr, status)
	}
}

func TestPanicNamesTheLine(t *testing.T) {
	_, stderr, status := run(t, builds(t, program("package main\n\nfunc main() {\n\tpanic(\"quack\")\n}\n")), nil)
	if !strings.HasPrefix(stderr, "panic: quack\n") || !strings.Contains(stderr, "\nmain.main()\n\tmain.go:4 ") || status != 2 {
		t.Errorf("got %q, status %d", stderr, status)
	}
}

// endings ends in the way its argument says, after a goroutine of a known name has waited.
const endings = `package main

import (
	"os"
	"sync"
	"time"
)

func waddle(wg *sync.WaitGroup) {
	time.Sleep(time.Millisecond)
	wg.Done()
}

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go waddle(&wg)
	wg.Wait()
	switch os.Args[1] {
	case "exit":
		os.Exit(3)
	case "panic":
		panic("quack")
	case "deadlock":
		wg.Add(1)
		wg.Wait()
	case "sleep":
		time.Sleep(time.Second)
	}
}
`

func TestTraceIsCompleteHoweverTheProgramEnds(t *testing.T) {
	module := builds(t, program(endings))
	for ending, want := range map[string]int{"return": 0, "exit": 3, "panic": 2} {
		t.Run(ending, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "trace")
			if _, stderr, status := run(t, module, []string{"AHIRU_TRACE=" + file}, ending); status != want {
				t.Errorf("status %d, want %d: %s", status, want, stderr)
			}
			readTrace(t, file)
		})
	}
}

func readTrace(t *testing.T, file string) {
	t.Helper()
	events, err := exec.Command("go", "tool", "trace", "-d=parsed", file).CombinedOutput()
	if err != nil || !strings.Contains(string(events), "main.waddle") || strings.Contains(string(events), "incomplete") {
		t.Errorf("the trace cannot be read: %v, %d bytes of events ending in %q", err, len(events), events[max(0, len(events)-200):])
	}
}

func TestDeadlockIsReportedWhileTracing(t *testing.T) {
	file := filepath.Join(t.TempDir(), "trace")
	sleeps, stderr, status := idle(t, builds(t, program(endings)), file, "deadlock")
	if sleeps != "false\n" || !strings.HasPrefix(stderr, "fatal error: all goroutines are asleep - deadlock!\n") || status != 2 {
		t.Errorf("got %q, status %d; somebody sleeps: %s", stderr, status, sleeps)
	}
	readTrace(t, file)
}

// TestSleepersAreTold: whoever finds a traced program idle can ask whether it only sleeps.
func TestSleepersAreTold(t *testing.T) {
	sleeps, stderr, status := idle(t, builds(t, program(endings)), filepath.Join(t.TempDir(), "trace"), "sleep")
	if sleeps != "true\n" || stderr != "" || status != 0 {
		t.Errorf("somebody sleeps: %s; %q, status %d", sleeps, stderr, status)
	}
}

// TestTimersAreLinkedByName: what a program can have of timers stands in it by the names that the page looks for.
func TestTimersAreLinkedByName(t *testing.T) {
	page, err := os.ReadFile("../../web/src/machine/worker/own-timers.ts")
	if err != nil {
		t.Fatal(err)
	}
	for call, want := range map[string][2]bool{ // time.newTimer, time.Sleep
		"<-make(chan int)":     {},
		"time.Sleep(1)":        {false, true},
		"<-time.After(1)":      {true, false},
		"time.AfterFunc(1, f)": {true, false},
		"<-time.Tick(1)":       {true, false},
		"c, _ := context.WithTimeout(context.Background(), 1); <-c.Done()": {true, false},
	} {
		text := "package main\n\nimport (\n\t\"context\"\n\t\"fmt\"\n\t\"time\"\n)\n\nvar _ = time.Now\nvar _ = context.Cause\n\nfunc f() { fmt.Println() }\n\nfunc main() { " + call + " }\n"
		module, err := os.ReadFile(builds(t, program(text)))
		if err != nil {
			t.Fatal(err)
		}
		for i, name := range []string{"time.newTimer", "time.Sleep"} {
			if got := strings.Contains(string(module), name); got != want[i] {
				t.Errorf("%s: %s is linked: %v", call, name, got)
			}
			if !strings.Contains(string(page), `"`+name+`"`) {
				t.Errorf("the page does not look for %s", name)
			}
		}
	}
}

// idle runs a traced program as a host does that has its deadlock reported.
func idle(t *testing.T, module, file, ending string) (stdout, stderr string, status int) {
	t.Helper()
	script, err := filepath.Abs("testdata/companion/idle.cjs")
	if err != nil {
		t.Fatal(err)
	}
	return withNode(t, script, []string{"AHIRU_TRACE=" + file}, []string{filepath.Join(goroot(t), "lib", "wasm", "wasm_exec.js"), module, ending})
}

// pingpong never comes to rest while two goroutines hand a value to and fro.
const pingpong = `package main

import "time"

func main() {
	there, back := make(chan int), make(chan int)
	go func() {
		for n := range there {
			back <- n + 1
		}
	}()
	for begun := time.Now(); time.Since(begun) < 500*time.Millisecond; {
		there <- 1
		<-back
	}
}
`

// TestTraceIsWrittenWhileNothingRests: a program that never comes back to its host has its trace written nevertheless.
func TestTraceIsWrittenWhileNothingRests(t *testing.T) {
	script, err := filepath.Abs("testdata/companion/writes.cjs")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "trace")
	stdout, stderr, status := withNode(t, script, []string{"AHIRU_TRACE=" + file, "GODEBUG=traceadvanceperiod=50000000"},
		[]string{filepath.Join(goroot(t), "lib", "wasm", "wasm_exec.js"), builds(t, program(pingpong))})
	var writes, turns int
	if _, err := fmt.Sscan(stdout, &writes, &turns); err != nil || status != 0 || writes < 3 || turns > 0 {
		t.Errorf("%d writes before the host had a turn, %d turns, status %d: %s%v", writes, turns, status, stderr, err)
	}
}

// forgotten leaves one goroutine behind that nothing can wake, and one that main could.
const forgotten = `package main

import "time"

var kept = make(chan int)

func duck(c chan int) { c <- 1 }

func main() {
	go duck(make(chan int))
	go duck(kept)
	time.Sleep(time.Millisecond)
}
`

// TestLeaksAreTold also has programs that link runtime/pprof themselves, which then stands for what stood in for it.
func TestLeaksAreTold(t *testing.T) {
	own := strings.Replace(forgotten, "import \"time\"", "import (\n\t\"os\"\n\t\"runtime/pprof\"\n\t\"time\"\n)", 1)
	own = strings.Replace(own, "\ttime.Sleep", "\tpprof.Lookup(\"threadcreate\").WriteTo(os.Stdout, 1)\n\ttime.Sleep", 1)
	tests := strings.Replace(forgotten, "import \"time\"", "import (\n\t\"testing\"\n\t\"time\"\n)", 1)
	tests = strings.Replace(tests, "func main() {", "func TestDuck(t *testing.T) {", 1)
	for name, p := range map[string]Program{
		"the stand-in":    program(forgotten),
		"its own import":  program(own),
		"through testing": {Files: map[string]string{"duck_test.go": tests}, Test: true},
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "trace")
			if _, stderr, status := run(t, builds(t, p), []string{"AHIRU_TRACE=" + file}); status != 0 {
				t.Fatalf("status %d: %s", status, stderr)
			}
			events, err := exec.Command("go", "tool", "trace", "-d=parsed", file).CombinedOutput()
			if told := strings.Count(string(events), " found"); err != nil || told != 1 || !strings.Contains(string(events), "leak 0 look") {
				t.Errorf("%d leaks are told, want the one that nothing can wake: %v", told, err)
			}
		})
	}
}

func TestNoTraceUnlessAskedFor(t *testing.T) {
	module := builds(t, program(endings))
	if _, stderr, status := run(t, module, []string{"AHIRU_TRACE="}, "return"); stderr != "" || status != 0 {
		t.Errorf("got %q, status %d", stderr, status)
	}
	file := filepath.Join(t.TempDir(), "no", "trace")
	_, stderr, status := run(t, module, []string{"AHIRU_TRACE=" + file}, "return")
	if !strings.HasPrefix(stderr, "this run has no trace: open ") || status != 0 {
		t.Errorf("a trace that cannot be written: got %q, status %d", stderr, status)
	}
	if _, err := os.Stat(file); err == nil {
		t.Error("a trace appeared from nowhere")
	}
}
