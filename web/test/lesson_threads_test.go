package test

import (
	"strings"
	"testing"
)

func init() {
	lessonPrograms["lesson-threads"] = "../../wasm/demos/threads"
	lessonPrograms["lesson-race"] = "../../wasm/demos/race"
}

// TestLessonThreadsNotShared and its like of the race: where memory cannot be shared, one sentence, and the rest runs.
func TestLessonThreadsNotShared(t *testing.T) {
	for name, figures := range map[string]int{"lesson-threads": 2, "lesson-race": 1} {
		got := runProgram(t, machinePage(t, false), runRequest{Wasm: name}, "")
		if got.ExitCode != 0 || got.Stderr != "" || len(got.Figures) != figures || strings.Count(got.Stdout, "memory cannot be shared here: ") != 1 {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// Ten blocking calls take as long as one on threads, and as long as ten in one instance. Starting a worker takes its
// time on a machine that has other things to do: one good run of three is enough.
func TestLessonThreads(t *testing.T) {
	page := open(t, "/demos/threads/", 1280)
	var ran lessonRun
	for range 3 {
		ran = runLesson(t, page, `{}`)
		if ran.Result.ExitCode != 0 || ran.Result.Stderr != "" || len(ran.Figures) != 5 {
			t.Fatalf("status %d, figures %v\n%s%s", ran.Result.ExitCode, ran.Figures, ran.Result.Stdout, ran.Result.Stderr)
		}
		sequential, blocking := ran.Figures["sequential"], ran.Figures["blocking"]
		if blocking < sequential/2 {
			t.Fatalf("ten blocking calls of one instance took %v s, in turn they take %v s", blocking, sequential)
		}
		if sequential >= 4*ran.Figures["threads"] && sequential >= 4*ran.Figures["goroutines"] {
			if strings.Count(ran.Result.Stdout, "overlapped (concurrent)") != 2 || strings.Count(ran.Result.Stdout, "did not overlap") != 2 {
				t.Errorf("it says of overlap:\n%s", ran.Result.Stdout)
			}
			return
		}
	}
	t.Errorf("in three runs the calls did not overlap enough, the last: %v", ran.Figures)
}

// TestLessonThreadsOfOneCall: nothing overlaps, on threads as little as elsewhere.
func TestLessonThreadsOfOneCall(t *testing.T) {
	page := open(t, "/demos/threads/", 390)
	got := runLesson(t, page, `{n: "1", d: "20ms"}`).Result
	if got.ExitCode != 0 || strings.Count(got.Stdout, "did not overlap") != 4 {
		t.Errorf("status %d\n%s%s", got.ExitCode, got.Stdout, got.Stderr)
	}
}
