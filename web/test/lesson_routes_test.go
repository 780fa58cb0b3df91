package test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// drawnSearch is a search as the page shows it.
type drawnSearch struct {
	Key, Told, Counted string
	Places, Settled    int
	Frontier, Closed   int
	Way                int // points of its line, 0 without one
}

// readPlan is a script that reads the drawing of the last run.
const readPlan = `
	const read = () => [...demo.shadowRoot.querySelectorAll(":not(.recorded) > .drawing figure")].map(figure => {
		const count = selector => figure.querySelectorAll(selector).length;
		const way = figure.querySelector(".way")?.getAttribute("points") ?? "";
		return {
			Key: figure.dataset.key, Told: figure.querySelector("svg").getAttribute("aria-label"),
			Counted: figure.querySelector("figcaption span").textContent, Places: count("g > rect:first-child"),
			Settled: count("g.settled"), Frontier: count("g.frontier"), Closed: count("line.closed"),
			Way: way.split(" ").filter(Boolean).length,
		};
	});
	const slider = () => $(".stepper input"); // recorded drawings have none
`

// TestRoutesLesson runs the lesson with its flags as they are: three searches, each drawn as far as it came.
func TestRoutesLesson(t *testing.T) {
	for _, width := range []int{1280, 390} {
		page := open(t, "/demos/routes/", width)
		type outcome struct {
			Result   result
			Before   int
			Searches []drawnSearch
			Live     int
			Figures  map[string]string
			Overflow bool
		}
		got := script[outcome](t, page, readPlan+`
			const out = {Before: read().length, Live: 0};
			const watch = new MutationObserver(() => {
				if (read()[1]?.Settled > 5 && read()[1].Way === 0) out.Live++;
			});
			watch.observe(demo.shadowRoot, {childList: true, subtree: true, attributes: true});
			demo.params = {pause: "20ms"};
			out.Result = await demo.run();
			await demo.updateComplete;
			watch.disconnect();
			out.Searches = read();
			out.Figures = Object.fromEntries([...demo.shadowRoot.querySelectorAll(".measurements li")].map(
				li => [li.dataset.key, li.querySelector(".value").textContent.trim()]));
			out.Overflow = document.documentElement.scrollWidth > innerWidth;
			return out`)
		if got.Result.ExitCode != 0 || got.Result.Stderr != "" || got.Before != 0 || got.Overflow {
			t.Fatalf("at %d: %+v", width, got)
		}
		if got.Live == 0 {
			t.Errorf("at %d nothing was drawn while the program ran", width)
		}
		want := []drawnSearch{
			{Key: "fewest", Settled: 43, Frontier: 8, Way: 10},
			{Key: "dijkstra", Settled: 54, Frontier: 2, Way: 12},
			{Key: "astar", Settled: 28, Frontier: 11, Way: 12},
		}
		if len(got.Searches) != len(want) {
			t.Fatalf("at %d the searches %+v are drawn", width, got.Searches)
		}
		for i, s := range got.Searches {
			w := want[i]
			if s.Key != w.Key || s.Places != 56 || s.Settled != w.Settled || s.Frontier != w.Frontier || s.Way != w.Way || s.Closed != 0 {
				t.Errorf("at %d: drawn %+v, want %+v", width, s, w)
			}
			if !strings.Contains(s.Told, "4F: 4-1, ") || !strings.HasSuffix(s.Told, ", canteen") {
				t.Errorf("at %d the picture's text is %q", width, s.Told)
			}
		}
		if got.Figures["dijkstra-settled"] != "54" || got.Figures["astar-settled"] != "28" {
			t.Errorf("at %d: figures %v", width, got.Figures)
		}
	}
}

// TestRoutesStepByStep: a closed corridor is drawn, keys take the searches back, and the next run follows its end.
func TestRoutesStepByStep(t *testing.T) {
	page := open(t, "/demos/routes/", 1280)
	got := script[[]drawnSearch](t, page, readPlan+`
		demo.params = {closed: "1F", pause: "1ms"};
		await demo.run();
		await demo.updateComplete;
		slider().focus();
		return read()`)
	if len(got) != 3 || got[1].Closed != 1 || !strings.Contains(got[1].Told, "2F: main, back; 1F: back, canteen") {
		t.Fatalf("drawn: %+v", got)
	}
	act(t, page, chromedp.KeyEvent(kb.Home))
	if start := script[[]drawnSearch](t, page, readPlan+`return read()`); start[1].Settled != 0 || start[1].Way != 0 {
		t.Errorf("after Home: %+v", start)
	}
	act(t, page, chromedp.KeyEvent(kb.ArrowRight), chromedp.KeyEvent(kb.ArrowRight), chromedp.KeyEvent(kb.ArrowRight))
	for _, s := range script[[]drawnSearch](t, page, readPlan+`return read()`) {
		if s.Settled != 3 || s.Frontier == 0 || s.Way != 0 {
			t.Errorf("after three steps: %+v", s)
		}
	}
	type outcome struct {
		Back, Told string
		Searches   []drawnSearch
		Steps      int
	}
	after := script[outcome](t, page, readPlan+`
		$(".stepper button").click();
		await demo.updateComplete;
		const Back = slider().value, Told = slider().getAttribute("aria-valuetext");
		await demo.run();
		await demo.updateComplete;
		const steps = () => demo.shadowRoot.querySelectorAll(":not(.recorded) > .drawing .steps ol:nth-of-type(2) li").length;
		$(".steps summary").click();
		await until(steps);
		return {Back, Told, Searches: read(), Steps: steps()}`)
	if after.Back != "2" || after.Told != "step 2 of 56" {
		t.Errorf("one step back is %q, %q", after.Back, after.Told)
	}
	if after.Searches[1].Way == 0 || after.Steps != after.Searches[1].Settled {
		t.Errorf("the next run: %+v, %d steps in words", after.Searches, after.Steps)
	}
}

// TestRoutesSpeakTheReadersLanguage: signs, searches and counts, and what the timeline calls the searches.
func TestRoutesSpeakTheReadersLanguage(t *testing.T) {
	for path, want := range map[string][]string{
		"/ja/demos/routes/": {"ダイクストラ法", "4F: 4-1, 階段", "食堂", "確定 54"},
		"/ko/demos/routes/": {"다익스트라", "4F: 4-1, 계단", "식당", "확정 54"},
	} {
		page := open(t, path, 390)
		type outcome struct {
			Read  []drawnSearch
			Words string
		}
		all := script[outcome](t, page, readPlan+tracedRun+`
			demo.params = {pause: "1ms"};
			await traced();
			await demo.updateComplete;
			return {Read: read(), Words: timeline.whole.regions.map(({name}) => name).join(", ")}`)
		got := all.Read
		if !strings.Contains(all.Words, want[0]) {
			t.Errorf("%s: the timeline does not name %q: %q", path, want[0], all.Words)
		}
		for _, text := range want {
			if len(got) != 3 || !strings.Contains(got[1].Told, text) {
				t.Errorf("%s: %q is missing in %+v", path, text, got)
			}
		}
	}
}

const forgedPlan = `package main

import (
	"fmt"
	"os"
)

func main() {
	out, _ := os.OpenFile(os.Getenv("AHIRU_FIGURES"), os.O_WRONLY|os.O_APPEND, 0)
	say := func(line string) { fmt.Fprintln(out, line) }
	say("{\"drawing\":\"plan\",\"floors\":[\"<b>1F</b>\"],\"places\":[[0,0,0,8,6,\"<img src=x onerror=alert(1)>\"],[0,1e9,0,8,6,\"far\"]],\"closed\":[]}")
	say("{\"drawing\":\"plan\",\"floors\":[\"<b>1F</b>\"],\"places\":[[0,0,0,8,6,\"<img src=x onerror=alert(1)>\"],[0,8,0,1e6,6,\"\"]],\"closed\":[[0,1]]}")
	say("{\"drawing\":\"search\",\"key\":\"__proto__\",\"label\":\"<script>\",\"unit\":\"s\"}")
	for i := range 9000 {
		say(fmt.Sprintf("{\"drawing\":\"step\",\"of\":\"__proto__\",\"settled\":%d,\"cost\":1,\"reached\":[0,1,499]}", i%3))
	}
	say("{\"drawing\":\"route\",\"of\":\"__proto__\",\"places\":[0,1,499]}")
	fmt.Println("done")
}
`

// TestForgedPlan: what a hostile program says is text, bounded, and leaves the page answering.
func TestForgedPlan(t *testing.T) {
	page := openWith(t, "forged", forgedPlan)
	type outcome struct {
		Result   result
		Searches []drawnSearch
		Markup   int
		Label    string
	}
	got := script[outcome](t, page, readPlan+`
		demo.name = "forged";
		await demo.ready;
		const Result = await demo.run();
		await demo.updateComplete;
		return {Result, Searches: read(), Markup: demo.shadowRoot.querySelectorAll(".drawing :is(img, b b, script)").length,
			Label: $(".drawing figcaption b").textContent}`)
	if got.Result.ExitCode != 0 || got.Markup > 0 || got.Label != "<script>" {
		t.Errorf("%+v", got)
	}
	if len(got.Searches) != 1 || got.Searches[0].Places != 2 {
		t.Errorf("drawn: %+v", got.Searches)
	}
}
