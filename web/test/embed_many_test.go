package test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// A counter serves the built site and counts what is fetched of it.
type counter struct {
	http.Handler
	down atomic.Bool // but for the script of the posts
	bare atomic.Bool // nothing may be kept by the browser
	mu   sync.Mutex
	seen map[string]int
}

func newCounter(t *testing.T) (*counter, string) {
	t.Helper()
	c := &counter{seen: map[string]int{}}
	files := http.FileServer(http.Dir(dist))
	c.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if c.down.Load() && r.URL.Path != "/embed.js" {
			panic(http.ErrAbortHandler) // nobody answers
		}
		c.mu.Lock()
		c.seen[r.URL.Path]++
		c.mu.Unlock()
		w.Header().Set("Access-Control-Allow-Origin", "*")
		if strings.HasPrefix(r.URL.Path, "/assets/") {
			w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		}
		if c.bare.Load() {
			w.Header().Set("Cache-Control", "no-store")
		}
		files.ServeHTTP(w, r)
	})
	server := httptest.NewServer(c)
	t.Cleanup(server.Close)
	return c, strings.Replace(server.URL, "127.0.0.1", "localhost", 1)
}

func (c *counter) of(part string) (all, files int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for path, n := range c.seen {
		if strings.Contains(path, part) {
			all, files = all+n, files+1
		}
	}
	return all, files
}

// TestTwentyEmbeds: nothing of a program is fetched before it is seen or
// pressed; all on one page, each file comes once; asked at once, they run one
// at a time.
func TestTwentyEmbeds(t *testing.T) {
	c, where := newCounter(t)
	names := make([]string, 20)
	for i := range names {
		names[i] = "threads"
	}
	b := newBlog(t, map[string]post{"many": {Site: where, Names: names}})
	page := b.read(t, "many", 1000)
	type outcome struct {
		Frames, Most int
		Failed       []string
	}
	time.Sleep(time.Second)
	frames := posted[int](t, page, `return demos.filter(frame).length`)
	if frames >= 20 {
		t.Errorf("%d of 20 frames were made before they were seen", frames)
	}
	got := posted[outcome](t, page, `
		let running = 0, Most = 0;
		const began = new Set();
		document.addEventListener("ahiru-output", ({target}) => {
			if (began.has(target)) return;
			began.add(target);
			Most = Math.max(Most, ++running);
		});
		document.addEventListener("ahiru-done", () => running--);
		const runs = await Promise.all(demos.map(demo => demo.run().catch(e => ({stderr: e.message}))));
		return {Frames: demos.filter(frame).length, Most, Failed: runs.filter(r => r.exitCode !== 0).map(r => r.stderr)}`)
	if got.Frames != 20 || len(got.Failed) > 0 || got.Most != 1 {
		t.Errorf("%d frames, at most %d runs at once, failed: %v", got.Frames, got.Most, got.Failed)
	}
	for _, part := range []string{".wasm", "/assets/"} {
		if all, files := c.of(part); all != files {
			t.Errorf("%s: %d files came %d times", part, files, all)
		}
	}
}

// TestProgramIsKept: a second run, and one with other flags, fetches and
// compiles nothing again. The browser may keep no file here, and the page has
// given its only copy of the bytes to the jail.
func TestProgramIsKept(t *testing.T) {
	c, where := newCounter(t)
	c.bare.Store(true)
	b := newBlog(t, map[string]post{"many": {Site: where, Names: []string{"threads"}}})
	page := b.read(t, "many", 1000)
	ended := posted[int](t, page, `
		const [demo] = demos;
		let ended = 0;
		for (const n of ["1", "2", "3"]) {
			await demo.ready;
			demo.params = {n};
			ended += (await demo.run()).exitCode === 0;
		}
		return ended`)
	if all, _ := c.of("/threads."); ended != 3 || all != 1 {
		t.Errorf("%d runs ended well, and the program came %d times; want 3 and 1", ended, all)
	}
}
