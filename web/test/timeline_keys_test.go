package test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestTimelineByKeys goes through a run without a mouse, on a narrow page.
func TestTimelineByKeys(t *testing.T) {
	page := open(t, "/ja/demos/queue/", 390)
	type sight struct {
		At       *float64
		From, To float64
		Details  string
		Picked   string
		Words    int
		Overflow bool
	}
	see := tracedRun + `
		const see = async () => {
			await timeline.updateComplete;
			return {At: timeline.at, From: timeline.window.from, To: timeline.window.to, Details: within(".moment")?.textContent ?? "", Picked: within(".details")?.textContent ?? "",
				Words: timeline.shadowRoot.querySelectorAll(".transcript li").length,
				Overflow: document.documentElement.scrollWidth > innerWidth};
		};
	`
	whole := script[sight](t, page, see+`
		await traced();
		within(".scroller").focus();
		return see()`)
	if whole.At != nil || whole.From != 0 || whole.Overflow {
		t.Errorf("at first %+v", whole)
	}
	act(t, page, chromedp.KeyEvent("w"), chromedp.KeyEvent("w"), chromedp.KeyEvent("d"))
	near := script[sight](t, page, see+`return see()`)
	if near.To-near.From >= (whole.To-whole.From)*0.6 || near.From <= 0 {
		t.Errorf("after W W D from %+v to %+v", whole, near)
	}
	act(t, page, chromedp.KeyEvent("f"), chromedp.KeyEvent("."), chromedp.KeyEvent("."), chromedp.KeyEvent("."))
	stepped := script[sight](t, page, see+`within(".words summary").click(); await until(() => within(".transcript")); return see()`)
	if stepped.At == nil || *stepped.At <= 0 || stepped.From != 0 || stepped.To != whole.To {
		t.Errorf("after F and three steps: %+v", stepped)
	}
	if !strings.Contains(stepped.Details, "の時点") || stepped.Words < 20 || stepped.Overflow {
		t.Errorf("it tells %q and %d events in words", stepped.Details, stepped.Words)
	}
	act(t, page, chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent("?"))
	picked := script[sight](t, page, see+`
		const open = within("dialog").open;
		within("dialog button").click();
		within(".scroller").focus();
		return {...await see(), Overflow: !open}`)
	if !strings.Contains(picked.Picked, "G1") || picked.Overflow {
		t.Errorf("after ↓ and ? it tells %q of the one picked, the keys are not listed: %v", picked.Picked, picked.Overflow)
	}
	act(t, page, chromedp.KeyEvent(","), chromedp.KeyEvent(kb.Escape))
	if last := script[sight](t, page, see+`return see()`); last.At != nil {
		t.Errorf("after Esc it still looks at %v", *last.At)
	}
}
