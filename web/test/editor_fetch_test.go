package test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// slowSite serves the site with a toolchain that comes slowly while slow is set, and counts its files.
func slowSite(t *testing.T) (address string, slow *atomic.Bool, files *atomic.Int32) {
	t.Helper()
	slow, files = new(atomic.Bool), new(atomic.Int32)
	slow.Store(true)
	to, err := url.Parse(site)
	if err != nil {
		t.Fatal(err)
	}
	proxy := &httputil.ReverseProxy{FlushInterval: -1, Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(to) }}
	proxy.ModifyResponse = func(r *http.Response) error {
		if strings.HasPrefix(r.Request.URL.Path, "/assets/toolchain/") {
			files.Add(1)
			r.Body = &trickle{r.Body, slow}
		}
		return nil
	}
	server := httptest.NewServer(proxy)
	t.Cleanup(func() {
		slow.Store(false)
		server.CloseClientConnections()
		server.Close()
	})
	return strings.Replace(server.URL, "127.0.0.1", "localhost", 1), slow, files
}

// trickle reads no more than 16 kB in 50 ms while it is slow.
type trickle struct {
	io.ReadCloser
	slow *atomic.Bool
}

func (r *trickle) Read(into []byte) (int, error) {
	if r.slow.Load() {
		time.Sleep(50 * time.Millisecond)
		into = into[:min(len(into), 16<<10)]
	}
	return r.ReadCloser.Read(into)
}

// TestTheFirstEditShowsItsFetch edits where the toolchain comes slowly: its bytes are counted and drawn, Cancel ends the
// fetch, and Run begins it again.
func TestTheFirstEditShowsItsFetch(t *testing.T) {
	needsPack(t)
	address, slow, files := slowSite(t)
	page := blank(t, 1280)
	navigate(t, page, address+"/demos/ducks/")
	type outcome struct {
		Early, Late     float64
		Text, Cancelled string
	}
	before := files.Load()
	got := edited[outcome](t, page, `
		await edit();
		const bar = () => $(".pack progress");
		demo.source = demo.source + "// edited\n";
		editor().dispatchEvent(new Event("ahiru-edit")); // as if typed
		await until(() => bar()?.value > 0);
		const Early = bar().value, Text = $(".pack").textContent;
		await until(() => bar().value > Early);
		const Late = bar().value;
		$(".pack .cancel").click();
		await until(() => !bar() && $(".pack"));
		return {Early, Late, Text, Cancelled: $(".pack").textContent.trim()}`)
	if before != 0 {
		t.Errorf("%d files of the toolchain were fetched before anything was edited", before)
	}
	if !(got.Early > 0 && got.Early < got.Late && got.Late < 1) || !strings.Contains(got.Text, "MB") || !strings.Contains(got.Text, "Cancel") {
		t.Errorf("while it comes: %+v", got)
	}
	if got.Cancelled == "" || strings.Contains(got.Cancelled, "MB of") {
		t.Errorf("after Cancel it says %q", got.Cancelled)
	}
	asked := files.Load()
	slow.Store(false)
	edited[bool](t, page, `
		editor().dispatchEvent(new Event("ahiru-edit"));
		await new Promise(go => setTimeout(go, 500));
		return true`)
	if more := files.Load() - asked; more != 0 {
		t.Errorf("after Cancel an edit fetched %d files", more)
	}
	run := edited[result](t, page, `return press()`)
	if run.ExitCode != 0 || !strings.Contains(run.Stdout, "quack!") || files.Load() == asked {
		t.Errorf("the run after Cancel: %+v", run)
	}
	edited[bool](t, page, `localStorage.clear(); return true`)
}
