package test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/storage"
	"github.com/chromedp/chromedp"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// A watch is a proxy between a browser and all the world: it notes who is
// asked, by pages, frames, workers or the service worker alike, and lets only
// the site answer.
type watch struct {
	site *httputil.ReverseProxy
	host string

	mu      sync.Mutex
	asked   map[string]int // by host
	cookies []string       // sent or set
}

func newWatch(t *testing.T) (w *watch, proxy string) {
	t.Helper()
	address, err := url.Parse(site)
	if err != nil {
		t.Fatal(err)
	}
	w = &watch{site: httputil.NewSingleHostReverseProxy(address), host: address.Host, asked: map[string]int{}}
	w.site.ModifyResponse = func(answer *http.Response) error {
		w.note("", append(answer.Header["Set-Cookie"], answer.Header["Set-Cookie2"]...))
		return nil
	}
	server := httptest.NewServer(w)
	t.Cleanup(server.Close)
	return w, server.URL
}

func (w *watch) ServeHTTP(out http.ResponseWriter, r *http.Request) {
	w.note(r.Host, r.Header["Cookie"])
	if r.Method == http.MethodConnect || r.Host != w.host {
		http.Error(out, "only the site answers here", http.StatusForbidden)
		return
	}
	w.site.ServeHTTP(out, r)
}

func (w *watch) note(host string, cookies []string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if host != "" {
		w.asked[host]++
	}
	w.cookies = append(w.cookies, cookies...)
}

// tour is what a reader may do on each kind of page: scripts that settle when it is done.
var tour = []struct{ path, act string }{
	{"/", meet + `await demo.run()`},
	{"/ja/demos/", ``},
	{"/demos/threads/", meet + `demo.timeline.tracing = true; await demo.run();
		demo.source = demo.source.replace("package main", "package main // mine"); await demo.run()`},
	{"/ko/play/", meet + `demo.source = 'package main\n\nimport "net/http"\n\nfunc main() { _, err := http.Get("https://example.com/"); println(err.Error()) }'; await demo.run()`},
	{"/peps/", `await customElements.whenDefined("ahiru-peps"); const map = document.querySelector("ahiru-peps");
		await map.ready; map.select(484); await map.metrics("pagerank"); await map.export("svg")`},
	{"/docs/hosting/", ``},
	{"/embed/race/", meet + `await demo.run()`},
	{"/embed/peps/", ``},
	{"/single/ducks.html", meet + `await demo.run()`},
	{"/there/is/no/such/page", ``},
}

// ofTheBrowser are whom Chromium itself asks in spite of its flags, on whatever page: by name, so that nothing
// else of theirs is let through.
var ofTheBrowser = []string{
	"accounts.google.com", "android.clients.google.com", "clients2.google.com", "content-autofill.googleapis.com",
	"optimizationguide-pa.googleapis.com", "safebrowsing.googleapis.com", "update.googleapis.com",
}

// TestNobodyElseIsAsked takes a tour of the site with a profile of its own, and its service worker: no request goes to
// anybody but the site, and no cookie is set or sent.
func TestNobodyElseIsAsked(t *testing.T) {
	w, proxy := newWatch(t)
	own, end, err := browser.Launch(context.Background(), chromedp.Flag("proxy-server", proxy), chromedp.Flag("proxy-bypass-list", "<-loopback>"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(end)
	for _, stop := range tour {
		page, closePage := tab(t, own, site+stop.path)
		if said := eval[string](t, page, `(async () => {`+stop.act+`; return document.cookie})()`); said != "" {
			t.Errorf("%s has the cookies %q", stop.path, said)
		}
		closePage()
	}
	page, _ := tab(t, own, site+"/docs/")
	inWorkerPage[any](t, page, `await navigator.serviceWorker.ready`)

	jar, err := chromedp.Call(page.Ctx, storage.GetCookies, storage.GetCookiesParams{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range jar.Cookies {
		t.Errorf("the browser keeps the cookie %s of %s", c.Name, c.Domain)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if n := w.asked[w.host]; n < 100 {
		t.Errorf("%d requests to the site were seen: the tour does not pass the proxy", n)
	}
	for host, n := range w.asked {
		if name, _, _ := strings.Cut(host, ":"); host != w.host && !slices.Contains(ofTheBrowser, name) {
			t.Errorf("%s was asked %d times", host, n)
		}
	}
	if len(w.cookies) > 0 {
		t.Errorf("cookies travelled: %q", w.cookies)
	}
}
