package test

import (
	"bytes"
	"encoding/json"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// meetMap is the start of every script here: map is the page's map, ready; $
// finds inside it.
const meetMap = `
	await customElements.whenDefined("ahiru-peps");
	const map = document.querySelector("ahiru-peps");
	const $ = selector => map.shadowRoot.querySelector(selector);
	const all = selector => [...map.shadowRoot.querySelectorAll(selector)];
	const settled = async () => {
		await map.updateComplete;
		for (let i = 0; i < 3; i++) await new Promise(go => requestAnimationFrame(go));
		await map.updateComplete;
	};
	const key = (name, more = {}) => {
		const at = map.shadowRoot.activeElement ?? $(".stage");
		at.dispatchEvent(new KeyboardEvent("keydown", {key: name, bubbles: true, cancelable: true, composed: true, ...more}));
		return settled();
	};
	const type = text => {
		$("input").focus();
		$("input").value = text;
		$("input").dispatchEvent(new InputEvent("input", {bubbles: true}));
		return settled();
	};
	const drawn = async () => { while (map.drawing.busy) await new Promise(go => requestAnimationFrame(go)); };
	const said = () => all(".frame > [role=status]").at(-1).textContent.trim();
	const rows = which => all("." + which + " tbody tr").map(tr => [...tr.cells].map(td => td.innerText.trim()));
	await map.ready;
	await settled();
`

// mapScript runs the body of an async function that has met the page's map.
func mapScript[T any](t *testing.T, page *browser.Page, body string) T {
	t.Helper()
	return eval[T](t, page, "(async () => {"+meetMap+body+"})()")
}

// facts are what the built site's peps.json says, as far as these tests ask.
type facts struct {
	Nodes []struct {
		Number int
		Title  string
	}
	Edges []struct {
		From, To, Count int
		Kinds           map[string]int
	}
}

func readFacts(t *testing.T) facts {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dist, "peps", "peps.json"))
	if err != nil {
		t.Fatal(err)
	}
	var f facts
	if err := json.Unmarshal(text, &f); err != nil {
		t.Fatal(err)
	}
	return f
}

// TestMapDrawsEveryPEP asks the drawing how much it holds and looks at the
// picture: enough of it must have the colour of the most frequent status.
func TestMapDrawsEveryPEP(t *testing.T) {
	page := open(t, "/peps/", 1280)
	want := readFacts(t)
	type outcome struct {
		Nodes, Edges, Graph int
	}
	got := mapScript[outcome](t, page, `
		await drawn();
		const {nodes, edges} = $(".stage").dataset;
		return {Nodes: Number(nodes), Edges: Number(edges), Graph: map.graph.nodes.length};
	`)
	if n := len(want.Nodes); got.Nodes != n || got.Graph != n || got.Edges != len(want.Edges) {
		t.Errorf("drawn: %+v; peps.json has %d PEPs and %d references", got, n, len(want.Edges))
	}
	if n := pixels(t, page, 0x2a, 0x5e, 0x8b); n < 5000 {
		t.Errorf("%d pixels have the colour of Final in the light theme, want 5000 at least", n)
	}
}

// pixels counts the screen's pixels of a colour.
func pixels(t *testing.T, page *browser.Page, r, g, b uint32) int {
	t.Helper()
	shot, err := chromedp.Run(page.Ctx, chromedp.CaptureScreenshot())
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(shot))
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	box := picture.Bounds()
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			pr, pg, pb, _ := picture.At(x, y).RGBA()
			if near(pr>>8, r) && near(pg>>8, g) && near(pb>>8, b) {
				count++
			}
		}
	}
	return count
}

// pixelsOf counts those of Final's light and its dark colour under a theme.
func pixelsOf(t *testing.T, page *browser.Page, theme string) [2]int {
	t.Helper()
	mapScript[int](t, page, `map.theme = "`+theme+`"; await settled(); await drawn(); await settled(); return 1`)
	return [2]int{pixels(t, page, 0x2a, 0x5e, 0x8b), pixels(t, page, 0x5f, 0xab, 0xf4)}
}

func near(a, b uint32) bool { return max(a, b)-min(a, b) <= 2 }

func TestMapSearch(t *testing.T) {
	page := open(t, "/peps/", 1280)
	type outcome struct {
		Words, Number, None []string
		Role, Chosen        string
		Selected            int
		Closed              bool
	}
	got := mapScript[outcome](t, page, `
		const hits = () => all("#hits li").map(li => li.querySelector("b").textContent);
		await type("typing protocol");
		await type("type hints");
		const Words = hits();
		await type("zebra xylophone");
		const None = [$(".no-hits").textContent.trim(), $("input").getAttribute("aria-expanded")];
		await type("48");
		const Number = hits();
		await key("ArrowDown");
		const Role = $("input").getAttribute("aria-activedescendant");
		const Chosen = $("#" + Role).querySelector("b").textContent;
		await key("Enter");
		return {Words, Number, None, Role, Chosen, Selected: map.selected, Closed: $("#hits").hidden};
	`)
	if len(got.Words) == 0 || got.Words[0] != "484" {
		t.Errorf("type hints finds %v, want 484 first", got.Words)
	}
	if len(got.Number) < 2 || !slices.Contains(got.Number, "484") {
		t.Errorf("48 finds %v, want 484 among them", got.Number)
	}
	if !slices.Equal(got.None, []string{"No PEP matches.", "false"}) {
		t.Errorf("nothing found says %q", got.None)
	}
	if got.Role != "hit-1" || got.Chosen != got.Number[1] || !got.Closed {
		t.Errorf("arrow down and Enter: %+v", got)
	}
}

// TestMapSheetAgreesWithTheFacts holds both tables of a PEP against peps.json.
func TestMapSheetAgreesWithTheFacts(t *testing.T) {
	page := open(t, "/peps/", 1280)
	type outcome struct {
		Title, Link    string
		CitedBy, Cites [][]string
		Sorted         [][]string
		Order          string
		Followed       int
		Focused        string
	}
	got := mapScript[outcome](t, page, `
		map.select(484);
		await settled();
		const Title = $("#sheet-title").textContent.trim();
		const [CitedBy, Cites] = [rows("citedBy"), rows("cites")];
		const Link = $(".citedBy td.pep a").href;
		$(".citedBy th.count button").click();
		await settled();
		const Sorted = rows("citedBy");
		const Order = $(".citedBy th.count").getAttribute("aria-sort");
		$(".cites td.title button").click();
		await settled();
		return {Title, Link, CitedBy, Cites, Sorted, Order, Followed: map.selected, Focused: map.shadowRoot.activeElement?.id ?? ""};
	`)
	f := readFacts(t)
	if want := f.rows(484, true); !slices.EqualFunc(got.CitedBy, want, sameRow) {
		t.Errorf("cited by: %v, want %v", got.CitedBy, want)
	}
	if want := f.rows(484, false); !slices.EqualFunc(got.Cites, want, sameRow) {
		t.Errorf("cites: %v, want %v", got.Cites, want)
	}
	if got.Title != "Type Hints" || got.Link != "https://peps.python.org/pep-0008/" {
		t.Errorf("title %q, first link %q", got.Title, got.Link)
	}
	if got.Order != "descending" || !slices.IsSortedFunc(got.Sorted, byCount) {
		t.Errorf("sorted by count (%s): %v", got.Order, got.Sorted)
	}
	if want := f.rows(484, false)[0].number; got.Followed != want || got.Focused != "sheet-title" {
		t.Errorf("a click on the first title selects %d, focus on %q; want %d, the title", got.Followed, got.Focused, want)
	}
}
