package test

import (
	"strings"
	"testing"
)

// otherFacts puts a map of other facts in the place of the page's: facts(n, m)
// makes n PEPs and m references, the same every time.
const otherFacts = `
	const facts = (n, m) => {
		let seed = 7;
		const dice = below => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) >>> 8) % below;
		const statuses = ["Final", "Active", "Draft", "Rejected", "Superseded"];
		const nodes = Array.from({length: n}, (_, i) => ({
			number: i + 1, title: "Synthetic " + (i + 1), status: statuses[i % 5], type: "Standards Track", topic: [],
			created: 2000 + i % 26 + "-01-01", authors: [], python_version: [], requires: [], replaces: [], superseded_by: [],
		}));
		const seen = new Set(), edges = [];
		while (edges.length < m) {
			const [from, to] = [1 + dice(n), 1 + dice(1 + dice(n))];
			if (from === to || seen.has(from * n + to)) continue;
			seen.add(from * n + to);
			edges.push({from, to, count: 1, kinds: {role: 1}});
		}
		return JSON.stringify({commit: null, date: null, nodes, edges});
	};
	const put = text => {
		const other = map.cloneNode();
		other.src = "other.json";
		const fetched = window.fetch;
		window.fetch = (url, ...rest) => String(url).endsWith("other.json") ? Promise.resolve(new Response(text)) : fetched(url, ...rest);
		map.replaceWith(other);
		return other;
	};
`

// TestMapOfVeryMany: 20,000 PEPs with 100,000 references. The layout tells how
// far it is; given up, it leaves lists that can be used, and another map works.
func TestMapOfVeryMany(t *testing.T) {
	page := open(t, "/peps/", 1280)
	type outcome struct {
		First, Later  float64
		Reason, Shown string
		Rows, More    int
		Found, Title  string
		Again         int
	}
	got := mapScript[outcome](t, page, otherFacts+`
		const other = put(facts(20000, 100000));
		const root = other.shadowRoot;
		const reason = other.ready.then(() => "ready", error => error.message);
		const tick = () => new Promise(go => setTimeout(go, 50));
		const bar = () => root.querySelector(".phase progress")?.value ?? 0;
		while (bar() === 0) await tick();
		const First = bar();
		while (bar() === First) await tick();
		const Later = bar();
		root.querySelector(".phase button").click();
		const Reason = await reason;
		await other.updateComplete;
		const Shown = root.querySelector(".phase").innerText, count = () => root.querySelectorAll(".plain tbody tr").length;
		const Rows = count();
		root.querySelector(".plain .plain-button").click();
		await other.updateComplete;
		const More = count();
		const field = root.querySelector("input");
		field.focus();
		field.value = "19999";
		field.dispatchEvent(new InputEvent("input", {bubbles: true}));
		await other.updateComplete;
		const Found = root.querySelector("#hits b").textContent;
		field.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true}));
		await other.updateComplete;
		const Title = root.querySelector("#sheet-title").textContent.trim();
		other.replaceWith(map);
		await map.ready;
		return {First, Later, Reason, Shown, Rows, More, Found, Title, Again: map.graph.nodes.length};
	`)
	if !(got.First > 0 && got.Later > got.First && got.Later <= 1) {
		t.Errorf("the layout told %v, then %v", got.First, got.Later)
	}
	if got.Reason != "The layout was given up." || !strings.Contains(got.Shown, "Search and all lists work") {
		t.Errorf("given up: %q, %q", got.Reason, got.Shown)
	}
	if got.Rows != 1000 || got.More != 2000 || got.Found != "19999" || got.Title != "Synthetic 19999" || got.Again != 736 {
		t.Errorf("%+v", got)
	}
}

// TestMapOfFew: one PEP, and PEPs without any reference, are drawn, in every
// layout, with nothing that is no number.
func TestMapOfFew(t *testing.T) {
	page := open(t, "/peps/", 390)
	for _, size := range []string{"facts(1, 0)", "facts(7, 0)", "facts(2, 1)"} {
		type outcome struct {
			Canvas int
			Places []bool
			Notice string
			Sheet  string
		}
		got := mapScript[outcome](t, page, otherFacts+`
			const other = put(`+size+`);
			await other.ready;
			const root = other.shadowRoot;
			const settle = async () => { for (let i = 0; i < 5; i++) { await other.updateComplete; await new Promise(go => requestAnimationFrame(go)); } };
			const Places = [];
			for (const layout of ["timeline", "layers", "rank", "community", "topic", "force"]) {
				other.setView({...other.lens.view, layout, hulls: true, colour: "community"});
				for (let i = 0; i < 200 && other.lens.busy; i++) await settle();
				await new Promise(go => setTimeout(go, 300));
				other.drawing.view.zoom(1);
				other.doings.selectInSight();
				await settle();
				Places.push(other.shown.looks().every(({x, y}) => Number.isFinite(x) && Number.isFinite(y)));
			}
			other.select(1);
			await settle();
			const result = {
				Canvas: root.querySelectorAll("canvas").length, Places,
				Notice: root.querySelector(".notice")?.textContent ?? "", Sheet: root.querySelector("#sheet-title").textContent.trim(),
			};
			other.replaceWith(map);
			location.hash = "";
			await map.ready;
			return result;
		`)
		if got.Canvas < 3 || got.Notice != "" || got.Sheet != "Synthetic 1" || len(got.Places) != 6 {
			t.Errorf("%s: %+v", size, got)
		}
		for i, fine := range got.Places {
			if !fine {
				t.Errorf("%s: layout %d has places that are no numbers", size, i)
			}
		}
	}
}
