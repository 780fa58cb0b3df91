package test

import (
	"strings"
	"testing"
)

// TestKioskInThePage kills a worker, which is a real one, lets sessions expire, and wants everybody served once.
func TestKioskInThePage(t *testing.T) {
	page := open(t, "/demos/kiosk/", 1280)
	type outcome struct {
		Result result
		Lanes  int
	}
	var got outcome
	for range 3 { // that the session expires just when the worker dies is chance, and rare
		got = script[outcome](t, page, `
			demo.params = {n: "30", expire: "300ms", kill: "3", service: "20ms"};
			const Result = await demo.run();
			await demo.updateComplete;
			return {Result, Lanes: demo.shadowRoot.querySelectorAll(".measurements .ribbon li").length}`)
		if strings.Contains(got.Result.Stdout, "ticket 3: was done already") {
			break
		}
	}
	for _, want := range []string{"tickets: 30, done exactly once: 30\n", "workers that died: 1 times\n", "ticket 3: was done already, and is only answered", "log in and repeat", "a second session: "} {
		if !strings.Contains(got.Result.Stdout, want) {
			t.Errorf("it does not say %q: %+v", want, got)
		}
	}
	if got.Result.ExitCode != 0 || got.Result.Stderr != "" || got.Lanes != 1 {
		t.Errorf("got %+v", got)
	}
	for flag, values := range map[string][]string{
		"n": {"0", "-1", "1e9"}, "load": {"0", "-5", "1000"}, "sessions": {"0", "-1", "5"}, "service": {"0s", "1h"},
		"expire": {"-1s", "1h"}, "login": {"0s", "-1s"}, "kill": {"-1", "99999999999"}, "seed": {"-1", "x"},
	} {
		for _, value := range values {
			got := runLesson(t, page, `{"`+flag+`": "`+value+`"}`).Result
			if got.ExitCode != 2 || got.Stdout != "" || !strings.Contains(got.Stderr, "-"+flag) {
				t.Errorf("-%s=%s: %+v", flag, value, got)
			}
		}
	}
}
