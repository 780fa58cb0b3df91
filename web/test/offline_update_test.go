package test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

const newBuild = "bbbbbbbbbbbb"

// buildAnew puts another build of a lesson's page on the host, with words of its own in the lesson's list of files, and
// takes the old build's dialog for embeds away, as a host does that keeps only what is new.
func buildAnew(t *testing.T, h *host, page *browser.Page) {
	t.Helper()
	old := eval[string](t, page, `document.querySelector("ahiru-offline").build`)
	changed := map[string][]byte{}
	for _, name := range []string{"index.html", "demos/index.html", "demos/threads/index.html"} {
		changed[name] = bytes.ReplaceAll(h.file(t, name), []byte(old), []byte(newBuild))
	}
	h.rebuild(t, newBuild, changed)
}

// TestUpdateInMidRun: a new build comes while a program that the reader has changed runs. The page says so and reloads
// nothing; another tab takes the new build; the run goes on, with the files of its own build, until the reader reloads:
// what was typed is there.
func TestUpdateInMidRun(t *testing.T) {
	t.Parallel()
	needsPack(t)
	h, own := newHost(t), reader(t)
	lesson := h.URL + "demos/threads/?limit-time=300" // longer than all of this takes
	page, _ := visit(t, own, lesson)
	// A page with a lesson waits for its first run before it fetches the worker.
	edited[any](t, page, keptQuestion()+`
		demo.params = {n: "1", d: "10ms"};
		await demo.run();
		await until(() => navigator.serviceWorker.controller);
		await keeps("assets/threads.");
		await edit();
		const line = lineOf("lesson.Parse");
		editor().jump({line, column: 2})`)
	act(t, page, chromedp.KeyEvent(`for { fmt.Println("typed by hand"); time.Sleep(time.Second / 4) }`), chromedp.KeyEvent(kb.Enter))
	edited[any](t, page, `
		window.words = "";
		window.ended = null;
		demo.addEventListener("ahiru-output", ({detail}) => { window.words += detail.text; });
		window.run = demo.run().then(result => (window.ended = result));
		await until(() => window.words.includes("typed by hand"), 120000)`)

	buildAnew(t, h, page)
	edited[any](t, page, `
		await until(() => document.querySelector("ahiru-update"));
		await (await navigator.serviceWorker.getRegistration()).update();
		const said = () => document.querySelector("ahiru-update").shadowRoot.querySelector("[role=status]");
		await until(() => said().querySelector("button"));
		if (!/new version/.test(said().textContent)) throw new Error("the page says " + said().textContent);
		if (window.ended) throw new Error("the run has ended: " + window.ended.stderr)`)

	other, _ := visit(t, own, h.URL+"demos/")
	inWorkerPage[any](t, other, `
		await until(() => document.querySelector("ahiru-update")?.shadowRoot.querySelector("button"));
		document.querySelector("ahiru-update").shadowRoot.querySelector("button").click()`)
	waitFor(t, other, `document.querySelector("ahiru-offline")?.build === "`+newBuild+`"`)

	// The old build is gone from the host: a part of the page that was not needed yet comes from what is kept.
	h.down.Store(true)
	late := edited[string](t, page, `
		if (window.ended) throw new Error("the run has ended: " + window.ended.stderr);
		document.querySelector("ahiru-snippets").shadowRoot.querySelector("button").click();
		await until(() => document.querySelector("ahiru-snippets").shadowRoot.querySelector("ahiru-snippets-dialog"));
		document.querySelector("ahiru-snippets").shadowRoot.querySelector("ahiru-snippets-dialog").shadowRoot.querySelector("header button").click();
		const before = window.words.length;
		await until(() => window.words.length > before, 120000);
		return window.ended ? "ended" : document.querySelector("ahiru-offline").build`)
	if late == "ended" || late == newBuild {
		t.Errorf("while another tab has the new build, the run is %q", late)
	}
	h.down.Store(false)

	edited[any](t, page, `document.querySelector("ahiru-update").shadowRoot.querySelector("button").click()`)
	waitFor(t, page, `document.querySelector("ahiru-offline")?.build === "`+newBuild+`"`)
	source := edited[string](t, page, `await until(editor); return demo.source`)
	if !strings.Contains(source, `fmt.Println("typed by hand")`) {
		t.Errorf("after the update the program is %.400q", source)
	}
}
