package test

import (
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
