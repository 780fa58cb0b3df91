package test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

type isolatedRun struct {
	Isolated, Controlled bool
	Result               result
	Build                string
}

const runHere = `
	if ("d" in demo.params) demo.params = {d: "10ms"};
	const Result = await demo.run();
	return {Isolated: crossOriginIsolated, Controlled: navigator.serviceWorker.controller !== null, Result,
		Build: document.querySelector("ahiru-offline").build};`

// waitForThreads waits until the worker has the lesson's program.
func waitForThreads(t *testing.T, page *browser.Page) {
	t.Helper()
	inWorkerPage[any](t, page, `await until(() => kept("assets/threads."))`)
}

// TestVisitedOnceWorksOffline: a host that sets no headers, below a path. The first visit runs without isolation and is
// not reloaded; the next has it, with nobody there to answer.
func TestVisitedOnceWorksOffline(t *testing.T) {
	t.Parallel()
	h, own := newHost(t), reader(t)
	lesson := h.URL + "demos/threads/"
	page, _ := visit(t, own, lesson)
	first := script[isolatedRun](t, page, `window.same = true;`+runHere)
	if first.Isolated || first.Controlled || first.Result.ExitCode != 0 {
		t.Errorf("the first visit gives %+v", first)
	}
	if n := h.wasAsked("sw.js"); n != 0 {
		t.Errorf("the worker was fetched %d times before the first run had ended", n)
	}
	waitForThreads(t, page)
	if !eval[bool](t, page, `window.same === true && !crossOriginIsolated`) {
		t.Error("the first visit was reloaded")
	}

	h.down.Store(true)
	for _, url := range []string{lesson, h.URL + "demos/threads", h.URL + "demos/threads/index.html", h.URL + "ja/demos/threads/?a=1"} {
		page, _ := visit(t, own, url)
		got := script[isolatedRun](t, page, runHere)
		if !got.Isolated || !got.Controlled || got.Result.ExitCode != 0 || !strings.Contains(got.Result.Stdout, "waits") {
			t.Errorf("%s without a network gives %+v", url, got)
		}
	}
	for path, heading := range map[string]string{"": "", "ko/": "", "docs/hosting/": "Host", "play/": ""} {
		page, _ := visit(t, own, h.URL+path)
		if got := eval[string](t, page, `document.querySelector("h1").textContent`); got == "" || !strings.Contains(got, heading) {
			t.Errorf("%s without a network has the heading %q", path, got)
		}
	}
}

// TestIsolationOutlivesTheWorker: the worker keeps no decision in memory.
func TestIsolationOutlivesTheWorker(t *testing.T) {
	t.Parallel()
	h, own := newHost(t), reader(t)
	page, _ := visit(t, own, h.URL)
	inWorkerPage[any](t, page, `await navigator.serviceWorker.ready; await until(() => navigator.serviceWorker.controller)`)
	stopWorkers(t, page)
	for _, path := range []string{"demos/race/", "embed/race/"} {
		page, _ := visit(t, own, h.URL+path)
		if !eval[bool](t, page, `crossOriginIsolated`) {
			t.Errorf("%s is not isolated after the worker was stopped", path)
		}
	}
}

// TestEditedOffline changes a lesson without a network, once the compiler has been used with one.
func TestEditedOffline(t *testing.T) {
	t.Parallel()
	h, own := newHost(t), reader(t)
	lesson := h.URL + "demos/threads/"
	const edited = `
		demo.params = {n: "2", d: "10ms"};
		demo.source = demo.source.replace('"n", 10,', '"n", 20,').replace("package main", "package main // %");
		demo.params = {d: "10ms"};
		if (!/"n", 20,/.test(demo.source)) throw new Error("the lesson has no ten waits any more");` + runHere
	page, closePage := visit(t, own, lesson)
	if got := script[isolatedRun](t, page, strings.Replace(edited, "%", "first", 1)); got.Result.ExitCode != 0 {
		t.Fatalf("with a network: %+v", got)
	}
	waitForThreads(t, page)
	inWorkerPage[any](t, page, `await until(() => kept("kept.invalid/index.json"))`)
	closePage()

	h.down.Store(true)
	page, _ = tab(t, own, lesson) // the browser itself complains of what it cannot reach
	got := script[isolatedRun](t, page, strings.Replace(edited, "%", "second", 1))
	if got.Result.ExitCode != 0 || !got.Isolated || !strings.Contains(got.Result.Stdout, "20 waits") {
		t.Errorf("without a network: %+v", got)
	}
}

// TestNewVersion: two tabs of one build, then another build on the server. One tab takes it when its reader says so, the
// other keeps the files of its own, which go when the last page that needs them has gone.
func TestNewVersion(t *testing.T) {
	t.Parallel()
	h, own := newHost(t), reader(t)
	list := h.URL + "demos/"
	first, _ := visit(t, own, list)
	inWorkerPage[any](t, first, `await until(() => navigator.serviceWorker.controller)`)
	second, closeSecond := visit(t, own, list)
	old := eval[string](t, second, `document.querySelector("ahiru-offline").build`)

	page := bytes.ReplaceAll(h.file(t, "demos/index.html"), []byte(old), []byte("bbbbbbbbbbbb"))
	oldLesson := h.file(t, "demos/threads/lesson.json")
	h.rebuild(t, "bbbbbbbbbbbb", map[string][]byte{
		"demos/index.html": page, "demos/threads/lesson.json": append([]byte("  "), oldLesson...),
	})
	inWorkerPage[any](t, first, `
		await until(() => document.querySelector("ahiru-update"));
		await (await navigator.serviceWorker.getRegistration()).update();
		const button = () => document.querySelector("ahiru-update").shadowRoot.querySelector("button");
		await until(button);
		if (document.querySelector("ahiru-offline").build !== `+"`"+old+"`"+`) throw new Error("the page has changed by itself");
		button().click()`)
	waitFor(t, first, `document.querySelector("ahiru-offline")?.build === "bbbbbbbbbbbb"`)

	const lessonLength = `fetch("threads/lesson.json").then(answer => answer.text()).then(text => text.length)`
	if n := eval[int](t, first, lessonLength); n != eval[int](t, second, lessonLength)+2 {
		t.Errorf("the new page reads a lesson of %d characters, the old one not its own", n)
	}
	const shells = `caches.keys().then(names => names.filter(name => name.startsWith("ahiru-pages")).length)`
	if n := eval[int](t, first, shells); n != 2 {
		t.Errorf("%d builds are kept while pages of two are open", n)
	}
	closeSecond()
	third, _ := visit(t, own, list)
	inWorkerPage[any](t, third, `await until(async () => (await `+shells+`) === 1)`)
}

// TestDamagedFileIsNotKept: a file is cut, altered, or a page comes in its place. No worker is installed; it is when
// the file is whole again.
func TestDamagedFileIsNotKept(t *testing.T) {
	t.Parallel()
	const script = "demos/index.html"
	h, own := newHost(t), reader(t)
	whole := h.file(t, script)
	for what, contents := range map[string][]byte{
		"cut": whole[:len(whole)/2], "altered": bytes.Replace(whole, []byte("Ahiru"), []byte("Uriha"), 1), "missing": nil,
	} {
		h.replace(script, contents)
		page, _ := visit(t, own, h.URL)
		waitFor(t, page, `!!document.querySelector("ahiru-offline")?.shadowRoot`)
		got := inWorkerPage[bool](t, page, `
			const registration = await navigator.serviceWorker.register("sw.js");
			const worker = registration.installing ?? registration.waiting ?? registration.active;
			await until(() => worker.state === "redundant" || worker.state === "activated");
			return worker.state === "redundant" && !(await kept("b/demos/?"))`)
		if !got {
			t.Errorf("a file that is %s was kept", what)
		}
	}
	h.mu.Lock()
	delete(h.replaced, script)
	h.mu.Unlock()
	page, _ := visit(t, own, h.URL)
	inWorkerPage[any](t, page, `await navigator.serviceWorker.ready; await until(() => kept("b/demos/?"))`)
}

// TestNoPageForAScript: a host that answers every address with a page.
func TestNoPageForAScript(t *testing.T) {
	t.Parallel()
	h, own := newHost(t), reader(t)
	page, _ := tab(t, own, h.URL)
	inWorkerPage[any](t, page, `await until(() => navigator.serviceWorker.controller)`)
	h.replace("assets/gone.js.html", h.file(t, "index.html"))
	got := inWorkerPage[string](t, page, `
		const script = document.createElement("script");
		const ended = new Promise(go => { script.onload = () => go("loaded"); script.onerror = () => go("refused"); });
		script.src = "assets/gone.js.html";
		document.head.append(script);
		return ended`)
	if got != "refused" {
		t.Errorf("a page in the place of a script is %s", got)
	}
}
