package test

import (
	"fmt"
	"strings"
	"testing"
)

// TestToolchainBuildsAhead builds what nobody has asked to run, and then asks.
func TestToolchainBuildsAhead(t *testing.T) {
	page := toolchainPage(t, "isolated")
	text := func(word string) string { return strings.ReplaceAll(hello, "quack", word) }
	type answer = map[string]any
	if got := eval[answer](t, page, fmt.Sprintf("ahead({ 'main.go': %q }).then(built => ({ built, tools: tools.length }))", hello)); got["built"] != nil || got["tools"] != 0.0 {
		t.Errorf("before anything was fetched: %v", got)
	}
	if got := buildAndRun(t, page, mainFile(hello), "{}"); got.Run == nil {
		t.Fatalf("got %+v", got)
	}
	// Built ahead: the press finds it, and no tool works for it.
	if got := eval[answer](t, page, fmt.Sprintf("ahead({ 'main.go': %q })", text("ahead"))); got["ok"] != true {
		t.Fatalf("got %v", got)
	}
	got := buildAndRun(t, page, mainFile(text("ahead")), "{}")
	if got.Run == nil || got.Run.Stdout != "ahead\n" || got.Built.CompileMs != 0 || got.Built.LinkMs != 0 {
		t.Errorf("got %+v %+v", got.Built, got.Run)
	}
	// A press in the middle joins: both get the answer of one build.
	if !eval[bool](t, page, fmt.Sprintf(`(async () => {
		const files = { "main.go": %q };
		const early = ahead(files);
		const pressed = await build(files);
		return pressed === await early && pressed.compileMs > 0 && machine.has(pressed.program);
	})()`, text("joined"))) {
		t.Error("a press while it is built ahead does not join")
	}
	// The next key calls it off, another program makes it give way, and a program that runs keeps it from beginning.
	off := eval[[]string](t, page, fmt.Sprintf(`(async () => {
		const said = [];
		const hear = promise => promise.then(built => said.push(built === null ? "null" : built.ok ? "built" : "refused"), e => said.push(e.name));
		const key = new AbortController();
		const early = hear(ahead({ "main.go": %[1]q }, { signal: key.signal }));
		key.abort();
		await early;
		const other = hear(ahead({ "main.go": %[2]q }));
		await hear(build({ "main.go": %[3]q }));
		const spin = await build({ "main.go": "package main\n\nfunc main() {\n\tfor {\n\t}\n}\n" });
		const run = machine.run({ wasm: spin.program, args: [] });
		await hear(ahead({ "main.go": %[1]q }));
		run.stop();
		await run.done;
		await hear(ahead({ "main.go": %[1]q }));
		return said;
	})()`, text("off"), text("other"), text("pressed")))
	if got := strings.Join(off, " "); got != "AbortError AbortError built null built" {
		t.Errorf("got %q", got)
	}
	// What the compiler refused is not compiled again.
	broken := mainFile(strings.ReplaceAll(hello, "Println", "Printn"))
	if got := eval[answer](t, page, fmt.Sprintf("ahead({ 'main.go': %q })", broken["main.go"])); got["ok"] != false {
		t.Fatalf("got %v", got)
	}
	again := eval[struct {
		Worked      int
		Diagnostics []diagnostic
	}](t, page, fmt.Sprintf(`(async () => {
		const worked = () => tools.filter(t => !t.ahead || t.woken).length;
		const before = worked();
		const { diagnostics } = await build({ "main.go": %q });
		return { worked: worked() - before, diagnostics };
	})()`, broken["main.go"]))
	if want := (diagnostic{"main.go", 6, 6, "undefined: fmt.Printn"}); len(again.Diagnostics) != 1 || again.Diagnostics[0] != want || again.Worked != 0 {
		t.Errorf("got %+v", again)
	}
	// Nothing is fetched ahead: that takes a press.
	if got := eval[answer](t, page, `ahead({ "main.go": "package main\n\nimport _ \"net/mail\"\n\nfunc main() {}\n" }).then(built => ({ built }))`); got["built"] != nil {
		t.Errorf("with packages that are not there: %v", got)
	}
}
