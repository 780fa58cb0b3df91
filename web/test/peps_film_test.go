package test

import (
	"strings"
	"testing"

	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// TestMapDrawnSlowly: on a machine that draws too slowly, made so here, the
// last drawing moves with the view, and the map is drawn anew at rest. What WebGL
// draws is nowhere waited for: no one asks for its pixels before it says it is done.
func TestMapDrawnSlowly(t *testing.T) {
	page := open(t, "/peps/", 1280)
	type outcome struct {
		Frames, Drawn  int  // once the map has found itself slow
		Asked          int  // times that pixels were read of what was not yet drawn
		Shown, Moved   bool // the picture, in mid-movement
		Rested, Redone bool // it is away, and the map was drawn anew
		Still          bool // a PEP pointed at at rest is drawn, not postponed
	}
	got := mapScript[outcome](t, page, `
		let drawings = 0, Asked = 0;
		const owed = new Set();
		const {drawArraysInstanced: draw, getSyncParameter: ask} = WebGL2RenderingContext.prototype;
		const copy = CanvasRenderingContext2D.prototype.drawImage;
		WebGL2RenderingContext.prototype.drawArraysInstanced = function (...all) {
			drawings++;
			owed.add(this.canvas);
			const until = performance.now() + 25;
			while (performance.now() < until);
			return draw.apply(this, all);
		};
		WebGL2RenderingContext.prototype.getSyncParameter = function (...all) {
			const answer = ask.apply(this, all);
			if (answer === this.SIGNALED) owed.delete(this.canvas);
			return answer;
		};
		CanvasRenderingContext2D.prototype.drawImage = function (from, ...all) {
			if (owed.has(from)) Asked++;
			return copy.call(this, from, ...all);
		};
		const stage = map.shadowRoot.querySelector(".stage");
		const film = () => stage.querySelector(".film:not([hidden])");
		const moved = () => film()?.style.transform.startsWith("matrix(") ?? false;
		const scaled = () => moved() && !film().style.transform.startsWith("matrix(1,");
		const {left, top, width, height} = stage.getBoundingClientRect();
		const at = {clientX: left + width / 2, clientY: top + height / 2, bubbles: true, cancelable: true};
		const frame = () => new Promise(requestAnimationFrame);
		const turn = async deltaY => {
			stage.querySelector(".sigma-mouse").dispatchEvent(new WheelEvent("wheel", {...at, deltaY}));
			await frame();
		};
		const rest = async () => { for (let i = 0; (moved() || map.drawing.busy) && i < 100; i++) await new Promise(go => setTimeout(go, 50)); };
		for (let i = 0; !moved() && i < 100; i++) await turn(i % 20 < 10 ? -30 : 30);
		const before = drawings;
		let Frames = 0;
		let Moved = false;
		for (; Frames < 20; Frames++) {
			await turn(Frames % 10 < 5 ? -30 : 30);
			Moved ||= scaled();
		}
		const Shown = film() !== null && getComputedStyle(stage.querySelector(".sigma-nodes")).display === "none";
		const inMotion = drawings;
		await rest();
		const atRest = drawings, Rested = !moved();
		map.drawing.emphasise([484], null);
		for (let i = 0; drawings === atRest && i < 100; i++) await frame();
		const Still = drawings > atRest && !moved();
		await rest();
		WebGL2RenderingContext.prototype.getSyncParameter = ask;
		CanvasRenderingContext2D.prototype.drawImage = copy;
		WebGL2RenderingContext.prototype.drawArraysInstanced = draw;
		return {Frames, Drawn: inMotion - before, Asked, Shown, Moved, Rested, Redone: atRest > inMotion, Still};
	`)
	// Each drawing of the map is several calls, so a drawing a frame would be far more.
	if got.Drawn > got.Frames {
		t.Errorf("%d calls to draw in %d frames of movement", got.Drawn, got.Frames)
	}
	if got.Asked > 0 {
		t.Errorf("the page waited %d times for what WebGL draws", got.Asked)
	}
	if !got.Shown || !got.Moved || !got.Rested || !got.Redone || !got.Still {
		t.Errorf("%+v", got)
	}
}

// TestMapMakesContextsOneByOne: each context of WebGL is a task of its own, made
// before the layout is there; a map that is given up meanwhile gives all of them
// back, since a browser has only so many.
func TestMapMakesContextsOneByOne(t *testing.T) {
	page := open(t, "/peps/", 1280)
	type outcome struct {
		Made, Tasks, Lost int
		Phase             string
	}
	got := mapScript[outcome](t, page, `
		const made = [], tasks = new Set(), channel = new MessageChannel();
		let now = null;
		channel.port1.onmessage = () => (now = null);
		const original = HTMLCanvasElement.prototype.getContext;
		HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
			const context = original.call(this, kind, ...rest);
			if (kind !== "webgl2" || made.includes(context)) return context;
			made.push(context);
			if (now === null) channel.port2.postMessage(now = {});
			tasks.add(now);
			return context;
		};
		const other = map.cloneNode(), fetched = window.fetch;
		window.fetch = (url, ...rest) => String(url).includes("pepmap") ? new Promise(() => {}) : fetched(url, ...rest);
		map.replaceWith(other);
		const until = async ready => { for (let i = 0; !ready() && i < 600; i++) await new Promise(go => setTimeout(go, 20)); };
		await until(() => made.length === 3);
		const Phase = other.loading.phase.name;
		other.remove();
		const lost = () => made.filter(gl => gl.isContextLost()).length;
		await until(() => lost() === made.length);
		HTMLCanvasElement.prototype.getContext = original;
		window.fetch = fetched;
		return {Made: made.length, Tasks: tasks.size, Lost: lost(), Phase};
	`)
	if want := (outcome{3, 3, 3, "loading"}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// TestMapIsSeenWhereItIs: where the tasks of its making lie frames apart, what is seen of a map first is the map as it will
// be, not a picture of another view that is stretched over it.
func TestMapIsSeenWhereItIs(t *testing.T) {
	page := open(t, "/peps/", 1280)
	type outcome struct {
		Frames         int
		Least, Largest float64 // how far a picture was scaled
	}
	got := mapScript[outcome](t, page, `
		const frame = () => new Promise(requestAnimationFrame);
		const post = MessagePort.prototype.postMessage;
		MessagePort.prototype.postMessage = function (what, ...rest) {
			if (what !== null) return post.call(this, what, ...rest);
			frame().then(frame).then(() => post.call(this, what)); // this is how a task is ended
		};
		const other = map.cloneNode();
		map.replaceWith(other);
		const out = {Frames: 0, Least: 1, Largest: 1};
		for (let calm = 0; calm < 30; await frame()) {
			calm = other.drawing && !other.drawing.busy ? calm + 1 : 0;
			const film = other.shadowRoot?.querySelector(".film:not([hidden])");
			if (!film) continue;
			out.Frames++;
			const scale = Number(/^matrix\(([^,]*)/.exec(film.style.transform)?.[1] ?? 1);
			out.Least = Math.min(out.Least, scale);
			out.Largest = Math.max(out.Largest, scale);
		}
		MessagePort.prototype.postMessage = post;
		return out`)
	if got.Frames == 0 || got.Least < 0.5 || got.Largest > 2 {
		t.Errorf("%+v", got)
	}
}

// TestMapPrints: on paper the picture stands with its PEPs, in colours for white
// paper even where the page is dark; then it is as it was.
func TestMapPrints(t *testing.T) {
	page := open(t, "/peps/", 1280)
	mapScript[int](t, page, `
		const count = () => {
			const film = $(".film:not([hidden])");
			const copy = Object.assign(document.createElement("canvas"), {width: film.width, height: film.height});
			const context = copy.getContext("2d", {willReadFrequently: true});
			context.drawImage(film, 0, 0);
			const {data} = context.getImageData(0, 0, film.width, film.height);
			const near = (i, ...colour) => colour.every((part, k) => Math.abs(data[i + k] - part) < 3);
			let light = 0, dark = 0;
			for (let i = 0; i < data.length; i += 4) {
				if (near(i, 0x2a, 0x5e, 0x8b)) light++;
				if (near(i, 0x5f, 0xab, 0xf4)) dark++;
			}
			return [light, dark];
		};
		map.theme = "dark";
		await settled();
		await drawn();
		window.printed = [];
		for (const when of ["beforeprint", "afterprint"]) addEventListener(when, () => printed.push([when, count()]));
		window.counted = count;
		return 1;
	`)
	if _, err := chromedp.Call(page.Ctx, cdppage.PrintToPDF, cdppage.PrintToPDFParams{}); err != nil {
		t.Fatal(err)
	}
	type outcome struct {
		Printed [][]any
		After   [2]int
	}
	got := mapScript[outcome](t, page, `await settled(); await drawn(); return {Printed: printed, After: counted()}`)
	if len(got.Printed) != 2 || got.Printed[0][0] != "beforeprint" {
		t.Fatalf("printing went through %v", got.Printed)
	}
	if paper := got.Printed[0][1].([]any); paper[0].(float64) < 1000 || paper[1].(float64) > 100 {
		t.Errorf("on paper %v pixels have Final's light and dark colour", paper)
	}
	if got.After[0] > 100 || got.After[1] < 1000 {
		t.Errorf("after printing %v pixels have Final's light and dark colour", got.After)
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
