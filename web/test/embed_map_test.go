package test

import (
	"strings"
	"testing"
)

// TestMapInAPost: the map answers a post's script as its own page does.
func TestMapInAPost(t *testing.T) {
	b := newBlog(t, map[string]post{"map": {Site: site}})
	page := b.read(t, "map", 1000)
	type outcome struct {
		Before, Selected *int
		Nodes, Ranked    int
		Path             []int
		Bytes            int
		Type, Refused    string
		Height           int
	}
	got := posted[outcome](t, page, `
		const map = document.querySelector("ahiru-peps");
		await map.ready;
		const Before = await map.selected;
		await map.select(8);
		const file = await map.export("csv");
		return {
			Before, Selected: await map.selected, Nodes: (await map.graph).nodes.length, Path: await map.path(484, 3107),
			Ranked: Object.keys(await map.metrics("pagerank")).length, Bytes: file.size, Type: file.type,
			Refused: await map.metrics("nonsense").then(() => "", e => e.message), Height: frame(map).clientHeight,
		}`)
	if got.Before != nil || got.Selected == nil || *got.Selected != 8 {
		t.Errorf("selected before %v, then %v; want none, then 8", got.Before, got.Selected)
	}
	if got.Nodes == 0 || got.Ranked != got.Nodes || len(got.Path) < 2 || got.Path[0] != 484 {
		t.Errorf("%d nodes, %d ranks, the path %v", got.Nodes, got.Ranked, got.Path)
	}
	if got.Bytes == 0 || got.Type != "text/csv;charset=utf-8" || got.Refused == "" || got.Height < 400 {
		t.Errorf("got %+v", got)
	}
}

// TestViewOfAMapInAPost: what a link to the map carries can stand at the element; another view is shown when it changes.
func TestViewOfAMapInAPost(t *testing.T) {
	b := newBlog(t, map[string]post{"map": {Site: site}})
	page := b.read(t, "map", 1000)
	type outcome struct {
		First, Second *int
		Address       string
	}
	got := posted[outcome](t, page, `
		const map = document.querySelector("ahiru-peps");
		map.setAttribute("view", "pep=484&status=Final");
		await map.ready;
		const First = await map.selected;
		map.setAttribute("view", "#v1=pep=8");
		await map.ready;
		return {First, Second: await map.selected, Address: frame(map).src}`)
	if got.First == nil || *got.First != 484 || got.Second == nil || *got.Second != 8 || !strings.Contains(got.Address, "/embed/peps/#v1=pep=8") {
		t.Errorf("selected %v, then %v, at %s", got.First, got.Second, got.Address)
	}
}
