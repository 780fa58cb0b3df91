package test

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// TestTimelineInForcedColoursAndOnPaper: where the reader's system has its own colours, the picture still tells states and
// words from the ground; on paper there is the picture and no button.
func TestTimelineInForcedColoursAndOnPaper(t *testing.T) {
	page := blank(t, 1280)
	looked := func(media string, features ...*emulation.MediaFeature) {
		look := emulation.SetEmulatedMediaParams{Media: media, Features: features}
		if _, err := chromedp.Call(page.Ctx, emulation.SetEmulatedMedia, look); err != nil {
			t.Fatal(err)
		}
	}
	looked("", &emulation.MediaFeature{Name: "forced-colors", Value: "active"}, &emulation.MediaFeature{Name: "prefers-color-scheme", Value: "dark"})
	navigate(t, page, site+"/demos/threads/")
	type seen struct {
		Forced bool
		Missed []string
	}
	got := script[seen](t, page, `
		demo.params = {n: "2", d: "10ms"};
		demo.timeline.tracing = true;
		await demo.run();
		const line = demo.timeline, root = line.shadowRoot;
		await until(() => line.model.lanes.length > 0 && root.querySelector(".scroller canvas").height > 100);
		const inks = Object.fromEntries([...root.querySelectorAll(".inks i")].map(ink => [ink.className, getComputedStyle(ink).color]));
		const canvas = root.querySelector(".scroller canvas");
		const parts = colour => { const c = document.createElement("canvas").getContext("2d"); c.fillStyle = colour; c.fillRect(0, 0, 1, 1); return c.getImageData(0, 0, 1, 1).data.slice(0, 3).join(); };
		const painted = () => {
			const {data} = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height), all = new Set();
			for (let i = 0; i < data.length; i += 4) all.add(data.slice(i, i + 3).join());
			return all;
		};
		await until(() => painted().has(parts(inks.sleeping)) || painted().has(parts(inks.blocked)));
		const all = painted();
		const Missed = ["ground", "text"].filter(name => !all.has(parts(inks[name])));
		if (new Set([inks.ground, inks.text, inks.running, inks.blocked, inks.sleeping, inks.done]).size < 6) Missed.push("colours of their own: " + JSON.stringify(inks));
		return {Forced: matchMedia("(forced-colors: active)").matches, Missed}`)
	if !got.Forced || len(got.Missed) > 0 {
		t.Errorf("forced colours: %v; the picture lacks %q", got.Forced, got.Missed)
	}
	looked("print")
	printed := script[[]string](t, page, `
		const shown = selector => [...demo.timeline.shadowRoot.querySelectorAll(selector)].filter(part => part.checkVisibility()).length > 0;
		return [".tools", ".transport", ".runs button", ".scroller canvas"].filter(shown)`)
	if len(printed) != 1 || printed[0] != ".scroller canvas" {
		t.Errorf("on paper stand %q, want the picture alone", printed)
	}
}
