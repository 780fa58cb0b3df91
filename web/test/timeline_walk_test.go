package test

import (
	"strings"
	"testing"
)

// TestTimelineWalk goes through a run that is over: the state of everyone at a moment, the lines of the source, a
// selection, and another run beside it.
func TestTimelineWalk(t *testing.T) {
	page := open(t, "/demos/queue/", 1280)
	type outcome struct {
		Moment, Valued           string
		Marks, Lit               []int
		Spans, Out               string
		Played                   float64
		Selection                []float64
		Sums                     int
		Hidden                   string
		Rows, Workers            int
		Table                    string
		EachRun                  []string
		Labels                   string
		Missing                  []string
		Opened                   []int
		Refused                  string
		Kept, KeptTwice, Dropped bool
	}
	got := script[outcome](t, page, tracedRun+`
		const out = {};
		demo.params = {...demo.params};
		await traced();
		const {model} = timeline;
		const main = model.lanes.find(lane => lane.name === "main");
		const stopped = main.spans.filter(span => span.state === "blocked" && span.line > 0);
		const waits = stopped.sort((a, b) => b.end - b.start - (a.end - a.start))[0];
		timeline.at = (waits.start + waits.end) / 2;
		await timeline.updateComplete;
		await demo.updateComplete;
		out.Moment = within(".moment").textContent.replace(/\s+/g, " ");
		out.Valued = within("input[type=range]").getAttribute("aria-valuetext");
		const lines = () => [...demo.shadowRoot.querySelectorAll("#pane-go .line")];
		const numbers = test => lines().flatMap((line, i) => test(line) ? [i + 1] : []);
		out.Marks = numbers(line => line.hasAttribute("data-at"));
		const number = lines()[waits.line - 1];
		number.scrollIntoView({block: "center"});
		const {left, top} = number.getBoundingClientRect();
		number.dispatchEvent(new MouseEvent("click", {bubbles: true, clientX: left + 20, clientY: top + 5}));
		await timeline.updateComplete;
		await demo.updateComplete;
		out.Lit = numbers(line => line.classList.contains("lit"));
		out.Lit.push(waits.line);
		out.Spans = [...timeline.shadowRoot.querySelectorAll(".said")].at(-1).textContent;
		timeline.light(waits.line);
		await timeline.updateComplete;
		timeline.at = 0;
		await timeline.updateComplete;
		[...timeline.shadowRoot.querySelectorAll(".transport button")][1].click();
		await until(() => timeline.at > 0);
		[...timeline.shadowRoot.querySelectorAll(".transport button")][1].click();
		out.Played = timeline.at;
		timeline.sight.select({from: waits.start - 1, to: waits.end + 1});
		await until(() => within(".sums table"));
		out.Selection = [timeline.sight.selection.from, timeline.sight.selection.to];
		out.Sums = timeline.shadowRoot.querySelectorAll(".sums tbody tr").length;
		within(".legend .sleeping").click();
		await timeline.updateComplete;
		out.Hidden = within(".legend .sleeping").getAttribute("aria-pressed");
		timeline.sight.showAll();
		await timeline.updateComplete;
		within(".runs button").click();
		await timeline.updateComplete;
		out.Kept = timeline.kept !== null;
		await traced();
		await until(() => within(".compared"));
		out.Table = within(".compared").textContent.replace(/\s+/g, " ");
		timeline.at = 1;
		await timeline.updateComplete;
		out.EachRun = [...timeline.shadowRoot.querySelectorAll(".moment .run")].map(p => p.textContent.replace(/\s+/g, " ").trim());
		timeline.at = null;
		out.Rows = timeline.board.rows.filter(row => row.kind === "run").length;
		out.Workers = new Set(timeline.whole.lanes.map(lane => lane.run)).size;
		timeline.kept = null;
		await timeline.updateComplete;
		out.Dropped = !within(".compared") && timeline.whole === timeline.model;
		const lanes = timeline.model.lanes.length;
		const saved = new File([await timeline.export("trace")], "a<b>.out");
		const open = file => timeline.dispatchEvent(new CustomEvent("ahiru-timeline-open", {detail: {file}}));
		open(saved);
		await until(() => timeline.file !== "" && timeline.model.lanes.length > 0);
		await timeline.updateComplete;
		out.Opened = [timeline.model.lanes.length - lanes, timeline.shadowRoot.textContent.includes("a<b>.out") ? 0 : 1];
		open(new File(["go 1.26 trace\\x00\\x00\\x00 and more"], "bad.out"));
		await until(() => within(".said.bad"));
		out.Refused = within(".said.bad").textContent;
		open(saved);
		await until(() => timeline.file !== "" && timeline.model.lanes.length > 0);
		timeline.dispatchEvent(new Event("ahiru-timeline-close"));
		await until(() => timeline.file === "" && timeline.model.lanes.length === 0);
		const named = node => node.ariaLabel || node.getAttribute("aria-label") || node.labels?.length || node.textContent.trim();
		out.Missing = [...timeline.shadowRoot.querySelectorAll("button, input, select, [tabindex], [role=group]")].filter(node => !named(node)).map(node => node.outerHTML);
		return out`)
	if !strings.Contains(got.Moment, "main G1") || !strings.Contains(got.Moment, "blocked") || !strings.Contains(got.Valued, "blocked") {
		t.Errorf("at a moment in which main waits it tells %q, the slider %q", got.Moment, got.Valued)
	}
	if len(got.Marks) < 2 || len(got.Lit) != 2 || got.Lit[0] != got.Lit[1] || !strings.Contains(got.Spans, "stretches are lit") {
		t.Errorf("marks beside lines %v, lit %v: %q", got.Marks, got.Lit, got.Spans)
	}
	if got.Played <= 0 || got.Sums == 0 || len(got.Selection) != 2 || got.Hidden != "false" {
		t.Errorf("played to %v, %d sums of the selection %v, sleeping is shown: %s", got.Played, got.Sums, got.Selection, got.Hidden)
	}
	if !got.Kept || got.Rows != 2 || got.Workers != 2 || !strings.Contains(got.Table, "time with a trace") || !got.Dropped {
		t.Errorf("compared: kept %v, %d titles of runs, %d runs, dropped %v; %q", got.Kept, got.Rows, got.Workers, got.Dropped, got.Table)
	}
	if len(got.EachRun) != 2 || !strings.HasPrefix(got.EachRun[0], "Run 1: ") || !strings.HasPrefix(got.EachRun[1], "Run 2: ") {
		t.Errorf("a moment of two runs: %q", got.EachRun)
	}
	if len(got.Opened) != 2 || got.Opened[0] != 0 || got.Opened[1] != 0 || !strings.Contains(got.Refused, "trace") {
		t.Errorf("a saved trace opened again has %d lanes more and names its file: %d; one that is none: %q", got.Opened[0], got.Opened[1], got.Refused)
	}
	if len(got.Missing) > 0 {
		t.Errorf("without a name: %v", got.Missing)
	}
}
