package test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// A lessonRun is what a lesson's page shows of a run.
type lessonRun struct {
	Result  result
	Figures map[string]float64 // by key
}

// runLesson runs a lesson in its page, with values for its controls.
func runLesson(t *testing.T, page *browser.Page, params string) lessonRun {
	t.Helper()
	return script[lessonRun](t, page, `
		demo.params = `+params+`;
		const Result = await demo.run();
		await demo.updateComplete;
		const items = [...demo.shadowRoot.querySelectorAll(".measurements li[data-key]")]; // not the lanes of a ribbon
		return {Result, Figures: Object.fromEntries(
			items.map(i => [i.dataset.key, parseFloat(i.querySelector(".value").textContent.replaceAll(/[^\d.]/g, ""))]))}`)
}

var raceTrial = regexp.MustCompile(`(?m)^want: (\d+), got: (\d+)$`)

// TestLessonRace: plain counting loses updates in some trial of some run, the other ways never lose one.
func TestLessonRace(t *testing.T) {
	page := open(t, "/demos/race/", 1280)
	for range 3 {
		got := runLesson(t, page, `{trials: "4"}`)
		if got.Result.ExitCode != 0 || got.Result.Stderr != "" || len(raceTrial.FindAllString(got.Result.Stdout, -1)) != 13 {
			t.Fatalf("status %d\n%s%s", got.Result.ExitCode, got.Result.Stdout, got.Result.Stderr)
		}
		_, exact, _ := strings.Cut(got.Result.Stdout, "10 threads, with a lock\n")
		if strings.Count(exact, "want: 1000000, got: 1000000\n") != 8 || got.Figures["lock-kept"] != 100 || got.Figures["atomic-kept"] != 100 {
			t.Fatalf("with a lock and with fetch-and-add every trial is exact:\n%s", exact)
		}
		if kept := got.Figures["yield-kept"]; kept < 10 || kept > 11 { // some begin a turn later than others
			t.Errorf("goroutines that yield all load the same number, and a tenth is kept:\n%s", exact)
		}
		if kept := got.Figures["plain-kept"]; kept < 100 && got.Figures["bin-5"] < 4 {
			return
		}
	}
	t.Error("plain counting lost nothing in three runs")
}

// TestLessonRaceOneWay runs each way alone, with the least and with threads that do not wait for each other.
func TestLessonRaceOneWay(t *testing.T) {
	page := open(t, "/demos/race/", 390)
	for _, way := range []string{"lock", "atomic"} {
		got := runLesson(t, page, fmt.Sprintf(`{way: %q, barrier: "false", trials: "3", workers: "3"}`, way)).Result
		if got.ExitCode != 0 || strings.Count(got.Stdout, "want: 300000, got: 300000\n") != 3 {
			t.Errorf("%s: status %d\n%s%s", way, got.ExitCode, got.Stdout, got.Stderr)
		}
	}
	got := runLesson(t, page, `{way: "plain", trials: "1", workers: "1", n: "1"}`).Result
	if got.ExitCode != 0 || !strings.Contains(got.Stdout, "want: 1, got: 1\n") || !strings.Contains(got.Stdout, "that is the danger") {
		t.Errorf("status %d\n%s%s", got.ExitCode, got.Stdout, got.Stderr)
	}
}
