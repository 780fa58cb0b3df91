package test

import "testing"

// TestMapReckonsAnewByKinds: metrics follow the kinds of references that count,
// while their table is open, and back again.
func TestMapReckonsAnewByKinds(t *testing.T) {
	page := open(t, "/peps/", 1280)
	type most struct{ PEP, Cited int }
	got := mapScript[[]most](t, page, `
		$("#tool-metrics").click();
		const until = async ready => { while (!ready()) await settled(); };
		await until(() => $(".scroll tbody tr"));
		$(".scroll th.in-degree button").click();
		await settled();
		const first = () => {
			const column = all(".scroll th").indexOf($(".scroll th.in-degree"));
			const {cells} = $(".scroll tbody tr");
			return {PEP: Number(cells[0].innerText), Cited: Number(cells[column].innerText)};
		};
		if ($(".scroll th.in-degree").ariaSort !== "descending") $(".scroll th.in-degree button").click();
		await settled();
		const list = [first()];
		for (const kinds of [["requires"], null]) {
			const before = JSON.stringify(first());
			map.setView({...map.lens.view, kinds});
			await until(() => $(".scroll tbody tr") && JSON.stringify(first()) !== before);
			list.push(first());
		}
		return list;
	`)
	all, required := make(map[int]int), make(map[int]int)
	for _, e := range readFacts(t).Edges {
		all[e.To]++
		if e.Kinds["requires"] > 0 {
			required[e.To]++
		}
	}
	for i, counted := range []map[int]int{all, required, all} {
		highest := 0
		for _, n := range counted {
			highest = max(highest, n)
		}
		if m := got[i]; m.Cited != highest || counted[m.PEP] != highest {
			t.Errorf("row %d begins with %+v, want one cited %d times", i, m, highest)
		}
	}
}
