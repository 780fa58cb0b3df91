package test

import (
	"maps"
	"strings"
	"testing"
)

// lessonPrograms are test programs that live with the libraries that they test.
var lessonPrograms = map[string]string{
	"proc-cases":    "../../wasm/proc/testdata/page",
	"proc-deadlock": "../../wasm/proc/testdata/deadlock",
	"shm-cases":     "../../wasm/shm/testdata/page",
}

// patient lets the cases of a library take their time on a machine that has much else to do.
var patient = map[string]float64{"wallMs": 300_000}

// casesPass fails for each case that a program of package cases reports as failed.
func casesPass(t *testing.T, got programRun) {
	t.Helper()
	for line := range strings.Lines(got.Stdout) {
		if strings.HasPrefix(line, "FAIL ") {
			t.Error(strings.TrimSpace(line))
		}
	}
	if !strings.HasPrefix(lastLine(got.Stdout), "DONE ") || got.ExitCode != 0 {
		t.Errorf("status %d, standard output ends with %q, standard error with %q", got.ExitCode, lastLine(got.Stdout), lastLine(got.Stderr))
	}
}

// TestProcessCases runs what package proc promises in both worlds.
func TestProcessCases(t *testing.T) {
	page := machinePage(t, true)
	got := runProgram(t, page, runRequest{Wasm: "proc-cases", Limits: patient}, "")
	t.Log(got.Stdout)
	casesPass(t, got)
	nextRunIsClean(t, page)
}

// devices runs a mode of the program that speaks to the kernel's devices by itself.
func devices(t *testing.T, mode string, limits map[string]float64) programRun {
	t.Helper()
	page := machinePage(t, true)
	got := runProgram(t, page, runRequest{Wasm: "devices", Args: []string{mode}, Limits: limits}, "")
	nextRunIsClean(t, page)
	return got
}

// prints fails when a mode did not print exactly that and end by itself.
func prints(t *testing.T, mode, want string) programRun {
	t.Helper()
	got := devices(t, mode, nil)
	if got.Stdout != want || got.ExitCode != 0 || got.Stopped {
		t.Errorf("status %d, printed\n%s%swant\n%s", got.ExitCode, got.Stdout, got.Stderr, want)
	}
	return got
}

func TestChildrenEndInEveryWay(t *testing.T) {
	got := prints(t, "exits", `0 2 true {0 }
7 3 true {7 }
-1 4 true {255 }
panic 5 true {2 panic: quack}
deadlock 6 true {2 fatal error: all goroutines are asleep - deadlock!}
error 7 true {1 }
recurse true
`)
	for _, want := range []string{"\npanic: quack\n\tand more\n\ngoroutine 1 [running]:\n", "goroutine 1 [chan receive]:\n", "Process 8 (recurse): The program's calls"} {
		if !strings.Contains(got.Stderr, want) {
			t.Errorf("standard error is %q, want %q in it", got.Stderr, want)
		}
	}
}

// TestBulk has a writer held back at what a pipe holds, and 10 MiB arrive as they were sent.
func TestBulk(t *testing.T) { prints(t, "bulk", "60002 10485760 true <nil> {0 }\n") }

func TestLinesOfSeveralProcesses(t *testing.T) {
	got := devices(t, "lines", nil)
	counts := map[string]int{}
	for line := range strings.Lines(got.Stdout) {
		counts[line]++
	}
	want := map[string]int{"begun alone, finished among others\n": 1, "parent parent\n": 10, "the last line has no end": 1}
	for _, letter := range "abcd" {
		word := strings.Repeat(string(letter), 20)
		want[word+word+"\n"], want["end "+word+"\n"] = 20, 1
	}
	if !maps.Equal(counts, want) || got.ExitCode != 0 {
		t.Errorf("status %d, lines %v, want %v", got.ExitCode, counts, want)
	}
}

func TestChildrenStandWhereTheirParentStands(t *testing.T) {
	prints(t, "folder", "/tmp/deep/er <nil> 2 1 [folder] one\n/tmp/deep/er <nil> 3 2 [folder] two\n<nil> {0 }\n")
}

func TestRunEndsWithItsFirstProcess(t *testing.T) { prints(t, "leave", "leaving\n") }

// TestKill ends a process and its child, which was in the middle of a write: what the pipe held is there, the rest is not.
func TestKill(t *testing.T) {
	prints(t, "kill", "{137 killed}\ntrue true true <nil>\nopen /dev/ahiru/proc/2/kill: No such file or directory\n")
}

func TestProcessesKeepToTheirOwn(t *testing.T) {
	prints(t, "strange", `another's end: Permission denied
its own end, the wrong way: Permission denied
no end: No such file or directory
no number: No such file or directory
its brother: Permission denied
its parent: Permission denied
itself: Permission denied
nobody: No such file or directory
/dev/ahiru/pipe/1/write is no open end of a pipe
/dev/ahiru/pipe/1/write is no open end of a pipe
/dev/ahiru/pipe/1/read is an end for reading
{0 }
{137 killed}
`)
}

func TestRequestsThatAreNone(t *testing.T) {
	got := prints(t, "requests", `The program was not started: its arguments and environment take 9240 bytes, and a Go program in the page has room for 8191.
read /dev/ahiru/spawn: Invalid argument
write /dev/ahiru/spawn: Invalid argument
write /dev/ahiru/pipe: Bad file number
write /dev/ahiru/spawn: Invalid argument {0 }
`)
	if got.Stderr != "" {
		t.Errorf("standard error is %q", got.Stderr)
	}
}

func TestTooManyProcesses(t *testing.T) {
	got := prints(t, "crowd", "64 64 processes and threads run beside the first already, the limit here: wait until one has ended\n{137 killed}\n{0 }\n")
	if !strings.Contains(got.Stderr, "64 processes and threads") {
		t.Errorf("standard error is %q, want the sentence about the limit", got.Stderr)
	}
}

// TestTooManyWaits piles reads up that nobody answers: those above the limit fail, the others go on when they can.
func TestTooManyWaits(t *testing.T) {
	got := prints(t, "pile", "476 refused\nafter that: 1 <nil>\n")
	if want := "The program had 1024 reads or writes waiting at once, the limit here: more of them failed.\n"; got.Stderr != want {
		t.Errorf("standard error is %q, want %q", got.Stderr, want)
	}
}

func TestMemoryOfSeveralProcesses(t *testing.T) {
	got := devices(t, "hog", map[string]float64{"memoryBytes": 64 << 20})
	sentence := "Process 2 (hog) was ended: it wanted more than 64 MiB of memory, the limit of a process here."
	if want := "{137 " + sentence + "}\nwent on\n"; got.Stdout != want || got.Stderr != sentence+"\n" || got.Stopped {
		t.Errorf("got %+v, want %q", got, want)
	}
	got = devices(t, "hogs", map[string]float64{"memoryBytes": 128 << 20, "runBytes": 200 << 20})
	stoppedBecause(t, got, "together wanted more than 200 MiB of memory")
}

// TestDeadlockOfProcesses wants Go's own report from each process of the run, one after the other.
func TestDeadlockOfProcesses(t *testing.T) {
	for _, test := range []struct {
		program, mode, stdout string
		processes             int
	}{
		{"devices", "alone", "waiting\n", 1}, {"devices", "chain", "3\n2\n1\n", 4}, {"proc-deadlock", "", "both wait\n", 2},
	} {
		page := machinePage(t, true)
		got := runProgram(t, page, runRequest{Wasm: test.program, Args: []string{test.mode}}, "")
		reports := strings.Count(got.Stderr, "fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [")
		if got.ExitCode != 2 || got.Stopped || got.Stdout != test.stdout || reports != test.processes {
			t.Errorf("%s %s: %d reports of %d, %+v", test.program, test.mode, reports, test.processes, got)
		}
		if (test.processes > 1) != strings.HasPrefix(got.Stderr, "Deadlock: the ") {
			t.Errorf("%s %s: standard error begins with %.80q", test.program, test.mode, got.Stderr)
		}
		nextRunIsClean(t, page)
	}
}

// TestNoDeadlockWhileOneIsBusy waits for what the busy one could do until it has ended.
func TestNoDeadlockWhileOneIsBusy(t *testing.T) {
	got := devices(t, "held", nil)
	if !strings.HasSuffix(got.Stdout, "end x\n{0 }\n") || got.ExitCode != 2 || strings.Count(got.Stderr, "deadlock!") != 2 {
		t.Errorf("got %+v", got)
	}
}
