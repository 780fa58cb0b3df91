package test

import (
	"context"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/web/test/firefox"
)

// mapInFirefox opens an address and evaluates a script there that has met its map.
func mapInFirefox[T any](t *testing.T, ctx context.Context, page *firefox.Page, path, body string) T {
	t.Helper()
	ctx, cancel := context.WithTimeout(ctx, firefoxLimit)
	defer cancel()
	var v T
	err := page.Navigate(ctx, site+path)
	if err == nil {
		err = page.Eval(ctx, "(async () => {"+meetMap+body+"})()", &v)
	}
	if err != nil {
		t.Fatalf("in Firefox, %s: %v", path, err)
	}
	return v
}

// TestMapInFirefox tries in Firefox what Chromium's tests try: the picture, a
// link and what it brings back, the search, communities, a path, a corpus of
// one's own, files.
func TestMapInFirefox(t *testing.T) {
	ctx, page := launchFirefox(t)
	f := readFacts(t)
	type outcome struct {
		Nodes, Edges   int
		Drawn          string
		Title, Typed   string
		Mentions, Hits int
		Link           string
		Groups         int
		Path           []int
		Ranks          int
		Svg            string
		Told           string
		Back           int
	}
	older := corpusOf(t, map[int]string{1: "\nPEP 2 comes first.\n", 2: "", 3: "Replaces: 2\n\nSee :pep:`1`.\n"})
	got := mapInFirefox[outcome](t, ctx, page, "/peps/#v1=pep=484&q=type&why=544-484", bring+`
		const wait = async done => { for (let i = 0; i < 600 && !done(); i++) await settled(); };
		await wait(() => $(".mentions li"));
		const Title = $("#sheet-title").textContent.trim(), Typed = $("input").value, Mentions = all(".mentions li").length;
		await type("3156");
		const Hits = all("#hits li").length;
		await new Promise(go => setTimeout(go, 500));
		const Link = location.hash;
		$("#tool-groups").click();
		await wait(() => $(".group-picture"));
		const Groups = all(".group-picture .group").length;
		const Path = await map.path(3156, 8), Ranks = Object.keys(await map.metrics("pagerank")).length;
		const Svg = (await (await map.export("svg")).text()).slice(0, 400);
		const Nodes = map.graph.nodes.length, Edges = map.graph.edges.length;
		const Drawn = $(".stage").dataset.nodes ?? $(".phase").textContent.trim();
		const Told = await archive("`+older+`", "older.tar.gz");
		const Back = map.graph.nodes.length;
		return {Nodes, Edges, Drawn, Title, Typed, Mentions, Hits, Link, Groups, Path, Ranks, Svg, Told, Back};
	`)
	if got.Nodes != len(f.Nodes) || got.Edges != len(f.Edges) || got.Ranks != len(f.Nodes) {
		t.Errorf("the map in Firefox has %d PEPs, %d references, %d ranks", got.Nodes, got.Edges, got.Ranks)
	}
	if got.Title != "Type Hints" || got.Typed != "type" || got.Mentions == 0 || got.Hits != 1 || !strings.Contains(got.Link, "q=3156") {
		t.Errorf("the link brought %q, %q and %d mentions; then %d hits, address %s", got.Title, got.Typed, got.Mentions, got.Hits, got.Link)
	}
	if got.Groups < 10 || len(got.Path) < 2 || got.Path[0] != 3156 || !strings.Contains(got.Svg, "<svg") {
		t.Errorf("%d communities, path %v, picture %.40q", got.Groups, got.Path, got.Svg)
	}
	if got.Back != 3 || !strings.HasPrefix(got.Told, "older.tar.gz has been read: 3 PEPs") {
		t.Errorf("a corpus of one's own: %q, %d PEPs", got.Told, got.Back)
	}
	t.Logf("drawn: %s", got.Drawn)
}

// TestMapByKeyInFirefox walks, where Firefox draws the picture; without WebGL the map says so and has its lists.
func TestMapByKeyInFirefox(t *testing.T) {
	ctx, page := launchFirefox(t)
	type outcome struct {
		Plain, First, Group string
		Rows, Keys          int
	}
	got := mapInFirefox[outcome](t, ctx, page, "/ja/peps/", `
		if (!map.drawing) return {Plain: $(".phase").textContent.trim(), Rows: all(".plain tbody tr").length};
		const wait = async done => { for (let i = 0; i < 600 && !done(); i++) await settled(); };
		$(".stage").focus();
		await key("ArrowRight");
		const First = said();
		await key("g");
		await wait(() => said() !== First);
		const Group = said();
		await key("?");
		await wait(() => $(".panel.help"));
		return {First, Group, Keys: all(".panel.help tbody tr").length};
	`)
	if got.Plain != "" {
		if got.Rows != len(readFacts(t).Nodes) || !strings.Contains(got.Plain, "WebGL") {
			t.Errorf("without WebGL: %+v", got)
		}
		t.Skipf("this Firefox has no WebGL: %s", got.Plain)
	}
	if !strings.HasPrefix(got.First, "PEP 8、") || !strings.HasPrefix(got.Group, "コミュニティ ") || got.Keys != 19 {
		t.Errorf("by key: %+v", got)
	}
}
