package test

import "testing"

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
