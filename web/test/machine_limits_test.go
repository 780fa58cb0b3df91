package test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// nextRunIsClean runs a well-behaved program and looks at all it says.
func nextRunIsClean(t *testing.T, page *browser.Page) {
	t.Helper()
	got := runProgram(t, page, runRequest{Wasm: "stream"}, "")
	if got.Stdout != "first\nsecond\n" || got.Stderr != "" || got.ExitCode != 0 || got.Stopped {
		t.Errorf("the next run: %+v", got)
	}
}

// pageStaysAlive fails when the page's own timer did not come while a program ran.
func pageStaysAlive(t *testing.T, got programRun) {
	t.Helper()
	if got.Beats < 10 {
		t.Errorf("the page's thread was free %d times in %v ms, the longest wait %v ms", got.Beats, got.WallMs, got.LongestWait)
	}
}

func stoppedBecause(t *testing.T, got programRun, sentence string) {
	t.Helper()
	if !got.Stopped || got.ExitCode != 137 {
		t.Errorf("stopped %v, status %d; want true and 137", got.Stopped, got.ExitCode)
	}
	if !strings.HasPrefix(lastLine(got.Stderr), "Stopped: ") || !strings.Contains(lastLine(got.Stderr), sentence) {
		t.Errorf("standard error ends with %q, want a sentence with %q", lastLine(got.Stderr), sentence)
	}
}

func lastLine(text string) string {
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	return lines[len(lines)-1]
}

// TestTenMillionLines stops the program when its time is over, as it may be on a slow machine, and cuts what it printed.
// The limit on output is low, so that even a machine under load passes it in that time.
func TestTenMillionLines(t *testing.T) {
	const limit = 64 << 10
	page := machinePage(t, true)
	got := runProgram(t, page, runRequest{
		Wasm: "lines", Args: []string{"10000000"}, Limits: map[string]float64{"wallMs": 10_000, "outputBytes": limit},
	}, "")
	pageStaysAlive(t, got)
	if got.Stopped {
		stoppedBecause(t, got, "10 s")
	}
	cutIn(t, got.Stdout, limit)
	nextRunIsClean(t, page)
}

// cutIn fails when text is not the first and the last of numbered lines, limit bytes in all, with a marker line between.
func cutIn(t *testing.T, text string, limit int) {
	t.Helper()
	marker := regexp.MustCompile(`(?m)^\[… ([\d,]+) bytes \(([\d,]+) lines\) left out here: .*\]$`)
	if found := marker.FindAllStringIndex(text, -1); len(found) != 1 {
		t.Fatalf("%d marker lines in %d bytes", len(found), len(text))
	}
	if !strings.HasPrefix(text, "line 0\nline 1\n") || len(text) > limit+4096 || len(text) < limit-8192 {
		t.Errorf("%d bytes that begin with %.20q", len(text), text)
	}
	if !regexp.MustCompile(`\]\nline (\d+)\nline (\d+)\n`).MatchString(text) || !strings.HasSuffix(text, "\n") {
		t.Error("after the marker there are no whole lines")
	}
}

func TestCutOutputKeepsTheEnd(t *testing.T) {
	page := machinePage(t, false)
	got := runProgram(t, page, runRequest{Wasm: "lines", Args: []string{"20000"}, Limits: map[string]float64{"outputBytes": 4096}}, "")
	if got.Stopped || got.ExitCode != 0 || !strings.HasSuffix(got.Stdout, "line 19998\nline 19999\n") || len(got.Stdout) > 4096+200 {
		t.Errorf("stopped %v, status %d, %d bytes that end with %q", got.Stopped, got.ExitCode, len(got.Stdout), lastLine(got.Stdout))
	}
	nextRunIsClean(t, page)
}

// TestRuntimePrinting floods through the runtime's own print, which cannot be made to wait.
func TestRuntimePrinting(t *testing.T) {
	page := machinePage(t, true)
	got := runProgram(t, page, runRequest{Wasm: "println"}, "")
	cutIn(t, got.Stderr, 1<<20)
	if got.ExitCode != 0 || lastLine(got.Stderr) != "line 999999" {
		t.Errorf("status %d, last line %q", got.ExitCode, lastLine(got.Stderr))
	}
	nextRunIsClean(t, page)
}

// TestCrowd prints and asks from many goroutines at once: none is lost and none overruns the page.
func TestCrowd(t *testing.T) {
	page := machinePage(t, true)
	got := runProgram(t, page, runRequest{Wasm: "crowd"}, "")
	if got.ExitCode != 0 || strings.Count(got.Stdout, "\n") != 20_000 || got.Stderr != "done\n" {
		t.Errorf("status %d, %d lines, standard error %.200q", got.ExitCode, strings.Count(got.Stdout, "\n"), got.Stderr)
	}
}

func TestEndlessAllocation(t *testing.T) {
	page := machinePage(t, true)
	got := runProgram(t, page, runRequest{Wasm: "hog", Limits: map[string]float64{"memoryBytes": 128 << 20}}, "")
	stoppedBecause(t, got, "128 MiB of memory")
	if got.Stdout != "begin\n" {
		t.Errorf("standard output %q, want what was printed before", got.Stdout)
	}
	nextRunIsClean(t, page)
}

// TestEndlessLoop stops a program that never yields, at the moment its last word is seen.
func TestEndlessLoop(t *testing.T) {
	for _, isolated := range []bool{false, true} {
		page := machinePage(t, isolated)
		got := runProgram(t, page, runRequest{Wasm: "spin"}, "no newline")
		stoppedBecause(t, got, "was stopped")
		if !strings.HasSuffix(got.Stdout, "printed before 99\nno newline") || strings.Count(got.Stdout, "\n") != 100 {
			t.Errorf("standard output %q, want all that was printed", got.Stdout)
		}
		nextRunIsClean(t, page)
	}
}

func TestWallTime(t *testing.T) {
	page := machinePage(t, true)
	for _, program := range []string{"sleep", "spin"} {
		got := runProgram(t, page, runRequest{Wasm: program, Limits: map[string]float64{"wallMs": 1000}}, "")
		stoppedBecause(t, got, "ran for 1 s")
		if got.Stdout == "" || got.WallMs <= 0 {
			t.Errorf("%s: standard output %q, %v ms", program, got.Stdout, got.WallMs)
		}
		pageStaysAlive(t, got)
		nextRunIsClean(t, page)
	}
}

func TestOpenFiles(t *testing.T) {
	page := machinePage(t, true)
	got := runProgram(t, page, runRequest{Wasm: "openfiles"}, "")
	want := "253 true open /tmp/253: Too many open files\nafter closing one: <nil>\n"
	if got.Stdout != want || !strings.Contains(got.Stderr, "had 256 files open") || got.ExitCode != 0 {
		t.Errorf("got %+v, want %q and a sentence", got, want)
	}
	nextRunIsClean(t, page)
}

func TestArgumentsThatDoNotFit(t *testing.T) {
	page := machinePage(t, true)
	got := runProgram(t, page, runRequest{Wasm: "echo", Args: []string{strings.Repeat("x", 9000)}}, "")
	if got.ExitCode == 0 || !strings.Contains(got.Stderr, "room for 8191") || got.Stdout != "" {
		t.Errorf("got %+v, want a sentence", got)
	}
	fits := runProgram(t, page, runRequest{Wasm: "echo", Args: []string{strings.Repeat("x", 7000)}}, "")
	if fits.ExitCode != 0 || len(fits.Stdout) < 7000 {
		t.Errorf("7000 bytes of arguments: status %d, %.100q", fits.ExitCode, fits.Stderr)
	}
	nextRunIsClean(t, page)
}
