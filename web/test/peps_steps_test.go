package test

import (
	"math"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// TestMapUndo goes through what a reader can do, back to the beginning with the
// keys and forth with the buttons; the address follows.
func TestMapUndo(t *testing.T) {
	page := open(t, "/peps/", 1280)
	type outcome struct {
		Forth, Back, Again []string
		Off                []bool
		Said               []string
	}
	got := mapScript[outcome](t, page, `
		const now = () => location.hash;
		const Forth = [now()], Back = [], Again = [], Off = [], Said = [];
		const button = name => $(".controls button[aria-label=" + name + "]");
		const off = () => Off.push(button("Undo").disabled, button("Redo").disabled);
		off();
		map.select(484); await settled(); Forth.push(now());
		map.doings.add([8, 20]); await settled(); Forth.push(now());
		map.setView({...map.lens.view, hide: true}); await settled(); Forth.push(now());
		map.doings.pin(484, [10.04, -20]); await settled(); Forth.push(now());
		off();
		$(".stage").focus();
		for (let i = 0; i < 4; i++) { await key("z", {ctrlKey: true}); Back.unshift(now()); }
		off();
		Said.push(said());
		await key("z", {ctrlKey: true});
		Said.push(said());
		await key("Z", {ctrlKey: true, shiftKey: true}); Again.push(now());
		await key("y", {ctrlKey: true}); Again.push(now());
		button("Redo").click(); await settled(); Again.push(now());
		button("Redo").click(); await settled(); Again.push(now());
		const field = $(".search input");
		field.focus();
		await key("z", {ctrlKey: true});
		Again.push(now());
		return {Forth, Back, Again, Off, Said};
	`)
	want := []string{"", "#v1=pep=484", "#v1=also=484*8&pep=20", "#v1=also=484*8&hide=1&pep=20", "#v1=also=484*8&hide=1&pep=20&pins=484_10_-20"}
	for i, address := range want {
		if got.Forth[i] != address || i < 4 && (got.Back[i] != address || got.Again[i] != want[i+1]) {
			t.Fatalf("there %q, back %q, again %q; want %q", got.Forth, got.Back, got.Again, want)
		}
	}
	if last := got.Again[4]; last != want[4] {
		t.Errorf("Control and Z in the search field belong to its text, and the map went to %q", last)
	}
	if off := [6]bool(got.Off); off != [6]bool{true, true, false, true, true, false} {
		t.Errorf("undo and redo were off: %v", off)
	}
	if got.Said[0] != "Undone." || got.Said[1] != "There is nothing to undo." {
		t.Errorf("said %q", got.Said)
	}
}

// TestMapLayouts: every layout places all PEPs elsewhere than the others do, and
// what a reader pinned stays where it was put.
func TestMapLayouts(t *testing.T) {
	page := open(t, "/peps/#v1=pins=484_5_7", 1280)
	type place struct{ X, Y float64 }
	got := mapScript[map[string][]place](t, page, `
		const placed = {};
		$("#tool-look").click();
		await settled();
		const select = $("#choose-layout");
		for (const {value} of [...select.options]) {
			select.value = value;
			select.dispatchEvent(new Event("change"));
			for (let i = 0; i < 500 && map.shown.looks() === null; i++) await settled();
			const before = JSON.stringify(map.shown.looks());
			for (let i = 0; value !== "force" && i < 1000 && JSON.stringify(map.shown.looks()) === before; i++) await settled();
			await new Promise(go => setTimeout(go, 1200));
			placed[value] = map.shown.looks().map(({x, y}) => ({X: x, Y: y}));
			placed[value].push(...[484].map(n => { const i = map.graph.nodes.findIndex(p => p.number === n); return placed[value][i]; }));
		}
		return placed;
	`)
	if len(got) != 6 {
		t.Fatalf("%d layouts, want 6", len(got))
	}
	for name, places := range got {
		for _, p := range places {
			if math.IsNaN(p.X) || math.IsNaN(p.Y) || math.Abs(p.X) > 1e5 || math.Abs(p.Y) > 1e5 {
				t.Fatalf("%s places a PEP at %v", name, p)
			}
		}
		if pinned := places[len(places)-1]; pinned != (place{5, 7}) {
			t.Errorf("%s: the pinned PEP is at %v, want 5, 7", name, pinned)
		}
		for other, others := range got {
			same := 0
			for i := range places {
				if places[i] == others[i] {
					same++
				}
			}
			if other != name && same > len(places)/20 {
				t.Errorf("%s and %s place %d of %d PEPs alike", name, other, same, len(places))
			}
		}
	}
}

// TestMapSelectsSeveral with Shift and a click, an area, keys, the search, a
// table; the sheet lists them and lets them go.
func TestMapSelectsSeveral(t *testing.T) {
	page := open(t, "/peps/", 1280)
	const (
		moved    = input.DispatchMouseEventTypeMouseMoved
		pressed  = input.DispatchMouseEventTypeMousePressed
		released = input.DispatchMouseEventTypeMouseReleased
	)
	x := mapScript[float64](t, page, `
		const {left, top} = $(".stage").getBoundingClientRect();
		const discs = map.graph.nodes.map(({number}) => map.drawing.whereIs(number));
		let x = 460;
		while (discs.some(d => Math.hypot(left + d.x - x, top + d.y - 300) < d.radius + 16)) x += 2;
		return x;
	`) // free ground
	shift := chromedp.ButtonModifiers(chromedp.ModifierShift)
	act(t, page,
		chromedp.MouseEvent(moved, x, 300),
		chromedp.MouseEvent(pressed, x, 300, chromedp.ButtonLeft, chromedp.ClickCount(1), shift),
		chromedp.MouseEvent(moved, 600, 380, chromedp.ButtonLeft, shift),
		chromedp.MouseEvent(moved, 760, 520, chromedp.ButtonLeft, shift),
		chromedp.MouseEvent(released, 760, 520, chromedp.ButtonLeft, chromedp.ClickCount(1), shift),
	)
	type outcome struct {
		Area, Listed, Less, Searched, Marked, Tabled int
		Title                                        string
		Opened                                       int
	}
	time.Sleep(500 * time.Millisecond)
	got := mapScript[outcome](t, page, `
		const count = () => map.state.peps.length;
		const Area = count(), Listed = all(".several tbody tr").length, Title = $("#sheet-title").textContent.trim();
		all(".several tbody tr")[0].querySelectorAll("button")[1].click();
		await settled();
		const Less = count();
		await type("484");
		await key("Enter", {shiftKey: true});
		const Searched = count();
		map.select(8);
		await settled();
		all(".citedBy td.title button")[0].dispatchEvent(new MouseEvent("click", {bubbles: true, shiftKey: true}));
		await settled();
		const Tabled = count();
		$(".stage").focus();
		await key("ArrowRight");
		await key("Enter", {shiftKey: true});
		const Marked = count();
		all(".several td.title button")[0].click();
		await settled();
		return {Area, Listed, Title, Less, Searched, Tabled, Marked, Opened: count()};
	`)
	if got.Area < 5 || got.Listed != got.Area || got.Less != got.Area-1 || got.Title == "" {
		t.Errorf("an area: %+v", got)
	}
	if got.Searched != got.Less+1 && got.Searched != got.Less-1 {
		t.Errorf("the search with Shift: %+v", got)
	}
	if got.Tabled != 2 || got.Marked != 3 || got.Opened != 1 {
		t.Errorf("a table and a key with Shift: %+v, want 2 and 3, then one", got)
	}
}
