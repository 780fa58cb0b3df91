package test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// bareSite serves the site as a host does that sends none of its headers, and
// beside it a page of somebody else's that has an embed in a frame.
func bareSite(t *testing.T) string {
	t.Helper()
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServer(http.Dir(dist)))
	mux.HandleFunc("/blog/{lang}/{lesson}", func(w http.ResponseWriter, r *http.Request) {
		folder := map[string]string{"en": "", "ja": "ja/", "ko": "ko/"}[r.PathValue("lang")]
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte(`<!doctype html><title>A post</title><link rel="icon" href="data:,">` +
			`<iframe width="700" height="700" src="/` + folder + "embed/" + r.PathValue("lesson") + `/"></iframe>`))
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

// unshared is what a page says of shared memory, and what a run gives there.
type unshared struct {
	Isolated           bool
	Notices            int
	Said, Link, Target string
	Result             result
}

const askUnshared = `
	const Result = await demo.run();
	await demo.updateComplete;
	const link = $(".sharing a");
	return {
		Isolated: crossOriginIsolated, Result, Notices: demo.shadowRoot.querySelectorAll(".sharing").length,
		Said: $(".sharing")?.textContent.trim().replace(/\s+/g, " ") ?? "", Link: link?.href ?? "", Target: link?.target ?? "",
	}`

// TestFullPageWithoutIsolation: lessons that need shared memory say what is
// missing and who can change it, and run what is left of them.
func TestFullPageWithoutIsolation(t *testing.T) {
	bare := bareSite(t)
	for folder, says := range map[string]string{"": "threads cannot share memory", "ja/": "スレッドがメモリを共有できず", "ko/": "스레드가 메모리를 공유할 수 없고"} {
		for _, lesson := range []string{"threads", "race", "gil"} {
			page := blank(t, 1280)
			navigate(t, page, bare+"/"+folder+"demos/"+lesson+"/")
			got := script[unshared](t, page, askUnshared)
			want := bare + "/" + folder + "docs/hosting/#headers"
			if got.Isolated || got.Notices != 1 || !strings.Contains(got.Said, says) || got.Link != want {
				t.Errorf("%s%s: it says %+v, want %q and a link to %s", folder, lesson, got, says, want)
			}
			if got.Result.ExitCode != 0 || !strings.Contains(got.Result.Stdout, "memory cannot be shared here") {
				t.Errorf("%s%s: the run gave %+v", folder, lesson, got.Result)
			}
		}
	}
}

// TestWhatNeedsNoSharedMemory: processes, pipes and pools of both kinds work
// in a page that is not isolated, and nothing is said of what they do not need.
// Executors have one thing that does, an interpreter lock between threads: the
// sentence comes and goes with it.
func TestWhatNeedsNoSharedMemory(t *testing.T) {
	bare := bareSite(t)
	for _, c := range []struct {
		lesson, params, printed string
		notices                 int
	}{
		{"processes", `{numbers: "541233,23534", n: "2"}`, "pool, gain: ", 0},
		{"pipe", `{largest: "541233", poll: "5s"}`, "pipe, the parent's copy closed: ", 0},
		{"executors", `{work: "io", d: "10ms", gil: "on"}`, "memory cannot be shared here", 1},
		{"executors", `{work: "io", d: "10ms"}`, "pool: 10 × thread", 0},
		{"queue", `{items: "5"}`, "each item was used exactly once", 0},
		{"kiosk", `{n: "10", kill: "2"}`, "done exactly once: 10", 0},
		{"logs", `{d: "2s", edit: "500ms"}`, "starts because the file changed: ", 0},
		{"ducks", `{}`, "", 0},
	} {
		page := blank(t, 1280)
		navigate(t, page, bare+"/demos/"+c.lesson+"/")
		got := script[unshared](t, page, "demo.params = "+c.params+";"+askUnshared)
		if got.Isolated || got.Notices != c.notices || got.Result.ExitCode != 0 || !strings.Contains(got.Result.Stdout, c.printed) {
			t.Errorf("%s %s: got %+v, want %q", c.lesson, c.params, got, c.printed)
		}
	}
}

// TestEmbedWithoutIsolation: the way on is the lesson's own page, with what the
// reader chose, in a tab of its own.
func TestEmbedWithoutIsolation(t *testing.T) {
	bare := bareSite(t)
	for lang, folder := range map[string]string{"en": "", "ja": "ja/", "ko": "ko/"} {
		page := blank(t, 800)
		navigate(t, page, bare+"/blog/"+lang+"/threads")
		got := eval[unshared](t, page, `(async () => {
			const frame = document.querySelector("iframe").contentWindow;
			while (!frame.document.querySelector("ahiru-demo")?.ready) await new Promise(go => setTimeout(go, 20));
			const demo = frame.document.querySelector("ahiru-demo"), $ = s => demo.shadowRoot.querySelector(s);
			await demo.ready;
			demo.params = {n: "3", d: "20ms"};
			`+askUnshared+`})()`)
		want := bare + "/" + folder + "demos/threads/#v1="
		if got.Notices != 1 || !strings.HasPrefix(got.Link, want) || got.Target != "_blank" || got.Result.ExitCode != 0 {
			t.Fatalf("%s: the embed says %+v, want a link to %s", lang, got, want)
		}
		navigate(t, page, got.Link)
		if n := script[string](t, page, `return demo.params.n + " " + demo.params.d`); n != "3 20ms" {
			t.Errorf("%s: the page that the link leads to has %q", lang, n)
		}
	}
}

// TestIsolatedPageSaysNothing: where all is well there is nothing to say.
func TestIsolatedPageSaysNothing(t *testing.T) {
	page := open(t, "/demos/threads/", 1280)
	got := script[unshared](t, page, `demo.params = {n: "2", d: "10ms"};`+askUnshared)
	if !got.Isolated || got.Notices != 0 {
		t.Errorf("got %+v", got)
	}
}
