package test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/ahiru-dev/ahiru/web/test/firefox"
	"github.com/ahiru-dev/ahiru/web/test/webkit"
)

// An evaluator is a page of any browser.
type evaluator interface{ Eval(string, any) error }

type firefoxPage struct {
	ctx  context.Context
	page *firefox.Page
}

func (p firefoxPage) Eval(script string, v any) error { return p.page.Eval(p.ctx, script, v) }

type webKitPage struct {
	ctx context.Context
	b   *webkit.Browser
}

func (p webKitPage) Eval(script string, v any) error { return p.b.Eval(p.ctx, script, v) }

// An embedTour is what one sees of the embeds of a Jekyll page: marked code and an element, shown at the height of what
// they hold; a run, its events, a stop; another width; code that stays; a lesson taken out in mid-run.
type embedTour struct {
	Ducks, Threads, Narrow int
	Far                    bool
	Kept, Border           string
	Result, Stopped        result
	Outputs, Gone          string
	Dones                  int
}

func tourEmbeds(t *testing.T, page evaluator) {
	t.Helper()
	got := posted[embedTour](t, page, `
		const [ducks, threads, far] = demos;
		await until(() => shown(ducks) && shown(threads));
		const tour = {
			Ducks: frame(ducks).clientHeight, Threads: frame(threads).clientHeight, Far: Boolean(frame(far)),
			Kept: ducks.textContent, Border: getComputedStyle(frame(ducks)).borderTopWidth, Outputs: "", Dones: 0,
		};
		threads.addEventListener("ahiru-output", e => tour.Outputs += e.detail.text);
		threads.addEventListener("ahiru-done", () => tour.Dones++);
		await threads.ready;
		tour.Result = await threads.run();
		const before = {...tour};
		document.body.style.width = "380px";
		const wide = frame(ducks).clientHeight;
		await until(() => frame(ducks).clientHeight !== wide);
		tour.Narrow = frame(ducks).clientHeight;
		document.body.style.width = "";
		threads.params = {n: "20", d: "2s"};
		await threads.params;
		const spoken = () => new Promise(go => threads.addEventListener("ahiru-output", go, {once: true}));
		let speaks = spoken(), run = threads.run();
		await speaks;
		threads.stop();
		tour.Stopped = await run;
		speaks = spoken();
		run = threads.run().catch(e => e.message);
		await speaks;
		threads.remove();
		return {...tour, Outputs: before.Outputs, Dones: before.Dones, Gone: await run};`)
	if got.Ducks < 300 || got.Threads < 300 || got.Narrow < 300 || got.Border != "0px" || got.Far {
		t.Errorf("heights %d, %d and narrow %d, border %s; a lesson far below was fetched: %v", got.Ducks, got.Threads, got.Narrow, got.Border, got.Far)
	}
	if got.Result.ExitCode != 0 || got.Outputs != got.Result.Stdout || got.Dones != 1 {
		t.Errorf("the run gave %+v, %d ends and the output %q", got.Result, got.Dones, got.Outputs)
	}
	if !got.Stopped.Stopped || !strings.Contains(got.Gone, "taken out") || !strings.Contains(got.Kept, "an excerpt") {
		t.Errorf("stopped: %+v; taken out: %q; the code kept: %q", got.Stopped, got.Gone, got.Kept)
	}
}

// themeInside gives the theme that a frame of an embed has, asked inside it.
const themeInside = `document.documentElement.dataset.theme ?? ""`

// themeFollows sets the post's ground and waits until the lesson's is as light.
func themeFollows(t *testing.T, post evaluator, inside func(script string, v any) error) {
	t.Helper()
	for ground, want := range map[string]string{"#101010": "dark", "#fff": "light"} {
		posted[any](t, post, `document.body.style.background = "`+ground+`"`)
		theme := ""
		for start := time.Now(); theme != want && time.Since(start) < 30*time.Second; time.Sleep(100 * time.Millisecond) {
			if err := inside(themeInside, &theme); err != nil {
				t.Fatal(err)
			}
		}
		if theme != want {
			t.Errorf("on the ground %s the lesson's theme is %q", ground, theme)
		}
	}
}

// TestEmbedScriptInFirefox: embed.js in a post, in Firefox.
func TestEmbedScriptInFirefox(t *testing.T) {
	ctx, page := launchFirefox(t)
	ctx, cancel := context.WithTimeout(ctx, firefoxLimit)
	defer cancel()
	b := newBlog(t, map[string]post{"jekyll": {Site: site}})
	if err := page.Navigate(ctx, b.URL+"/jekyll"); err != nil {
		t.Fatal(err)
	}
	post := firefoxPage{ctx, page}
	posted[any](t, post, `await until(() => shown(demos[0]))`)
	frames, err := page.Frames(ctx)
	if err != nil || len(frames) == 0 {
		t.Fatalf("the post has the frames %q, %v", frames, err)
	}
	themeFollows(t, post, func(script string, v any) error { return page.EvalIn(ctx, frames[0], script, v) })
	tourEmbeds(t, post)
}

// TestEmbedScriptInWebKit: embed.js in a post, in WebKitGTK.
func TestEmbedScriptInWebKit(t *testing.T) {
	b, err := webkit.Launch(context.Background())
	if errors.Is(err, webkit.ErrNoWebKit) {
		t.Skipf("%v; embeds are not tried in it", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	ctx, cancel := context.WithTimeout(t.Context(), webKitLimit)
	defer cancel()
	blog := newBlog(t, map[string]post{"jekyll": {Site: site}})
	if err := b.Navigate(ctx, blog.URL+"/jekyll"); err != nil {
		t.Fatal(err)
	}
	post := webKitPage{ctx, b}
	posted[any](t, post, `await until(() => shown(demos[0]))`)
	themeFollows(t, post, func(script string, v any) error {
		if err := b.FrameAt(ctx, `document.querySelector("ahiru-demo").shadowRoot.querySelector("iframe")`); err != nil {
			return err
		}
		if err := b.Eval(ctx, script, v); err != nil {
			return err
		}
		return b.Top(ctx)
	})
	tourEmbeds(t, post)
}
