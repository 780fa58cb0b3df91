package firefox

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

// A Page is one tab.
type Page struct {
	browser *Browser
	name    string // what the protocol calls the tab
}

// NewPage opens an empty tab, width by height CSS pixels.
func (b *Browser) NewPage(ctx context.Context, width, height int) (*Page, error) {
	var tab struct{ Context string }
	if err := b.bidi.call(ctx, "browsingContext.create", params{"type": "tab"}, &tab); err != nil {
		return nil, err
	}
	p := &Page{browser: b, name: tab.Context}
	viewport := params{"width": width, "height": height}
	return p, b.bidi.call(ctx, "browsingContext.setViewport", params{"context": p.name, "viewport": viewport}, nil)
}

// Close closes the tab.
func (p *Page) Close(ctx context.Context) error {
	return p.browser.bidi.call(ctx, "browsingContext.close", params{"context": p.name}, nil)
}

// Navigate goes to a page and waits until it has loaded.
func (p *Page) Navigate(ctx context.Context, url string) error {
	return p.browser.bidi.call(ctx, "browsingContext.navigate",
		params{"context": p.name, "url": url, "wait": "complete"}, nil)
}

// Frames names the frames of the page, each to be evaluated in by EvalIn.
func (p *Page) Frames(ctx context.Context) ([]string, error) {
	var tree struct {
		Contexts []struct {
			Children []struct{ Context string }
		}
	}
	err := p.browser.bidi.call(ctx, "browsingContext.getTree", params{"root": p.name}, &tree)
	if err != nil || len(tree.Contexts) == 0 {
		return nil, err
	}
	var frames []string
	for _, child := range tree.Contexts[0].Children {
		frames = append(frames, child.Context)
	}
	return frames, nil
}

// Eval evaluates an expression, awaits it if it is a promise and stores its
// JSON value in result, which may be nil.
func (p *Page) Eval(ctx context.Context, expression string, result any) error {
	return p.EvalIn(ctx, p.name, expression, result)
}

// EvalIn is Eval in a frame of the page.
func (p *Page) EvalIn(ctx context.Context, frame, expression string, result any) error {
	var outcome struct {
		Type             string // "success" or "exception"
		Result           struct{ Value string }
		ExceptionDetails struct{ Text string }
	}
	err := p.browser.bidi.call(ctx, "script.evaluate", params{
		"expression":   "(async () => JSON.stringify(await (" + expression + ") ?? null))()",
		"target":       params{"context": frame},
		"awaitPromise": true,
	}, &outcome)
	if err != nil {
		return err
	}
	if outcome.Type != "success" {
		return errors.New(outcome.ExceptionDetails.Text)
	}
	if result == nil {
		return nil
	}
	return json.Unmarshal([]byte(outcome.Result.Value), result)
}

// heard keeps what pages, their frames and their workers complain of.
func (b *Browser) heard(method string, event json.RawMessage) {
	var entry struct{ Level, Text string }
	if method != "log.entryAdded" || json.Unmarshal(event, &entry) != nil {
		return
	}
	if entry.Level != "error" && entry.Level != "warn" {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.complaints = append(b.complaints, fmt.Sprintf("%s: %s", entry.Level, entry.Text))
}

// Complaints lists errors and warnings of all consoles, uncaught exceptions and
// violations of a page's policy, so far.
func (b *Browser) Complaints() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return slices.Clone(b.complaints)
}
