package test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/storage"
	"github.com/chromedp/chromedp"
)

// pressMake waits for the button of the footer with the size on it, and presses it.
const pressMake = `
	const offline = document.querySelector("ahiru-offline");
	const $ = selector => offline.shadowRoot.querySelector(selector);
	const said = () => $("[role=status]").textContent.trim();
	await until(() => { offline.scrollIntoView(); return /\d\sMB/.test($(".make")?.textContent ?? ""); });
	$(".make").click();
	await until(() => $(".cancel") || !$("progress"));
`

// TestMakeAvailableOffline presses the button, cancels, goes on, and removes it all, on a site without a toolchain.
func TestMakeAvailableOffline(t *testing.T) {
	t.Parallel()
	h, own := newHost(t), reader(t)
	h.withoutToolchain()
	page, _ := tab(t, own, h.URL+"docs/") // the browser complains of the index that is not there
	type outcome struct {
		Cancelled, All, Removed string
		Kept, After             bool
	}
	got := inWorkerPage[outcome](t, page, pressMake+`
		await until(() => /[1-9].*\sMB of .*\sMB/.test($(".bytes")?.textContent ?? ""));
		$(".cancel").click();
		await until(said);
		const Cancelled = said();
		$(".make").click();
		await until(() => !$("progress") && !$(".make"), 120000);
		const out = {Cancelled, All: $("span").textContent, Kept: await kept("assets/gil.")};
		$(".remove").click();
		await until(said);
		return {...out, Removed: said(), After: await kept("assets/gil.")}`)
	if got.Cancelled == "" || got.All == "" || got.Removed == "" || !got.Kept || got.After {
		t.Errorf("got %+v", got)
	}
}

// TestToolchainIsKeptWithTheRest waits for files of the toolchain, cancels and removes them: the button says at once how
// much there is to fetch again, and what it then fetches is found by the next page.
func TestToolchainIsKeptWithTheRest(t *testing.T) {
	t.Parallel()
	h, own := newHost(t), reader(t)
	page, _ := visit(t, own, h.URL+"docs/")
	type outcome struct {
		Before, After        string
		Removable, Kept, Led bool
	}
	got := inWorkerPage[outcome](t, page, `
		const packed = async () => (await (await caches.open("ahiru-toolchain /a/b/toolchain/")).keys()).map(({url}) => url);
		const some = async () => (await packed()).length > 20;
		const label = () => $(".make").textContent.trim();
		let Before;`+strings.Replace(pressMake, `$(".make").click()`, `Before = label(); $(".make").click()`, 1)+`
		await until(some, 120000);
		$(".cancel").click();
		await until(said);
		$(".remove").click();
		await until(async () => (await packed()).length <= 1);
		await until(() => /\d\sMB/.test($(".make")?.textContent ?? ""));
		const out = {Before, After: label(), Removable: Boolean($(".remove")), Kept: await kept("assets/gil.")};
		$(".make").click();
		await until(some, 120000);
		$(".cancel").click();
		return {...out, Led: (await packed()).some(url => url.endsWith("/index.json"))}`)
	if got.Kept || got.Removable || got.Before != got.After {
		t.Errorf("after Remove the button says %q, before it was %q; there is something to remove: %v; programs are kept: %v", got.After, got.Before, got.Removable, got.Kept)
	}
	if !got.Led {
		t.Error("what was fetched after Remove has no index: without a network nobody would find it")
	}
}

// TestNoRoom: the browser has room for the shell, but not for everything.
func TestNoRoom(t *testing.T) {
	t.Parallel()
	h, own := newHost(t), reader(t)
	h.withoutToolchain()
	page, _ := tab(t, own, h.URL+"docs/")
	inWorkerPage[any](t, page, `await until(() => navigator.serviceWorker.controller)`)
	address, err := url.Parse(h.URL)
	if err != nil {
		t.Fatal(err)
	}
	origin := address.Scheme + "://" + address.Host
	used := eval[float64](t, page, `navigator.storage.estimate().then(({usage}) => usage)`)
	room := used + 9e6
	quota := storage.OverrideQuotaForOriginParams{Origin: origin, QuotaSize: &room}
	if _, err := chromedp.Call(page.Ctx, storage.OverrideQuotaForOrigin, quota); err != nil {
		t.Fatal(err)
	}
	got := inWorkerPage[string](t, page, `localStorage.setItem("typed", "quack");`+pressMake+`
		await until(said);
		return said() + (localStorage.getItem("typed") === "quack" ? "" : " and what was typed is lost")`)
	if want := "The browser has no room for all of it. What has come is kept, and what you typed is not touched."; got != want {
		t.Errorf("the page says %q", got)
	}
}

// TestWipedCacheIsMended: what the browser has thrown away comes back with the next visit. On our own server.
func TestWipedCacheIsMended(t *testing.T) {
	t.Parallel()
	own := reader(t)
	page, _ := visit(t, own, site+"/")
	inWorkerPage[any](t, page, `
		await until(() => navigator.serviceWorker.controller);
		for (const name of await caches.keys()) await caches.delete(name)`)
	page, _ = visit(t, own, site+"/docs/hosting/")
	inWorkerPage[any](t, page, `await until(() => kept("/demos/?"))`)
}

// TestNoWorkerInAFrameOfOpaqueOrigin: sandboxed pages and embeds go without, and say nothing.
func TestNoWorkerInAFrameOfOpaqueOrigin(t *testing.T) {
	t.Parallel()
	h, own := newHost(t), reader(t)
	post := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprintf(w, `<!doctype html><title>A post</title><link rel="icon" href="data:,"><iframe src="%sembed/threads/"></iframe>`, h.URL)
	}))
	t.Cleanup(post.Close)
	page, _ := visit(t, own, post.URL)
	eval[any](t, page, `new Promise(go => setTimeout(go, 3000))`)
	if n := h.wasAsked("sw.js"); n != 0 {
		t.Errorf("an embed asked for the worker %d times", n)
	}
}

// TestNoRoomAtAll: the browser has no room even for the pages. The site works as long as there is a network, and the
// button says why it can do nothing.
func TestNoRoomAtAll(t *testing.T) {
	t.Parallel()
	h, own := newHost(t), reader(t)
	page, _ := tab(t, own, "about:blank")
	address, err := url.Parse(h.URL)
	if err != nil {
		t.Fatal(err)
	}
	room := 200e3
	quota := storage.OverrideQuotaForOriginParams{Origin: address.Scheme + "://" + address.Host, QuotaSize: &room}
	if _, err := chromedp.Call(page.Ctx, storage.OverrideQuotaForOrigin, quota); err != nil {
		t.Fatal(err)
	}
	navigate(t, page, h.URL+"demos/ducks/")
	ran := script[result](t, page, `return demo.run()`)
	if ran.ExitCode != 0 {
		t.Errorf("the lesson gave %+v", ran)
	}
	got := inWorkerPage[string](t, page, `
		const offline = document.querySelector("ahiru-offline");
		const $ = selector => offline.shadowRoot.querySelector(selector);
		offline.scrollIntoView();
		await until(() => $(".make"));
		$(".make").click();
		await until(() => $("[role=status]").textContent.trim());
		return $("[role=status]").textContent.trim()`)
	if !strings.Contains(got, "keeps nothing") && !strings.Contains(got, "no room") {
		t.Errorf("the page says %q", got)
	}
}
