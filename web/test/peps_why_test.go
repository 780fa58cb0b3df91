package test

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/ahiru-dev/ahiru/wasm/peps"
)

// TestMapWhy: a count opens each mention behind it, with links to the section
// and to the line at the commit, as mentions.json has them.
func TestMapWhy(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(dist, "peps", "mentions.json"))
	if err != nil {
		t.Fatal(err)
	}
	var facts peps.Mentions
	if err := json.Unmarshal(text, &facts); err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, m := range facts.Mentions {
		if m.From == 544 && m.To == 484 {
			want = append(want, fmt.Sprintf("https://github.com/python/peps/blob/%s/%s#L%d", facts.Commit, m.File, m.Line))
		}
	}
	for _, width := range []int{1280, 390} {
		page := open(t, "/peps/#v1=pep=484", width)
		type outcome struct {
			Sources, Pages []string
			Wide           bool
			Before, After  int
		}
		got := mapScript[outcome](t, page, `
			const fetched = () => performance.getEntriesByType("resource").filter(r => r.name.endsWith("mentions.json")).length;
			const Before = fetched();
			const row = all(".citedBy tbody tr").find(tr => tr.cells[0].innerText.trim() === "544");
			row.querySelector("td.count button").click();
			while (!$(".mentions")) await settled();
			const links = all(".mentions li").map(li => [...li.querySelectorAll("a")].map(a => a.href));
			const sheet = $(".sheet");
			const Wide = sheet.scrollWidth > sheet.clientWidth;
			const After = fetched();
			row.querySelector("td.count button").click();
			await settled();
			return {Before, After, Wide: Wide || $(".mentions") !== null, Pages: links.map(l => l[0]), Sources: links.map(l => l[1])};
		`)
		if len(want) == 0 || !slices.Equal(got.Sources, want) || got.Wide || got.Before != 0 || got.After != 1 {
			t.Errorf("at %d pixels: %+v, want sources %v", width, got, want)
		}
		for _, page := range got.Pages {
			if len(page) < 33 || page[:33] != "https://peps.python.org/pep-0544/" {
				t.Errorf("a mention's page is %s", page)
			}
		}
	}
}

// TestMapTellsDirectionsApart: references to the selected PEP are drawn dashed
// and in another colour than those that it makes, each with an arrow head.
func TestMapTellsDirectionsApart(t *testing.T) {
	page := open(t, "/peps/", 1280)
	type outcome struct{ Drawn, Want map[string]int }
	got := mapScript[outcome](t, page, `
		await drawn();
		const proto = CanvasRenderingContext2D.prototype, {stroke, fill, clearRect} = proto;
		let Drawn = {};
		const note = what => (Drawn[what] = (Drawn[what] ?? 0) + 1);
		proto.clearRect = function (...box) {
			if (this.canvas.className === "sigma-edgeLabels") Drawn = {}; // another drawing begins
			return clearRect.apply(this, box);
		};
		proto.stroke = function (...path) {
			if (this.canvas.className === "sigma-edgeLabels") note(this.strokeStyle + (this.getLineDash().length > 0 ? " dashed" : " through"));
			return stroke.apply(this, path);
		};
		proto.fill = function (...path) {
			if (this.canvas.className === "sigma-edgeLabels") note(this.fillStyle + " head");
			return fill.apply(this, path);
		};
		map.select(484);
		for (let i = 0; i < 600 && (Object.keys(Drawn).length === 0 || map.drawing.busy || map.drawing.view.moves); i++) await settled();
		Object.assign(proto, {stroke, fill, clearRect});
		const here = map.drawing.whereIs(484);
		const apart = ({pep: {number}}) => {
			const there = map.drawing.whereIs(number);
			return Math.hypot(there.x - here.x, there.y - here.y) > there.radius + here.radius + 2;
		};
		const cites = map.citations.cites(484).filter(apart).length, citedBy = map.citations.citedBy(484).filter(apart).length;
		return {Drawn, Want: {"#0b6770 through": cites, "#0b6770 head": cites, "#b3541e dashed": citedBy, "#b3541e head": citedBy}};
	`)
	if !maps.Equal(got.Drawn, got.Want) || got.Want["#0b6770 head"] < 5 || got.Want["#b3541e head"] < 20 {
		t.Errorf("drawn %v, want %v", got.Drawn, got.Want)
	}
}
