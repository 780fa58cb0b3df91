package test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/ahiru-dev/ahiru/wasm/timeline"
)

// tracedRun is a script that switches tracing on, runs the page's lesson and waits until its trace has been read.
const tracedRun = `
	const timeline = demo.timeline;
	const within = selector => timeline.shadowRoot.querySelector(selector);
	const fetched = () => performance.getEntriesByType("resource").some(e => /timeline\.[0-9a-f]+\.wasm/.test(e.name));
	const traced = async () => {
		if (!timeline.tracing) within("input[type=checkbox]").click();
		const result = await demo.run();
		await until(() => !timeline.live && timeline.model.lanes.length > 0);
		await timeline.updateComplete;
		return result;
	};
`

// TestTimeline traces a lesson: what its goroutines did is drawn while it runs and after it, and only then is the
// reader of traces fetched.
func TestTimeline(t *testing.T) {
	page := open(t, "/demos/threads/", 1280)
	type outcome struct {
		Result         result
		Before, After  bool
		Untraced       int
		Updates, Grown int
		Live           int
		Model          json.RawMessage
		Said, Evidence string
		Headline       string
		Drawn          bool
		Trace          string
		CSV            string
		Perfetto       string
		SVG            string
		PNG            []int
		Refused        string
		Sums           []string
		Left           string
	}
	got := script[outcome](t, page, tracedRun+`
		const out = {Updates: 0, Grown: 0, Live: 0};
		demo.params = {...demo.params, n: "10", d: "100ms"};
		await demo.run();
		out.Untraced = timeline.model.lanes.length;
		out.Before = fetched();
		let end = 0;
		document.addEventListener("ahiru-timeline-update", () => {
			out.Updates++;
			if (timeline.live && timeline.model.lanes.length > 0) out.Live++;
			if (timeline.model.end > end) { out.Grown++; end = timeline.model.end; }
		});
		out.Result = await traced();
		out.After = fetched();
		out.Model = timeline.model;
		out.Said = within(".said").textContent;
		$("button.value").click();
		await demo.updateComplete;
		out.Evidence = $(".behind").textContent.replace(/\s+/g, " ");
		out.Headline = $(".measuring").textContent;
		const base64 = bytes => btoa(Array.from(bytes, b => String.fromCharCode(b)).join(""));
		const bytes = async format => new Uint8Array(await (await timeline.export(format)).arrayBuffer());
		const text = async format => (await timeline.export(format)).text();
		out.Trace = base64(await bytes("trace"));
		[out.CSV, out.Perfetto, out.SVG] = [await text("csv"), await text("perfetto"), await text("svg")];
		out.PNG = [...(await bytes("png")).slice(0, 4)];
		out.Refused = await timeline.export("gif").then(() => "", e => e.message);
		await new Promise(requestAnimationFrame);
		const canvas = within("canvas");
		const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
		within(".sums summary").click();
		await until(() => within(".sums table"));
		out.Sums = [...timeline.shadowRoot.querySelectorAll(".sums tbody tr")].map(row => row.textContent.replace(/\s+/g, " "));
		out.Left = within(".left")?.textContent ?? "";
		out.Drawn = new Set(new Uint32Array(pixels.buffer)).size > 4;
		return out`)
	if got.Result.ExitCode != 0 || got.Before || !got.After || got.Untraced != 0 {
		t.Errorf("run %+v; the reader was fetched before: %v, and after: %v; %d lanes without a trace", got.Result, got.Before, got.After, got.Untraced)
	}
	if got.Updates == 0 || got.Grown < 2 || got.Live == 0 {
		t.Errorf("%d updates, %d of them further, %d while it ran: it should grow while the program runs", got.Updates, got.Grown, got.Live)
	}
	var m timeline.Model
	if err := json.Unmarshal(got.Model, &m); err != nil {
		t.Fatal(err)
	}
	if len(m.Lanes) < 11 || m.Hidden == 0 || len(m.Wakeups) == 0 || len(m.Faults) > 0 {
		t.Errorf("%d lanes, %d hidden, %d wakeups, faults %v", len(m.Lanes), m.Hidden, len(m.Wakeups), m.Faults)
	}
	if most := asleepAtOnce(m); most < 10 {
		t.Errorf("at most %d goroutines sleep at once; ten waits overlap", most)
	}
	if !strings.Contains(got.Said, "goroutines") || !strings.Contains(got.Said, "traced run took") || !got.Drawn {
		t.Errorf("it says %q, drawn: %v", got.Said, got.Drawn)
	}
	// The figures that stand there are of the run before, which was not traced.
	if !strings.Contains(got.Headline, "run without a trace of") || !strings.Contains(got.Evidence, "Tracing off") || !strings.Contains(got.Evidence, "Grain of its clock") {
		t.Errorf("the figures are told to be of %q, and behind one stands %q", got.Headline, got.Evidence)
	}
	if len(got.Sums) == 0 || !strings.Contains(strings.Join(got.Sums, "\n"), "sleeps 10") || got.Left != "" {
		t.Errorf("the sums are %q, left waiting: %q", got.Sums, got.Left)
	}
	rereadTrace(t, got.Trace, len(m.Lanes))
	spans := 0
	for _, l := range m.Lanes {
		spans += len(l.Spans)
	}
	if lines := strings.Count(got.CSV, "\r\n"); lines != spans+1 {
		t.Errorf("%d lines of CSV for %d spans", lines, spans)
	}
	if !json.Valid([]byte(got.Perfetto)) || !strings.HasPrefix(got.SVG, "<svg ") || len(got.PNG) != 4 || got.PNG[1] != 'P' {
		t.Errorf("Perfetto %.60s, SVG %.60s, PNG %v", got.Perfetto, got.SVG, got.PNG)
	}
	if !strings.Contains(got.Refused, "no format gif") {
		t.Errorf("gif: %q", got.Refused)
	}
}

// asleepAtOnce is the most goroutines that sleep at one moment.
func asleepAtOnce(m timeline.Model) (most int) {
	for _, lane := range m.Lanes {
		for _, s := range lane.Spans {
			if s.State != "sleeping" {
				continue
			}
			now := 0
			for _, other := range m.Lanes {
				for _, o := range other.Spans {
					if middle := (s.Start + s.End) / 2; o.State == "sleeping" && o.Start <= middle && middle <= o.End {
						now++
					}
				}
			}
			most = max(most, now)
		}
	}
	return most
}

// rereadTrace reads the exported trace natively: it is what the page has drawn.
func rereadTrace(t *testing.T, text string, lanes int) {
	t.Helper()
	saved, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	var viewer timeline.Viewer
	if _, err := viewer.Open(t.Context(), timeline.Beginning{}, saved); err != nil {
		t.Fatal(err)
	}
	if m, err := viewer.Model(t.Context(), timeline.Nothing{}); len(m.Lanes) != lanes || len(m.Faults) > 0 {
		t.Errorf("the saved trace has %d lanes, the page shows %d; %v, %v", len(m.Lanes), lanes, m.Faults, err)
	}
	goToolTrace(t, saved)
}

// goToolTrace has Go's own tool read what was saved: one trace, or each of an archive.
func goToolTrace(t *testing.T, saved []byte) {
	t.Helper()
	folder := t.TempDir()
	file := filepath.Join(folder, "trace")
	if err := os.WriteFile(file, saved, 0o600); err != nil {
		t.Fatal(err)
	}
	files := []string{file}
	if !bytes.HasPrefix(saved, []byte("go 1.")) {
		if out, err := exec.Command("tar", "-xf", file, "-C", folder).CombinedOutput(); err != nil {
			t.Fatalf("tar: %v: %s", err, out)
		}
		files, _ = filepath.Glob(filepath.Join(folder, "*.trace"))
		if len(files) < 2 {
			t.Errorf("the archive holds %v", files)
		}
	}
	for _, name := range files {
		out, err := exec.Command("go", "tool", "trace", "-d=parsed", name).CombinedOutput()
		if err != nil || !strings.Contains(string(out), "GoCreate") && !strings.Contains(string(out), "StateTransition") {
			t.Errorf("go tool trace: %s: %v: %.300s", filepath.Base(name), err, out)
		}
	}
}

// TestTimelineByKeys goes through a run without a mouse, on a narrow page.
func TestTimelineByKeys(t *testing.T) {
	page := open(t, "/ja/demos/queue/", 390)
	type sight struct {
		At       *float64
		From, To float64
		Details  string
		Picked   string
		Words    int
		Overflow bool
	}
	see := tracedRun + `
		const see = async () => {
			await timeline.updateComplete;
			return {At: timeline.at, From: timeline.window.from, To: timeline.window.to, Details: within(".moment")?.textContent ?? "", Picked: within(".details")?.textContent ?? "",
				Words: timeline.shadowRoot.querySelectorAll(".transcript li").length,
				Overflow: document.documentElement.scrollWidth > innerWidth};
		};
	`
	whole := script[sight](t, page, see+`
		await traced();
		within(".scroller").focus();
		return see()`)
	if whole.At != nil || whole.From != 0 || whole.Overflow {
		t.Errorf("at first %+v", whole)
	}
	act(t, page, chromedp.KeyEvent("w"), chromedp.KeyEvent("w"), chromedp.KeyEvent("d"))
	near := script[sight](t, page, see+`return see()`)
	if near.To-near.From >= (whole.To-whole.From)*0.6 || near.From <= 0 {
		t.Errorf("after W W D from %+v to %+v", whole, near)
	}
	act(t, page, chromedp.KeyEvent("f"), chromedp.KeyEvent("."), chromedp.KeyEvent("."), chromedp.KeyEvent("."))
	stepped := script[sight](t, page, see+`within(".words summary").click(); await until(() => within(".transcript")); return see()`)
	if stepped.At == nil || *stepped.At <= 0 || stepped.From != 0 || stepped.To != whole.To {
		t.Errorf("after F and three steps: %+v", stepped)
	}
	if !strings.Contains(stepped.Details, "の時点") || stepped.Words < 20 || stepped.Overflow {
		t.Errorf("it tells %q and %d events in words", stepped.Details, stepped.Words)
	}
	act(t, page, chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent("?"))
	picked := script[sight](t, page, see+`
		const open = within("dialog").open;
		within("dialog button").click();
		within(".scroller").focus();
		return {...await see(), Overflow: !open}`)
	if !strings.Contains(picked.Picked, "G1") || picked.Overflow {
		t.Errorf("after ↓ and ? it tells %q of the one picked, the keys are not listed: %v", picked.Picked, picked.Overflow)
	}
	act(t, page, chromedp.KeyEvent(","), chromedp.KeyEvent(kb.Escape))
	if last := script[sight](t, page, see+`return see()`); last.At != nil {
		t.Errorf("after Esc it still looks at %v", *last.At)
	}
}

const crowd = `package main

import (
	"sync"
	"time"
)

func main() {
	var all sync.WaitGroup
	for range 10000 {
		all.Go(duck)
	}
	all.Wait()
}

func duck() { time.Sleep(50 * time.Millisecond) }
`

// become is a script that makes the page's lesson another one, which [openWith] has added, with the site's reader.
func become(name string) string {
	return fmt.Sprintf(`
		const reader = (await (await fetch("lesson.json")).json()).timeline;
		const real = window.fetch;
		window.fetch = async (url, ...rest) => {
			const answer = await real(url, ...rest);
			if (!/%[1]s\/lesson\.json/.test(url)) return answer;
			return new Response(JSON.stringify({...await answer.json(), timeline: reader}));
		};
		demo.name = "%[1]s";
		await demo.updateComplete;
		await demo.ready;
		await demo.updateComplete;
	`, name)
}

// TestTimelineOfTenThousand: so many goroutines are one row that can be opened, and the page goes on answering.
func TestTimelineOfTenThousand(t *testing.T) {
	page := openWith(t, "crowd", crowd)
	type outcome struct {
		Lanes, Missing int
		Height         float64
		Paint          float64
	}
	got := script[outcome](t, page, become("crowd")+tracedRun+`
		await traced();
		const {model} = timeline;
		const begun = performance.now();
		within(".scroller").dispatchEvent(new Event("scroll"));
		await new Promise(requestAnimationFrame);
		await new Promise(requestAnimationFrame);
		return {Lanes: model.lanes.length, Missing: model.missing, Height: within(".scroller").scrollHeight, Paint: performance.now() - begun}`)
	if got.Lanes < 10000 || got.Missing != 0 {
		t.Errorf("%d lanes, %d events missing", got.Lanes, got.Missing)
	}
	if got.Height > 200 {
		t.Errorf("the rows are %v pixels high; ten thousand of one function are one row at first", got.Height)
	}
	t.Logf("two frames took %.0f ms", got.Paint)
}

const embrace = `package main

import (
	"sync"
	"time"
)

func main() {
	var fork, knife sync.Mutex
	var guests sync.WaitGroup
	guests.Go(func() { eat(&fork, &knife) })
	guests.Go(func() { eat(&knife, &fork) })
	guests.Wait()
}

func eat(first, second *sync.Mutex) {
	first.Lock()
	time.Sleep(5 * time.Millisecond)
	second.Lock()
}
`

// TestTimelineOfDeadlock: whoever waits when a deadlocked run ends is told, with reason and lines.
func TestTimelineOfDeadlock(t *testing.T) {
	page := openWith(t, "embrace", embrace)
	type outcome struct {
		Result result
		Left   string
	}
	got := script[outcome](t, page, become("embrace")+tracedRun+`
		const Result = await traced();
		return {Result, Left: within(".left").textContent.replace(/\s+/g, " ")}`)
	if got.Result.ExitCode != 2 || !strings.Contains(got.Result.Stderr, "all goroutines are asleep") {
		t.Errorf("the run: %+v", got.Result)
	}
	if strings.Count(got.Left, "waits for a lock line 19 ") != 2 || strings.Count(got.Left, "started at line 1") != 2 || !strings.Contains(got.Left, "waits until others are done line 13") {
		t.Errorf("left waiting: %q", got.Left)
	}
}
