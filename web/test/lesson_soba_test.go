package test

import (
	"slices"
	"strings"
	"testing"
)

func init() { lessonPrograms["asyncio-cases"] = "../../wasm/asyncio/testdata/page" }

// TestEventLoopCases runs what package asyncio promises in both worlds, where memory is shared and where it is not, and
// without pools on a slowed and on a virtual clock.
func TestEventLoopCases(t *testing.T) {
	for _, isolated := range []bool{false, true} {
		page := machinePage(t, isolated)
		got := runProgram(t, page, runRequest{Wasm: "asyncio-cases"}, "")
		t.Log(got.Stdout)
		casesPass(t, got)
		nextRunIsClean(t, page)
	}
	page := machinePage(t, true)
	for _, clock := range []any{0.5, "virtual"} {
		request := runRequest{Wasm: "asyncio-cases", Args: []string{"-skip=pools/"}, Clock: clock}
		casesPass(t, runProgram(t, page, request, ""))
	}
}

// TestSobaLesson runs the lesson as its page does: in turn the guests take the sum, as tasks the longest.
func TestSobaLesson(t *testing.T) {
	page := open(t, "/demos/soba/", 1280)
	got := runExecutors(t, page, "guests=0.9,0.3,0.6")
	if want := []string{"turn", "tasks"}; !slices.Equal(got.Keys, want) {
		t.Errorf("figures %v, want %v", got.Keys, want)
	}
	if got.Values["turn"] < 1.8 || got.Values["tasks"] < 0.9 || got.Values["tasks"] > 0.8*got.Values["turn"] {
		t.Errorf("figures %v", got.Values)
	}
	exact := script[result](t, page, `demo.params = {way: "compare"}; demo.clock = "virtual"; return demo.run();`)
	if missing := missingInOrder(exact.Stdout, []string{"awaited in turn: 6 s\n", "as tasks: 3 s\n"}); missing != "" || exact.Stderr != "" {
		t.Errorf("on a virtual clock three guests take %q", exact.Stdout)
	}
	script[int](t, page, `demo.clock = "real"; return 0;`)
	got = runExecutors(t, page, "guests=0.3,0.1,0.2&way=all")
	if missing := missingInOrder(got.Result.Stdout, []string{"├── B guest() awaits sleep", "asked for: A, B, C", "'guest' was never awaited",
		"finds at its await: cancelled", "and ignores it", "gather fails at once: no eel today", "the task group fails: no eel today"}); missing != "" {
		t.Errorf("%q is missing, or not in its place", missing)
	}
	if n := script[int](t, page, `return demo.shadowRoot.querySelectorAll(".measurements .ribbon").length`); n != 8 {
		t.Errorf("%d ribbons, want 8", n)
	}
}

// TestBlockingLesson: the loop freezes in the page too, on processes of the machine, and threads free it. One good run of
// three is enough on a busy machine.
func TestBlockingLesson(t *testing.T) {
	page := open(t, "/demos/blocking/", 1280)
	wrong := ""
	for range 3 {
		got := runExecutors(t, page, "way=all&delay=500ms&beat=20ms")
		v := got.Values
		switch {
		case strings.Contains(got.Result.Stdout, "cannot be s"):
			t.Fatal("processes and threads can be started here")
		case strings.Count(got.Result.Stdout, "Executing <Task finished name='search ") != 3:
			t.Fatal("debug mode does not name the three searches that blocked")
		case v["blocking"] < 1.5 || v["thread"] < 1.5 || v["blocking-gap"] < 1.5:
			t.Fatalf("what is serial took %v", v)
		case v["async"] > 0.8*v["blocking"] || v["pool"] > 0.8*v["thread"] || v["process"] > 0.8*v["thread"]:
			wrong = "what overlaps took too long"
		case v["async-gap"] > 0.5*v["blocking-gap"] || v["thread-gap"] > 0.5*v["blocking-gap"]:
			wrong = "the heart stopped though nothing blocked the loop"
		default:
			return
		}
	}
	t.Error(wrong)
}
