package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"sync/atomic"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// Budgets of embeds, in bytes as the network carries them, brotli.
const (
	scriptBudget = 10_000  // embed.js
	shownBudget  = 250_000 // an embed until it is shown: no program, no engine
)

// crowd is how many embeds the crowded post holds.
const crowd = 20

// A carrier stands between posts and the site and counts what it carries:
// frames of another site are not seen by the tab that holds them.
type carrier struct {
	site *httptest.Server
	post *httptest.Server // on another origin
	body atomic.Int64     // bytes of all answers' bodies
	wasm atomic.Int64     // of programs alone
}

func (b *bench) newCarrier() (*carrier, error) {
	target, err := url.Parse(b.site)
	if err != nil {
		return nil, err
	}
	c := &carrier{}
	forward := httputil.NewSingleHostReverseProxy(target)
	c.site = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n := &counted{ResponseWriter: w}
		forward.ServeHTTP(n, r)
		c.body.Add(n.bytes)
		if strings.HasSuffix(r.URL.Path, ".wasm") {
			c.wasm.Add(n.bytes)
		}
	}))
	where := strings.Replace(c.site.URL, "127.0.0.1", "localhost", 1)
	c.post = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, `<!doctype html><title>A post</title><link rel="icon" href="data:,"><style>body{width:700px}</style>`)
		number := 1
		if r.URL.Path == "/crowd" {
			number = crowd
		}
		for range number {
			fmt.Fprint(w, `<ahiru-demo name="ducks"></ahiru-demo>`)
		}
		fmt.Fprintf(w, `<script async src="%s/embed.js"></script>`, where)
	}))
	return c, nil
}

func (c *carrier) close() { c.site.Close(); c.post.Close() }

// take gives the bytes since it was last asked, and those of programs.
func (c *carrier) take() (all, wasm float64) {
	return float64(c.body.Swap(0)), float64(c.wasm.Swap(0))
}

type counted struct {
	http.ResponseWriter
	bytes int64
}

func (c *counted) Write(p []byte) (int, error) {
	n, err := c.ResponseWriter.Write(p)
	c.bytes += int64(n)
	return n, err
}

func (c *counted) Unwrap() http.ResponseWriter { return c.ResponseWriter }

// embeds measures one embed in somebody else's post, cold and warm, and twenty.
func (b *bench) embeds() error {
	c, err := b.newCarrier()
	if err != nil {
		return err
	}
	defer c.close()
	for _, visit := range []string{"cold", "warm"} {
		if err := b.oneEmbed(c, visit); err != nil {
			return fmt.Errorf("an embed, %s: %w", visit, err)
		}
	}
	if err := b.crowdOfEmbeds(c); err != nil {
		return fmt.Errorf("%d embeds on one page: %w", crowd, err)
	}
	return nil
}

// visit opens a post in a tab, with an empty cache or with what is there.
func (b *bench) visit(c *carrier, path string, empty bool) (*browser.Page, func(), error) {
	page, end, err := browser.NewPage(b.session, 1000, 900)
	if err != nil {
		return nil, nil, err
	}
	if empty {
		_, err = chromedp.Call(page.Ctx, network.ClearBrowserCache, cdp.Empty{})
	}
	c.take()
	if err == nil {
		err = page.Do(chromedp.Navigate(c.post.URL + path))
	}
	if err != nil {
		end()
		return nil, nil, err
	}
	return page, end, nil
}

func (b *bench) oneEmbed(c *carrier, visit string) error {
	page, end, err := b.visit(c, "/", visit == "cold")
	if err != nil {
		return err
	}
	defer end()
	var got struct{ Shown, Output, Again float64 }
	err = page.Eval(`(async () => {
		await customElements.whenDefined("ahiru-demo");
		const demo = document.querySelector("ahiru-demo");
		const first = () => new Promise(go => demo.addEventListener("ahiru-output", () => go(performance.now()), {once: true}));
		while (!(demo.shadowRoot.querySelector("iframe:not(.coming)"))) await new Promise(go => setTimeout(go, 10));
		const Shown = performance.now();
		await demo.ready;
		const output = first(), run = demo.run();
		const Output = await output;
		await run;
		const start = performance.now(), again = first(), second = demo.run();
		const Again = await again - start;
		await second;
		return {Shown, Output, Again};
	})()`, &got)
	if err != nil {
		return err
	}
	all, wasm := c.take()
	b.add(fmt.Sprintf("embed, %s: bytes without its program", visit), all-wasm, shownBudget, "B")
	b.add(fmt.Sprintf("embed, %s: bytes until its first run ends", visit), all, lessonBudget, "B")
	b.add(fmt.Sprintf("embed, %s: post opened to lesson shown", visit), got.Shown, 0, "ms")
	b.add(fmt.Sprintf("embed, %s: post opened to first output, run as soon as it can be", visit), got.Output, 0, "ms")
	b.add(fmt.Sprintf("embed, %s: run again to first output", visit), got.Again, 0, "ms")
	if visit == "cold" {
		return b.scriptBytes(c)
	}
	return nil
}

// scriptBytes asks for embed.js as a browser does.
func (b *bench) scriptBytes(c *carrier) error {
	request, err := http.NewRequest(http.MethodGet, c.site.URL+"/embed.js", nil)
	if err != nil {
		return err
	}
	request.Header.Set("Accept-Encoding", "br")
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	b.add("embed.js", float64(answer.ContentLength), scriptBudget, "B")
	return nil
}

func (b *bench) crowdOfEmbeds(c *carrier) error {
	page, end, err := b.visit(c, "/crowd", true)
	if err != nil {
		return err
	}
	defer end()
	var got struct{ Ready, Output, Ended float64 }
	err = page.Eval(`(async () => {
		await customElements.whenDefined("ahiru-demo");
		const demos = [...document.querySelectorAll("ahiru-demo")];
		const output = new Promise(go => document.addEventListener("ahiru-output", () => go(performance.now()), {once: true}));
		const runs = demos.map(demo => demo.run());
		await Promise.all(demos.map(demo => demo.ready));
		const Ready = performance.now(), Output = await output;
		for (const {exitCode} of await Promise.all(runs)) if (exitCode !== 0) throw new Error("a run ended with status " + exitCode);
		return {Ready, Output, Ended: performance.now()};
	})()`, &got)
	if err != nil {
		return err
	}
	time.Sleep(time.Second) // what comes when the page is idle
	all, _ := c.take()
	b.add(fmt.Sprintf("%d embeds: bytes until all have run", crowd), all, lessonBudget, "B")
	b.add(fmt.Sprintf("%d embeds, all asked to run at once: first output", crowd), got.Output, 0, "ms")
	b.add(fmt.Sprintf("%d embeds: all ready", crowd), got.Ready, 0, "ms")
	b.add(fmt.Sprintf("%d embeds: all have run, one after another", crowd), got.Ended, 0, "ms")
	return nil
}
