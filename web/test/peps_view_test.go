package test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/wasm/peps"
)

// TestMapColoursAndSizes: every choice of the panel draws a map with a legend,
// stands in the address, and the way back undoes it.
func TestMapColoursAndSizes(t *testing.T) {
	page := open(t, "/peps/", 1280)
	type outcome struct {
		Rows          []int
		Sums          []int
		Address, Back string
		Sizes         bool
	}
	got := mapScript[outcome](t, page, `
		$("#tool-look").click();
		await settled();
		const choose = async (id, value) => {
			const select = $("#choose-" + id);
			select.value = value;
			select.dispatchEvent(new Event("change"));
			for (let i = 0; i < 100 && map.lens.busy; i++) await settled();
			await settled();
		};
		const Rows = [], Sums = [];
		for (const {value} of $("#choose-colour").options) {
			await choose("colour", value);
			const counts = all(".legend .row .amount").map(e => Number(e.textContent));
			Rows.push(counts.length);
			Sums.push(counts.reduce((a, b) => a + b, 0));
		}
		for (const {value} of $("#choose-size").options) await choose("size", value);
		await choose("size", "constant");
		await choose("colour", "topic");
		const Address = location.hash;
		history.back();
		await new Promise(done => addEventListener("hashchange", done, {once: true}));
		await settled();
		return {Rows, Sums, Address, Back: location.hash};
	`)
	n := len(readFacts(t).Nodes)
	if len(got.Rows) != 15 || slices.Min(got.Rows) < 2 || slices.Min(got.Sums) != n || slices.Max(got.Sums) != n {
		t.Errorf("rows of the legend %v, adding up to %v; want every choice to add up to %d", got.Rows, got.Sums, n)
	}
	if got.Address != "#v1=colour=topic&panel=look&size=constant" || got.Back != "#v1=colour=check&panel=look&size=constant" {
		t.Errorf("the address was %s, one step back %s", got.Address, got.Back)
	}
}

// TestMapFilters: the legend and the panel leave the same PEPs, with the keys
// of a keyboard too, and a link brings them back.
func TestMapFilters(t *testing.T) {
	page := open(t, "/peps/", 1280)
	type outcome struct {
		Legend, Panel, Link, Kinds, Hostile string
		Pressed, Sliders                    string
		Wide                                bool
	}
	got := mapScript[outcome](t, page, `
		$(".legend").open = true;
		const amounts = () => $(".amounts").textContent.trim();
		$(".legend button.row").click();
		await settled();
		const Legend = location.hash, Pressed = $(".legend button.row").getAttribute("aria-pressed");
		$("#tool-filter").click();
		await settled();
		for (let i = 0; i < 100 && map.lens.busy; i++) await settled();
		const tick = async (facet, text) => {
			const label = all(".facet").find(d => d.querySelector("summary").textContent.includes(facet)).querySelectorAll("label");
			[...label].find(l => l.textContent.includes(text)).querySelector("input").click();
			for (let i = 0; i < 100 && map.lens.busy; i++) await settled();
			await settled();
		};
		await tick("Topic", "Typing");
		const Panel = amounts();
		location.hash = "#v1=topic=Typing&status=Final&hide=1&colour=community";
		await new Promise(done => addEventListener("hashchange", done, {once: true}));
		for (let i = 0; i < 100 && map.lens.busy; i++) await settled();
		await settled();
		const Link = amounts();
		const Wide = $(".panel").scrollWidth > $(".panel").clientWidth;
		all(".plain-button").find(b => b.textContent.includes("Clear")).click();
		await settled();
		await tick("Kind", "role");
		const Kinds = amounts();
		await tick("Kind", "role");
		const slide = async (id, value) => {
			$("#least-" + id).value = value;
			$("#least-" + id).dispatchEvent(new Event("change"));
			for (let i = 0; i < 100 && map.lens.busy; i++) await settled();
			await settled();
		};
		await slide("mentions", 3);
		await slide("least", 5);
		const Sliders = amounts() + all(".amount-field").map(f => "|" + f.querySelector(".amount").textContent + "|" + f.querySelector("title").textContent + "|" + f.querySelectorAll(".in").length).join("");
		location.hash = "#v1=topic=%3Cscript%3E";
		await new Promise(done => addEventListener("hashchange", done, {once: true}));
		await settled();
		return {Legend, Pressed, Panel, Link, Kinds, Sliders, Wide, Hostile: Sliders.startsWith(amounts()) && $(".notice").textContent};
	`)
	if got.Pressed != "false" || !strings.HasPrefix(got.Legend, "#v1=status=") || strings.Contains(got.Legend, "Final") {
		t.Errorf("the legend's first row, Final: pressed %s, address %s", got.Pressed, got.Legend)
	}
	typing := func(final bool) func(peps.Node) bool {
		return func(n peps.Node) bool { return slices.Contains(n.Topic, "Typing") && (n.Status == "Final") == final }
	}
	all := func(peps.Node) bool { return true }
	any := func(peps.Edge) bool { return true }
	for what, want := range map[string][2]string{
		"Typing without Final":     {got.Panel, amounts(t, typing(false), any)},
		"Typing and Final, linked": {got.Link, amounts(t, typing(true), any)},
		"without roles":            {got.Kinds, amounts(t, all, func(e peps.Edge) bool { return len(e.Kinds) > 1 || e.Kinds[peps.Role] == 0 })},
	} {
		if want[0] != want[1] {
			t.Errorf("%s: the panel says %q, the facts %q", what, want[0], want[1])
		}
	}
	if want := sliders(t); got.Sliders != want {
		t.Errorf("with 3 mentions and 5 references at least, the panel says %q, the facts %q", got.Sliders, want)
	}
	if got.Wide || got.Hostile != "This link asks for something that the map does not have; nothing was changed." {
		t.Errorf("too wide %v; a hostile link: %q", got.Wide, got.Hostile)
	}
}

// sliders is what the panel says where a reference has 3 mentions and a PEP 5
// references at least: the sentence, how many each of the two leaves, its first
// bar, and how many bars are not below the least.
func sliders(t *testing.T) string {
	t.Helper()
	g := readGraph(t)
	near := map[int]map[int]bool{}
	for _, n := range g.Nodes {
		near[n.Number] = map[int]bool{}
	}
	for _, e := range g.Edges {
		near[e.From][e.To], near[e.To][e.From] = true, true
	}
	many := func(number int) bool { return len(near[number]) >= 5 }
	sentence := amounts(t, func(n peps.Node) bool { return many(n.Number) }, func(e peps.Edge) bool { return e.Count >= 3 })
	left, alone, once, often := 0, 0, 0, 0
	for number, others := range near {
		if many(number) {
			left++
		}
		if len(others) == 0 {
			alone++
		}
	}
	for _, e := range g.Edges {
		if many(e.From) && many(e.To) && e.Count >= 3 {
			often++
		}
		if many(e.From) && many(e.To) && e.Count == 1 {
			once++
		}
	}
	return fmt.Sprintf("%s|%d references|1: %d references|18|%d PEPs|0: %d PEPs|36", sentence, often, once, left, alone)
}

// amounts is the panel's sentence for what passes, reckoned from the facts.
func amounts(t *testing.T, node func(peps.Node) bool, edge func(peps.Edge) bool) string {
	t.Helper()
	g := readGraph(t)
	seen := map[int]bool{}
	for _, n := range g.Nodes {
		if node(n) {
			seen[n.Number] = true
		}
	}
	edges := 0
	for _, e := range g.Edges {
		if seen[e.From] && seen[e.To] && edge(e) {
			edges++
		}
	}
	return fmt.Sprintf("%d of %d PEPs, %d references between them.", len(seen), len(g.Nodes), edges)
}
