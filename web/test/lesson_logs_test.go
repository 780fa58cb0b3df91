package test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestEditWhileItRuns: a reader changes a file of the running program with the keyboard. What watches it starts anew, the
// others count on.
func TestEditWhileItRuns(t *testing.T) {
	page := open(t, "/demos/logs/", 390)
	script[bool](t, page, `
		demo.params = {d: "8s", edit: "0s", crash: "3", hold: "1s"};
		window.ended = demo.run();
		await until(() => /tests +\| FAIL/.test($(".log").textContent) && /web +\| counter 5/.test($(".log").textContent));
		const area = $(".editable textarea");
		area.value = "duck 1\ngoose 2\nswan 3\n";
		area.dispatchEvent(new Event("input", {bubbles: true}));
		area.focus();
		return true`)
	act(t, page, chromedp.KeyEvent("s", chromedp.KeyModifiers(2)))
	type outcome struct {
		Result                 result
		Said, Label, After     string
		Colours, Lanes         int
		Disabled               bool
		Scroll, Width, Measure float64
	}
	got := script[outcome](t, page, `
		const Said = $(".editable [role=status]").textContent, Label = $(".editable textarea").ariaLabel;
		const Result = await window.ended;
		await demo.updateComplete;
		return {Result, Said, Label, After: $(".editable .hint").textContent.trim().replace(/\s+/g, " "),
			Colours: new Set([...demo.shadowRoot.querySelectorAll(".log [class^=colour-]")].map(n => n.className)).size,
			Lanes: demo.shadowRoot.querySelectorAll(".ribbon li").length,
			Disabled: $(".editable button").ariaDisabled === "true", Scroll: document.documentElement.scrollWidth, Width: innerWidth}`)
	plain := regexp.MustCompile(`\x1b\[\d+m`).ReplaceAllString(got.Result.Stdout, "")
	for _, want := range []string{"| PASS, 3 prices\n", "starts because the file changed: 2 starts", "do not watch it: 0 starts", "out of order in the log: 0 lines", "has crashed, status 3"} {
		if !strings.Contains(plain, want) {
			t.Errorf("it does not say %q:\n%s", want, plain)
		}
	}
	next := 1
	for _, m := range regexp.MustCompile(`(?m)web +\| counter (\d+)$`).FindAllStringSubmatch(plain, -1) {
		if m[1] != strconv.Itoa(next) {
			t.Errorf("web counted %s after %d", m[1], next-1)
		}
		next++
	}
	if next < 20 || got.Said != "Saved." || !strings.HasSuffix(got.Label, "/prices.txt") || !got.Disabled || !strings.Contains(got.After, "has ended") {
		t.Errorf("web counted to %d; %+v", next-1, got)
	}
	if got.Colours < 5 || got.Lanes != 6 || got.Scroll > got.Width {
		t.Errorf("%d colours, %d lanes, %v of %v pixels", got.Colours, got.Lanes, got.Scroll, got.Width)
	}
}

// TestLogsRefuses: values that make no sense are told by a sentence, before anything is started.
func TestLogsRefuses(t *testing.T) {
	page := open(t, "/demos/logs/", 1280)
	for flag, values := range map[string][]string{
		"n": {"0", "-1", "99999999999", "x"}, "d": {"0s", "-1s", "1000h", "x"}, "crash": {"-1", "1e9"},
		"buffer": {"0", "-5", "100000"}, "hold": {"-1s", "99h"}, "edit": {"-1s", "1000h"},
	} {
		for _, value := range values {
			got := runLesson(t, page, `{"`+flag+`": "`+value+`"}`).Result
			if got.ExitCode != 2 || got.Stdout != "" || !strings.Contains(got.Stderr, "-"+flag) {
				t.Errorf("-%s=%s: %+v", flag, value, got)
			}
		}
	}
}
