package test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

func TestKeysRunAndStop(t *testing.T) {
	page := open(t, "/demos/threads/", 1280)
	script[bool](t, page, `demo.params = {n: "64", d: "2s"}; document.body.focus(); return true`)
	act(t, page, chromedp.KeyEvent(kb.Enter, chromedp.KeyModifiers(2)))
	script[bool](t, page, `await until(() => state() === "Running."); return true`)
	composing := script[string](t, page, `
		for (const more of [{isComposing: true}, {keyCode: 229}])
			demo.dispatchEvent(new KeyboardEvent("keydown", {key: "Escape", bubbles: true, composed: true, ...more}));
		return state()`)
	if composing != "Running." {
		t.Errorf("Esc while an input method was composing gave %q", composing)
	}
	act(t, page, chromedp.KeyEvent(kb.Escape))
	script[bool](t, page, `await until(() => state().startsWith("Stopped after")); return true`)
	composing = script[string](t, page, `
		demo.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", ctrlKey: true, isComposing: true, bubbles: true, composed: true}));
		await new Promise(go => setTimeout(go, 100));
		return state()`)
	if !strings.HasPrefix(composing, "Stopped after") {
		t.Errorf("Ctrl+Enter while an input method was composing gave %q", composing)
	}
}

// TestRunIsFirstInTabOrder: one press of Tab from the lesson's start is Run.
func TestRunIsFirstInTabOrder(t *testing.T) {
	page := open(t, "/demos/threads/", 1280)
	script[bool](t, page, `
		const before = document.createElement("button");
		demo.before(before);
		before.focus();
		return true`)
	act(t, page, chromedp.KeyEvent(kb.Tab))
	if got := script[string](t, page, `return demo.shadowRoot.activeElement?.className ?? ""`); got != "run" {
		t.Errorf("the first stop of Tab is %q, want run", got)
	}
}

func TestFieldsTakeArrowsAndFullWidthDigits(t *testing.T) {
	page := open(t, "/demos/threads/", 1280)
	script[bool](t, page, `$("#flag-n").focus(); $("#flag-n").select(); return true`)
	act(t, page, chromedp.KeyEvent("１２"), chromedp.KeyEvent(kb.Tab))
	if got := script[string](t, page, `return $("#flag-n").value`); got != "12" {
		t.Errorf("after typing １２ the field shows %q", got)
	}
	script[bool](t, page, `$("#flag-n").focus(); return true`)
	act(t, page, chromedp.KeyEvent(kb.ArrowUp), chromedp.KeyEvent(kb.ArrowUp), chromedp.KeyEvent(kb.ArrowDown))
	if got := script[string](t, page, `return demo.params.n`); got != "13" {
		t.Errorf("up, up, down from 12 gave %s", got)
	}
}

func TestNarrowHasTabsAndFits(t *testing.T) {
	for _, width := range []int{320, 390} {
		page := open(t, "/demos/ducks/", width)
		type facts struct {
			Roles, Shown []string
			Wide         bool
			Small        []string
		}
		got := script[facts](t, page, `
			await demo.run();
			const shown = () => [...demo.shadowRoot.querySelectorAll(".pane:not([hidden])")].map(pane => pane.id);
			const out = {Shown: shown(), Roles: [...demo.shadowRoot.querySelectorAll("[role=tab], [role=tabpanel]")].map(e => e.role)};
			$("#tab-go").dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowRight", bubbles: true}));
			await demo.updateComplete;
			out.Shown.push(...shown(), demo.shadowRoot.activeElement.id);
			out.Wide = document.documentElement.scrollWidth > innerWidth;
			out.Small = [...demo.shadowRoot.querySelectorAll("button, summary, select, input:not([type=radio], [type=checkbox]), label")]
				.filter(e => { const {width, height} = e.getBoundingClientRect(); return width > 0 && e.matches("button, summary, select, input") && (width < 24 || height < 24); })
				.map(e => e.className || e.textContent);
			return out`)
		if want := "pane-go pane-python tab-python"; strings.Join(got.Shown, " ") != want {
			t.Errorf("%d: panes and focus %v, want %s", width, got.Shown, want)
		}
		if want := "tab tab tabpanel tabpanel"; strings.Join(got.Roles, " ") != want {
			t.Errorf("%d: roles %v, want %s", width, got.Roles, want)
		}
		if got.Wide || len(got.Small) > 0 {
			t.Errorf("%d: wider than the screen: %v; targets under 24 pixels: %q", width, got.Wide, got.Small)
		}
	}
}

func TestLessonSpeaksThePagesLanguage(t *testing.T) {
	for lang, want := range map[string]struct{ run, says string }{
		"en": {"Run", "woof!"}, "ja": {"実行", "もるぱこは、ワンッ!と鳴いた"}, "ko": {"실행", "멍멍!"},
	} {
		page := open(t, "/"+strings.TrimPrefix(lang+"/", "en/")+"demos/ducks/", 390)
		type facts struct {
			Run    string
			Params map[string]string
			Result result
			Broken string
		}
		got := script[facts](t, page, `return {
			Run: $(".run").textContent.trim(), Params: demo.params, Result: await demo.run(),
			Broken: $(".broken .said").textContent,
		}`)
		if got.Run != want.run || got.Params["lang"] != lang {
			t.Errorf("%s: the button says %q, lang is %q", lang, got.Run, got.Params["lang"])
		}
		if !strings.Contains(got.Result.Stdout, want.says) {
			t.Errorf("%s: the program printed %q, want %q", lang, got.Result.Stdout, want.says)
		}
		if !strings.Contains(got.Broken, "missing method Sound") {
			t.Errorf("%s: of the broken program the page says %q", lang, got.Broken)
		}
	}
}

// TestLittleMovesWhenTheLessonArrives: the fallback's place becomes the
// lesson's (Cumulative Layout Shift, where under 0.1 counts as good).
func TestLittleMovesWhenTheLessonArrives(t *testing.T) {
	for _, width := range []int{390, 1280} {
		page := open(t, "/demos/threads/", width)
		moved := script[float64](t, page, `
			let moved = 0;
			new PerformanceObserver(list => { for (const shift of list.getEntries()) moved += shift.value; })
				.observe({type: "layout-shift", buffered: true});
			await new Promise(go => setTimeout(go, 500));
			return moved`)
		if moved > 0.1 {
			t.Errorf("at %d pixels the page moved by %.3f", width, moved)
		}
	}
}
