package test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/wasm/demos"
)

// lessonFlags make lessons shorter that would take long with a trace. They leave every figure and picture on the page.
var lessonFlags = map[string]string{
	"blocking": `{delay: "200ms", n: "2"}`, "executors": `{workers: "2", d: "10ms"}`, "gil": `{n: "1000", objects: "2"}`,
	"instance": `{users: "1", boot: "100ms", stay: "100ms", gap: "50ms"}`, "jobs": `{jobs: "3", work: "100ms", gateway: "50ms"}`,
	"kiosk": `{n: "10", service: "2ms", login: "10ms", kill: "3"}`, "logs": `{d: "1s", edit: "300ms", hold: "300ms", n: "2"}`,
	"pipe": `{largest: "11421443", poll: "100ms"}`, "prefork": `{requests: "10", every: "10ms", workers: "2"}`,
	"processes": `{numbers: "1000003,2000003"}`, "race": `{workers: "2", n: "2000", trials: "1"}`,
	"soba": `{guests: "0.3,0.1,0.2"}`, "users": `{names: "3", workers: "2"}`,
}

// walkFigures is a script that finds every text of a page's lesson in which something measured stands, presses what
// stands beside it, and reads what opens. It gives the number of figures and what is wrong with any.
const walkFigures = `
	const measured = /\d[\d.,]*\s*(ms|s|µs|%|×|kB|MB|B)(?![a-z0-9])/i;
	// What says itself where it comes from, what is no measurement, what is evidence, and the voice that repeats for
	// screen readers what stands elsewhere.
	const apart = ".unseen[aria-live], .behind, .log, .recorded, .controls, .settings, .panes, .transcript, .time, .broken, .notes, pre, code, select, option, h2, dialog, .tools, .transport, .drawing .plan";
	const groups = "li[data-key], figure.ribbon, .board, .state, .said, .sums, .compared, .spread, .moment, .details, .findings";
	const rows = [];
	const wrong = [];
	const texts = root => {
		const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
		const found = [];
		while (walker.nextNode()) {
			const node = walker.currentNode;
			const around = node.parentElement;
			if (!around || around.closest("style, script") || !around.checkVisibility() || around.closest(apart)) continue;
			if (measured.test(node.data)) found.push(node);
		}
		return found;
	};
	const lineNames = ["Measured", "When", "Trials", "Browser", "Page", "Grain of its clock", "Tracing", "Clock and seed", "Go", "Command"];
	const press = async (group, button) => {
		button.click();
		await demo.updateComplete;
		await timeline.updateComplete;
		const lists = [...group.getRootNode().querySelectorAll(".behind")];
		const told = lists.flatMap(list => [...list.querySelectorAll("dt")].map(dt => [dt.textContent.trim(), dt.nextElementSibling.textContent.trim()]));
		const missing = lineNames.filter(name => !told.some(([what, said]) => what === name && said !== "" && said !== "unknown"));
		if (missing.length > 0) wrong.push(group.className + " " + (group.dataset.key ?? "") + " " + button.textContent.trim() + ": missing " + missing.join(", "));
		button.click();
		await demo.updateComplete;
		await timeline.updateComplete;
		return Object.fromEntries(told);
	};
	const walk = async () => {
		const seen = new Set();
		for (const root of [demo.shadowRoot, timeline.shadowRoot]) {
			for (const node of texts(root)) {
				const own = node.parentElement.closest("button.value");
				const group = node.parentElement.closest(groups);
				const button = own ?? group?.querySelector("button.value");
				if (!button) {
					if (!node.parentElement.closest(".evidence, .measuring, .muted, .hint, .legend, .spread b, .ratio")) wrong.push("nothing stands behind " + node.data.trim().slice(0, 80) + " in " + node.parentElement.className);
					continue;
				}
				if (!seen.has(button)) rows.push(await press(group ?? button.parentElement, button));
				seen.add(button);
			}
		}
	};
`

// TestEvidence traces every lesson and walks over all figures on its page, those of the timeline too: a press on each
// tells where it comes from.
func TestEvidence(t *testing.T) {
	for _, name := range demos.List(os.DirFS("../../wasm/demos")) {
		t.Run(name, func(t *testing.T) {
			page := open(t, "/demos/"+name+"/", 1280)
			params := lessonFlags[name]
			if params == "" {
				params = "{}"
			}
			type outcome struct {
				Result result
				Rows   []map[string]string
				Wrong  []string
			}
			got := script[outcome](t, page, tracedRun+walkFigures+fmt.Sprintf(`
				demo.params = %s;
				const Result = await traced();
				await demo.updateComplete;
				const lane = timeline.model.lanes.reduce((a, b) => a.spans.length > b.spans.length ? a : b);
				timeline.at = (lane.spans[0].start + lane.spans[0].end) / 2;
				timeline.pick(lane);
				within(".sums summary").click();
				await until(() => within(".sums table, .sums p + p"));
				await walk();
				return {Result, Rows: rows, Wrong: wrong}`, params))
			if got.Result.ExitCode != 0 || len(got.Rows) < 4 || len(got.Wrong) > 0 {
				t.Errorf("status %d, %d figures; wrong:\n%s", got.Result.ExitCode, len(got.Rows), strings.Join(got.Wrong, "\n"))
			}
			for _, row := range got.Rows {
				if !strings.HasPrefix(row["Tracing"], "on") {
					t.Errorf("of a traced run it tells %v", row)
				}
			}
		})
	}
}

// TestEvidenceOfTwoRuns compares two runs: behind each value stands its own run.
func TestEvidenceOfTwoRuns(t *testing.T) {
	page := open(t, "/demos/threads/", 1280)
	type outcome struct {
		First, Second, Plain, Ratio map[string]string
		Wrong                       []string
		File                        string
	}
	got := script[outcome](t, page, tracedRun+walkFigures+`
		demo.params = {n: "2", d: "20ms"};
		await demo.run();
		await demo.run();
		await traced();
		timeline.keep();
		demo.params = {n: "3", d: "20ms"};
		await traced();
		await until(() => within(".compared"));
		const row = i => [...timeline.shadowRoot.querySelectorAll(".compared tbody tr")][i].querySelectorAll("button.value");
		const [time, plain] = [row(0), [...timeline.shadowRoot.querySelectorAll(".compared tbody tr")].find(tr => tr.textContent.includes("without a trace")).querySelectorAll("button.value")];
		const group = within(".compared");
		const out = {First: await press(group, time[0]), Second: await press(group, time[1]), Ratio: await press(group, time[2]), Plain: await press(group, plain[0])};
		await walk();
		out.Wrong = wrong;
		const saved = new File([await timeline.export("trace")], "mine.trace");
		timeline.dispatchEvent(new CustomEvent("ahiru-timeline-open", {detail: {file: saved}}));
		await until(() => timeline.file !== "" && timeline.model.lanes.length > 0);
		await timeline.updateComplete;
		within(".said button.value").click();
		await timeline.updateComplete;
		out.File = within(".behind").textContent.replace(/\s+/g, " ");
		return out`)
	if !strings.Contains(got.First["Command"], "-n 2") || !strings.Contains(got.Second["Command"], "-n 3") || !strings.HasPrefix(got.First["Tracing"], "on") {
		t.Errorf("behind the first run's time stands %v, behind the second's %v", got.First, got.Second)
	}
	if got.Plain["Tracing"] != "off" || !strings.HasPrefix(got.Plain["Trials"], "2: ") || len(got.Wrong) > 0 {
		t.Errorf("behind the time without a trace stands %v; wrong: %q", got.Plain, got.Wrong)
	}
	if !strings.Contains(got.File, "mine.trace") || strings.Contains(got.File, "here, in this page") {
		t.Errorf("behind a file stands %q", got.File)
	}
}
