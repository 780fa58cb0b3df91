package test

import (
	"bytes"
	"html/template"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/ahiru-dev/ahiru/web/test/browser"
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
	for name, ground := range map[string]string{"dark": "", "light": "#fff"} {
		eval[bool](t, page, `(document.body.style.background = "`+ground+`", true)`)
		if seen := groundOf(t, page, name == "light"); seen != name {
			t.Errorf("on a %s page the lesson is %s", name, seen)
		}
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

// groundOf looks at the first lesson's frame as it is painted, until it is as
// light as wanted or a while has passed.
func groundOf(t *testing.T, page *browser.Page, light bool) string {
	t.Helper()
	spot := posted[[2]int](t, page, `const {left, top} = frame(demos[0]).getBoundingClientRect(); return [left + 3, top + 3].map(Math.round)`)
	seen := ""
	for range 40 {
		shot, err := chromedp.Run(page.Ctx, chromedp.CaptureScreenshot())
		if err != nil {
			t.Fatal(err)
		}
		picture, err := png.Decode(bytes.NewReader(shot))
		if err != nil {
			t.Fatal(err)
		}
		seen = "dark"
		if r, g, b, _ := picture.At(spot[0], spot[1]).RGBA(); r+g+b > 3*0x8000 {
			seen = "light"
		}
		if (seen == "light") == light {
			return seen
		}
		time.Sleep(100 * time.Millisecond)
	}
	return seen
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

// TestEmbedRunsOnceShown: a lesson that was shown while there was a network runs without one; in a frame of another
// site no worker keeps anything, so it is what came when it was seen.
func TestEmbedRunsOnceShown(t *testing.T) {
	c, where := newCounter(t)
	b := newBlog(t, map[string]post{"many": {Site: where, Names: []string{"ducks"}}})
	page := b.read(t, "many", 1000)
	posted[any](t, page, `await demos[0].ready`)
	for start := time.Now(); time.Since(start) < time.Minute; time.Sleep(100 * time.Millisecond) {
		if all, _ := c.of("/ducks."); all > 0 {
			break
		}
	}
	time.Sleep(2 * time.Second) // its last bytes
	c.down.Store(true)
	got := posted[[2]result](t, page, `return [await demos[0].run(), await demos[0].run()]`)
	for _, run := range got {
		if run.ExitCode != 0 || run.Stdout == "" {
			t.Errorf("without a network: %+v", run)
		}
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
	// The link is the frame's last line, at its right end.
	spot := eval[[2]float64](t, page, `(async () => {
		const frame = document.querySelector("iframe");
		const high = new CSSStyleSheet();
		high.replaceSync("iframe { height: 1600px !important }"); // all of it, though WordPress would cut it
		document.adoptedStyleSheets = [high];
		const heights = () => heard.filter(({message}) => message === "height");
		for (let before = 0; before !== heights().length; await new Promise(go => setTimeout(go, 700))) before = heights().length;
		const content = heights().at(-1).value;
		scrollTo(0, frame.offsetTop + content - innerHeight + 40);
		await new Promise(go => setTimeout(go, 300));
		const {right, top} = frame.getBoundingClientRect();
		return [right - 60, top + content - 22];
	})()`)
	act(t, page, chromedp.MouseClickXY(spot[0], spot[1]))
	link := eval[string](t, page, `(async () => {
		for (let i = 0; i < 200; i++, await new Promise(go => setTimeout(go, 50))) {
			const said = heard.find(({message}) => message === "link");
			if (said) return said.value;
		}
		return "";
	})()`)
	if link != site+"/demos/threads/" {
		t.Errorf("the link of the embed leads WordPress to %q; the click was at %v", link, spot)
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

// TestEmbedRunsThePostsProgram: the code that stands in the post is compiled in
// the reader's page and runs there; what the compiler refuses, it says.
func TestEmbedRunsThePostsProgram(t *testing.T) {
	needsPack(t)
	b := newBlog(t, map[string]post{"hugo": {Site: site}})
	page := b.read(t, "hugo", 1000)
	type outcome struct {
		Ran, Refused result
		Said         []struct{ Line int }
	}
	got := posted[outcome](t, page, `
		const [, shiki] = demos;
		const Ran = await shiki.run();
		shiki.source = "package main\n\nfunc main() { x }\n";
		return {Ran, Refused: await shiki.run(), Said: await shiki.diagnostics}`)
	if got.Ran.ExitCode != 0 || got.Ran.Stderr != "shiki\n" {
		t.Errorf("the post's program gave %+v", got.Ran)
	}
	if got.Refused.ExitCode != 2 || len(got.Said) != 1 || got.Said[0].Line != 3 {
		t.Errorf("a program that does not compile gave %+v and %v", got.Refused, got.Said)
	}
}
