package test

import (
	"fmt"
	"strings"
	"testing"
)

// gilRun is a run of the lesson: its figures and what its ribbons say, by key.
type gilRun struct {
	Result  result
	Figures map[string]float64
	Ribbons map[string][]string // a lane's name and shares
}

func runGil(t *testing.T, params string) gilRun {
	t.Helper()
	got := script[gilRun](t, open(t, "/demos/gil/", 1280), `
		demo.params = `+params+`;
		const Result = await demo.run();
		await demo.updateComplete;
		const items = [...demo.shadowRoot.querySelectorAll(".measurements li[data-key]")];
		const ribbons = [...demo.shadowRoot.querySelectorAll(".measurements .ribbon")];
		const lane = li => [".name", ".shares"].map(part => li.querySelector(part).textContent.trim()).join(" ");
		return {Result,
			Figures: Object.fromEntries(items.map(i => [i.dataset.key, parseFloat(i.querySelector(".value").textContent.replaceAll(",", ""))])),
			Ribbons: Object.fromEntries(ribbons.map(r => [r.dataset.key, [...r.querySelectorAll("li")].map(lane)]))}`)
	t.Log(got.Result.Stdout, got.Ribbons)
	if got.Result.ExitCode != 0 || got.Result.Stderr != "" {
		t.Fatalf("the run ended with %+v", got.Result)
	}
	return got
}

// TestLessonGilTakesTurns: under the lock one runs at a time, and without it, or where C calls release it, all do.
func TestLessonGilTakesTurns(t *testing.T) {
	var fault string
	for range 3 {
		got := runGil(t, `{work: "compute"}`)
		if fault = turns(got); fault == "" {
			return
		}
		t.Log(fault)
	}
	t.Error(fault)
}

// turns says what is wrong with a run, as far as no load on the machine can excuse it every time.
func turns(got gilRun) string {
	for _, key := range []string{"lock", "held"} {
		_, after, _ := strings.Cut(got.Result.Stdout, map[string]string{"lock": "under the lock\n", "held": "keep the lock\n"}[key])
		if !strings.Contains(strings.Join(strings.SplitN(after, "\n", 3)[:2], "\n"), "overlapped (concurrent), one at a time") {
			return key + ": the lock does not let one run at a time"
		}
	}
	sum := map[string]int{}
	for key, lanes := range got.Ribbons {
		for _, lane := range lanes {
			var name string
			var share int
			if _, err := fmt.Sscanf(lane, "%s running %d%%", &name, &share); err == nil {
				sum[key] += share
			}
		}
	}
	if sum["lock-ribbon"] > 103 || sum["held-ribbon"] > 103 || sum["released-ribbon"] < 120 {
		return fmt.Sprintf("shares of running: %v", sum)
	}
	if got.Figures["handovers-short"] < 1.5*got.Figures["handovers-long"] {
		return fmt.Sprintf("hand-overs %v", got.Figures)
	}
	return ""
}

// TestLessonGilCounts: what may not be wrong never is, and what may go wrong does in some run.
func TestLessonGilCounts(t *testing.T) {
	lost, wrong := false, false
	for range 3 {
		got := runGil(t, `{work: "switch"}`)
		if got.Figures["kept-after"] != 100 || !strings.Contains(got.Result.Stdout, "want: 1000000, got: 1000000\n") {
			t.Errorf("figures %v", got.Figures)
		}
		lost = lost || got.Figures["kept-between"] < 100
		got = runGil(t, `{work: "refs"}`)
		if got.Figures["refs-lock-wrong"] != 0 || got.Figures["refs-atomic-wrong"] != 0 {
			t.Errorf("figures %v", got.Figures)
		}
		if got.Figures["refs-lock-cost"] <= 0 || got.Figures["refs-atomic-cost"] <= 0 {
			t.Errorf("a pair cost nothing: %v", got.Figures)
		}
		wrong = wrong || got.Figures["refs-leaked"]+got.Figures["refs-freed"] > 0
		if lost && wrong {
			return
		}
	}
	t.Errorf("in three runs: counts lost %v, references wrong %v", lost, wrong)
}

// TestLessonGilLatency: a thread that waits for something else gets the lock sooner with a short switch interval.
func TestLessonGilLatency(t *testing.T) {
	var got gilRun
	for range 3 {
		got = runGil(t, `{work: "io"}`)
		if got.Figures["latency-long"] > 2*got.Figures["latency-short"] && len(got.Ribbons["io-ribbon"]) == 2 {
			return
		}
	}
	t.Errorf("figures %v, ribbons %v", got.Figures, got.Ribbons)
}

// TestLessonGilWithoutMemory: a page that shares no memory says so in a sentence.
func TestLessonGilWithoutMemory(t *testing.T) {
	got := runProgram(t, machinePage(t, false), runRequest{Wasm: "lesson-gil"}, "")
	if got.ExitCode != 0 || got.Stderr != "" || !strings.Contains(got.Stdout, "\nmemory cannot be shared here: ") {
		t.Errorf("got %+v", got)
	}
}

func init() { lessonPrograms["lesson-gil"] = "../../wasm/demos/gil" }
