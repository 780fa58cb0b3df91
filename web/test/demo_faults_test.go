package test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/wasm/toolchain"
	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// TestLessonThatDoesNotExist: ready rejects with a sentence, the page says it,
// what stood between the tags stays, and another name can follow.
func TestLessonThatDoesNotExist(t *testing.T) {
	page := blank(t, 1280)
	navigate(t, page, site+"/demos/threads/")
	type outcome struct {
		Ready, Run, Said string
		Fallback, Retry  bool
		After            result
	}
	got := script[outcome](t, page, `
		const fallback = document.createElement("pre");
		fallback.textContent = "package main";
		demo.replaceChildren(fallback);
		demo.name = "nope";
		const out = {Ready: await demo.ready.then(() => "", e => e.message)};
		await demo.updateComplete;
		out.Run = await demo.run().then(() => "", e => e.message);
		out.Said = state();
		out.Retry = $(".retry") !== null;
		out.Fallback = fallback.checkVisibility() && fallback.getBoundingClientRect().height > 0;
		demo.name = "threads";
		await demo.ready;
		demo.params = {n: "2", d: "10ms"};
		out.After = await demo.run();
		return out`)
	if want := "Could not load /demos/nope/lesson.json: there is nothing at this address."; got.Ready != want || got.Run != want {
		t.Errorf("ready rejects with %q, run with %q, want %q", got.Ready, got.Run, want)
	}
	if !strings.HasPrefix(got.Said, got.Ready) || !got.Retry || !got.Fallback {
		t.Errorf("the page says %q (retry: %v, fallback: %v)", got.Said, got.Retry, got.Fallback)
	}
	if got.After.ExitCode != 0 {
		t.Errorf("the lesson that followed gave %+v", got.After)
	}
}

// TestProgramThatDoesNotArrive: what fails is told with a way on, and the way
// on works.
func TestProgramThatDoesNotArrive(t *testing.T) {
	page := open(t, "/demos/ducks/", 1280)
	for name, c := range map[string]struct{ answer, want string }{
		"unreachable": {`Promise.reject(new TypeError("Failed to fetch"))`, "the address cannot be reached"},
		"refused":     {`new Response("", {status: 503})`, "the server refused it (HTTP 503)"},
		"cut short":   {`new Response((await real.arrayBuffer()).slice(0, 1000))`, "it broke off before its end"},
		"a page":      {`new Response("<!doctype html>".repeat(1e6))`, "what came is not what belongs there"},
	} {
		t.Run(name, func(t *testing.T) {
			type outcome struct {
				Said, Rejected string
				After          string
			}
			got := script[outcome](t, page, fmt.Sprintf(`
				const fetch = window.fetch;
				window.fetch = async (...args) => {
					const real = await fetch(...args);
					return /wasm$/.test(args[0]) ? %s : real;
				};
				demo.name = "";
				await demo.updateComplete;
				demo.name = "threads";
				await demo.ready;
				demo.params = {n: "2", d: "10ms"};
				const Rejected = await demo.run().then(() => "", e => e.message);
				await demo.updateComplete;
				const Said = state();
				window.fetch = fetch;
				$(".retry").click();
				await until(() => state().startsWith("Finished"));
				return {Rejected, Said, After: $(".log").textContent}`, c.answer))
			if got.Said != got.Rejected || !strings.Contains(got.Said, c.want) {
				t.Errorf("the page says %q, run() %q, want %q", got.Said, got.Rejected, c.want)
			}
			if !strings.Contains(got.After, "2 waits") {
				t.Errorf("after trying again the console shows %q", got.After)
			}
		})
	}
}

// TestLessonMovesHouse: an element that is put elsewhere begins anew there.
func TestLessonMovesHouse(t *testing.T) {
	page := open(t, "/demos/threads/", 1280)
	got := script[result](t, page, `
		demo.params = {n: "2", d: "10ms"};
		await demo.run();
		demo.remove();
		document.querySelector("main").append(demo);
		await demo.ready;
		return demo.run()`)
	if got.ExitCode != 0 || !strings.HasPrefix(got.Stdout, "2 waits") {
		t.Errorf("after the move the run gave %+v", got)
	}
}

const flood = `package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	fmt.Fprintln(os.Stderr, "\x1b[31mred\x1b[0m\x1b[2J \u202egnp.exe <b>bold</b>")
	out := bufio.NewWriterSize(os.Stdout, 1<<16)
	defer out.Flush()
	for i := range 1_000_000 {
		fmt.Fprintln(out, i)
	}
}
`

// TestFloodOfOutput: a million lines leave a console of a few thousand, an
// answering page, and nothing of the program's markup or control characters.
func TestFloodOfOutput(t *testing.T) {
	page := openWith(t, "flood", flood)
	type outcome struct {
		Result      struct{ ExitCode, Length int }
		Rows, Bold  int
		Gap, Error  string
		LongestLull float64
		Follows     bool
	}
	got := script[outcome](t, page, `
		demo.name = "flood";
		await demo.ready;
		let last = performance.now(), LongestLull = 0;
		const beat = setInterval(() => {
			const now = performance.now();
			LongestLull = Math.max(LongestLull, now - last);
			last = now;
		}, 10);
		const {exitCode, stdout} = await demo.run();
		clearInterval(beat);
		const log = $(".log");
		return {
			Result: {ExitCode: exitCode, Length: stdout.length}, LongestLull,
			Rows: log.children.length, Bold: log.querySelectorAll("b").length,
			Gap: $(".gap").textContent, Error: $(".log .stderr").textContent,
			Follows: log.scrollHeight - log.scrollTop - log.clientHeight < 40,
		}`)
	if got.Result.ExitCode != 0 || got.Result.Length < 1000 {
		t.Errorf("the run gave %+v", got.Result)
	}
	if got.Rows > 3000 || got.Gap == "" || !got.Follows {
		t.Errorf("%d rows on the console, gap %q, follows the end: %v", got.Rows, got.Gap, got.Follows)
	}
	if want := "standard error: red‹ESC›[2J ‹U+202E›gnp.exe <b>bold</b>"; got.Error != want || got.Bold > 0 {
		t.Errorf("standard error shows %q, want %q", got.Error, want)
	}
	t.Logf("the page's longest silence was %.0f ms", got.LongestLull)
}

// openWith serves a copy of the site with one more lesson and opens a page of
// it that holds a lesson.
func openWith(t *testing.T, name, source string) *browser.Page {
	t.Helper()
	copied := t.TempDir()
	if err := os.CopyFS(copied, os.DirFS(dist)); err != nil {
		t.Fatal(err)
	}
	wasm := filepath.Join(copied, "assets", name+".wasm")
	program := toolchain.Program{Dir: root, Files: map[string]string{"main.go": source}}
	if _, err := toolchain.Build(context.Background(), program, wasm); err != nil {
		t.Fatal(err)
	}
	writeLesson(t, copied, name, source)
	server, err := browser.Serve(context.Background(), root, copied)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(server.Stop)
	page := blank(t, 1280)
	navigate(t, page, server.URL+"/demos/threads/")
	return page
}

func writeLesson(t *testing.T, dir, name, source string) {
	t.Helper()
	wasm, err := os.Stat(filepath.Join(dir, "assets", name+".wasm"))
	if err != nil {
		t.Fatal(err)
	}
	lesson, err := json.Marshal(map[string]any{
		"name": name, "usage": "", "words": map[string]any{}, "broken": []any{}, "reference": nil, "recorded": nil,
		"go": map[string]string{"file": "main.go", "source": source}, "python": map[string]string{"file": "main.py", "source": ""},
		"wasm": map[string]any{"url": "../../assets/" + name + ".wasm", "bytes": wasm.Size()},
	})
	if err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(dir, "demos", name)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "lesson.json"), lesson, 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestElementLeavesNobodyWaiting: while the lesson still loads, stop() ends a
// run that waits for it, a second run() rejects, and an element that is taken
// away tells those who wait.
func TestElementLeavesNobodyWaiting(t *testing.T) {
	page := open(t, "/demos/threads/", 1280)
	type outcome struct {
		Stopped              result
		Events               int
		Second               string
		Ready, Run, RunAfter string
		Back                 result
	}
	got := script[outcome](t, page, `
		const within = (promise) => Promise.race([promise.then(() => "resolved", e => e.message),
			new Promise(resolve => setTimeout(() => resolve("still waiting"), 10000))]);
		const make = () => {
			const made = document.createElement("ahiru-demo");
			made.name = "ducks";
			document.querySelector("main").append(made);
			return made;
		};
		const one = make();
		let Events = 0;
		for (const type of ["ahiru-output", "ahiru-done"]) one.addEventListener(type, () => Events++);
		const first = one.run();
		const Second = await within(one.run());
		one.stop();
		const Stopped = await first;
		const two = make();
		const ready = two.ready, run = two.run();
		await two.updateComplete;
		two.remove();
		const out = {Stopped, Events, Second, Ready: await within(ready), Run: await within(run), RunAfter: await within(two.run())};
		document.querySelector("main").append(two);
		await two.ready;
		out.Back = await two.run();
		return out`)
	if s := got.Stopped; s.ExitCode != 137 || !s.Stopped || s.Stderr != "Stopped before the program had started.\n" || got.Events != 2 {
		t.Errorf("stopped while it loaded: %+v and %d events, want 137, a reason and 2", s, got.Events)
	}
	if want := "The lesson is running already. Stop it first."; got.Second != want {
		t.Errorf("a second run: %q, want %q", got.Second, want)
	}
	if want := "This lesson is no longer on the page."; got.Ready != want || got.Run != want || got.RunAfter != want {
		t.Errorf("taken away: ready %q, run %q, a later run %q, want %q", got.Ready, got.Run, got.RunAfter, want)
	}
	if got.Back.ExitCode != 0 {
		t.Errorf("put back, it gave %+v", got.Back)
	}
}
