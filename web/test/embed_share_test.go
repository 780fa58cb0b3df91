package test

import (
	"encoding/json"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/tracing"
	"github.com/chromedp/chromedp"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// compilations counts what V8 does with WebAssembly, by its own trace of every process of the browser, until it is asked.
func compilations(t *testing.T, page *browser.Page) func() map[string]int {
	t.Helper()
	var mu sync.Mutex
	counts := map[string]int{}
	done := make(chan struct{})
	if err := chromedp.ListenBrowser(page.Ctx, func(event any) {
		switch e := event.(type) {
		case *tracing.EventDataCollected:
			mu.Lock()
			defer mu.Unlock()
			for _, raw := range e.Value {
				var one struct{ Name string }
				if json.Unmarshal(raw, &one) == nil {
					counts[one.Name]++
				}
			}
		case *tracing.EventTracingComplete:
			close(done)
		}
	}); err != nil {
		t.Fatal(err)
	}
	start := tracing.StartParams{TraceConfig: &tracing.TraceConfig{IncludedCategories: []string{"disabled-by-default-v8.wasm.detailed"}}}
	if _, err := chromedp.CallBrowser(page.Ctx, tracing.Start, start); err != nil {
		t.Fatal(err)
	}
	return func() map[string]int {
		if _, err := chromedp.CallBrowser(page.Ctx, tracing.End, cdp.Empty{}); err != nil {
			t.Fatal(err)
		}
		<-done
		mu.Lock()
		defer mu.Unlock()
		return counts
	}
}

// TestSixEmbeds: six lessons in one post, all the same and all different, each run twice. What they share comes once,
// and each jail compiles its program once and makes a new instance of it for each run.
func TestSixEmbeds(t *testing.T) {
	for what, names := range map[string][]string{
		"the same":  {"ducks", "ducks", "ducks", "ducks", "ducks", "ducks"},
		"different": {"ducks", "threads", "queue", "soba", "routes", "race"},
	} {
		t.Run(what, func(t *testing.T) {
			c, where := newCounter(t)
			b := newBlog(t, map[string]post{"many": {Site: where, Names: names}})
			page := blank(t, 1000)
			compiled := compilations(t, page)
			navigate(t, page, b.URL+"/many")
			failed := posted[[]string](t, page, `
				const failed = [];
				for (const demo of demos) for (let i = 0; i < 2; i++) {
					await demo.ready;
					const values = await demo.params;
					for (const flags of [{trials: "2", n: "1000"}, {guests: "0.03,0.01,0.02"}, {items: "6"}, {pause: "1ms"}]) {
						if (Object.keys(flags)[0] in values) demo.params = flags;
					}
					const {exitCode, stderr} = await demo.run().catch(e => ({exitCode: -1, stderr: e.message}));
					if (exitCode !== 0) failed.push(demo.name + ": " + stderr);
				}
				return failed`)
			if len(failed) > 0 {
				t.Errorf("runs failed: %q", failed)
			}
			c.mu.Lock()
			for path, n := range c.seen {
				// Each frame has a document of its own, and asks whether the lesson is still the same.
				if n > 1 && strings.HasPrefix(path, "/assets/") {
					t.Errorf("%s came %d times", path, n)
				}
			}
			c.mu.Unlock()
			v8 := compiled()
			if v8["wasm.AsyncCompile"] != len(names) || v8["wasm.SyncInstantiate"] < 2*len(names) {
				t.Errorf("%d modules were compiled and %d instances made, want one for each lesson and two runs of it",
					v8["wasm.AsyncCompile"], v8["wasm.SyncInstantiate"])
			}
		})
	}
}
