package test

import (
	"strings"
	"testing"
	"time"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// A result is what run() of <ahiru-demo> gives.
type result struct {
	ExitCode       int
	Stdout, Stderr string
	WallMs         float64
	Stopped        bool
}

// meet is the start of every script here: demo is the page's lesson, ready;
// $ finds inside it.
const meet = `
	await customElements.whenDefined("ahiru-demo");
	const demo = document.querySelector("ahiru-demo");
	const $ = selector => demo.shadowRoot.querySelector(selector);
	const until = async (what, limit = 30000) => {
		for (const start = Date.now(); !what(); await new Promise(go => setTimeout(go, 20)))
			if (Date.now() - start > limit) throw new Error("waited in vain for " + what);
	};
	const state = () => $(".state p").textContent;
	await demo.ready;
`

// script runs the body of an async function that has met the page's lesson.
func script[T any](t *testing.T, page *browser.Page, body string) T {
	t.Helper()
	return eval[T](t, page, "(async () => {"+meet+body+"})()")
}

func TestThreadsRunsForReal(t *testing.T) {
	page := open(t, "/demos/threads/", 1280)
	before := script[int](t, page, `return demo.shadowRoot.querySelectorAll(".measurements li").length`)
	if before != 0 {
		t.Errorf("%d figures before the first run, want none", before)
	}
	type outcome struct {
		Result           result
		Values           map[string]float64
		State, Evidence  string
		Bars, Lines      int
		Timed            bool
		Source, Language string
	}
	got := script[outcome](t, page, `
		const done = new Promise(resolve => demo.addEventListener("ahiru-done", e => resolve(e.detail)));
		$(".run").click();
		const Result = await done;
		await demo.updateComplete;
		const items = [...demo.shadowRoot.querySelectorAll(".measurements li")];
		return {
			Result, Source: demo.source, State: state(),
			Values: Object.fromEntries(items.map(i => [i.dataset.key, parseFloat(i.querySelector(".value").textContent)])),
			Bars: items.filter(i => i.querySelector("svg rect.fill")).length,
			Evidence: $(".evidence").textContent,
			Lines: demo.shadowRoot.querySelectorAll(".log > div").length,
			Timed: [...demo.shadowRoot.querySelectorAll(".log > div")].every(line => /^\d+$/.test(line.dataset.ms)),
		}`)
	if got.Result.ExitCode != 0 || got.Result.Stopped {
		t.Fatalf("the run ended with %+v", got.Result)
	}
	sequential, together := got.Values["sequential"], got.Values["goroutines"]
	if together <= 0 || sequential/together < 4 {
		t.Errorf("figures %v: ten waits in turn should take at least four times as long as together", got.Values)
	}
	if got.Bars != 5 || !strings.Contains(got.Evidence, "Measured here") {
		t.Errorf("%d bars, evidence %q", got.Bars, got.Evidence)
	}
	if lines := strings.Count(got.Result.Stdout, "\n"); got.Lines != lines || !got.Timed {
		t.Errorf("%d lines on the console, all timed: %v; the program printed %d", got.Lines, got.Timed, lines)
	}
	if !strings.Contains(got.State, "exit status 0") || !strings.Contains(got.Source, "package main") {
		t.Errorf("state %q, source %.40q", got.State, got.Source)
	}
}

func TestStopInTheMiddle(t *testing.T) {
	page := open(t, "/demos/threads/", 1280)
	type outcome struct {
		Stopped, After result
		State          string
	}
	got := script[outcome](t, page, `
		demo.stop(); // nothing when idle
		demo.params = {n: "64", d: "2s"};
		const run = demo.run();
		await until(() => /waits/.test($(".log").textContent));
		$(".stop").click();
		const Stopped = await run;
		const State = state();
		demo.params = {n: "2", d: "10ms"};
		return {Stopped, State, After: await demo.run()}`)
	if !got.Stopped.Stopped || got.Stopped.ExitCode != 137 || got.Stopped.Stderr == "" {
		t.Errorf("a stopped run gave %+v", got.Stopped)
	}
	if !strings.HasPrefix(got.State, "Stopped after") {
		t.Errorf("after Stop the page says %q", got.State)
	}
	if got.After.ExitCode != 0 || got.After.Stderr != "" || !strings.Contains(got.After.Stdout, "2 waits") {
		t.Errorf("the run after a stopped one gave %+v", got.After)
	}
}

func TestRunWhileRunningRejects(t *testing.T) {
	page := open(t, "/demos/threads/", 1280)
	type outcome struct {
		Refused string
		First   result
	}
	got := script[outcome](t, page, `
		const first = demo.run();
		const Refused = await demo.run().catch(e => e.message);
		return {Refused, First: await first}`)
	if got.Refused != "The lesson is running already. Stop it first." || got.First.ExitCode != 0 {
		t.Errorf("the second run gave %q, the first %+v", got.Refused, got.First)
	}
}

func TestEventsReachThePage(t *testing.T) {
	page := open(t, "/demos/threads/", 1280)
	type outcome struct {
		Output []struct {
			Stream, Text string
			Ms           *float64
		}
		Done     result
		Composed bool
		Result   result
	}
	got := script[outcome](t, page, `
		const out = {Output: [], Composed: true};
		document.addEventListener("ahiru-output", e => { out.Output.push(e.detail); out.Composed &&= e.composed; });
		document.addEventListener("ahiru-done", e => { out.Done = e.detail; out.Composed &&= e.composed; });
		demo.params = {n: "3", d: "10ms"};
		out.Result = await demo.run();
		return out`)
	var text strings.Builder
	for _, e := range got.Output {
		if e.Stream != "stdout" || e.Ms == nil {
			t.Errorf("an output event says %+v", e)
		}
		text.WriteString(e.Text)
	}
	if text.String() != got.Result.Stdout || got.Done != got.Result || !got.Composed {
		t.Errorf("events say %q and %+v (composed: %v), run() says %+v", text.String(), got.Done, got.Composed, got.Result)
	}
}

// TestNothingRunsByItself: opening a page, with values in its link too, waits
// for the reader; a lesson that is taken away takes its run along.
func TestNothingRunsByItself(t *testing.T) {
	page := open(t, "/demos/threads/#v1=-n=3", 1280)
	ran := script[bool](t, page, `
		let ran = false;
		document.addEventListener("ahiru-output", () => ran = true);
		await new Promise(go => setTimeout(go, 1500));
		return ran || /Finished|Running/.test(state())`)
	if ran {
		t.Error("the lesson ran though nobody pressed Run")
	}
	start := time.Now()
	gone := script[result](t, page, `
		demo.params = {n: "64", d: "2s"};
		const run = demo.run();
		await until(() => /waits/.test($(".log").textContent));
		demo.remove();
		return run`)
	if !gone.Stopped || gone.ExitCode != 137 || gone.WallMs <= 0 {
		t.Errorf("a run whose lesson was taken away gave %+v after %v", gone, time.Since(start))
	}
}
