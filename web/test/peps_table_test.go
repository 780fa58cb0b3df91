package test

import (
	"strconv"
	"strings"
	"testing"
)

// TestMapTableOfMetrics: all PEPs, sorted by a metric as metrics() has it,
// searched by words, each leading to its place on the map.
func TestMapTableOfMetrics(t *testing.T) {
	for _, width := range []int{1280, 390} {
		page := open(t, "/peps/", width)
		type outcome struct {
			Rows, Found, Chosen int
			Sorted, Wide        bool
			First               string
		}
		got := mapScript[outcome](t, page, `
			$("#tool-metrics").click();
			while (!$(".scroll tbody tr")) await settled();
			const values = await map.metrics("betweenness");
			$(".scroll th.betweenness button").click();
			await settled();
			const numbers = () => all(".scroll tbody tr").map(tr => Number(tr.cells[0].innerText));
			const order = numbers().map(n => values[n]);
			const Sorted = order.every((v, i) => i === 0 || v <= order[i - 1]) && $(".scroll th.betweenness").ariaSort === "descending";
			const Rows = order.length, First = all(".scroll tbody tr")[0].cells[1].innerText.trim();
			const Wide = document.documentElement.scrollWidth > innerWidth;
			const field = $(".table-tools input");
			field.value = "type hints";
			field.dispatchEvent(new InputEvent("input"));
			await settled();
			const Found = numbers().length;
			$(".scroll td.title button").click();
			await settled();
			return {Rows, Found, Sorted, First, Wide, Chosen: map.selected};
		`)
		if n := len(readFacts(t).Nodes); got.Rows != n || !got.Sorted || got.Found == 0 || got.Found > 20 || got.Chosen == 0 || got.Wide || got.First == "" {
			t.Errorf("at %d pixels: %+v; want %d sorted rows", width, got, n)
		}
	}
}

// TestMapTellsTheSuccession follows a superseded PEP to the living end.
func TestMapTellsTheSuccession(t *testing.T) {
	page := open(t, "/peps/#v1=pep=241", 1280)
	type outcome struct {
		Line, Alive string
		Next        int
	}
	got := mapScript[outcome](t, page, `
		while (!$(".validity")) await settled();
		const Line = $(".validity").innerText.replace(/\s+/g, " ").trim();
		$(".validity button").click();
		await settled();
		const Next = map.selected;
		map.select(484);
		await settled();
		while (!$(".validity")) await settled();
		return {Line, Next, Alive: $(".validity").innerText.replace(/\s+/g, " ").trim()};
	`)
	if got.Line != "Is it still valid? Another took its place: PEP 314 → PEP 345 → PEP 566" || got.Next != 314 {
		t.Errorf("PEP 241: %q, the first leads to %d", got.Line, got.Next)
	}
	if !strings.Contains(got.Alive, "No PEP took its place; its status is Final.") {
		t.Errorf("PEP 484: %q", got.Alive)
	}
}

// TestMapTableOfReferences has every line that the picture shows, and follows the
// filters.
func TestMapTableOfReferences(t *testing.T) {
	page := open(t, "/peps/#v1=panel=metrics", 390)
	type outcome struct {
		Said       string
		Rows, All  int
		First      string
		Few, Drawn int
		Wide       bool
		Facts      int
	}
	got := mapScript[outcome](t, page, `
		while (!$(".scroll tbody tr")) await settled();
		const Facts = all(".scroll thead th").length;
		all(".which button")[1].click();
		await settled();
		const count = () => all(".scroll tbody tr").length;
		const Rows = count(), Said = $(".panel [role=status]").textContent.trim();
		$(".scroll .plain-button").click();
		await settled();
		const All = count();
		$(".scroll th.count button").click();
		await settled();
		const First = all(".scroll td.count")[0].textContent;
		map.setView({...map.lens.view, kinds: ["replaces"], mentions: 1});
		for (let i = 0; i < 100 && map.lens.busy; i++) await settled();
		await settled();
		return {Said, Rows, All, First, Few: count(), Drawn: map.lens.sight.sift.edges, Facts, Wide: document.documentElement.scrollWidth > innerWidth};
	`)
	f := readFacts(t)
	most := 0
	for _, e := range f.Edges {
		most = max(most, e.Count)
	}
	if got.Said != "1,698 references between them." || got.Rows != 1000 || got.All != len(f.Edges) || got.First != strconv.Itoa(most) {
		t.Errorf("%+v; want %d references, %d mentions at most", got, len(f.Edges), most)
	}
	if got.Few == 0 || got.Few != got.Drawn || got.Wide || got.Facts != 14 {
		t.Errorf("%+v; want the table to follow the filter", got)
	}
}
