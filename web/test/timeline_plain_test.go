package test

import (
	"strings"
	"testing"
)

// TestPlainRunByItself presses Run with tracing on: the run is drawn, and the figures are of one without a trace.
func TestPlainRunByItself(t *testing.T) {
	page := open(t, "/demos/queue/", 1280)
	type outcome struct {
		Done                  int
		Evidence, Said, Shown string
		Long                  string
	}
	got := script[outcome](t, page, tracedRun+`
		demo.params = {items: "3", produce: "1ms", consume: "1ms"};
		within("input[type=checkbox]").click();
		const out = {Done: 0};
		const runs = [];
		demo.addEventListener("ahiru-done", e => runs.push(e.detail.wallMs));
		for (let tries = 0; tries < 10 && out.Done < 2; tries++) {
			runs.length = 0;
			$(".run").click();
			await until(() => runs.length > 0, 60000);
			if (runs[0] > 3000) continue; // too long on so busy a machine to be repeated
			await until(() => runs.length === 2, 60000);
			out.Done = runs.length;
		}
		await demo.updateComplete;
		await timeline.updateComplete;
		out.Said = within(".said").textContent;
		out.Shown = timeline.model.lanes.length > 0 ? "drawn" : "";
		$("li button.value").click();
		await demo.updateComplete;
		out.Evidence = $(".behind").textContent.replace(/\s+/g, " ");
		return out`)
	if got.Done != 2 || !strings.Contains(got.Evidence, "Tracing off") || !strings.Contains(got.Said, "traced run took") || got.Shown == "" {
		t.Errorf("%+v", got)
	}
	// Another press is the reader's: what is measured by itself gives way.
	type pressed struct{ Done, Stopped int }
	again := script[pressed](t, page, tracedRun+`
		demo.params = {items: "12", produce: "1ms", consume: "100ms"};
		const out = {Done: 0, Stopped: 0};
		let took = 0;
		demo.addEventListener("ahiru-done", e => (took = e.detail.wallMs, e.detail.stopped ? out.Stopped++ : out.Done++));
		for (let tries = 0; tries < 10 && (took === 0 || took > 3000); tries++) {
			out.Done = 0;
			$(".run").click();
			await until(() => out.Done === 1, 60000);
		}
		await until(() => /without a trace: 0 of 1/.test($(".measurements").textContent), 60000);
		await until(() => state() === "Running.");
		demo.params = {items: "2", produce: "1ms", consume: "1ms"};
		$(".run").click();
		await until(() => out.Done >= 2, 60000);
		return out`)
	if again.Stopped != 1 || again.Done < 2 {
		t.Errorf("a press meanwhile: %+v", again)
	}
}
