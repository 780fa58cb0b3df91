package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// singleBudget is what a lesson as one file may weigh.
const singleBudget = 6_000_000

// untilOutput runs the page's lesson and gives the time from the page's start to the first output, in ms.
const untilOutput = `(async () => {
	await customElements.whenDefined("ahiru-demo");
	const demo = document.querySelector("ahiru-demo");
	await demo.ready;
	const first = new Promise(done => demo.addEventListener("ahiru-output", () => done(performance.now()), { once: true }));
	const ended = demo.run();
	const at = await first;
	await ended;
	return at;
})()`

// oneFile measures lessons that are one file: their bytes, and from opening one on the disk to its first output, beside
// the same lesson from the server with an empty cache.
func (b *bench) oneFile() error {
	files, err := filepath.Glob(filepath.Join("dist", "single", "*.html"))
	if err != nil {
		return err
	}
	largest := int64(0)
	for _, file := range files {
		info, err := os.Stat(file)
		if err != nil {
			return err
		}
		largest = max(largest, info.Size())
	}
	b.add(fmt.Sprintf("one file: the largest of %d", len(files)), float64(largest), singleBudget, "B")
	disk, err := b.starts("file://"+filepath.Join(b.root, "dist", "single", "ducks.html"), false)
	if err != nil {
		return err
	}
	served, err := b.starts(b.site+"/demos/ducks/", true)
	if err != nil {
		return err
	}
	b.addTrials("one file: opened on the disk to first output", disk, "ms")
	b.addTrials("  the lesson's page from the server, nothing cached", served, "ms")
	return nil
}

// offline measures the start of a lesson from the service worker when there is no network, beside one with it.
func (b *bench) offline() error {
	// A server of its own, which then goes away.
	server, err := browser.Serve(context.Background(), b.root, filepath.Join(b.root, "dist"))
	if err != nil {
		return err
	}
	defer server.Stop()
	own, end, err := browser.Launch(context.Background())
	if err != nil {
		return err
	}
	defer end()
	page, closePage, err := browser.NewPage(own, 1280, 900)
	if err != nil {
		return err
	}
	defer closePage()
	time := func() (float64, error) {
		var ms float64
		err := page.Do(chromedp.Navigate(server.URL + "/demos/ducks/"))
		if err == nil {
			err = page.Eval(untilOutput, &ms)
		}
		return ms, err
	}
	if _, err := time(); err != nil {
		return err
	}
	const kept = `(async () => { for (;;) { for (const name of await caches.keys()) for (const {url} of await (await caches.open(name)).keys()) if (url.includes("assets/ducks.")) return true; await new Promise(go => setTimeout(go, 50)) } })()`
	if err := page.Eval(kept, nil); err != nil {
		return err
	}
	var with, without []float64
	for range pressed {
		ms, err := time()
		if err != nil {
			return err
		}
		with = append(with, ms)
	}
	server.Stop()
	for range pressed {
		ms, err := time()
		if err != nil {
			return fmt.Errorf("without a network: %w", err)
		}
		without = append(without, ms)
	}
	b.addTrials("from the service worker: opened to first output, without a network", without, "ms")
	b.addTrials("  the same with a network", with, "ms")
	return nil
}

// starts opens an address several times and gives the times to first output.
func (b *bench) starts(url string, emptied bool) ([]float64, error) {
	var times []float64
	for range pressed {
		page, end, err := browser.NewPage(b.session, 1280, 900)
		if err != nil {
			return nil, err
		}
		err = page.KeepWorkerAway()
		if err == nil && emptied {
			_, err = chromedp.Call(page.Ctx, network.ClearBrowserCache, cdp.Empty{})
		}
		if err == nil {
			err = page.Do(chromedp.Navigate(url))
		}
		var ms float64
		if err == nil {
			err = page.Eval(untilOutput, &ms)
		}
		end()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", url, err)
		}
		times = append(times, ms)
	}
	return times, nil
}

func (b *bench) addTrials(what string, trials []float64, unit string) {
	b.rows = append(b.rows, row{what, median(trials), none(unit), slices.Min(trials), slices.Max(trials)})
}
