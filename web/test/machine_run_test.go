package test

import (
	"fmt"
	"strings"
	"testing"
)

func TestProgramGetsWhatItIsGiven(t *testing.T) {
	for _, isolated := range []bool{false, true} {
		t.Run(fmt.Sprintf("isolated=%v", isolated), func(t *testing.T) {
			page := machinePage(t, isolated)
			got := run(t, page, request{Wasm: "echo", Args: []string{"-x", "あひる"}, Stdin: "given\n",
				Env: map[string]string{"GREETING": "안녕", "STATUS": "7"}}, "")
			want := "args [\"echo\" \"-x\" \"あひる\"]\nenv \"안녕\"\nwd \"/home\" <nil>\nstdin \"given\\n\" <nil>\n"
			if got.Stdout != want || got.Stderr != "to standard error\n" || got.ExitCode != 7 || got.Stopped {
				t.Errorf("got %+v, want stdout %q and status 7", got, want)
			}
			if got.WallMs <= 0 {
				t.Errorf("wallMs %v, want the time from instantiation to exit", got.WallMs)
			}
		})
	}
}

func TestStream(t *testing.T) {
	page := machinePage(t, true)
	got := run(t, page, request{Wasm: "stream"}, "")
	if got.Stdout != "first\nsecond\n" || len(got.Events) != 2 {
		t.Fatalf("got %+v, want two events", got)
	}
	if gap := got.Events[1].Ms - got.Events[0].Ms; gap < 300 || got.Events[1].Ms > got.WallMs {
		t.Errorf("events at %v and %v of %v ms, want 300 ms between", got.Events[0].Ms, got.Events[1].Ms, got.WallMs)
	}
}

func TestFilesWorkAsOnUnix(t *testing.T) {
	page := machinePage(t, true)
	got := run(t, page, request{Wasm: "files", Files: map[string]string{"given/data.txt": "given to the program\n"}}, "")
	if got.Stdout != "failures: 0\n" || got.ExitCode != 0 {
		t.Errorf("status %d:\n%s%s", got.ExitCode, got.Stdout, got.Stderr)
	}
	if !strings.Contains(got.Stderr, "reached the limit") {
		t.Errorf("stderr %q, want the sentence about the files' limit", got.Stderr)
	}
}
