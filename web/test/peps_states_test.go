package test

import (
	"strings"
	"testing"
)

// TestMapWithoutWebGL: a sentence in place of the picture; search and lists
// work as they do beside it.
func TestMapWithoutWebGL(t *testing.T) {
	page := open(t, "/peps/", 1280)
	type outcome struct {
		Sentence, Title string
		Rows, Selected  int
	}
	got := mapScript[outcome](t, page, `
		const original = HTMLCanvasElement.prototype.getContext;
		HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
			return kind.startsWith("webgl") ? null : original.call(this, kind, ...rest);
		};
		const plain = map.cloneNode();
		map.replaceWith(plain);
		await plain.ready;
		await plain.updateComplete;
		const root = plain.shadowRoot;
		const Sentence = root.querySelector(".phase").textContent.trim();
		const Rows = root.querySelectorAll(".plain tbody tr").length;
		const field = root.querySelector("input");
		field.focus();
		field.value = "484";
		field.dispatchEvent(new InputEvent("input", {bubbles: true}));
		await plain.updateComplete;
		field.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true}));
		await plain.updateComplete;
		return {Sentence, Rows, Selected: plain.selected, Title: root.querySelector("#sheet-title").textContent.trim()};
	`)
	if !strings.Contains(got.Sentence, "no WebGL") || got.Rows != len(readFacts(t).Nodes) {
		t.Errorf("without WebGL: %q and %d rows", got.Sentence, got.Rows)
	}
	if got.Selected != 484 || got.Title != "Type Hints" {
		t.Errorf("the search selects %d, %q", got.Selected, got.Title)
	}
}

// TestMapFailsAndTriesAgain: an engine that is not there is a sentence with a
// way on; the lists can be used meanwhile.
func TestMapFailsAndTriesAgain(t *testing.T) {
	page := blank(t, 1280) // the browser complains of the missing file
	navigate(t, page, site+"/peps/")
	type outcome struct {
		Reason, Shown string
		Rows          int
		Again         bool
	}
	got := mapScript[outcome](t, page, `
		const broken = map.cloneNode();
		const engine = broken.getAttribute("engine");
		broken.setAttribute("engine", "missing.wasm");
		map.replaceWith(broken);
		const Reason = await broken.ready.then(() => "it was ready", error => error.message);
		await broken.updateComplete;
		const root = broken.shadowRoot;
		const Shown = root.querySelector(".phase").textContent;
		const Rows = root.querySelectorAll(".plain tbody tr").length;
		broken.setAttribute("engine", engine);
		await broken.updateComplete;
		root.querySelector(".phase button").click();
		await broken.ready;
		await broken.updateComplete;
		return {Reason, Shown, Rows, Again: root.querySelectorAll("canvas").length > 0 && !root.querySelector(".phase")};
	`)
	const sentence = "missing.wasm could not be fetched: the server answers 404."
	if got.Reason != sentence || !strings.Contains(got.Shown, sentence) {
		t.Errorf("ready rejects with %q, the page says %q", got.Reason, got.Shown)
	}
	if got.Rows == 0 || !got.Again {
		t.Errorf("%d rows meanwhile, drawn after another try: %v", got.Rows, got.Again)
	}
}

func TestMapWithNoPEPs(t *testing.T) {
	page := open(t, "/peps/", 1280)
	got := mapScript[string](t, page, `
		const empty = map.cloneNode();
		empty.src = "empty.json";
		const fetched = window.fetch;
		window.fetch = (url, ...rest) => String(url).endsWith("empty.json")
			? Promise.resolve(new Response('{"commit":null,"date":null,"nodes":[],"edges":[]}'))
			: fetched(url, ...rest);
		map.replaceWith(empty);
		await empty.ready;
		await empty.updateComplete;
		return empty.shadowRoot.querySelector(".phase").textContent.trim();
	`)
	if got != "This file holds no PEPs." {
		t.Errorf("an empty file says %q", got)
	}
}

func TestMapTakesTheTheme(t *testing.T) {
	page := open(t, "/peps/", 1280)
	light := pixelsOf(t, page, "")
	dark := pixelsOf(t, page, "dark")
	if light[0] < 1000 || light[1] > 100 || dark[0] > 100 || dark[1] < 1000 {
		t.Errorf("pixels of Final's light and dark colour: %v as the page, %v dark", light, dark)
	}
}
