package test

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// TestEmbedWhereDataIsDear: a reader who has asked for little data fetches nothing until they press; the code stands there.
func TestEmbedWhereDataIsDear(t *testing.T) {
	c, where := newCounter(t)
	b := newBlog(t, map[string]post{"many": {Site: where, Names: []string{"ducks"}}})
	page := blank(t, 1000)
	dear := cdppage.AddScriptToEvaluateOnNewDocumentParams{Source: `Object.defineProperty(navigator, "connection", {value: {saveData: true}})`}
	if _, err := chromedp.Call(page.Ctx, cdppage.AddScriptToEvaluateOnNewDocument, dear); err != nil {
		t.Fatal(err)
	}
	navigate(t, page, b.URL+"/many")
	type outcome struct{ Early, Code, Focus, Shown bool }
	got := posted[outcome](t, page, `
		const button = () => inside(demos[0], "[role=status] button");
		await until(button);
		await new Promise(go => setTimeout(go, 1000));
		const Early = Boolean(frame(demos[0]));
		const Code = !slot(demos[0]).hidden;
		button().focus();
		const Focus = demos[0].shadowRoot.activeElement === button();
		button().click();
		await until(() => shown(demos[0]));
		return {Early, Code, Focus, Shown: slot(demos[0]).hidden}`)
	if got.Early || !got.Code || !got.Focus || !got.Shown {
		t.Errorf("got %+v, want nothing but the code and a button, then the lesson", got)
	}
	if all, _ := c.of(".wasm"); all != 0 {
		t.Errorf("%d programs were fetched before Run was pressed", all)
	}
}

// TestPostOnPaper: who prints a post gets the code in the place of each embed, and who prints a lesson the program, the
// recorded output and no buttons.
func TestPostOnPaper(t *testing.T) {
	paper := func(on string) emulation.SetEmulatedMediaParams { return emulation.SetEmulatedMediaParams{Media: on} }
	b := newBlog(t, map[string]post{"many": {Site: site, Names: []string{"ducks"}}})
	page := b.read(t, "many", 1000)
	posted[any](t, page, `await until(() => shown(demos[0]))`)
	if _, err := chromedp.Call(page.Ctx, emulation.SetEmulatedMedia, paper("print")); err != nil {
		t.Fatal(err)
	}
	got := posted[[2]bool](t, page, `return [frame(demos[0]).clientHeight > 0, demos[0].querySelector("pre").clientHeight > 0]`)
	if got != [2]bool{false, true} {
		t.Errorf("on paper the frame is shown %v and the code %v", got[0], got[1])
	}

	lesson := open(t, "/demos/ducks/", 740)
	script[any](t, lesson, ``)
	if _, err := chromedp.Call(lesson.Ctx, emulation.SetEmulatedMedia, paper("print")); err != nil {
		t.Fatal(err)
	}
	type outcome struct {
		Recorded, Code float64
		Cut            []string
		Buttons        []string
	}
	seen := script[outcome](t, lesson, `
		const height = selector => $(selector)?.getBoundingClientRect().height ?? 0;
		const Cut = [...demo.shadowRoot.querySelectorAll(".scroll, .log, .said")].filter(part => getComputedStyle(part).overflowY !== "visible").map(part => part.className);
		const Buttons = [...demo.shadowRoot.querySelectorAll("button, .controls")].filter(part => part.checkVisibility()).map(part => part.className || part.textContent.trim());
		if (document.querySelector("ahiru-snippets").getBoundingClientRect().height > 0) Buttons.push("embed");
		return {Recorded: height(".recorded .said"), Code: height(".code"), Cut, Buttons}`)
	if seen.Recorded == 0 || seen.Code == 0 || len(seen.Cut) > 0 || len(seen.Buttons) > 0 {
		t.Errorf("a lesson on paper: %+v", seen)
	}
}
