package test

import "testing"

// deskScript tells how everything stands that a reader may have set, as it is seen.
const deskScript = `
	const desk = async () => {
		for (let i = 0; i < 600 && (map.lens.busy || $(".facet:not(:has(ul))")); i++) await settled();
		await new Promise(go => setTimeout(go, 600));
		const value = selector => $(selector)?.value ?? null;
		const sorted = selector => all(selector + " th").filter(th => (th.ariaSort ?? "none") !== "none").map(th => th.className + " " + th.ariaSort);
		return JSON.stringify({
			open: $(".panel")?.className ?? null,
			title: $("#sheet-title")?.textContent.trim() ?? null,
			path: all(".path-form input").map(e => e.type === "checkbox" ? e.checked : e.value),
			search: value(".search input"), find: value(".table-tools input"),
			narrow: all(".panel input.narrow").map(e => e.value),
			folded: all("details").map(d => d.className + d.open),
			metrics: sorted(".panel"), by: sorted(".citedBy"), to: sorted(".cites"),
			list: all(".which button").map(b => b.ariaPressed),
			first: $(".panel tbody tr")?.innerText ?? null,
			why: all("tr.why").map(tr => tr.closest("section").className + all(".mentions li").length),
			several: all(".controls [aria-pressed]").map(b => b.ariaPressed),
			values: all(".panel input[type=checkbox]").map(b => b.checked),
			ranges: all(".panel input[type=range]").map(b => b.value),
			seen: map.lens.sight.sift.peps.size, hulls: map.lens.view.hulls,
		});
	};
	const fold = async d => { d.querySelector("summary").click(); await settled(); await new Promise(go => setTimeout(go, 50)); };
	const write = async (input, text) => { input.value = text; input.dispatchEvent(new InputEvent("input", {bubbles: true})); await settled(); };
	const opened = async name => { $("#tool-" + name).click(); for (let i = 0; i < 300 && !$(".panel." + name + " :is(li, tbody tr)"); i++) await settled(); };
`

// deskSet are what a reader may set by hand, as much at once as goes together.
var deskSet = []struct{ name, act string }{
	{"beside the map", `await write($(".search input"), "type <b>hints"); all(".controls [aria-pressed]")[0].click(); await fold($(".legend")); $(".stage").focus(); await key("?");`},
	{"table", `await opened("metrics"); $(".panel th.title button").click(); await settled(); $(".panel th.title button").click(); await write($(".table-tools input"), "typing");`},
	{"references", `await opened("metrics"); all(".which button")[1].click(); await settled(); $(".panel th.count button").click();`},
	{"a PEP", `map.select(484); await settled(); $(".citedBy tbody .count button").click(); for (let i = 0; i < 300 && !$(".mentions li"); i++) await settled();
		$(".citedBy th.count button").click(); await settled(); $(".cites th.created button").click();
		await fold($(".reading")); for (let i = 0; i < 300 && !$(".reading li"); i++) await settled();`},
	{"filters", `await opened("filter"); await fold(all(".panel .facet").find(d => d.textContent.includes("Author"))); await write(all(".panel input.narrow")[0], "rossum");`},
	{"a way that is typed", `$("#tool-path").click(); await settled(); $(".either input").click(); await settled(); await write($("#path-to"), "PEP 3107"); await write($("#path-from"), "");`},
	{"checks", `await opened("check"); await fold($(".panel .facet"));`},
	{"communities", `await opened("groups"); $(".stage").focus(); await key("h");`},
	{"all at once", `map.select(8); await settled(); $(".cites tbody .count button").click(); await opened("filter"); $(".panel .facet input").click(); await settled(); await write($(".search input"), "484"); await fold($(".reading"));`},
}

// cleared is an address without a fragment, which leads back to how all stood first.
const cleared = `
	if (location.hash) {
		const arrived = new Promise(go => addEventListener("hashchange", go, {once: true}));
		location.hash = "";
		await arrived;
	}
	$(".panel .close")?.click();
	await settled();
`

// TestMapLinkKeepsEverything: what a reader sets by hand stands in the address,
// and another page of that address stands as the first one does. Without the
// fragment the first one stands as it did at first.
func TestMapLinkKeepsEverything(t *testing.T) {
	page := open(t, "/peps/", 1280)
	untouched := mapScript[string](t, page, deskScript+`return desk()`)
	type outcome struct{ First, Desk, Link string }
	for _, set := range deskSet {
		t.Run(set.name, func(t *testing.T) {
			want := mapScript[outcome](t, page, deskScript+cleared+`const First = await desk();`+set.act+`const Desk = await desk(); return {First, Desk, Link: location.hash}`)
			if want.Link == "" || want.Desk == want.First {
				t.Fatal("nothing was set, or nothing stands in the address")
			}
			if want.First != untouched {
				t.Errorf("without a fragment stands\n%s, at first\n%s", want.First, untouched)
			}
			other := open(t, "/peps/"+want.Link, 1280)
			got := mapScript[outcome](t, other, deskScript+`
				for (let i = 0; i < 300 && !(all("tr.why").length === all(".mentions").length && (!$(".reading[open]") || $(".reading li"))
					&& (!$(".panel") || $(".panel :is(li, tbody tr, form)"))); i++) await settled();
				const Desk = await desk();
				return {Desk, Link: location.hash}`)
			if got.Desk != want.Desk || got.Link != want.Link {
				t.Errorf("the link leads to\n%s\n%s, want\n%s\n%s", got.Link, got.Desk, want.Link, want.Desk)
			}
		})
	}
}
