// Package test drives the built site in a real browser. It needs dist/, which
// `make test` builds first, and a Chromium.
package test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// The site under test and the browser, shared by all tests of this package.
var (
	site    string // address of the served site, no slash at the end
	root    string // the project's folder
	dist    string // the built site's folder
	session context.Context
)

func TestMain(m *testing.M) { os.Exit(testMain(m)) }

func testMain(m *testing.M) int {
	root, _ = filepath.Abs("../..")
	if dist = os.Getenv("AHIRU_DIST"); dist == "" {
		dist = filepath.Join(root, "dist")
	}
	if _, err := os.Stat(filepath.Join(dist, "build.json")); err != nil {
		return missing("the site is not built: run make test, or go run ./web/build first")
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	server, err := browser.Serve(ctx, root, dist)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer server.Stop()
	var end context.CancelFunc
	if session, end, err = browser.Launch(ctx); err != nil {
		return missing(err.Error())
	}
	defer end()
	site = server.URL
	return m.Run()
}

// missing skips the package, except under `make test`, which must not pass
// without its browser tests.
func missing(why string) int {
	fmt.Fprintln(os.Stderr, "browser tests:", why)
	if os.Getenv("AHIRU_BROWSER") == "required" {
		return 1
	}
	fmt.Fprintln(os.Stderr, "browser tests skipped")
	return 0
}

// open opens a page of the site, such as "/demos/threads/", width pixels wide.
// At its end the test fails on anything the page complained of.
func open(t *testing.T, path string, width int) *browser.Page {
	t.Helper()
	page := blank(t, width)
	t.Cleanup(func() {
		for _, c := range page.Complaints() {
			t.Errorf("%s complained: %s", path, c)
		}
	})
	navigate(t, page, site+path)
	return page
}

// blank opens an empty tab, for tests in which complaints are expected.
func blank(t *testing.T, width int) *browser.Page {
	t.Helper()
	page, end, err := browser.NewPage(session, width, 900)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(end)
	if err := page.KeepWorkerAway(); err != nil { // the tests share a profile
		t.Fatal(err)
	}
	return page
}
