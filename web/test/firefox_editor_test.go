package test

import (
	"strings"
	"testing"
)

// TestFirefoxEdits breaks, reads, mends, formats and runs a program in Firefox.
func TestFirefoxEdits(t *testing.T) {
	ctx, page := launchFirefox(t)
	type outcome struct {
		Broken, Mended  result
		Problems        []problem
		Formatted, Note string
	}
	got := runInFirefox[outcome](t, ctx, page, site+"/play/", editing+`
		await until(editor);
		demo.source = "package main\n\nfunc main() { fmt.Println(\"あひる\") }\n";
		const Broken = await press();
		const Problems = demo.diagnostics;
		tool("Format").click();
		await until(() => /Formatted/.test(note()), 60000);
		const Formatted = demo.source, Note = note();
		const Mended = await press();
		localStorage.clear();
		return {Broken, Problems, Formatted, Note, Mended}`)
	if got.Broken.ExitCode != 2 || len(got.Problems) != 1 || got.Problems[0] != (problem{3, 15, "undefined: fmt"}) {
		t.Errorf("broken: %+v, %+v", got.Broken, got.Problems)
	}
	if !strings.Contains(got.Formatted, "import \"fmt\"") || !strings.Contains(got.Note, "Imports added: fmt.") {
		t.Errorf("formatted: %q (%s)", got.Formatted, got.Note)
	}
	if got.Mended.Stdout != "あひる\n" || got.Mended.ExitCode != 0 {
		t.Errorf("mended: %+v", got.Mended)
	}
}
