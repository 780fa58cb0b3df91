package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// Budgets in bytes as the network carries them, brotli.
const (
	lessonBudget = 1_200_000 // all of a lesson's page until its first run ends
	mapBudget    = 1_200_000 // all of the map's page until it can be used
	shellBudget  = 150_000   // a lesson page's HTML, CSS and JavaScript, which headers are not
)

// lessonPages runs each lesson once in a tab with an empty cache.
func (b *bench) lessonPages() error {
	// Programs beside the lessons have no page of their own.
	lessons, err := filepath.Glob(filepath.Join("dist", "demos", "*", "index.html"))
	if err != nil {
		return err
	}
	for _, l := range lessons {
		name := filepath.Base(filepath.Dir(l))
		all, shell, err := b.transfer("/demos/"+name+"/", `document.querySelector("ahiru-demo")`, `.run()`)
		if err != nil {
			return fmt.Errorf("lesson %s: %w", name, err)
		}
		b.add(name+": bytes until its first run ends", all, lessonBudget, "B")
		b.add(name+": HTML, CSS and JavaScript", shell, shellBudget, "B")
	}
	return nil
}

func (b *bench) mapPage() error {
	all, _, err := b.transfer("/peps/", `document.querySelector("ahiru-peps")`, ``)
	if err != nil {
		return fmt.Errorf("the PEP map: %w", err)
	}
	b.add("PEP map: bytes until it can be used", all, mapBudget, "B")
	return nil
}

// transfer opens a page, waits for its element to be ready and for what then
// is asked of it, and sums what the network carried: all of it, and the part
// that is neither wasm nor data, without headers.
func (b *bench) transfer(path, element, then string) (all, shell float64, err error) {
	page, end, err := browser.NewPage(b.session, 1280, 900)
	if err != nil {
		return 0, 0, err
	}
	defer end()
	if err := page.KeepWorkerAway(); err != nil {
		return 0, 0, err
	}
	meter := newMeter()
	if err := chromedp.Listen(page.Ctx, meter.listen); err != nil {
		return 0, 0, err
	}
	if _, err := chromedp.Call(page.Ctx, network.Enable, network.EnableParams{}); err != nil {
		return 0, 0, err
	}
	if _, err := chromedp.Call(page.Ctx, network.ClearBrowserCache, cdp.Empty{}); err != nil {
		return 0, 0, err
	}
	if err := page.Do(chromedp.Navigate(b.site + path)); err != nil {
		return 0, 0, err
	}
	script := fmt.Sprintf(`customElements.whenDefined(%[1]s.localName).then(() => %[1]s.ready).then(() => %[1]s%[2]s).then(() => 1)`, element, then)
	if err := page.Eval(script, nil); err != nil {
		return 0, 0, err
	}
	all, shell = meter.total()
	return all, shell, nil
}

// A meter sums the bytes of a tab's responses: all with their headers, the shell without.
type meter struct {
	mu         sync.Mutex
	urls       map[network.RequestID]string
	heads      map[network.RequestID]float64
	all, shell float64
}

func newMeter() *meter {
	return &meter{urls: map[network.RequestID]string{}, heads: map[network.RequestID]float64{}}
}

func (m *meter) listen(event any) {
	m.mu.Lock()
	defer m.mu.Unlock()
	switch e := event.(type) {
	case *network.EventResponseReceived:
		m.urls[e.RequestID], m.heads[e.RequestID] = e.Response.URL, e.Response.EncodedDataLength
	case *network.EventLoadingFinished:
		url := m.urls[e.RequestID]
		m.all += e.EncodedDataLength
		if !strings.HasSuffix(url, ".wasm") && !strings.HasSuffix(url, ".json") {
			m.shell += max(0, e.EncodedDataLength-m.heads[e.RequestID])
		}
		if os.Getenv("AHIRU_BENCH") == "each" {
			fmt.Fprintf(os.Stderr, "%9.0f B  %s\n", e.EncodedDataLength, url)
		}
	}
}

func (m *meter) total() (all, shell float64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.all, m.shell
}
