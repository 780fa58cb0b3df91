package test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// editing is the start of scripts about the editor: type puts text at a place
// as a reader's keys do, done waits for the run that a press begins.
const editing = `
	const editor = () => $("ahiru-editor");
	const inEditor = selector => editor().shadowRoot.querySelector(selector);
	const edit = async () => { $(".edit")?.click(); await until(editor); };
	const done = () => new Promise(resolve => demo.addEventListener("ahiru-done", e => resolve(e.detail), {once: true}));
	const press = async () => { const end = done(); $(".run").click(); return end; };
	const lineOf = words => demo.source.split("\n").findIndex(line => line.includes(words)) + 1;
	const tool = label => [...demo.shadowRoot.querySelectorAll(".tools button")].find(b => b.textContent.trim() === label);
	const note = () => $(".note").textContent.trim();
`

// edited runs a script that has met the lesson and knows its editor.
func edited[T any](t *testing.T, page *browser.Page, body string) T {
	t.Helper()
	return script[T](t, page, editing+body)
}

// needsPack ends a test at once where the site was built without the toolchain.
func needsPack(t *testing.T) {
	t.Helper()
	page := blank(t, 1280)
	navigate(t, page, site+"/play/")
	if status := eval[int](t, page, `fetch("../toolchain/index.json").then(r => r.status)`); status != 200 {
		t.Fatalf("the site has no toolchain: toolchain/index.json answers %d", status)
	}
}

// TestEditALesson is a reader's way through a lesson: change it, run it, break
// it, read where, mend it, and go back to the lesson.
func TestEditALesson(t *testing.T) {
	needsPack(t)
	page := open(t, "/demos/threads/", 1280)
	edited[any](t, page, `
		await edit();
		const line = lineOf('"n", 10');
		editor().jump({line, column: demo.source.split("\n")[line - 1].indexOf("10") + 1})`)
	act(t, page, chromedp.KeyEvent(kb.Delete), chromedp.KeyEvent(kb.Delete), chromedp.KeyEvent("20"))
	type outcome struct {
		Result      result
		Edited, Tab bool
		N           string
		Problems    []problem
	}
	edited[any](t, page, `window.run = done()`)
	act(t, page, chromedp.KeyEvent(kb.Enter, chromedp.KeyModifiers(2)))
	got := edited[outcome](t, page, `return {Result: await window.run, Edited: !!$(".edited"), N: demo.params.n, Problems: demo.diagnostics}`)
	if got.Result.ExitCode != 0 || !strings.HasPrefix(got.Result.Stdout, "20 waits") {
		t.Fatalf("the edited lesson gave %+v", got.Result)
	}
	if !got.Edited || got.N != "20" || len(got.Problems) != 0 {
		t.Errorf("after its run the page says edited %v, -n %q, problems %v", got.Edited, got.N, got.Problems)
	}
	breakAndMend(t, page)
	keptAcrossReload(t, page)
}

// A problem is a member of the element's diagnostics.
type problem struct {
	Line, Column int
	Message      string
}

func breakAndMend(t *testing.T, page *browser.Page) {
	t.Helper()
	type broken struct {
		Result                result
		Problems              []problem
		Line                  int
		State, Listed         string
		Gutter, Under, Active bool
	}
	edited[any](t, page, `editor().jump({line: lineOf("lesson.Parse"), column: 2})`)
	act(t, page, chromedp.KeyEvent("quack() // あひる\n"))
	got := edited[broken](t, page, `
		const Result = await press();
		await demo.updateComplete;
		const Problems = demo.diagnostics;
		$(".problems button").click();
		await until(() => inEditor(".cm-lintRange-error") && inEditor(".cm-lint-marker-error"));
		return {Result, Problems, Line: lineOf("quack()"), State: state(), Listed: $(".problems").textContent,
			Gutter: true, Under: true, Active: inEditor(".cm-activeLine").textContent.includes("quack")}`)
	if got.Result.ExitCode != 2 || !strings.Contains(got.Result.Stderr, fmt.Sprintf("main.go:%d:2: undefined: quack", got.Line)) {
		t.Errorf("a program that does not compile gave %+v, want its line %d", got.Result, got.Line)
	}
	want := problem{got.Line, 2, "undefined: quack"}
	if len(got.Problems) != 1 || got.Problems[0] != want || !strings.Contains(got.Listed, want.Message) || !got.Active {
		t.Errorf("the page tells %+v and lists %q; the press leads to it: %v", got.Problems, got.Listed, got.Active)
	}
	mended := edited[result](t, page, `
		demo.params = {n: "3", d: "10ms"};
		await until(() => (tool("Undo").click(), !demo.source.includes("quack")));
		return press()`)
	if mended.ExitCode != 0 || !strings.HasPrefix(mended.Stdout, "3 waits") {
		t.Errorf("the mended program gave %+v", mended)
	}
}

func keptAcrossReload(t *testing.T, page *browser.Page) {
	t.Helper()
	act(t, page, chromedp.Reload())
	type outcome struct {
		Kept, Restored string
		Edited         bool
	}
	got := edited[outcome](t, page, `
		await until(editor);
		const Kept = demo.source;
		tool("Restore the lesson").click();
		await until(() => !$(".edited"));
		const lesson = await (await fetch("lesson.json")).json();
		return {Kept, Restored: String(demo.source === lesson.go.source), Edited: !!$(".edited")}`)
	if !strings.Contains(got.Kept, `"n", 20`) || got.Restored != "true" || got.Edited {
		t.Errorf("after a reload the source is %.300q; restored: %s", got.Kept, got.Restored)
	}
}

// TestFormat presses what gofmt and goimports do.
func TestFormat(t *testing.T) {
	needsPack(t)
	page := open(t, "/play/", 1280)
	type outcome struct{ Source, Note, Broken, BrokenNote string }
	got := edited[outcome](t, page, `
		await edit();
		demo.source = "package main\nimport \"os\"\nfunc main() { fmt.Println( lesson.Figure ) }\n";
		tool("Format").click();
		await until(() => /Formatted|Not formatted/.test(note()));
		const Source = demo.source, Note = note();
		demo.source = "package main\nfunc main() {";
		tool("Format").click();
		await until(() => note().startsWith("Not formatted"));
		return {Source, Note, Broken: demo.source, BrokenNote: $(".problems").textContent}`)
	want := "package main\n\nimport (\n\t\"fmt\"\n\n\t\"github.com/ahiru-dev/ahiru/wasm/lesson\"\n)\n\nfunc main() { fmt.Println(lesson.Figure) }\n"
	if got.Source != want {
		t.Errorf("formatted:\n%s\nwant:\n%s\n(%s)", got.Source, want, got.Note)
	}
	if got.Broken != "package main\nfunc main() {" || !strings.Contains(got.BrokenNote, "found 'EOF'") {
		t.Errorf("what is no Go became %q: %s", got.Broken, got.BrokenNote)
	}
}

// TestEditorKeys: Tab indents, Esc and Tab leave; while an input method
// composes neither Ctrl+Enter nor Esc does anything.
func TestEditorKeys(t *testing.T) {
	page := open(t, "/play/", 1280)
	edited[any](t, page, `await until(editor); editor().jump({line: 2, column: 1})`)
	act(t, page, chromedp.KeyEvent(kb.Tab))
	type outcome struct {
		Line            string
		Inside, Outside bool
		Ran             bool
	}
	got := edited[outcome](t, page, `return {Line: demo.source.split("\n")[1], Inside: demo.shadowRoot.activeElement === editor()}`)
	if !strings.HasPrefix(got.Line, "\t") || !got.Inside {
		t.Errorf("Tab made %q; the focus is in the editor: %v", got.Line, got.Inside)
	}
	act(t, page, chromedp.KeyEvent(kb.Escape), chromedp.KeyEvent(kb.Tab))
	got = edited[outcome](t, page, `return {Outside: demo.shadowRoot.activeElement !== editor()}`)
	if !got.Outside {
		t.Error("Esc and Tab do not leave the editor")
	}
	got = edited[outcome](t, page, `
		const text = inEditor(".cm-content");
		const key = (key, more) => text.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, composed: true, cancelable: true, ...more}));
		editor().focus();
		text.dispatchEvent(new CompositionEvent("compositionstart", {bubbles: true, composed: true}));
		key("Enter", {ctrlKey: true, isComposing: true, keyCode: 229});
		await new Promise(go => setTimeout(go, 300));
		return {Ran: state() !== "Ready. It runs here, in this page."}`)
	if got.Ran {
		t.Error("Ctrl+Enter ran the program while an input method composed")
	}
}

// TestInputMethodKeepsEsc composes in the editor beside a program that runs: Esc ends the composition and not the run,
// and the run when nothing is composed any more.
func TestInputMethodKeepsEsc(t *testing.T) {
	page := open(t, "/demos/threads/", 1280)
	edited[any](t, page, `
		await edit();
		demo.params = {n: "60"}; // six seconds and more
		window.run = done();
		$(".run").click();
		await until(() => /Running/.test(state()), 60000);
		editor().focus()`)
	if _, err := chromedp.Call(page.Ctx, input.ImeSetComposition, input.ImeSetCompositionParams{Text: "にほ", SelectionStart: 2, SelectionEnd: 2}); err != nil {
		t.Fatal(err)
	}
	esc := func(code int64) {
		t.Helper()
		event := input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyDown, Key: "Escape", Code: "Escape", WindowsVirtualKeyCode: code}
		if _, err := chromedp.Call(page.Ctx, input.DispatchKeyEvent, event); err != nil {
			t.Fatal(err)
		}
	}
	esc(229)
	if _, err := chromedp.Call(page.Ctx, input.InsertText, input.InsertTextParams{Text: "日本"}); err != nil {
		t.Fatal(err)
	}
	composing := edited[bool](t, page, `await new Promise(go => setTimeout(go, 300)); return /Running/.test(state())`)
	esc(27)
	got := edited[result](t, page, `return window.run`)
	if !composing || !got.Stopped {
		t.Errorf("it ran on while composing: %v; afterwards Esc gave %+v", composing, got)
	}
	if source := edited[string](t, page, `return demo.source`); !strings.Contains(source, "日本") || strings.Contains(source, "にほ") {
		t.Errorf("the input method wrote %.40q", source)
	}
	edited[any](t, page, `localStorage.clear()`)
}

// TestEscapes runs programs that a reader may have been given to break out
// with: the very ones that the machine's own tests run.
func TestEscapes(t *testing.T) {
	needsPack(t)
	page := open(t, "/play/", 1280)
	type outcome struct {
		Reach, Forge, After result
		Title               string
	}
	got := edited[outcome](t, page, fmt.Sprintf(`
		demo.source = %q;
		const Reach = await demo.run();
		demo.source = %q;
		const Forge = await demo.run();
		demo.source = "package main\n\nfunc main() { println(\"still here\") }\n";
		return {Reach, Forge, After: await demo.run(), Title: document.title}`,
		program(t, "reach"), program(t, "forge")))
	reached := strings.Contains(got.Reach.Stdout, "has document") || strings.Contains(got.Reach.Stdout, "has localStorage") ||
		strings.Contains(got.Reach.Stdout, "has parent")
	if got.Reach.ExitCode != 0 || reached || !strings.Contains(got.Reach.Stdout, "eval: refused") || !strings.Contains(got.Reach.Stdout, "http: true") {
		t.Errorf("reach: %+v", got.Reach)
	}
	if got.Forge.Stdout != "postMessage is there: false\nsurvived\n" {
		t.Errorf("forge: %+v", got.Forge)
	}
	if got.After.Stderr != "still here\n" || !strings.Contains(got.Title, "Ahiru") {
		t.Errorf("afterwards: %+v, %q", got.After, got.Title)
	}
}
