package test

import "testing"

// TestClockInFirefox pauses a loop there, runs on a virtual clock, and repeats from a seed; on a page without shared
// memory it does the same but for the pause.
func TestClockInFirefox(t *testing.T) {
	ctx, page := launchFirefox(t)
	for path, pause := range map[string]string{"/isolated": "paused", "/plain": "unshared"} {
		if err := page.Navigate(ctx, machineSite(t)+path); err != nil {
			t.Fatal(err)
		}
		var seen pauseSeen
		var run timedRun
		var texts []string
		for script, into := range map[string]any{
			"differing(" + clockRun("chance", "virtual", "duck") + ", 10)":                                                                    &texts,
			"run(" + clockRun("naps", "virtual", "") + ")":                                                                                    &run,
			"begin(" + clockRun("ticks", "real", "") + `, "\n").then(() => pauseFor(300)).then(seen => (stop(), outcome().then(() => seen)))`: &seen,
		} {
			if err := page.Eval(ctx, script, into); err != nil {
				t.Fatal(path, script, err)
			}
		}
		if len(texts) != 1 || run.Stdout != "[400ms 300ms 200ms 100ms] 400ms\n" {
			t.Errorf("%s: ten runs printed %q, naps %q", path, texts, run.Stdout)
		}
		if seen.Answer != pause || (pause == "paused" && seen.Meanwhile != 0) {
			t.Errorf("%s: %+v, want %s", path, seen, pause)
		}
	}
}
