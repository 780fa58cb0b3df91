package browser

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// A Page is one tab and what it complained of.
type Page struct {
	Ctx context.Context

	mu         sync.Mutex
	complaints []string
}

// pageLimit ends a page whose test would hang.
const pageLimit = 3 * time.Minute

// NewPage opens an empty tab of a launched browser, width by height CSS
// pixels. The function it returns closes the tab.
func NewPage(session context.Context, width, height int) (*Page, context.CancelFunc, error) {
	tab, closeTab := chromedp.NewContext(session)
	ctx, endLimit := context.WithTimeout(tab, pageLimit)
	end := func() { endLimit(); closeTab() }
	p := &Page{Ctx: ctx}
	if err := p.prepare(width, height); err != nil {
		end()
		return nil, nil, fmt.Errorf("opening a tab: %w", err)
	}
	return p, end, nil
}

func (p *Page) prepare(width, height int) error {
	if err := chromedp.Listen(p.Ctx, p.listen); err != nil {
		return err
	}
	if _, err := chromedp.Call(p.Ctx, log.Enable, cdp.Empty{}); err != nil {
		return err
	}
	return p.Do(chromedp.EmulateViewport(int64(width), int64(height)))
}

// KeepWorkerAway has the site register no service worker in this tab, for
// whoever shares a profile: what one has cached another must not get.
func (p *Page) KeepWorkerAway() error {
	script := page.AddScriptToEvaluateOnNewDocumentParams{Source: noWorker}
	_, err := chromedp.Call(p.Ctx, page.AddScriptToEvaluateOnNewDocument, script)
	return err
}

// noWorker leaves pages waiting for their worker. Only secure pages know of workers.
const noWorker = `globalThis.ServiceWorkerContainer && (ServiceWorkerContainer.prototype.register = () => new Promise(() => {}))`

// listen runs on the loop that reads the tab's messages: it must be quick.
func (p *Page) listen(event any) {
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		text := e.ExceptionDetails.Text
		if thrown := e.ExceptionDetails.Exception; thrown != nil {
			text += " " + thrown.Description
		}
		p.complain("exception: " + text)
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
			p.complain(fmt.Sprintf("%s: %s (%s)", e.Entry.Level, e.Entry.Text, e.Entry.URL))
		}
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning {
			p.complain(fmt.Sprintf("console.%s: %s", e.Type, words(e.Args)))
		}
	}
}

func words(args []*runtime.RemoteObject) string {
	var all []string
	for _, arg := range args {
		all = append(all, arg.Description+string(arg.Value))
	}
	return strings.Join(all, " ")
}

// driverNote marks what the software renderer says of its own speed, on
// machines without a graphics card; it is not the page's doing.
const driverNote = "GL Driver Message (OpenGL, Performance"

func (p *Page) complain(text string) {
	if strings.Contains(text, driverNote) {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.complaints = append(p.complaints, text)
}

// Complaints lists errors and warnings of the console, uncaught exceptions and
// violations of the page's policy, so far.
func (p *Page) Complaints() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string(nil), p.complaints...)
}

// Do performs actions on the page.
func (p *Page) Do(actions ...chromedp.Action[chromedp.Void]) error {
	return chromedp.Do(p.Ctx, actions...)
}

// Eval evaluates an expression, awaits it if it is a promise and stores its
// JSON value in result, which may be nil.
func (p *Page) Eval(expression string, result any) error {
	raw, err := chromedp.Run(p.Ctx, chromedp.Evaluate[[]byte](expression, chromedp.EvalAwaitPromise, chromedp.EvalAsValue))
	if err != nil || result == nil || len(raw) == 0 {
		return err
	}
	return json.Unmarshal(raw, result)
}
