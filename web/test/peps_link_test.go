package test

import (
	"testing"
)

// TestMapLinks: a link selects, a selection makes a link, back and forward
// walk through them.
func TestMapLinks(t *testing.T) {
	page := open(t, "/peps/#v1=pep=484", 1280)
	got := mapScript[[]string](t, page, `
		const seen = [];
		const note = () => seen.push(map.selected + location.hash);
		const travel = async where => {
			const arrived = new Promise(done => addEventListener("hashchange", done, {once: true}));
			history[where]();
			await arrived;
			await settled();
			note();
		};
		note();
		map.select(8);
		await settled();
		note();
		$(".close").click();
		await settled();
		note();
		await travel("back");
		await travel("back");
		await travel("forward");
		return seen;
	`)
	want := []string{"484#v1=pep=484", "8#v1=pep=8", "null", "8#v1=pep=8", "484#v1=pep=484", "8#v1=pep=8"}
	for i := range want {
		if i >= len(got) || got[i] != want[i] {
			t.Fatalf("selection and address were %q, want %q", got, want)
		}
	}
}

// TestMapRefusesHostileLinks: a clear sentence, the map as it was.
func TestMapRefusesHostileLinks(t *testing.T) {
	page := open(t, "/peps/#v1=pep=%3Cimg%20src=x%20onerror=alert(1)%3E", 1280)
	type state struct {
		Selected any
		Notice   string
	}
	const sentence = "This link asks for something that the map does not have; nothing was changed."
	first := mapScript[state](t, page, `return {Selected: map.selected, Notice: $(".notice")?.textContent ?? ""}`)
	if first.Selected != nil || first.Notice != sentence {
		t.Errorf("a hostile link at the start: %+v", first)
	}
	for _, fragment := range []string{"#v1=pep=48", "#v1=pe", "#v1=pep=%E0%A4%A", "#v1=__proto__=1", "#v1=pep=-1", "#v1=pep=1e9"} {
		got := mapScript[state](t, page, `
			map.select(484);
			await settled();
			location.hash = `+"`"+fragment+"`"+`;
			await new Promise(done => addEventListener("hashchange", done, {once: true}));
			await settled();
			return {Selected: map.selected, Notice: $(".notice")?.textContent ?? ""};
		`)
		if got.Selected != 484.0 || got.Notice != sentence {
			t.Errorf("%s: %+v, want 484 still selected and the sentence", fragment, got)
		}
	}
}

func TestMapSelectUnknown(t *testing.T) {
	page := open(t, "/peps/", 1280)
	got := mapScript[string](t, page, `
		map.select(484);
		map.select(31337);
		await settled();
		return map.selected + " " + $(".notice").textContent;
	`)
	if got != "484 The map has no PEP 31337." {
		t.Errorf("select(31337) left %q", got)
	}
}
