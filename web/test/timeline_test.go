package test

import (
	"encoding/json"
	"strings"
	"testing"

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
		await until(() => !timeline.live && timeline.model.lanes.length > 0, 90000); // a busy machine reads slowly
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
		$("li button.value").click();
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
	spans := len(m.Tasks) + len(m.Regions) + len(m.Logs)
	for _, l := range m.Lanes {
		spans += len(l.Spans)
	}
	if lines := strings.Count(got.CSV, "\r\n"); lines != spans+1 {
		t.Errorf("%d lines of CSV for %d spans, tasks, regions and messages", lines, spans)
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
