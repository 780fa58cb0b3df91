package test

import (
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// TestMapByKeyboard goes from the most cited PEP along its references, opens
// one and closes it, without a pointer.
func TestMapByKeyboard(t *testing.T) {
	page := open(t, "/peps/", 1280)
	type outcome struct {
		First, Second, Moving, Opened, Closed string
		Selected                              int
		Search                                bool
		Mark, Zoomed                          bool
	}
	got := mapScript[outcome](t, page, `
		$(".stage").focus();
		await key("ArrowRight");
		const First = said();
		await key("ArrowRight");
		const Second = said(), Mark = $(".tip") !== null;
		await key("m");
		const Moving = said();
		await key("ArrowLeft");
		await key("Escape");
		const before = $(".tip").style.transform;
		await key("+");
		for (let i = 0; i < 100 && $(".tip").style.transform === before; i++) await new Promise(go => setTimeout(go, 50));
		const Zoomed = $(".tip").style.transform !== before;
		await key("0");
		await key("Enter");
		const Opened = $("#sheet-title").textContent.trim(), Selected = map.selected;
		await key("Escape");
		await key("Escape");
		const Closed = said();
		await key("/");
		return {First, Second, Moving, Opened, Selected, Closed, Mark, Zoomed, Search: map.shadowRoot.activeElement === $("input")};
	`)
	if !strings.HasPrefix(got.First, "PEP 8, Style Guide for Python Code. Active. Cited by ") {
		t.Errorf("the first arrow leads to %q, want the most cited PEP", got.First)
	}
	if !strings.HasPrefix(got.Second, "PEP ") || got.Second == got.First || !got.Mark {
		t.Errorf("the second arrow leads from %q to %q, mark shown: %v", got.First, got.Second, got.Mark)
	}
	if !strings.HasPrefix(got.Moving, "Moving PEP ") || !got.Zoomed || !got.Search {
		t.Errorf("moving said %q, zoomed %v, / reached the search field %v", got.Moving, got.Zoomed, got.Search)
	}
	if got.Selected == 0 || !strings.Contains(got.Second, got.Opened) || got.Closed != "Nothing is selected." {
		t.Errorf("Enter opened %q (%d), two Escapes said %q", got.Opened, got.Selected, got.Closed)
	}
}

// TestMapByPointer looks for a PEP with the pointer, clicks it, and drags it
// without selecting anything.
func TestMapByPointer(t *testing.T) {
	page := open(t, "/peps/", 1280)
	x, y := 0.0, 0.0
	number := ""
	for x = 560; x < 740 && number == ""; x += 6 {
		y = 480
		act(t, page, chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, x, y))
		number = mapScript[string](t, page, `return $(".tip b")?.textContent ?? ""`)
	}
	if number == "" {
		t.Fatal("no PEP found between (560, 480) and (740, 480)")
	}
	x -= 6
	const (
		moved    = input.DispatchMouseEventTypeMouseMoved
		pressed  = input.DispatchMouseEventTypeMousePressed
		released = input.DispatchMouseEventTypeMouseReleased
	)
	act(t, page,
		chromedp.MouseEvent(pressed, x, y, chromedp.ButtonLeft, chromedp.ClickCount(1)),
		chromedp.MouseEvent(moved, 900, 260, chromedp.ButtonLeft),
		chromedp.MouseEvent(moved, 1120, 160, chromedp.ButtonLeft),
		chromedp.MouseEvent(released, 1120, 160, chromedp.ButtonLeft, chromedp.ClickCount(1)),
	)
	after := mapScript[string](t, page, `return [$(".tip b")?.textContent, map.selected].join()`)
	if after != number+"," {
		t.Errorf("dragging PEP %s to a free place: tip and selection are %q, want the tip to follow and nothing selected", number, after)
	}
	time.Sleep(500 * time.Millisecond) // or this click and the drag's make a double click
	act(t, page, chromedp.MouseClickXY(1120, 160))
	if got := mapScript[string](t, page, `return String(map.selected)`); got != number {
		t.Errorf("a click on PEP %s selects %s", number, got)
	}
}

func TestMapSpeaksThreeLanguages(t *testing.T) {
	for path, want := range map[string]string{
		"/ja/peps/": "PEP 484、Type Hints。Final。参照元 29 件、参照先",
		"/ko/peps/": "PEP 484, Type Hints. Final. 참조된 곳 29개, 참조하는 PEP",
	} {
		page := open(t, path, 390)
		got := mapScript[string](t, page, `map.select(484); await settled(); return said()`)
		if !strings.HasPrefix(got, want) {
			t.Errorf("%s says %q, want %q…", path, got, want)
		}
	}
}

// TestMapFitsANarrowScreen: the sheet comes from below, leaves the map in
// sight and makes nothing wider than the screen.
func TestMapFitsANarrowScreen(t *testing.T) {
	page := open(t, "/peps/#v1=pep=484", 390)
	type outcome struct {
		Wide, Sheet, Tables bool
		Map                 float64
	}
	got := mapScript[outcome](t, page, `
		const sheet = $(".sheet"), box = sheet.getBoundingClientRect(), stage = $(".stage").getBoundingClientRect();
		return {
			Wide: document.documentElement.scrollWidth > innerWidth,
			Tables: sheet.scrollWidth > sheet.clientWidth,
			Sheet: box.width === stage.width && box.bottom === stage.bottom,
			Map: (box.top - stage.top) / stage.height,
		};
	`)
	if got.Wide || got.Tables || !got.Sheet || got.Map < 0.4 {
		t.Errorf("at 390 pixels: %+v; want nothing too wide, a sheet along the bottom, 0.4 of the map free", got)
	}
}
