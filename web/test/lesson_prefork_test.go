package test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

var requestFates = regexp.MustCompile(`(?m)^(\d+) requests = (\d+) answered \+ (\d+) lost \+ (\d+) refused$`)

// fatesAddUp wants each request of a run of prefork to have had one fate, and gives how many were lost.
func fatesAddUp(t *testing.T, stdout string) (lost int) {
	t.Helper()
	m := requestFates.FindStringSubmatch(stdout)
	if m == nil {
		t.Fatalf("it tells no fates:\n%s", stdout)
	}
	n := [4]int{}
	for i := range n {
		n[i], _ = strconv.Atoi(m[i+1])
	}
	if n[0] == 0 || n[0] != n[1]+n[2]+n[3] {
		t.Errorf("the fates do not add up:\n%s", stdout)
	}
	return n[2]
}

// TestKillByHand: a reader kills a worker that has a request, with the keyboard, while the program runs. The request is
// lost, another worker takes the place, and the button is out of use when all is over.
func TestKillByHand(t *testing.T) {
	page := open(t, "/demos/prefork/", 390)
	script[bool](t, page, `
		demo.params = {kill: "none", requests: "200", every: "20ms", work: "200ms"};
		window.ended = demo.run();
		await until(() => $(".board .kill button[aria-disabled=false]") && /^\d+$/.test($(".board tbody tr td:nth-child(4)").textContent));
		$(".board .kill button").focus();
		return true`)
	act(t, page, chromedp.KeyEvent(kb.Enter))
	type outcome struct {
		Result        result
		Label         string
		Disabled      []string
		Births        []string
		Reach         bool
		Scroll, Width float64
	}
	got := script[outcome](t, page, `
		const Result = await window.ended;
		await demo.updateComplete;
		const all = selector => [...demo.shadowRoot.querySelectorAll(selector)];
		const button = $(".board .kill button").getBoundingClientRect();
		return {Result, Label: $(".board .kill button").ariaLabel, Reach: button.left > 0 && button.right < innerWidth,
			Disabled: all(".board .kill button").map(b => b.ariaDisabled), Births: all(".board tbody tr td:nth-child(6)").map(c => c.textContent),
			Scroll: document.documentElement.scrollWidth, Width: innerWidth}`)
	out := got.Result.Stdout
	lost := fatesAddUp(t, out)
	if lost > 1 || strings.Count(out, "has died: killed") != 1 || !strings.Contains(out, "worker 1, process 2, has died: killed") ||
		!strings.Contains(out, "workers started: 4 workers") || got.Result.ExitCode != 0 || got.Result.Stderr != "" {
		t.Errorf("%d lost:\n%s%s", lost, out, got.Result.Stderr)
	}
	if strings.Join(got.Births, " ") != "2 1 1" || strings.Join(got.Disabled, " ") != "true true true" ||
		got.Label != "Kill the process of 1" || !got.Reach || got.Scroll > got.Width {
		t.Errorf("%+v", got)
	}
}

// TestPreforkUnderRandomKills: whatever is killed when, in a page too, each request has one fate.
func TestPreforkUnderRandomKills(t *testing.T) {
	page := open(t, "/demos/prefork/", 1280)
	for _, params := range []string{`{kill: "random", requests: "100", every: "20ms"}`, `{kill: "random", workers: "8", requests: "200", every: "5ms", work: "20ms"}`} {
		out := went(t, page, params).Result.Stdout
		if deaths := strings.Count(out, "has died: killed"); deaths == 0 || fatesAddUp(t, out) > deaths {
			t.Errorf("%d deaths:\n%s", deaths, out)
		}
	}
}
