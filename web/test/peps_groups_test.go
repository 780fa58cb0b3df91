package test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/wasm/peps/atlas"
	"github.com/ahiru-dev/ahiru/wasm/peps/metrics/bynumber"
)

// TestMapGroups: the panel lists the communities and their references as the
// analysis has them, and shows one by itself.
func TestMapGroups(t *testing.T) {
	var a atlas.Atlas
	if _, err := a.Open(context.Background(), readGraph(t)); err != nil {
		t.Fatal(err)
	}
	want, err := a.Groups(context.Background(), bynumber.Choice{})
	if err != nil {
		t.Fatal(err)
	}
	page := open(t, "/peps/#v1=panel=groups&hulls=1", 390)
	type outcome struct {
		Names         []string
		Sizes         []int
		Drawn, Alone  int
		Address, Back string
		Wide          bool
		Broken        int // numbers over two lines
		Twice         []string
	}
	got := mapScript[outcome](t, page, `
		for (let i = 0; i < 300 && !$(".group-picture"); i++) await settled();
		const lines = td => { const range = document.createRange(); range.selectNodeContents(td); return range.getClientRects().length; };
		const Broken = all(".panel td.count").filter(td => lines(td) > 1).length;
		const table = all(".panel table")[0];
		const list = [...table.tBodies[0].rows];
		const Names = list.map(tr => tr.cells[0].innerText.trim()), Sizes = list.map(tr => Number(tr.cells[1].innerText));
		const Drawn = all(".group-picture .group").length;
		list[1].querySelector("button").click();
		for (let i = 0; i < 100 && map.lens.busy; i++) await settled();
		await settled();
		const Alone = map.lens.sight.sift.peps.size, Address = location.hash;
		all(".panel .plain-button")[0].click();
		await settled();
		const Back = String(map.lens.sight.sift.peps.size);
		map.setView({...map.lens.view, layout: "community"});
		for (let i = 0; i < 300 && (map.lens.busy || $(".arranging")); i++) await settled();
		await new Promise(go => setTimeout(go, 700)); // the PEPs glide to their places
		await drawn();
		const written = new Map(), fill = CanvasRenderingContext2D.prototype.fillText;
		CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
			written.set(text, (written.get(text) ?? 0) + 1);
			return fill.call(this, text, ...rest);
		};
		map.drawing.emphasise([484], null);
		for (let i = 0; i < 300 && !written.has("484"); i++) await settled();
		CanvasRenderingContext2D.prototype.fillText = fill;
		const Twice = Names.filter(name => (written.get(name) ?? 0) > written.get("484"));
		if (!Names.some(name => written.has(name))) Twice.push("no name is written");
		return {Names, Sizes, Drawn, Alone, Address, Back, Broken, Twice, Wide: $(".panel").scrollWidth > $(".panel").clientWidth};
	`)
	var sizes []int
	for _, members := range want.Members {
		sizes = append(sizes, len(members))
	}
	if !slices.Equal(got.Names, want.Names) || !slices.Equal(got.Sizes, sizes) {
		t.Errorf("communities %q of %v, want %q of %v", got.Names, got.Sizes, want.Names, sizes)
	}
	if got.Drawn < 10 || got.Alone != sizes[1] || !strings.Contains(got.Address, "community=1&hide=1") || got.Back != "736" || got.Wide || got.Broken > 0 || len(got.Twice) > 0 {
		t.Errorf("%+v; want %d PEPs alone, then all again", got, sizes[1])
	}
}

// TestMapYears: a range drawn on the histogram leaves its years, and playing
// goes through them.
func TestMapYears(t *testing.T) {
	page := open(t, "/peps/#v1=panel=filter", 1280)
	type outcome struct {
		Brushed, Played, Paused string
		Kinds                   int
		Less, More              int
	}
	got := mapScript[outcome](t, page, `
		const box = $(".years svg").getBoundingClientRect();
		const at = (part, type) => $(".years svg").dispatchEvent(new PointerEvent(type, {
			bubbles: true, pointerId: 1, clientX: box.left + part * box.width, clientY: box.top + 5,
		}));
		SVGElement.prototype.setPointerCapture = () => {}; // of a pointer that there is
		at(0.3, "pointerdown");
		at(0.5, "pointermove");
		await settled();
		at(0.6, "pointerup");
		await settled();
		const Brushed = location.hash;
		const Kinds = all(".panel .facet")[0].querySelectorAll(".amount").length;
		all(".plain-button")[0].click();
		await settled();
		const count = () => map.lens.sight.sift.peps.size;
		while (map.lens.view.years || $(".facet:not(:has(ul))") || count() < map.graph.nodes.length) await settled();
		$(".years .plain-button").click();
		while (count() === map.graph.nodes.length) await settled();
		const Less = count();
		while (map.lens.sight.sift.peps.size === Less) await settled();
		while (!map.lens.view.years || map.lens.view.years[1] < 2001) await settled();
		const More = map.lens.sight.sift.peps.size, Played = location.hash;
		$(".years .plain-button").click();
		await settled();
		return {Brushed, Played, Paused: location.hash, Kinds, Less, More};
	`)
	if !strings.Contains(got.Brushed, "years=2005-2014") {
		t.Errorf("from 0.3 to 0.6 of the years: %s", got.Brushed)
	}
	if got.Kinds != 9 || got.Less >= got.More || strings.Contains(got.Played, "years") || !strings.Contains(got.Paused, "years=") {
		t.Errorf("%+v; want the address to change when the play ends, not before", got)
	}
}

// TestMapLineOpensItsMentions: a click on a drawn reference tells why it is there.
func TestMapLineOpensItsMentions(t *testing.T) {
	page := open(t, "/peps/#v1=pep=484", 1280)
	type outcome struct{ Before, Open int }
	got := mapScript[outcome](t, page, `
		await new Promise(go => setTimeout(go, 500));
		const Before = all("tr.why").length;
		const stage = $(".stage"), {left, top} = stage.getBoundingClientRect();
		const press = (x, y) => {
			const mouse = stage.querySelector(".sigma-mouse");
			for (const type of ["mousedown", "mouseup", "click"])
				mouse.dispatchEvent(new MouseEvent(type, {bubbles: true, clientX: left + x, clientY: top + y, button: 0}));
		};
		const {x, y} = map.drawing.whereIs(484), other = map.drawing.whereIs(333);
		press(x + 0.6 * (other.x - x), y + 0.6 * (other.y - y));
		await settled();
		for (let i = 0; i < 200 && !$(".mentions li"); i++) await settled();
		return {Before, Open: all(".mentions li").length};
	`)
	if got.Before != 0 || got.Open == 0 {
		t.Errorf("mentions before and after a click on the line from PEP 484 to PEP 333: %+v", got)
	}
}
