package test

import (
	"slices"
	"strings"
	"testing"
)

// besideRun is a run of one of the programs of a page.
type besideRun struct {
	Name   string
	Result result
	Link   string
}

// TestPhrasebook runs every phrase of the page, where nothing of them was fetched before.
func TestPhrasebook(t *testing.T) {
	page := open(t, "/docs/phrasebook/", 1280)
	runs := eval[[]besideRun](t, page, `(async () => {
		const runs = [];
		for (const demo of document.querySelectorAll("ahiru-demo")) {
			await demo.ready;
			runs.push({Name: demo.name, Result: await demo.run(), Link: await demo.link});
		}
		return runs;
	})()`)
	if len(runs) < 8 {
		t.Errorf("%d phrases are left", len(runs))
	}
	for _, r := range runs {
		if r.Result.ExitCode != 0 || r.Result.Stderr != "" || r.Result.Stdout == "" {
			t.Errorf("%s: %+v", r.Name, r.Result)
		}
		if !strings.HasSuffix(r.Link, "/docs/phrasebook/") {
			t.Errorf("%s: its link leads to %s", r.Name, r.Link)
		}
	}
	changed := eval[string](t, page, `(async () => {
		const demo = document.querySelector("ahiru-demo");
		demo.source += "// changed\n";
		return demo.link;
	})()`)
	if !strings.Contains(changed, "/play/#v1=") || !strings.Contains(changed, "code") {
		t.Errorf("the link of a changed phrase leads to %s", changed)
	}
}

// TestWhich measures, and the advice is in the language of the page.
func TestWhich(t *testing.T) {
	page := open(t, "/ja/docs/which/", 1280)
	got := script[executorsRun](t, page, `
		demo.params = {...demo.params, rounds: "5"};
		await demo.updateComplete;
		const Result = await demo.run();
		await demo.updateComplete;
		const items = [...demo.shadowRoot.querySelectorAll(".measurements li[data-key]")];
		return {Result, Keys: items.map(i => i.dataset.key), Values: {}}`)
	want := []string{"io-turn", "io-goroutines", "io-loop", "io-threads", "io-gil", "io-processes",
		"cpu-turn", "cpu-goroutines", "cpu-loop", "cpu-threads", "cpu-gil", "cpu-processes"}
	if got.Result.ExitCode != 0 || !slices.Equal(got.Keys, want) || !strings.Contains(got.Result.Stdout, "Go なら") {
		t.Errorf("figures %v, %+v", got.Keys, got.Result)
	}
}
