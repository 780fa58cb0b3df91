package test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/serviceworker"
	"github.com/chromedp/chromedp"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// A host serves the built site below /a/b/ with no header of ours, as a plain
// static host does. Files can be put in the place of the site's own.
type host struct {
	URL  string // of the site's root, with its slash
	down atomic.Bool

	mu       sync.Mutex
	replaced map[string][]byte // by name below the root
	asked    []string
}

const hostRoot = "/a/b/"

func newHost(t *testing.T) *host {
	t.Helper()
	h := &host{replaced: map[string][]byte{}}
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	h.URL = server.URL + hostRoot
	return h
}

func (h *host) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if h.down.Load() {
		panic(http.ErrAbortHandler) // nobody answers
	}
	name, ours := strings.CutPrefix(r.URL.Path, hostRoot)
	if !ours {
		http.NotFound(w, r)
		return
	}
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	h.mu.Lock()
	h.asked = append(h.asked, name)
	contents, other := h.replaced[name]
	h.mu.Unlock()
	w.Header().Set("Cache-Control", "no-cache")
	switch {
	case other && contents == nil:
		http.NotFound(w, r)
	case other:
		w.Header().Set("Content-Type", map[string]string{".html": "text/html", ".js": "text/javascript"}[path.Ext(name)])
		_, _ = w.Write(contents)
	default:
		http.StripPrefix(hostRoot, http.FileServer(http.Dir(dist))).ServeHTTP(w, r)
	}
}

// replace puts contents in the place of a file; nil takes the file away.
func (h *host) replace(name string, contents []byte) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.replaced[name] = contents
}

// withoutToolchain has the site have none, and make none: a page waits for one that is being made.
func (h *host) withoutToolchain() {
	h.replace("toolchain/index.json", nil)
	h.replace("toolchain/progress.json", nil)
}

// wasAsked counts requests for a file, and forgets them.
func (h *host) wasAsked(name string) int {
	h.mu.Lock()
	defer h.mu.Unlock()
	n := 0
	for _, each := range h.asked {
		if each == name {
			n++
		}
	}
	h.asked = nil
	return n
}

// file is a file of the built site.
func (h *host) file(t *testing.T, name string) []byte {
	t.Helper()
	contents, err := os.ReadFile(filepath.Join(dist, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return contents
}

// rebuild puts another build in the place of the site: these files differ, and
// the worker's list with them.
func (h *host) rebuild(t *testing.T, build string, changed map[string][]byte) {
	t.Helper()
	worker := h.file(t, "sw.js")
	head, script, _ := bytes.Cut(worker, []byte("\n"))
	var list map[string]any
	text := bytes.TrimSuffix(bytes.TrimPrefix(head, []byte("self.ahiruSite=")), []byte(";"))
	if err := json.Unmarshal(text, &list); err != nil {
		t.Fatalf("reading the worker's list: %v", err)
	}
	list["build"], list["digest"] = build, build
	for name, contents := range changed {
		h.replace(name, contents)
		sum := sha256.Sum256(contents)
		for _, each := range list["shell"].([]any) {
			if file := each.(map[string]any); file["path"] == strings.TrimSuffix(name, "index.html") {
				file["sha256"] = base64.StdEncoding.EncodeToString(sum[:])
			}
		}
	}
	head, err := json.Marshal(list)
	if err != nil {
		t.Fatal(err)
	}
	h.replace("sw.js", []byte("self.ahiruSite="+string(head)+";\n"+string(script)))
}

// reader is a browser with a profile of its own. Tests that have one run beside one another: they wait more than they compute.
func reader(t *testing.T) context.Context {
	t.Helper()
	own, end, err := browser.Launch(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(end)
	return own
}

// tab opens a page in a tab of its own.
func tab(t *testing.T, own context.Context, url string) (*browser.Page, func()) {
	t.Helper()
	page, end, err := browser.NewPage(own, 1280, 900)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(end)
	navigate(t, page, url)
	return page, end
}

// visit opens a page that must not complain.
func visit(t *testing.T, own context.Context, url string) (*browser.Page, func()) {
	t.Helper()
	page, end := tab(t, own, url)
	t.Cleanup(func() {
		for _, c := range page.Complaints() {
			t.Errorf("%s complained: %s", url, c)
		}
	})
	return page, end
}

// waitFor waits until a condition holds in a page, which may be reloaded meanwhile.
func waitFor(t *testing.T, page *browser.Page, condition string) {
	t.Helper()
	for start := time.Now(); time.Since(start) < time.Minute; time.Sleep(50 * time.Millisecond) {
		var holds bool
		if page.Eval(condition, &holds) == nil && holds {
			return
		}
	}
	t.Fatalf("waited in vain for %s", condition)
}

// stopWorkers ends the running service workers, as the browser does when it likes.
func stopWorkers(t *testing.T, page *browser.Page) {
	t.Helper()
	for _, command := range []cdp.Command[cdp.Empty, cdp.Empty]{serviceworker.Enable, serviceworker.StopAllWorkers} {
		if _, err := chromedp.Call(page.Ctx, command, cdp.Empty{}); err != nil {
			t.Fatal(err)
		}
	}
}

// keptScript has kept(part), whether a cache holds an address with this in it,
// and until, for whoever waits for that.
const keptScript = `
	const kept = async (part) => {
		for (const name of await caches.keys())
			for (const { url } of await (await caches.open(name)).keys())
				if (url.includes(part)) return true;
		return false;
	};
	const until = async (what, limit = 120000) => {
		for (const start = Date.now(); !(await what()); await new Promise(go => setTimeout(go, 50)))
			if (Date.now() - start > limit) throw new Error("waited in vain for " + what);
	};
`

// inWorkerPage runs the body of an async function that has keptScript.
func inWorkerPage[T any](t *testing.T, page *browser.Page, body string) T {
	t.Helper()
	return eval[T](t, page, "(async () => {"+keptScript+body+"})()")
}
