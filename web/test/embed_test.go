package test

import (
	"strings"
	"testing"
)

// ofEmbeds is for scripts on a post: what an embed shows, seen from outside.
const ofEmbeds = `
	const until = async (what, limit = 60000) => {
		for (const start = Date.now(); !(await what()); await new Promise(go => setTimeout(go, 50)))
			if (Date.now() - start > limit) throw new Error("waited in vain for " + what);
	};
	await customElements.whenDefined("ahiru-demo");
	const demos = [...document.querySelectorAll("ahiru-demo")];
	const inside = (demo, selector) => demo.shadowRoot.querySelector(selector);
	const frame = demo => inside(demo, "iframe");
	const shown = demo => frame(demo) && frame(demo).className === "" && frame(demo).clientHeight > 100;
	const slot = demo => inside(demo, "slot");
`

// posted runs the body of an async function in a post.
func posted[T any](t *testing.T, page interface{ Eval(string, any) error }, body string) T {
	t.Helper()
	var v T
	if err := page.Eval("(async () => {"+ofEmbeds+body+"})()", &v); err != nil {
		t.Fatalf("in the post: %v\n%s", err, body)
	}
	return v
}

// TestEmbedInAPost: marked code and elements of a Jekyll page become frames
// that take the height of what they hold, whatever the post's styles say; what
// is not seen is not fetched; a run's result and events reach the post.
func TestEmbedInAPost(t *testing.T) {
	b := newBlog(t, map[string]post{"jekyll": {Site: site}})
	page := b.read(t, "jekyll", 1000)
	type outcome struct {
		Ducks, Threads           int
		Border, Source, Name     string
		FarAsked                 bool
		Kept                     string
		Result                   result
		Outputs                  string
		Dones                    int
		Params                   map[string]string
		Theme, Changed           string
		Grown, Narrow, Shrunk    int
		Errors, Diagnostics, Bad string
	}
	got := posted[outcome](t, page, `
		const [ducks, threads, far] = demos;
		await until(() => shown(ducks) && shown(threads));
		const Ducks = frame(ducks).clientHeight, Threads = frame(threads).clientHeight;
		const FarAsked = Boolean(frame(far));
		let Outputs = "", Dones = 0;
		document.addEventListener("ahiru-output", e => e.target === threads && (Outputs += e.detail.text));
		document.addEventListener("ahiru-done", e => e.target === threads && Dones++);
		await threads.ready;
		const Params = await threads.params;
		const Result = await threads.run();
		threads.params = {n: "3", d: "20ms"};
		const changed = await threads.params;
		document.body.style.width = "380px";
		const wide = frame(ducks).clientHeight;
		await until(() => frame(ducks).clientHeight !== wide);
		const Narrow = frame(ducks).clientHeight;
		document.body.style.width = "";
		await until(() => frame(ducks).clientHeight !== Narrow);
		const Errors = await threads.ask?.("nonsense").catch(e => e.message) ?? "";
		return {
			Ducks, Threads, FarAsked, Outputs, Dones, Params, Result, Narrow, Errors,
			Border: getComputedStyle(frame(ducks)).borderTopWidth,
			Name: ducks.getAttribute("name"), Source: await ducks.source,
			Kept: ducks.textContent, Changed: changed.n,
			Diagnostics: JSON.stringify(await ducks.diagnostics),
			Grown: frame(threads).clientHeight,
		}`)
	if got.Ducks < 300 || got.Threads < 300 || got.Border != "0px" {
		t.Errorf("heights %d and %d, border %s: want what the content needs, and no border", got.Ducks, got.Threads, got.Border)
	}
	if got.FarAsked {
		t.Error("a lesson far below the screen was fetched")
	}
	if got.Name != "ducks" || !strings.Contains(got.Source, "Duck") || !strings.Contains(got.Kept, "an excerpt") {
		t.Errorf("the marked code became %q with the source %.60q and keeps %q", got.Name, got.Source, got.Kept)
	}
	if got.Result.ExitCode != 0 || got.Outputs != got.Result.Stdout || got.Dones != 1 {
		t.Errorf("the run gave %+v, %d ends and the output %q", got.Result, got.Dones, got.Outputs)
	}
	if got.Params["n"] != "4" || got.Params["d"] != "30ms" || got.Changed != "3" {
		t.Errorf("flags %v, then n=%s; want those of the element, then 3", got.Params, got.Changed)
	}
	if !strings.Contains(got.Errors, "nonsense") || got.Diagnostics != "[]" {
		t.Errorf("an unknown member: %q; diagnostics %s", got.Errors, got.Diagnostics)
	}
	for _, c := range page.Complaints() {
		t.Errorf("the post complained: %s", c)
	}
}

// TestEmbedStopsAndGoes: a run can be stopped, one waits for another, and a
// lesson that is taken out of its page in mid-run gives its turn back.
func TestEmbedStopsAndGoes(t *testing.T) {
	b := newBlog(t, map[string]post{"many": {Site: site, Names: []string{"threads", "threads"}}})
	page := b.read(t, "many", 1000)
	type outcome struct {
		Stopped  result
		Order    []string
		Gone     string
		After    result
		Twice    string
		Unmarked string
	}
	got := posted[outcome](t, page, `
		const [first, second] = demos;
		await Promise.all([first.ready, second.ready]);
		const speaks = demo => new Promise(go => demo.addEventListener("ahiru-output", go, {once: true}));
		first.params = {n: "20", d: "2s"};
		await first.params;
		const Order = [];
		const long = first.run();
		await speaks(first);
		const Twice = await first.run().catch(e => e.message);
		const waiting = second.run().then(r => (Order.push("second"), r));
		await new Promise(go => setTimeout(go, 700));
		Order.push("stop");
		first.stop();
		const Stopped = await long;
		await waiting;
		const again = first.run().catch(e => e.message);
		await speaks(first);
		first.remove();
		const Gone = await again;
		const After = await second.run();
		const Unmarked = await first.run().catch(e => e.message);
		return {Stopped, Order, Gone, After, Twice, Unmarked}`)
	if !got.Stopped.Stopped || got.Stopped.ExitCode != 137 {
		t.Errorf("the stopped run gave %+v", got.Stopped)
	}
	if strings.Join(got.Order, " ") != "stop second" {
		t.Errorf("order %v: the second lesson should wait for the first", got.Order)
	}
	if !strings.Contains(got.Twice, "running already") || !strings.Contains(got.Gone, "taken out") || !strings.Contains(got.Unmarked, "taken out") {
		t.Errorf("a second press: %q; taken out: %q, then %q", got.Twice, got.Gone, got.Unmarked)
	}
	if got.After.ExitCode != 0 {
		t.Errorf("after the first was taken out the second gave %+v", got.After)
	}
}

// TestEmbedsTogether: who asks for it gets two runs at once.
func TestEmbedsTogether(t *testing.T) {
	b := newBlog(t, map[string]post{"many": {Site: site, Names: []string{"threads", "threads"}}})
	page := b.read(t, "many", 1000)
	ok := posted[bool](t, page, `
		for (const demo of demos) { demo.setAttribute("together", ""); demo.setAttribute("params", "n=20&d=2s"); }
		await Promise.all(demos.map(demo => demo.ready));
		const spoke = demos.map(demo => new Promise(go => demo.addEventListener("ahiru-output", go, {once: true})));
		const runs = demos.map(demo => demo.run());
		await Promise.all(spoke);
		demos.forEach(demo => demo.stop());
		return (await Promise.all(runs)).every(run => run.stopped)`)
	if !ok {
		t.Error("two lessons that may run at once did not")
	}
}

// TestEmbedHearsNobodyElse: messages of other windows, other numbers and no
// form at all change nothing on either side.
func TestEmbedHearsNobodyElse(t *testing.T) {
	b := newBlog(t, map[string]post{"many": {Site: site, Names: []string{"threads"}}})
	page := b.read(t, "many", 1000)
	type outcome struct {
		Height, Before int
		Events         int
		Result         result
	}
	got := posted[outcome](t, page, `
		const [demo] = demos;
		await demo.ready;
		await until(() => shown(demo));
		let Before = 0; // it changes until the lesson has taken the place of its text
		await until(async () => {
			Before = frame(demo).clientHeight;
			await new Promise(go => setTimeout(go, 400));
			return Before === frame(demo).clientHeight;
		});
		let Events = 0;
		demo.addEventListener("ahiru-done", () => Events++);
		const stranger = document.createElement("iframe");
		stranger.srcdoc = "<script>" + [
			'{ahiru: 1, told: "height", detail: 9999}', '{ahiru: 1, told: "ahiru-done", detail: {}}', '{ahiru: 1, answer: 1, value: 1}',
		].map(text => "parent.postMessage(" + text + ", '*');").join("") +
			"parent.frames[0].postMessage({ahiru: 1, ask: 1, member: 'stop', args: []}, '*');<" + "/script>";
		document.body.append(stranger);
		for (const junk of [null, 7, "run", {}, {ahiru: 2, ask: 1, member: "run", args: []}, {ahiru: 1, ask: 1, member: "constructor", args: []}, {ahiru: 1, ask: 2, member: "look", args: [{colours: {"--ahiru-bg": "url(//x)"}}]}])
			frame(demo).contentWindow.postMessage(junk, "*");
		await new Promise(go => setTimeout(go, 500));
		const early = Events;
		return {Before, Height: frame(demo).clientHeight, Events: early, Result: await demo.run()}`)
	if got.Height != got.Before || got.Events != 0 || got.Result.ExitCode != 0 {
		t.Errorf("got %+v, want nothing changed and a run that works", got)
	}
	for _, c := range page.Complaints() {
		t.Errorf("the post complained: %s", c)
	}
}
