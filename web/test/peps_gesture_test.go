package test

import (
	"fmt"
	"math"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestMapGestures: two fingers, a double click, the wheel and the keys zoom; the
// small map shows that part is out of sight, moves the view, and a link keeps
// where one looks from.
func TestMapGestures(t *testing.T) {
	page := open(t, "/peps/", 1280)
	type outcome struct {
		First, Pinched, Clicked, Wheeled float64
		Small, Shown                     bool
		Before, After                    float64
		Kept                             string
		Link, Back                       float64
	}
	got := mapScript[outcome](t, page, `
		const surface = $(".sigma-mouse"), box = surface.getBoundingClientRect();
		const rest = () => new Promise(go => setTimeout(go, 700));
		const zoom = () => map.drawing.view.aim?.zoom ?? 1;
		const point = (x, y, more = {}) => ({bubbles: true, cancelable: true, clientX: box.left + x, clientY: box.top + y, ...more});
		const touch = (type, spots) => {
			const touches = spots.map(([x, y], identifier) => new Touch({identifier, target: surface, clientX: box.left + x, clientY: box.top + y}));
			surface.dispatchEvent(new TouchEvent(type, {bubbles: true, composed: true, cancelable: true, touches, targetTouches: touches, changedTouches: touches}));
		};
		const First = zoom(), Small = $(".minimap").hidden;
		touch("touchstart", [[600, 330], [640, 330]]);
		for (let by = 10; by <= 60; by += 10) { touch("touchmove", [[600 - by, 330], [640 + by, 330]]); await settled(); }
		touch("touchend", []);
		await rest();
		const Pinched = zoom();
		for (const type of ["mousedown", "mouseup", "click", "mousedown", "mouseup", "click", "dblclick"])
			surface.dispatchEvent(new MouseEvent(type, point(300, 640)));
		await rest();
		const Clicked = zoom();
		surface.dispatchEvent(new WheelEvent("wheel", point(600, 330, {deltaY: -200})));
		await rest();
		const Wheeled = zoom(), Shown = !$(".minimap").hidden;
		const Before = map.drawing.view.aim.x;
		const small = $(".minimap"), at = small.getBoundingClientRect();
		small.setPointerCapture = () => {}; // of a pointer that there is
		small.dispatchEvent(new PointerEvent("pointerdown", {pointerId: 1, clientX: at.left + 0.3 * at.width, clientY: at.top + at.height / 2}));
		await rest();
		const After = map.drawing.view.aim.x, Kept = location.hash;
		await key("0");
		$(".stage").focus();
		await key("0");
		await rest();
		const Back = zoom();
		location.hash = Kept;
		await new Promise(done => addEventListener("hashchange", done, {once: true}));
		await rest();
		return {First, Pinched, Clicked, Wheeled, Small, Shown, Before, After, Kept, Back, Link: zoom()};
	`)
	if !(got.First == 1 && got.Pinched > 1.5 && got.Clicked > got.Pinched && got.Wheeled > got.Clicked) {
		t.Errorf("zoomed to %v at first, %v by two fingers, %v by a double click, %v by the wheel", got.First, got.Pinched, got.Clicked, got.Wheeled)
	}
	if !got.Small || !got.Shown || got.After == got.Before {
		t.Errorf("the small map was hidden at first: %v, shown later: %v, led from %v to %v", got.Small, got.Shown, got.Before, got.After)
	}
	if got.Back != 1 || math.Abs(got.Link-got.Wheeled) > 0.01 {
		t.Errorf("everything is zoom %v; the link %s leads to zoom %v, want %v", got.Back, got.Kept, got.Link, got.Wheeled)
	}
}

// TestMapFillsTheScreen: a key fills the screen with the map and gives it back,
// which browsers allow to a reader's own press alone.
func TestMapFillsTheScreen(t *testing.T) {
	page := open(t, "/peps/", 1280)
	type outcome struct {
		Fills bool
		Label string
		Whole bool // as high as the window
	}
	press := func(fills bool) outcome {
		act(t, page, chromedp.KeyEvent("f"))
		return mapScript[outcome](t, page, fmt.Sprintf(`
			const fills = () => map.matches(":fullscreen");
			for (let i = 0; i < 300 && fills() !== %v; i++) await settled();
			await settled();
			const button = all(".controls button").find(b => /screen/i.test(b.ariaLabel));
			return {Fills: fills(), Label: button?.ariaLabel ?? "", Whole: map.clientHeight === innerHeight};
		`, fills))
	}
	mapScript[int](t, page, `$(".stage").focus(); return 1`)
	if got, want := press(true), (outcome{true, "Leave full screen", true}); got != want {
		t.Errorf("after one press %+v, want %+v", got, want)
	}
	if got, want := press(false), (outcome{false, "Full screen", false}); got != want {
		t.Errorf("after another one %+v, want %+v", got, want)
	}
}
