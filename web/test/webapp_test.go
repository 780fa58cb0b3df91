package test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/pwa"
	"github.com/chromedp/chromedp"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// TestInstallable: the browser would install the site from a host without headers, below a path, in each language.
func TestInstallable(t *testing.T) {
	t.Parallel()
	h, own := newHost(t), reader(t)
	for folder, name := range map[string]string{"": "Ahiru", "ja/": "Ahiru", "ko/demos/race/": "Ahiru"} {
		p, _ := visit(t, own, h.URL+folder)
		manifest, err := chromedp.Call(p.Ctx, page.GetAppManifest, page.GetAppManifestParams{})
		if err != nil {
			t.Fatal(err)
		}
		if len(manifest.Errors) > 0 || !strings.Contains(manifest.Data, name) || !strings.HasPrefix(manifest.URL, h.URL) {
			t.Errorf("%s: the manifest %s has errors %v", folder, manifest.URL, manifest.Errors)
		}
		not, err := chromedp.Call(p.Ctx, page.GetInstallabilityErrors, cdp.Empty{})
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range not.InstallabilityErrors {
			t.Errorf("%s cannot be installed: %s %v", folder, e.ErrorID, e.ErrorArguments)
		}
	}
}

// TestInstalledAppWithoutANetwork installs the site, and has the browser start the app on a lesson when nobody answers. (A headless browser starts
// it in a tab: that its window is the app's own is not seen here.)
func TestInstalledAppWithoutANetwork(t *testing.T) {
	t.Parallel()
	h, own := newHost(t), reader(t)
	lesson := h.URL + "demos/threads/"
	p, closePage := visit(t, own, lesson)
	if _, err := chromedp.Call(p.Ctx, pwa.Install, pwa.InstallParams{ManifestID: h.URL, InstallURLOrBundleURL: h.URL}); err != nil {
		t.Fatalf("installing: %v", err)
	}
	script[any](t, p, `await demo.run()`)
	waitForThreads(t, p)
	h.down.Store(true)
	if _, err := chromedp.Call(p.Ctx, pwa.Launch, pwa.LaunchParams{ManifestID: h.URL, URL: lesson + "?app"}); err != nil {
		t.Fatalf("starting the app: %v", err)
	}
	app := windowAt(t, own, lesson+"?app")
	closePage()
	got := script[isolatedRun](t, app, runHere)
	if !got.Isolated || !got.Controlled || got.Result.ExitCode != 0 || !strings.Contains(got.Result.Stdout, "waits") {
		t.Errorf("in the app: %+v", got)
	}
}

// windowAt finds the page that the browser has opened at an address by itself.
func windowAt(t *testing.T, own context.Context, url string) *browser.Page {
	t.Helper()
	for start := time.Now(); time.Since(start) < time.Minute; time.Sleep(100 * time.Millisecond) {
		targets, err := chromedp.Targets(own)
		if err != nil {
			t.Fatal(err)
		}
		for _, each := range targets {
			if each.Type == "page" && each.URL == url {
				ctx, cancel := chromedp.NewContext(own, chromedp.WithTargetID(each.TargetID))
				t.Cleanup(cancel)
				return &browser.Page{Ctx: ctx}
			}
		}
	}
	t.Fatalf("no window is at %s", url)
	return nil
}
