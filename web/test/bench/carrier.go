package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"sync/atomic"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// A carrier stands between posts and the site and counts what it carries:
// frames of another site are not seen by the tab that holds them.
type carrier struct {
	site *httptest.Server
	post *httptest.Server // on another origin
	body atomic.Int64     // bytes of all answers' bodies
	wasm atomic.Int64     // of programs alone
	down atomic.Bool      // nobody answers
}

func (b *bench) newCarrier() (*carrier, error) {
	target, err := url.Parse(b.site)
	if err != nil {
		return nil, err
	}
	c := &carrier{}
	forward := httputil.NewSingleHostReverseProxy(target)
	c.site = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if c.down.Load() {
			panic(http.ErrAbortHandler)
		}
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
