package test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestErrorsStandWithoutAPress writes with keys and presses nothing: errors come to their line and go again, and
// nothing runs, speaks or counts as a run.
func TestErrorsStandWithoutAPress(t *testing.T) {
	needsPack(t)
	page := open(t, "/play/", 1280)
	type outcome struct {
		Before, Broken, Mended []problem
		Line                   int
		Spoken                 string
		Ran                    bool
		Under                  string
		Result                 result
	}
	edited[any](t, page, `
		await until(editor);
		window.ran = false;
		demo.addEventListener("ahiru-output", () => window.ran = true);
		editor().change("package main\n\nfunc main() {\n\tprintln(1)\n}\n");
		await until(() => demo.open.workshop.program.state.kind === "ready", 120000);
		window.before = demo.diagnostics;
		window.spoken = "";
		new MutationObserver(list => list.forEach(({target}) => {
			const live = (target.nodeType === 1 ? target : target.parentElement)?.closest("[role=status], [role=alert], [aria-live]");
			if (live?.textContent.includes("undefined")) window.spoken += live.textContent;
		})).observe(demo.shadowRoot, {subtree: true, childList: true, characterData: true});
		editor().jump({line: 4, column: 2})`)
	act(t, page, chromedp.KeyEvent("quack(); "))
	got := edited[outcome](t, page, `
		await until(() => demo.diagnostics.length > 0, 60000);
		const Broken = demo.diagnostics, Under = inEditor(".cm-lintRange-error")?.textContent ?? "", Line = lineOf("quack");
		await until(() => (tool("Undo").click(), !demo.source.includes("quack")));
		await until(() => demo.diagnostics.length === 0, 60000);
		const before = {Before: window.before, Broken, Under, Line, Mended: demo.diagnostics, Ran: window.ran, Spoken: window.spoken};
		const Result = await press();
		localStorage.clear(); // the other tests' readers have written nothing
		return {...before, Result}`)
	if len(got.Before) != 0 || len(got.Broken) != 1 || got.Broken[0] != (problem{got.Line, 2, "undefined: quack"}) || got.Under != "quack" {
		t.Errorf("before a press the page tells %+v, then %+v under %q", got.Before, got.Broken, got.Under)
	}
	if got.Ran || got.Spoken != "" || len(got.Mended) != 0 {
		t.Errorf("without a press: ran %v, spoke %q, and mended it tells %+v", got.Ran, got.Spoken, got.Mended)
	}
	if got.Result.ExitCode != 0 || strings.TrimSpace(got.Result.Stderr) != "1" {
		t.Errorf("the press gave %+v", got.Result)
	}
}
