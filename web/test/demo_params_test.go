package test

import (
	"strings"
	"testing"
)

func TestParamsAreFlags(t *testing.T) {
	page := open(t, "/demos/threads/", 1280)
	type outcome struct {
		Defaults, Set map[string]string
		Command, Note string
		Result        result
	}
	got := script[outcome](t, page, `
		const Defaults = demo.params;
		demo.params = {n: "３", d: "0.01s", bogus: "1"};
		await demo.updateComplete;
		return {
			Defaults, Set: demo.params, Result: await demo.run(),
			Command: $(".command code").textContent.trim().replace(/\s+/g, " "),
			Note: $(".notice").textContent,
		}`)
	if got.Defaults["n"] != "10" || got.Defaults["d"] != "100ms" {
		t.Errorf("the defaults are %v", got.Defaults)
	}
	if got.Set["n"] != "3" || got.Set["bogus"] != "" {
		t.Errorf("after setting, params is %v", got.Set)
	}
	if !strings.HasPrefix(got.Result.Stdout, "3 waits of 10ms\n") {
		t.Errorf("the program printed %q", got.Result.Stdout)
	}
	if want := "go run ./wasm/demos/threads -d 0.01s -n 3"; got.Command != want {
		t.Errorf("the command line is %q, want %q", got.Command, want)
	}
	if !strings.Contains(got.Note, "bogus") {
		t.Errorf("the page says %q of a flag that is none", got.Note)
	}
}

// TestBadValues: the field says what is wrong, the program says it too, and
// the page goes on.
func TestBadValues(t *testing.T) {
	page := open(t, "/demos/threads/", 1280)
	for name, value := range map[string]string{
		"zero": `{n: "0"}`, "negative": `{n: "-1"}`, "huge": `{n: "999999999999999999999"}`, "words": `{n: "many"}`,
		"empty": `{n: ""}`, "no unit": `{d: "5"}`, "hostile": `{n: "1\u0000 -d=9h", d: "\u202e1s"}`,
	} {
		t.Run(name, func(t *testing.T) {
			type outcome struct {
				Result  result
				Problem string
				Invalid int
			}
			got := script[outcome](t, page, `
				demo.params = `+value+`;
				const Result = await demo.run();
				return {
					Result, Problem: $(".problem")?.textContent.trim() ?? "",
					Invalid: demo.shadowRoot.querySelectorAll("[aria-invalid=true]").length,
				}`)
			if got.Result.ExitCode != 2 || got.Result.Stderr == "" || got.Result.Stopped {
				t.Errorf("the run gave %+v", got.Result)
			}
			if got.Problem == "" || got.Invalid == 0 {
				t.Errorf("the field says %q, %d fields are marked", got.Problem, got.Invalid)
			}
		})
	}
	if after := script[result](t, page, `demo.params = {n: "2", d: "10ms"}; return demo.run()`); after.ExitCode != 0 || after.Stderr != "" {
		t.Errorf("the run after bad values gave %+v", after)
	}
}

func TestLinksCarryValues(t *testing.T) {
	page := open(t, "/demos/threads/#v1=-d=20ms&-n=4&other=kept", 1280)
	type outcome struct {
		Params             map[string]string
		Notice, Hash, Link string
		Followed           map[string]string
	}
	got := script[outcome](t, page, `
		const out = {Params: demo.params, Notice: $(".notice").textContent};
		const field = $("#flag-n");
		field.value = "５";
		field.dispatchEvent(new Event("input"));
		field.dispatchEvent(new Event("change"));
		out.Hash = location.hash;
		navigator.clipboard.writeText = async text => { out.Link = text; };
		[...demo.shadowRoot.querySelectorAll(".command button")][1].click();
		location.hash = "#v1=-n=7";
		await until(() => demo.params.n === "7");
		out.Followed = demo.params;
		return out`)
	if got.Params["d"] != "20ms" || got.Params["n"] != "4" || got.Notice == "" {
		t.Errorf("the link gave %v, with the notice %q", got.Params, got.Notice)
	}
	if want := "#v1=-d=20ms&-n=5&other=kept"; got.Hash != want {
		t.Errorf("the address became %q, want %q", got.Hash, want)
	}
	if want := site + "/demos/threads/#v1=-d=20ms&-n=5"; got.Link != want {
		t.Errorf("the copied link is %q, want %q", got.Link, want)
	}
	if got.Followed["d"] != "100ms" {
		t.Errorf("a second link gave %v", got.Followed)
	}
}

// TestHostileLinks: what strangers put into a link neither breaks the page nor
// becomes part of it.
func TestHostileLinks(t *testing.T) {
	for _, fragment := range []string{
		"#v1=", "#v1=&&&===", "#v1=-n=%E0%A4%A&-d=%zz", "#v1=-n=<img/src=x+onerror=alert(1)>&-d=javascript:alert(1)",
		"#v1=-__proto__=1&-constructor=2&__proto__=3", "#v1=-n=" + strings.Repeat("9", 5000), "#v1=" + strings.Repeat("-x=1&", 3000),
		"#v1=-n=%00%0A%E2%80%AE", "#%v1=-n=1", "#v9=-n=1",
	} {
		page := open(t, "/demos/threads/"+fragment, 390)
		type facts struct {
			Alive, Wide bool
			Images      int
		}
		got := script[facts](t, page, `
			await new Promise(go => setTimeout(go, 50));
			return {
				Alive: demo.source !== "" && typeof demo.params.n === "string",
				Wide: document.documentElement.scrollWidth > innerWidth,
				Images: demo.shadowRoot.querySelectorAll("img").length,
			}`)
		if !got.Alive || got.Wide || got.Images > 0 {
			t.Errorf("%.60s: %+v", fragment, got)
		}
	}
}

func TestCopiedResult(t *testing.T) {
	page := open(t, "/demos/threads/", 1280)
	text := script[string](t, page, `
		let text = "";
		navigator.clipboard.writeText = async copied => { text = copied; };
		demo.params = {n: "3", d: "10ms"};
		await demo.run();
		await demo.updateComplete;
		[...demo.shadowRoot.querySelectorAll(".actions button")].find(button => button.textContent.trim() === "Copy result").click();
		await until(() => text);
		return text`)
	for _, want := range []string{
		"go run ./wasm/demos/threads -d 10ms -n 3", "| figure | measured |", "3 waits of 10ms", "cores, go1.", "Chrome ",
		site + "/demos/threads/#v1=-d=10ms&-n=3",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the copied result lacks %q:\n%s", want, text)
		}
	}
}
