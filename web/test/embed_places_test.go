package test

import (
	"html/template"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// TestEmbedAtHatena: marked by its first line, in Japanese; blocks that are not
// marked stay, and a plain frame gets its height where the script is.
func TestEmbedAtHatena(t *testing.T) {
	b := newBlog(t, map[string]post{"hatena": {Site: site}})
	page := b.read(t, "hatena", 390)
	type outcome struct {
		Count, Plain, Height int
		Address, Kept        string
		Wide                 bool
	}
	got := posted[outcome](t, page, `
		const [ducks] = demos;
		await until(() => shown(ducks));
		const plain = document.querySelector("#plain");
		await until(() => plain.clientHeight > 250);
		return {
			Count: demos.length, Plain: plain.clientHeight, Height: frame(ducks).clientHeight, Address: frame(ducks).src,
			Kept: ducks.textContent, Wide: document.documentElement.scrollWidth > innerWidth,
		}`)
	if got.Count != 1 || !strings.Contains(got.Address, "/ja/embed/ducks/") || !strings.Contains(got.Kept, "package main") {
		t.Errorf("got %+v, want the one marked block, in Japanese, with its code kept", got)
	}
	if got.Wide || got.Height < 300 || got.Plain < 300 {
		t.Errorf("on a phone: wider than the screen %v, heights %d and %d", got.Wide, got.Height, got.Plain)
	}
}

// TestEmbedAtHugo: a dark post with a policy of its own that lets the site in:
// its ground and its colours reach the frame, what is no colour does not.
func TestEmbedAtHugo(t *testing.T) {
	b := newBlog(t, map[string]post{"hugo": {Site: site}})
	b.policy = "default-src 'none'; style-src 'self'; img-src data:; script-src " + site + "; frame-src " + site
	page := b.read(t, "hugo", 1000)
	type outcome struct {
		Dark, Address, Source, Shortcode string
	}
	got := posted[outcome](t, page, `
		const [ducks, shiki, shortcode] = demos;
		await until(() => shown(ducks) && shown(shiki));
		await shiki.ready;
		await shortcode.ready;
		return {Dark: frame(ducks).src, Address: frame(shiki).src, Source: await shiki.source, Shortcode: await shortcode.source}`)
	if !strings.Contains(got.Dark, "/ko/embed/ducks/#v1=theme=dark") || !strings.Contains(got.Address, "/ko/embed/play/") {
		t.Errorf("addresses %s and %s", got.Dark, got.Address)
	}
	if got.Source != "package main\n\nfunc main() { println(\"shiki\") }\n" {
		t.Errorf("the block's own program became %q", got.Source)
	}
	if !strings.Contains(got.Shortcode, "println(\"shortcode\")") {
		t.Errorf("the program between the tags became %q", got.Shortcode)
	}
	for _, c := range page.Complaints() {
		t.Errorf("under the post's policy: %s", c)
	}
}

// TestEmbedForbidden: a post whose policy admits no frame of the site says so,
// with a link, and keeps its code; so does one that the network never answers.
func TestEmbedForbidden(t *testing.T) {
	b := newBlog(t, map[string]post{"hugo": {Site: site}})
	b.policy = "default-src 'none'; style-src 'self'; img-src data:; script-src " + site + "; frame-src 'none'"
	page := b.read(t, "hugo", 1000)
	type outcome struct {
		Said, Link, Code, Run string
		Shown                 bool
	}
	got := posted[outcome](t, page, `
		const [ducks] = demos;
		const said = () => inside(ducks, "[role=status]");
		await until(() => said().querySelector("a"));
		return {
			Said: said().textContent, Link: said().querySelector("a").href, Shown: !slot(ducks).hidden,
			Code: ducks.textContent, Run: await ducks.run().catch(e => e.message),
		}`)
	if !strings.Contains(got.Said, "보안 정책") || got.Link != site+"/ko/demos/ducks/" {
		t.Errorf("it says %q with a link to %s", got.Said, got.Link)
	}
	if !got.Shown || !strings.Contains(got.Code, "package main") || !strings.Contains(got.Run, "보안 정책") {
		t.Errorf("code shown %v, run: %q", got.Shown, got.Run)
	}
}

// TestEmbedOffline: without an answer from the site the post says so and tries
// again when the browser says that there is a network.
func TestEmbedOffline(t *testing.T) {
	c, where := newCounter(t)
	b := newBlog(t, map[string]post{"many": {Site: where, Names: []string{"ducks"}}})
	c.down.Store(true)
	page := b.read(t, "many", 1000)
	type outcome struct{ Said, Code string }
	got := posted[outcome](t, page, `
		const [ducks] = demos;
		await until(() => inside(ducks, "[role=status] a"));
		return {Said: inside(ducks, "[role=status]").textContent, Code: ducks.textContent}`)
	if !strings.Contains(got.Said, "does not answer") || !strings.Contains(got.Code, "ducks") {
		t.Errorf("without a network: %+v", got)
	}
	c.down.Store(false)
	back := posted[bool](t, page, `
		window.dispatchEvent(new Event("online"));
		await until(() => shown(demos[0]));
		return slot(demos[0]).hidden`)
	if !back {
		t.Error("with the network back the lesson was not shown")
	}
}

// TestEmbedAtWordPress: a frame without an origin, hidden until it says its
// height with the secret; the lesson runs there and its link leads on through
// the page around.
func TestEmbedAtWordPress(t *testing.T) {
	document, err := os.ReadFile(filepath.Join("testdata", "blog", "oembed.json"))
	if err != nil {
		t.Fatal(err)
	}
	document = []byte(strings.ReplaceAll(string(document), "https://site.example/ahiru", site))
	body := template.HTML(ofWordPress(t, document, "Abc123"))
	b := newBlog(t, map[string]post{"wordpress": {Site: site, Body: body}})
	page := b.read(t, "wordpress", 1000)
	type outcome struct {
		Height, Left    int
		Position, Heard string
		Result          result
	}
	got := eval[outcome](t, page, `(async () => {
		const frame = document.querySelector("iframe");
		const until = async what => { for (let i = 0; !what(); await new Promise(go => setTimeout(go, 50))) if (i++ > 1200) throw new Error("waited in vain for " + what); };
		await until(() => heard.some(({message, value}) => message === "height" && value > 500));
		const answer = new Promise(go => addEventListener("message", ({data, source, origin}) => data.answer === 7 && source === frame.contentWindow && origin === "null" && go(data)));
		frame.contentWindow.postMessage({ahiru: 1, ask: 7, member: "run", args: []}, "*");
		const {value, fault} = await answer;
		return {
			Height: frame.clientHeight, Position: getComputedStyle(frame).position, Result: value ?? {stderr: fault},
			Heard: JSON.stringify(heard[0]), Left: document.querySelector("blockquote").offsetHeight,
		};
	})()`)
	if got.Height < 500 || got.Height > 1000 || got.Position != "static" || got.Left != 0 {
		t.Errorf("the frame is %d high and stands %s: WordPress would hide it (%s)", got.Height, got.Position, got.Heard)
	}
	if got.Result.ExitCode != 0 || !strings.Contains(got.Result.Stdout, "on threads: ") {
		t.Errorf("without an origin, isolated by the headers, the lesson gave %+v; want threads that share memory", got.Result)
	}
}

// TestOnlyCardsKeepCode: where neither script nor frame is let through, code
// and link stay.
func TestOnlyCardsKeepCode(t *testing.T) {
	written := `<ahiru-demo name="ducks"><pre><code class="language-go">package main</code></pre></ahiru-demo>` +
		`<p><a href="` + site + `/ja/demos/ducks/">この Go を動かす</a></p><script async src="` + site + `/embed.js"></script>`
	b := newBlog(t, map[string]post{"qiita": {Body: template.HTML(onlyCards(written))}})
	page := b.read(t, "qiita", 390)
	if text := eval[string](t, page, `document.body.innerText`); !strings.Contains(text, "package main") || !strings.Contains(text, "動かす") {
		t.Errorf("the post shows %q", text)
	}
}

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
