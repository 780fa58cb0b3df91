package test

import (
	"net/http"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/chromedp"

	"github.com/ahiru-dev/ahiru/web/build/bundle"
	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// TestNothingOutlivesARun starts 200 runs of a process and a thread beside the first, which both go on when their run
// ends; every fifth run is stopped in the middle. Workers and ports are counted by the page, workers by the browser too.
func TestNothingOutlivesARun(t *testing.T) {
	page := blank(t, 800)
	navigate(t, page, machineSite(t)+"/kernel")
	type census struct{ Workers, Spares, Channels int }
	eval[any](t, page, `load("threads")`)
	eval[any](t, page, `repeat("threads", ["leave"], 5)`)
	before := eval[census](t, page, "census()")
	if before.Workers != before.Spares || before.Spares < 4 {
		t.Fatalf("at first there are %+v", before)
	}
	endings := map[string]int{}
	for _, runs := range []string{`["leave"], 65`, `["leave"], 65`, `["leave"], 60`, `["leave", "spin"], 10`} {
		for status, n := range eval[map[string]int](t, page, `repeat("threads", `+runs+`)`) {
			endings[status] += n
		}
	}
	t.Logf("exit statuses: %v", endings)
	if endings["0"]+endings["137"] != 200 || endings["0"] < 100 || endings["137"] == 0 {
		t.Errorf("the runs ended with %v", endings)
	}
	if after := eval[census](t, page, "census()"); after != before {
		t.Errorf("after 200 runs there are %+v, before there were %+v", after, before)
	}
	var scopes float64
	for range 100 { // Chromium lets a worker that spins go on for two seconds
		if scopes = workerScopes(t, page); scopes == float64(before.Workers) {
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	if scopes != float64(before.Workers) {
		t.Errorf("the browser counts %v workers, the page %d", scopes, before.Workers)
	}
	if made, kept := eval[int](t, page, "made()"), eval[int](t, page, "shared()"); made < 150 || kept > 3 {
		t.Errorf("of %d shared memories %d are still there", made, kept)
	}
}

// workerScopes is how many workers the browser has in the page's process, after it has thrown away what nobody holds.
func workerScopes(t *testing.T, page *browser.Page) float64 {
	t.Helper()
	if _, err := chromedp.Call(page.Ctx, heapprofiler.CollectGarbage, cdp.Empty{}); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(page.Ctx, performance.Enable, performance.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	got, err := chromedp.Call(page.Ctx, performance.GetMetrics, cdp.Empty{})
	if err != nil {
		t.Fatal(err)
	}
	for _, metric := range got.Metrics {
		if metric.Name == "WorkerGlobalScopes" {
			return metric.Value
		}
	}
	t.Fatal("this browser counts no workers")
	return 0
}

// kernelHandler serves the page that is its own jail.
func kernelHandler(t *testing.T, mux *http.ServeMux, b bundle.Bundler) {
	t.Helper()
	script, err := b.Text("test/testdata/machine/kernel-page.ts")
	if err != nil {
		t.Fatal(err)
	}
	mux.HandleFunc("/kernel.js", serveText("text/javascript; charset=utf-8", script))
	mux.HandleFunc("/kernel", isolatePage(serveMachinePage(pagePolicy(""), "/kernel.js")))
}
