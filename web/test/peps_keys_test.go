package test

import (
	"strings"
	"testing"
)

// TestMapKeysBesideThePEPs: the list of keys, communities from one to the next
// and in outline, and why there is a line, without a pointer; each is told.
func TestMapKeysBesideThePEPs(t *testing.T) {
	page := open(t, "/peps/", 1280)
	type outcome struct {
		Rows                int
		Focus, Closed       string
		First, Second, Back string
		Outlined, Bare      string
		Hulls               bool
		Lone, Joined        string
		Mentions            int
		Moved               bool
	}
	got := mapScript[outcome](t, page, `
		const wait = async done => { for (let i = 0; i < 600 && !done(); i++) await settled(); };
		$(".stage").focus();
		await key("?");
		await wait(() => $(".panel.help"));
		await settled();
		const Rows = all(".panel.help tbody tr").length, Focus = map.shadowRoot.activeElement.id;
		await key("Escape");
		await settled();
		const Closed = map.shadowRoot.activeElement.id;
		$(".stage").focus();
		const walk = async name => { const before = said(); await key(name); await wait(() => said() !== before); return said(); };
		const First = await walk("g"), Second = await walk("g"), Back = await walk("G");
		const Outlined = await walk("h"), Hulls = map.lens.view.hulls, Bare = await walk("h");
		const Lone = await walk("w");
		map.select(484);
		await settled();
		await key("ArrowRight");
		const marked = Number($(".tip b").textContent);
		await key("w");
		await wait(() => $(".mentions li"));
		const Joined = $("tr.why p").textContent;
		const Moved = map.selected === 484 && map.shadowRoot.activeElement.closest("tr.why") !== null && Joined.includes(marked);
		return {Rows, Focus, Closed, First, Second, Back, Outlined, Bare, Hulls, Lone, Joined, Mentions: all(".mentions li").length, Moved};
	`)
	if got.Rows != 19 || got.Focus != "panel-title" || got.Closed != "tool-help" {
		t.Errorf("the list of keys has %d rows; the focus came to %q, and back to %q", got.Rows, got.Focus, got.Closed)
	}
	if !strings.HasPrefix(got.First, "Community ") || got.Second == got.First || got.Back != got.First {
		t.Errorf("from community to community and back: %q, %q, %q", got.First, got.Second, got.Back)
	}
	if got.Outlined != "Communities are outlined." || !got.Hulls || got.Bare != "Communities are no longer outlined." {
		t.Errorf("outlines: %q (%v), %q", got.Outlined, got.Hulls, got.Bare)
	}
	if !strings.HasPrefix(got.Lone, "Open a PEP") || got.Mentions == 0 || !got.Moved {
		t.Errorf("why: alone %q; %q with %d mentions, the reader is there: %v", got.Lone, got.Joined, got.Mentions, got.Moved)
	}
}

// TestMapControlsStayInReach: whatever is open, at 390 pixels every button of
// the map can be pressed, and what is selected is in sight, as is the map.
func TestMapControlsStayInReach(t *testing.T) {
	const fragments = "#v1=pep=484 #v1=panel=filter #v1=also=8&pep=484 #v1=panel=help #v1=panel=metrics #v1="
	for lang, first := range map[string]string{"": "", "ja/": "#v1=panel=filter", "ko/": "#v1=also=8&pep=484"} {
		page := open(t, "/"+lang+"peps/"+first, 390)
		got := mapScript[[]string](t, page, reach+`
			const found = await look(location.hash);
			for (const fragment of "`+fragments+`".split(" ")) {
				const arrived = new Promise(go => addEventListener("hashchange", go, {once: true}));
				if (location.hash === fragment) continue;
				location.hash = fragment;
				await arrived;
				found.push(...await look(fragment));
			}
			return found;
		`)
		for _, fault := range got {
			t.Errorf("%s: %s", lang, fault)
		}
	}
}

// reach tells what cannot be reached on a narrow screen, once the view rests.
const reach = `
	const look = async fragment => {
		await settled();
		await drawn();
		while (map.drawing.view.moves) await settled();
		map.scrollIntoView({block: "end"});
		await settled();
		const covered = all(".controls button").filter(button => {
			const {left, top, width, height} = button.getBoundingClientRect();
			return !button.contains(map.shadowRoot.elementFromPoint(left + width / 2, top + height / 2));
		});
		const found = covered.map(button => button.ariaLabel + " is covered");
		if (all(".controls button").length < 7) found.push("buttons are missing");
		if (document.documentElement.scrollWidth > innerWidth) found.push("the page is too wide");
		for (const box of all(".panel, .sheet")) {
			if (box.scrollWidth > box.clientWidth) found.push(box.className + " is too wide");
			if (box.clientHeight > 0.6 * $(".stage").clientHeight) found.push(box.className + " hides the map");
		}
		if (fragment.includes("panel=") && !$(".panel")) found.push("no panel is open");
		if (fragment.includes("pep=484") !== (map.selected === 484)) found.push(map.selected + " is selected");
		if (map.selected !== null) {
			const {x, y} = map.drawing.whereIs(map.selected), {left, top} = $(".stage").getBoundingClientRect();
			const at = map.shadowRoot.elementFromPoint(left + x, top + y);
			if (!at?.closest(".stage")) found.push("the selected PEP is behind " + at?.className);
		}
		return found.map(fault => fragment + ": " + fault);
	};
`
