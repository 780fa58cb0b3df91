package test

import (
	"net/url"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// A clockLesson is what a lesson's page says of the clock and the seed.
type clockLesson struct {
	Clock           any
	Seed            string
	InForce, Notice string
	Promise         string
}

const clockFacts = `({
	Clock: demo.clock, Seed: demo.seed,
	InForce: $(".time .inforce").textContent, Promise: $(".time .promise").textContent,
	Notice: [...demo.shadowRoot.querySelectorAll(".notice")].map(p => p.textContent).join(" "),
})`

// TestClockMembers sets the members of the public contract as a script does, and what there is not.
func TestClockMembers(t *testing.T) {
	page := open(t, "/demos/threads/", 1280)
	type faults struct {
		First             clockLesson
		Kept              clockLesson
		Errors            []string
		PausedIdle        bool
		Remark, Attribute string
	}
	got := script[faults](t, page, `
		const First = `+clockFacts+`;
		demo.clock = "virtual"; demo.seed = "duck";
		const Errors = [];
		for (const wrong of ["soon", 0, 11, NaN, null, {}]) try { demo.clock = wrong } catch (e) { Errors.push(e.name + ": " + e.message) }
		for (const wrong of [7, null, "x".repeat(201)]) try { demo.seed = wrong } catch (e) { Errors.push(e.name + ": " + e.message) }
		await demo.updateComplete;
		const Kept = `+clockFacts+`;
		const PausedIdle = await demo.pause();
		demo.resume();
		const idle = await demo.pause();
		await demo.updateComplete;
		const Remark = $(".remark").textContent;
		demo.setAttribute("clock", "0.5");
		const half = demo.clock;
		demo.setAttribute("clock", "nonsense");
		demo.setAttribute("seed", "goose");
		return { First, Errors, Kept, PausedIdle: PausedIdle || idle, Remark, Attribute: half + " " + demo.clock + " " + demo.seed };
	`)
	if got.First.Clock != "real" || got.First.Seed != "" || got.First.InForce != "real clock, no seed" {
		t.Errorf("at first: %+v", got.First)
	}
	if got.Kept.Clock != "virtual" || got.Kept.Seed != "duck" || got.Kept.InForce != "virtual clock, seed “duck”" || !strings.Contains(got.Kept.Promise, "repeats exactly") {
		t.Errorf("then: %+v", got.Kept)
	}
	if len(got.Errors) != 9 || !strings.HasPrefix(got.Errors[0], "TypeError: “soon” is no clock") {
		t.Errorf("errors: %q", got.Errors)
	}
	if got.PausedIdle || !strings.Contains(got.Remark, "No program is running") || got.Attribute != "0.5 real goose" {
		t.Errorf("%+v", got)
	}
}

// TestClockOfALesson runs a lesson on three clocks.
func TestClockOfALesson(t *testing.T) {
	page := open(t, "/demos/threads/", 1280)
	type run struct {
		Result          result
		State, Evidence string
		Figures         map[string]float64
	}
	ran := func(clock string) run {
		return script[run](t, page, `
			demo.params = { n: "4", d: "100ms" };
			demo.clock = `+clock+`; demo.seed = "";
			const Result = await demo.run();
			await demo.updateComplete;
			const items = [...demo.shadowRoot.querySelectorAll(".measurements li")];
			return { Result, State: state(), Evidence: $(".evidence").textContent,
				Figures: Object.fromEntries(items.map(i => [i.dataset.key, parseFloat(i.querySelector(".value").textContent)])) };`)
	}
	virtual := ran(`"virtual"`)
	if f := virtual.Figures; f["sequential"] != 400 && f["sequential"] != 0.4 || f["threads"] != f["goroutines"] {
		t.Errorf("on a virtual clock the figures are %v\n%s", f, virtual.Result.Stdout)
	}
	if !strings.Contains(virtual.Evidence, "on a virtual clock") || !strings.Contains(virtual.State, "on the virtual clock") {
		t.Errorf("the page says %q, %q", virtual.State, virtual.Evidence)
	}
	fast := ran("4")
	if !strings.Contains(fast.Evidence, "4 times real time") || fast.Result.ExitCode != 0 {
		t.Errorf("%+v", fast)
	}
	real := ran(`"real"`)
	if strings.Contains(real.Evidence, "clock") || strings.Contains(real.State, "clock") {
		t.Errorf("%q, %q", real.State, real.Evidence)
	}
	if fast.Result.WallMs > real.Result.WallMs*0.7 {
		t.Errorf("four times as fast it took %v ms, else %v", fast.Result.WallMs, real.Result.WallMs)
	}
}

// TestPauseButton pauses a lesson by hand, lets it go on, and stops it in a second pause.
func TestPauseButton(t *testing.T) {
	page := open(t, "/demos/threads/", 390)
	type seen struct {
		Off, Name, Again string
		Paused, Foot     string
		Printed          int
		Stopped          bool
		After            string
	}
	got := script[seen](t, page, `
		demo.params = { n: "20", d: "100ms" };
		const pause = $(".pause");
		const Off = pause.getAttribute("aria-disabled");
		const ended = demo.run();
		await until(() => state() === "Running.");
		pause.focus(); pause.click();
		await until(() => state().startsWith("Paused"));
		const [Name, Foot] = [pause.textContent.trim(), $(".foot").textContent];
		const before = $(".log").textContent.length;
		await new Promise(go => setTimeout(go, 500));
		const Printed = $(".log").textContent.length - before;
		pause.click();
		await until(() => state() === "Running.");
		const Again = pause.textContent.trim();
		const paused = await demo.pause() && await demo.pause();
		await demo.updateComplete;
		const Paused = paused + " " + state();
		$(".stop").click();
		const { stopped } = await ended;
		await demo.updateComplete;
		return { Off, Name, Foot, Printed, Again, Paused, Stopped: stopped, After: String(await demo.pause()) + ($(".foot")?.textContent ?? "") };
	`)
	if got.Off != "true" || got.Name != "Resume" || got.Again != "Pause" || got.Printed != 0 || !strings.HasPrefix(got.Paused, "true Paused.") {
		t.Errorf("%+v", got)
	}
	if !got.Stopped || got.After != "false" || !strings.Contains(got.Foot, "Resume") {
		t.Errorf("%+v", got)
	}
}

// TestPauseSaysWhyNot needs shared memory: a page without says so, in the reader's language.
func TestPauseSaysWhyNot(t *testing.T) {
	bare := bareSite(t)
	for path, want := range map[string]string{"/": "memory can be shared", "/ja/": "メモリを共有できる", "/ko/": "메모리를 공유할 수"} {
		page := blank(t, 800)
		navigate(t, page, bare+path+"demos/threads/")
		got := script[[]any](t, page, `
			if (crossOriginIsolated) throw new Error("the page is isolated");
			demo.params = { n: "20", d: "100ms" };
			const ended = demo.run();
			await until(() => demo.shadowRoot.querySelectorAll(".log > div").length > 0);
			const paused = await demo.pause();
			await demo.updateComplete;
			const said = $(".remark").textContent;
			demo.stop();
			await ended;
			return [paused, said];`)
		if got[0] != false || !strings.Contains(got[1].(string), want) {
			t.Errorf("%s: %v", path, got)
		}
	}
}

// TestClockInLinks opens what links carry, good and hostile, and makes one.
func TestClockInLinks(t *testing.T) {
	open := func(fragment string) (*browser.Page, clockLesson) {
		page := open(t, "/demos/threads/"+fragment, 1280)
		return page, script[clockLesson](t, page, `return `+clockFacts)
	}
	page, got := open("#v1=-n=4&clock=virtual&seed=%E3%82%A2%E3%83%92%E3%83%AB+1&other=kept")
	if got.Clock != "virtual" || got.Seed != "アヒル 1" {
		t.Errorf("%+v", got)
	}
	made := script[string](t, page, `
		$(".time summary").click();
		const pick = (what, value) => { what.value = value; what.dispatchEvent(new Event("change")); };
		[...demo.shadowRoot.querySelectorAll(".time input[name=clock]")][2].click();
		await demo.updateComplete;
		pick($("#clock-factor"), "0.25");
		pick($("#clock-factor"), "99");
		pick($("#clock-seed"), "a&b");
		await demo.updateComplete;
		return location.hash;`)
	values, err := url.ParseQuery(strings.TrimPrefix(made, "#v1="))
	if err != nil || values.Get("clock") != "0.25" || values.Get("seed") != "a&b" || values.Get("-n") != "4" || values.Get("other") != "kept" {
		t.Errorf("the page's own link is %q", made)
	}
	hostile := map[string]string{
		"#v1=clock=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E&seed=" + strings.Repeat("x", 5000): "is no clock",
		"#v1=clock=1e-9":                        "is no clock",
		"#v1=seed=" + strings.Repeat("a", 201):  "at most 200",
		"#v1=clock=Infinity&clock=__proto__&-n": "is no clock",
	}
	for fragment, want := range hostile {
		if _, got := open(fragment); got.Clock != "real" || got.Seed != "" || !strings.Contains(got.Notice, want) {
			t.Errorf("%.60s: %+v", fragment, got)
		}
	}
}
