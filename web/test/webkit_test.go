package test

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ahiru-dev/ahiru/web/test/webkit"
)

// webKitLimit ends a step in WebKitGTK that would hang.
const webKitLimit = 3 * time.Minute

// inWebKit evaluates a script that has met the lesson of the page that is open.
func inWebKit[T any](t *testing.T, b *webkit.Browser, body string) T {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), webKitLimit)
	defer cancel()
	var v T
	if err := b.Eval(ctx, meeting(body), &v); err != nil {
		t.Fatalf("in WebKitGTK: %v", err)
	}
	return v
}

// TestWebKit takes the same lesson through all places: our server, a host without headers below a path, a post on
// another site, without a network, and one file.
func TestWebKit(t *testing.T) {
	b, err := webkit.Launch(context.Background())
	if errors.Is(err, webkit.ErrNoWebKit) {
		t.Skipf("%v; the site is not tried in it", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	open := func(t *testing.T, url string) {
		t.Helper()
		ctx, cancel := context.WithTimeout(t.Context(), webKitLimit)
		defer cancel()
		if err := b.Navigate(ctx, url); err != nil {
			t.Fatalf("opening %s: %v", url, err)
		}
	}
	runs := func(t *testing.T, where string) {
		t.Helper()
		got := inWebKit[result](t, b, `return demo.run()`)
		if got.ExitCode != 0 || !strings.Contains(got.Stdout, "as goroutines") {
			t.Errorf("%s the run gives %+v", where, got)
		}
	}
	const lesson = "demos/threads/"
	t.Run("server", func(t *testing.T) {
		open(t, site+"/"+lesson)
		runs(t, "from our server")
	})
	h := newHost(t)
	t.Run("without headers, then without a network", func(t *testing.T) {
		open(t, h.URL+lesson)
		runs(t, "below a path without headers")
		inWebKit[any](t, b, strings.ReplaceAll(keptScript, "const until", "const untilKept")+`await untilKept(() => kept("assets/threads."))`)
		h.down.Store(true)
		open(t, h.URL+lesson)
		runs(t, "without a network")
		h.down.Store(false)
	})
	t.Run("post", func(t *testing.T) {
		open(t, postWith(t, ""))
		ctx, cancel := context.WithTimeout(t.Context(), webKitLimit)
		defer cancel()
		if err := b.Frame(ctx); err != nil {
			t.Fatal(err)
		}
		runs(t, "in a post")
	})
	t.Run("one file", func(t *testing.T) {
		open(t, "file://"+filepath.Join(dist, "single", "threads.html"))
		runs(t, "from the disk")
		open(t, "file://"+filepath.Join(dist, "single", "threads.html")+"#v1=-n=3")
		if lanes := inWebKit[int](t, b, tracedLanes); lanes != 4 {
			t.Errorf("from the disk the timeline has %d goroutines, want main and three that wait", lanes)
		}
		open(t, "file://"+filepath.Join(dist, "single", "peps.html"))
		ctx, cancel := context.WithTimeout(t.Context(), webKitLimit)
		defer cancel()
		mapFromDisk(t, webKitPage{ctx, b})
	})
}
