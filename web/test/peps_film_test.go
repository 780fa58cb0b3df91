package test

import (
	"strings"
	"testing"
)

// TestMapDrawnSlowly: on a machine that draws too slowly, made so here, the
// last drawing moves with the view, and the map is drawn anew at rest.
func TestMapDrawnSlowly(t *testing.T) {
	page := open(t, "/peps/", 1280)
	type outcome struct {
		Frames, Drawn  int  // once the map has found itself slow
		Shown, Moved   bool // the picture, in mid-movement
		Rested, Redone bool // it is away, and the map was drawn anew
		Still          bool // a PEP pointed at at rest is drawn, not postponed
	}
	got := mapScript[outcome](t, page, `
		let drawings = 0;
		const draw = WebGL2RenderingContext.prototype.drawArraysInstanced;
		WebGL2RenderingContext.prototype.drawArraysInstanced = function (...all) {
			drawings++;
			const until = performance.now() + 25;
			while (performance.now() < until);
			return draw.apply(this, all);
		};
		const stage = map.shadowRoot.querySelector(".stage"), film = stage.querySelector(".film");
		const {left, top, width, height} = stage.getBoundingClientRect();
		const at = {clientX: left + width / 2, clientY: top + height / 2, bubbles: true, cancelable: true};
		const frame = () => new Promise(requestAnimationFrame);
		const turn = async deltaY => {
			stage.querySelector(".sigma-mouse").dispatchEvent(new WheelEvent("wheel", {...at, deltaY}));
			await frame();
		};
		for (let i = 0; film.hidden && i < 100; i++) await turn(i % 20 < 10 ? -30 : 30);
		const before = drawings;
		let Frames = 0;
		for (; Frames < 20; Frames++) await turn(Frames % 10 < 5 ? -30 : 30);
		const Shown = !film.hidden && getComputedStyle(stage.querySelector(".sigma-nodes")).visibility === "hidden";
		const Moved = film.style.transform.startsWith("matrix(");
		const inMotion = drawings;
		for (let i = 0; !film.hidden && i < 100; i++) await new Promise(go => setTimeout(go, 50));
		const atRest = drawings;
		map.drawing.emphasise([484], null);
		for (let i = 0; drawings === atRest && i < 100; i++) await frame();
		const Still = drawings > atRest && film.hidden;
		WebGL2RenderingContext.prototype.drawArraysInstanced = draw;
		return {Frames, Drawn: inMotion - before, Shown, Moved, Rested: film.hidden, Redone: atRest > inMotion, Still};
	`)
	// Each drawing of the map is several calls, so a drawing a frame would be far more.
	if got.Drawn > got.Frames {
		t.Errorf("%d calls to draw in %d frames of movement", got.Drawn, got.Frames)
	}
	if !got.Shown || !got.Moved || !got.Rested || !got.Redone || !got.Still {
		t.Errorf("%+v", got)
	}
}

// TestMapArrangedAnewIsGivenUp: of 5,000 PEPs another layout takes its time;
// given up, the map stays as it was, and the engine answers again.
func TestMapArrangedAnewIsGivenUp(t *testing.T) {
	page := open(t, "/peps/", 390)
	type outcome struct {
		Offered string
		Told    string // how far it is
		Before  string
		After   string
		Notice  bool
		Again   string
		Values  int
	}
	got := mapScript[outcome](t, page, otherFacts+`
		const other = put(facts(5000, 25000));
		await other.ready;
		const root = other.shadowRoot, until = async ready => {
			for (let i = 0; !ready() && i < 1200; i++) await new Promise(go => setTimeout(go, 50));
		};
		const Before = other.lens.view.layout;
		other.setView({...other.lens.view, layout: "community"});
		await until(() => root.querySelector(".arranging button"));
		const Offered = root.querySelector(".arranging")?.textContent.trim() ?? "";
		const amount = () => root.querySelector(".arranging .amount")?.textContent.trim() ?? "";
		await until(() => amount() !== "" || !root.querySelector(".arranging"));
		const Told = amount();
		root.querySelector(".arranging button").click();
		await until(() => !root.querySelector(".arranging"));
		const After = other.lens.view.layout, Notice = root.querySelector(".notice") !== null;
		other.setView({...other.lens.view, layout: "timeline"});
		await until(() => other.lens.view.layout === "timeline" && !root.querySelector(".arranging"));
		const Values = Object.keys(await other.metrics("in-degree")).length;
		return {Offered, Told, Before, After, Notice, Again: other.lens.view.layout, Values};
	`)
	if !strings.HasSuffix(got.Told, " %") {
		t.Errorf("while it is calculated the map tells %q", got.Told)
	}
	if got.Offered == "" || got.After != got.Before || got.Notice || got.Again != "timeline" || got.Values != 5000 {
		t.Errorf("%+v", got)
	}
}
