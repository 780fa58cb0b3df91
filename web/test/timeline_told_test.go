package test

import (
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/wasm/examples"
)

// TestTimelineOfTasks: what a program tells of itself with runtime/trace is drawn, told, sought and saved.
func TestTimelineOfTasks(t *testing.T) {
	var source string
	for _, e := range examples.List {
		if e.Name == "tracing" {
			source, _ = e.Source()
		}
	}
	page := openWith(t, "kitchen", source)
	type outcome struct {
		Result               result
		Kinds, Names, Sought []string
		Heights              []float64
		Ink                  []int
		Words, Details       string
		Moment, CSV, SVG     string
		Compared             []int
	}
	got := script[outcome](t, page, become("kitchen")+tracedRun+`
		const out = {Result: await traced()};
		const {model, board} = timeline;
		out.Kinds = board.rows.map(row => row.kind);
		out.Names = board.rows.map(row => timeline.names.row(row));
		const {heightOf} = {heightOf: i => board.column.tops[i + 1] - board.column.tops[i]};
		out.Heights = board.rows.map((_, i) => heightOf(i));
		// Of the row of tasks and of a row with regions: how many pixels are of the colour of what is told.
		await new Promise(requestAnimationFrame);
		await new Promise(requestAnimationFrame);
		const canvas = within(".scroller canvas");
		const c = canvas.getContext("2d");
		const ground = c.getImageData(1, canvas.height - 3, 1, 1).data.join();
		const inked = row => {
			const left = Math.round(canvas.width * 0.3);
			const {data} = c.getImageData(left, 22 + board.column.tops[row] + 1, canvas.width - left, heightOf(row) - 2);
			let count = 0;
			for (let i = 0; i < data.length; i += 4) if (data.slice(i, i + 4).join() !== ground) count++;
			return count;
		};
		out.Ink = board.rows.map((_, i) => inked(i));
		const region = model.regions.find(({name}) => name === "boil water");
		const lane = model.lanes.find(({id}) => id === region.lane);
		timeline.at = (region.start + region.end) / 2;
		timeline.pick(lane);
		within(".words summary").click();
		await until(() => within(".transcript"));
		await timeline.updateComplete;
		out.Words = within(".transcript").textContent.replace(/\s+/g, " ");
		out.Details = within(".details").textContent.replace(/\s+/g, " ");
		out.Moment = within(".moment").textContent.replace(/\s+/g, " ");
		timeline.sight.sought = "udon goes";
		timeline.requestUpdate();
		await timeline.updateComplete;
		out.Sought = board.rows.map(row => row.kind === "lane" ? row.lane.name : row.kind);
		timeline.sight.showAll();
		[out.CSV, out.SVG] = [await (await timeline.export("csv")).text(), await (await timeline.export("svg")).text()];
		timeline.keep();
		await traced();
		out.Compared = [1, 2].map(run => board.rows.filter(row => row.kind === "task" && row.row.run === run).length);
		return out`)
	if got.Result.ExitCode != 0 || len(got.Kinds) < 4 || got.Kinds[0] != "task" || got.Names[0] != "order × 3" || got.Heights[0] < 27 {
		t.Fatalf("status %d, rows %v called %q, %v high", got.Result.ExitCode, got.Kinds, got.Names, got.Heights)
	}
	high := 0
	for i, height := range got.Heights {
		if got.Kinds[i] == "lane" && height > 22+15 {
			high++
		}
		if got.Kinds[i] == "lane" && got.Ink[i] == 0 {
			t.Errorf("nothing is drawn in row %d, %q", i, got.Names[i])
		}
	}
	if high != 3 || got.Ink[0] == 0 {
		t.Errorf("%d rows have regions within regions, want those of three cooks; %d pixels of tasks", high, got.Ink[0])
	}
	for _, want := range []string{"task order, ", "region boil water, ", "log, kitchen: udon goes into the pot after 40ms", "log, dish: soba"} {
		if !strings.Contains(got.Words, want) {
			t.Errorf("the run in words lacks %q", want)
		}
	}
	if !strings.Contains(got.Details, "in task order, region cook, region boil water") || !strings.Contains(got.Moment, "under way: task order") {
		t.Errorf("details %q, the moment %q", got.Details, got.Moment)
	}
	if strings.Join(got.Sought, " ") != "cook" && strings.Join(got.Sought, " ") != "main.cook" {
		t.Errorf("a message is sought, and there is %q", got.Sought)
	}
	if !strings.Contains(got.CSV, ",region,boil noodles,") || !strings.Contains(got.CSV, ",task,order,") || !strings.Contains(got.SVG, "<title>boil water</title>") {
		t.Errorf("CSV:\n%.800s\nSVG:\n%.300s", got.CSV, got.SVG)
	}
	if len(got.Compared) != 2 || got.Compared[0] != 1 || got.Compared[1] != 1 {
		t.Errorf("of two runs there are %v rows of tasks", got.Compared)
	}
}
