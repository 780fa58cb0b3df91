package test

import (
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
)

// makingSite serves the site as `make run` does while its toolchain is still being made, until there is set.
func makingSite(t *testing.T) (address string, there *atomic.Bool) {
	t.Helper()
	there = new(atomic.Bool)
	to, err := url.Parse(site)
	if err != nil {
		t.Fatal(err)
	}
	proxy := &httputil.ReverseProxy{FlushInterval: -1, Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(to) }}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/toolchain/progress.json" && there.Load():
			w.Write([]byte(`{"step":"done","done":5,"total":5,"seconds":9}`))
		case r.URL.Path == "/toolchain/progress.json":
			w.Write([]byte(`{"step":"tools","done":1,"total":5,"far":{"done":96,"total":384},"seconds":2}`))
		case r.URL.Path == "/toolchain/index.json" && !there.Load():
			http.NotFound(w, r)
		default:
			proxy.ServeHTTP(w, r)
		}
	}))
	t.Cleanup(func() {
		server.CloseClientConnections()
		server.Close()
	})
	return strings.Replace(server.URL, "127.0.0.1", "localhost", 1), there
}

// TestRunWaitsForAToolchainThatIsBeingMade presses Run on an edited lesson: the page says how far the builder is, Stop
// gives up, and a second press runs as soon as it is there.
func TestRunWaitsForAToolchainThatIsBeingMade(t *testing.T) {
	needsPack(t)
	address, there := makingSite(t)
	page := blank(t, 1280)
	navigate(t, page, address+"/demos/ducks/")
	type outcome struct {
		Said, Again string
		Share       float64
		Far         string
		Stopped     result
	}
	const waits = `
		const waiting = () => /toolchain is being made/.test(state());
		const bar = () => $(".bar progress, .status progress, progress");`
	got := edited[outcome](t, page, waits+`
		await edit();
		editor().change(demo.source + "// edited\n");
		const first = press();
		await until(waiting);
		const Said = state();
		await until(() => bar()?.value > 0);
		const Share = bar().value, Far = $(".clock").textContent;
		$(".stop").click();
		const Stopped = await first;
		window.second = press();
		await until(waiting);
		return {Said, Share, Far, Stopped, Again: state()}`)
	if want := "step 2 of 5: building the compiler"; !strings.Contains(got.Said, want) || !strings.Contains(got.Again, want) || got.Share != 0.25 || !strings.Contains(got.Far, "packages: 96 of 384") {
		t.Errorf("while it is made the page says %q, then %q, counts %q, and draws %v", got.Said, got.Again, got.Far, got.Share)
	}
	if !got.Stopped.Stopped || got.Stopped.ExitCode != 137 {
		t.Errorf("stopped while it waited: %+v", got.Stopped)
	}
	there.Store(true)
	if got := edited[result](t, page, `const ran = await window.second; localStorage.clear(); return ran`); got.ExitCode != 0 || got.Stdout == "" {
		t.Errorf("once it was there: %+v", got)
	}
}
