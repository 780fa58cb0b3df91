package test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

func init() { lessonPrograms["futures-cases"] = "../../wasm/futures/testdata/page" }

// TestExecutorCases runs what package futures promises in both worlds, where memory is shared and where it is not.
func TestExecutorCases(t *testing.T) {
	for name, isolated := range map[string]bool{"isolated": true, "plain": false} {
		t.Run(name, func(t *testing.T) {
			page := machinePage(t, isolated)
			got := runProgram(t, page, runRequest{Wasm: "futures-cases"}, "")
			t.Log(got.Stdout)
			casesPass(t, got)
			nextRunIsClean(t, page)
		})
	}
}

// executorsRun is a run of the lesson and the figures that its page shows after it.
type executorsRun struct {
	Result result
	Keys   []string
	Values map[string]float64
}

func runExecutors(t *testing.T, page *browser.Page, params string) executorsRun {
	t.Helper()
	got := script[executorsRun](t, page, fmt.Sprintf(`
		demo.params = {...demo.params, ...Object.fromEntries(new URLSearchParams(%q))};
		await demo.updateComplete;
		const Result = await demo.run();
		await demo.updateComplete;
		const items = [...demo.shadowRoot.querySelectorAll(".measurements li[data-key]")];
		return {Result, Keys: items.map(i => i.dataset.key),
			Values: Object.fromEntries(items.map(i => [i.dataset.key, parseFloat(i.querySelector(".value").textContent)]))}`, params))
	t.Log(got.Result.Stdout)
	if got.Result.ExitCode != 0 || got.Result.Stderr != "" {
		t.Fatalf("the run ended with %+v", got.Result)
	}
	return got
}

// TestExecutorsLesson runs the lesson as its page does, each work on both pools.
func TestExecutorsLesson(t *testing.T) {
	lists := []string{"[1 5501 9733 53541233]\n", "[1 21235343]\n", "[1 11 383 2711 4213 29821 1038313 11421443]\n", "[1 5423123]\n"}
	failed := "failed: factorise: only numbers"
	for _, test := range []struct {
		params string
		keys   []string
		prints []string
	}{
		{"", []string{"io-alone", "io-pool", "cpu-alone", "cpu-pool", "leave"}, append(lists, failed)},
		{"pool=process&work=io", []string{"io-alone", "io-pool", "leave"}, []string{"10 × process", failed}},
		{"pool=thread&work=cpu&workers=4", []string{"cpu-alone", "cpu-pool", "leave"}, append([]string{"4 × thread"}, lists...)},
	} {
		t.Run(test.params, func(t *testing.T) {
			got := runExecutors(t, open(t, "/demos/executors/", 1280), test.params)
			if !slices.Equal(got.Keys, test.keys) {
				t.Errorf("figures %v, want %v", got.Keys, test.keys)
			}
			if together, is := got.Values["io-pool"]; is && got.Values["io-alone"]/together < 3 {
				t.Errorf("figures %v: ten waits in turn should take several times as long as on ten workers", got.Values)
			}
			if missing := missingInOrder(got.Result.Stdout, test.prints); missing != "" {
				t.Errorf("%q is missing, or not in its place", missing)
			}
		})
	}
}

// TestExecutorsUnderTheLock: with an interpreter lock threads compute one at a time, and waits overlap as before.
func TestExecutorsUnderTheLock(t *testing.T) {
	page := open(t, "/demos/executors/", 1280)
	got := runExecutors(t, page, "gil=on&pool=thread&work=cpu")
	if missing := missingInOrder(got.Result.Stdout, []string{"[1 5423123]\n", "one at a time", "one interpreter lock for all: "}); missing != "" {
		t.Errorf("%q is missing, or not in its place", missing)
	}
	if strings.Contains(got.Result.Stdout, "changed hands 0 times") || strings.Contains(got.Result.Stdout, "parallel") {
		t.Errorf("threads under one lock printed %s", got.Result.Stdout)
	}
	for try := 1; ; try++ { // how soon ten threads run is chance
		got = runExecutors(t, page, "gil=on&pool=thread&work=io")
		if got.Values["io-alone"]/got.Values["io-pool"] > 2 {
			break
		}
		if try == 5 {
			t.Fatalf("figures %v: a wait should let go of the lock", got.Values)
		}
	}
	got = runExecutors(t, page, "gil=on&pool=process&work=cpu")
	if strings.Contains(got.Result.Stdout, "interpreter lock for all") || !strings.Contains(got.Result.Stdout, "[1 5423123]\n") {
		t.Error("a process has an interpreter of its own")
	}
}

// TestExecutorsWithoutMemory: where no memory is shared there is no lock, and the lesson says so.
func TestExecutorsWithoutMemory(t *testing.T) {
	got := runProgram(t, machinePage(t, false), runRequest{Wasm: "lesson-executors", Args: []string{"-gil=on", "-pool=thread", "-work=cpu"}}, "")
	if got.ExitCode != 0 || got.Stderr != "" || !strings.HasPrefix(got.Stdout, "memory cannot be shared here: ") ||
		strings.Contains(got.Stdout, "interpreter lock for all") || !strings.Contains(got.Stdout, "[1 5423123]\n") {
		t.Errorf("got %+v", got)
	}
}

func init() { lessonPrograms["lesson-executors"] = "../../wasm/demos/executors" }

// TestExecutorsOrders wants results in the order of the arguments, and of finishing. That a call of 300 ms is done
// before one of 600 takes a machine that lets both begin: one good run of three is enough.
func TestExecutorsOrders(t *testing.T) {
	page := open(t, "/demos/executors/", 1280)
	missing := ""
	for range 3 {
		got := runExecutors(t, page, "pool=process&work=cpu&d=600ms")
		missing = missingInOrder(got.Result.Stdout, []string{
			"map", " 900ms at", " 300ms at", " 600ms at", "as completed", " 300ms at", " 600ms at", " 900ms at",
			"which runs: false", "waits for a worker: true", "the first is done: true", "takes no more calls"})
		if missing == "" {
			return
		}
	}
	t.Errorf("%q is missing, or not in its place", missing)
}

// missingInOrder gives the first part that does not come after the one before it.
func missingInOrder(text string, parts []string) string {
	for _, part := range parts {
		_, after, is := strings.Cut(text, part)
		if !is {
			return part
		}
		text = after
	}
	return ""
}
