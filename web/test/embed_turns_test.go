package test

import (
	"fmt"
	"html/template"
	"testing"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// askFrames is for scripts on a post with plain frames: it asks them as embed.js
// does, and counts how many lessons of the post speak and have not ended.
const askFrames = `
	const frames = [...document.querySelectorAll("iframe")];
	let running = 0, most = 0;
	const began = new Set(), order = [], greeted = new Set(), answers = new Map();
	const begin = which => { if (began.has(which)) return; began.add(which); order.push(which); most = Math.max(most, ++running); };
	const end = which => { if (began.delete(which)) running--; };
	addEventListener("message", ({data, source}) => {
		const which = frames.findIndex(frame => frame.contentWindow === source);
		if (which < 0 || data?.ahiru !== 1) return;
		greeted.add(which);
		if (data.told === "ahiru-output") begin(which);
		if (data.told === "ahiru-done") end(which);
		if ("answer" in data) answers.get(which + " " + data.answer)?.(data);
	});
	let asked = 0;
	const ask = (which, member, ...args) => new Promise(go => {
		answers.set(which + " " + ++asked, go);
		frames[which].contentWindow.postMessage({ahiru: 1, ask: asked, member, args}, "*");
	});
	const until = async what => { for (let i = 0; !(await what()); await new Promise(go => setTimeout(go, 50))) if (i > 1500) throw new Error("waited in vain for " + what); else i++; };
	const meet = async () => { await until(() => frames.every((_, i) => greeted.has(i) || (ask(i, "ready"), false))); for (const i of frames.keys()) await ask(i, "ready"); };
`

// framesIn runs the body of an async function in a post with plain frames.
func framesIn[T any](t *testing.T, page *browser.Page, body string) T {
	t.Helper()
	return eval[T](t, page, "(async () => {"+askFrames+body+"})()")
}

// TestFramesWithoutAnOriginTakeTurns: WordPress gives embeds no origin, so that no lock of the browser is theirs, and
// has no script of ours. They find one another, one that is taken out in mid-run gives its turn back, and one that is
// asked to runs beside others.
func TestFramesWithoutAnOriginTakeTurns(t *testing.T) {
	b := newBlog(t, map[string]post{"frames": {Site: site, Names: []string{"threads", "threads", "ducks"}}})
	page := b.read(t, "frames", 1000)
	type outcome struct {
		Most, After int
		Order       []int
		Failed      string
	}
	got := framesIn[outcome](t, page, `
		await meet();
		const ended = await Promise.all(frames.map((_, i) => ask(i, "run")));
		const Failed = ended.map(({value, fault}) => fault ?? (value.exitCode ? value.stderr : "")).join("");
		const Most = most, Order = order.splice(0);
		await ask(0, "params=", {n: "20", d: "2s"});
		void ask(0, "run");
		await until(() => running === 1);
		const waiting = ask(2, "run");
		await new Promise(go => setTimeout(go, 700));
		const before = order.includes(2);
		frames[0].remove();
		const {value, fault} = await waiting;
		return {Most, Order, Failed: Failed + (before ? "the other one did not wait" : "") + (fault ?? ""), After: value?.exitCode ?? -1}`)
	if got.Most != 1 || len(got.Order) != 3 || got.Failed != "" {
		t.Errorf("at most %d ran at once, in the order %v: %s", got.Most, got.Order, got.Failed)
	}
	if got.After != 0 {
		t.Errorf("after the first was taken out in mid-run the other gave %d", got.After)
	}
}

// TestTogetherWithoutAnOrigin: whose address says so runs beside others, and is not waited for.
func TestTogetherWithoutAnOrigin(t *testing.T) {
	together := fmt.Sprintf(`<iframe sandbox="allow-scripts" src="%s/embed/threads/#v1=-d=2s&amp;-n=20&amp;together=yes"></iframe>`, site)
	b := newBlog(t, map[string]post{"frames": {Site: site, Names: []string{"threads"}, Body: template.HTML(together)}})
	page := b.read(t, "frames", 1000)
	most := framesIn[int](t, page, `
		await meet();
		await ask(0, "params=", {n: "20", d: "2s"});
		const runs = [ask(0, "run"), ask(1, "run")];
		await until(() => most === 2 || running === 0 && order.length === 2);
		await ask(0, "stop"); await ask(1, "stop");
		await Promise.all(runs);
		return most`)
	if most != 2 {
		t.Errorf("%d ran at once, want 2", most)
	}
}

// TestElementsAndFramesTakeTurns: embeds of embed.js, which stand where no other frame finds them, and a frame without
// an origin that comes while one of them runs.
func TestElementsAndFramesTakeTurns(t *testing.T) {
	b := newBlog(t, map[string]post{"many": {Site: site, Names: []string{"threads"}}})
	page := b.read(t, "many", 1000)
	type outcome struct {
		Early, Back bool
		Result      result
		Second      result
	}
	got := posted[outcome](t, page, `
		const [demo] = demos;
		await demo.ready;
		demo.params = {n: "20", d: "2s"};
		const spoken = new Promise(go => demo.addEventListener("ahiru-output", go, {once: true}));
		const long = demo.run();
		await spoken;
		const other = document.createElement("iframe");
		other.sandbox = "allow-scripts";
		other.src = "`+site+`/embed/ducks/";
		const heard = [];
		addEventListener("message", ({data, source}) => source === other.contentWindow && heard.push(data));
		document.body.append(other);
		const ask = async (number, member) => {
			other.contentWindow.postMessage({ahiru: 1, ask: number, member, args: []}, "*");
			await until(() => heard.some(each => each.answer === number));
			return heard.find(each => each.answer === number);
		};
		await until(() => heard.some(each => each.told === "hello"));
		await ask(1, "ready");
		const run = ask(2, "run");
		await new Promise(go => setTimeout(go, 1000));
		const Early = heard.some(each => each.told === "ahiru-output");
		demo.stop();
		const Result = await long;
		const Second = (await run).value;
		demo.params = {n: "1", d: "10ms"};
		return {Early, Result, Second, Back: (await demo.run()).exitCode === 0}`)
	if got.Early || !got.Result.Stopped || got.Second.ExitCode != 0 || !got.Back {
		t.Errorf("got %+v, want the frame to wait for the element's run, then both to run", got)
	}
}

// TestStrangerAmongFrames: another frame of the post can make a lesson neither run nor show anything, and one that
// greets as a lesson does and then says nothing is not waited for.
func TestStrangerAmongFrames(t *testing.T) {
	stranger := `<iframe srcdoc="<script>
		const said = [{ask: 1, member: 'run', args: []}, {ask: 2, member: 'source=', args: ['package main']}, {turn: 'here', at: 0, id: 'x'},
			{turn: 'free', at: NaN, id: 7}, {turn: 'want', at: -1, id: {}}, {turn: 'quack', at: 0, id: ''}];
		let answers = 0;
		addEventListener('message', ({data}) => { if ('answer' in data) parent.postMessage({stranger: ++answers}, '*'); });
		setInterval(() => said.forEach(each => parent.frames[0].postMessage({ahiru: 1, ...each}, '*')), 100);
	</script>"></iframe>`
	b := newBlog(t, map[string]post{"frames": {Site: site, Names: []string{"ducks"}, Body: template.HTML(stranger)}})
	page := b.read(t, "frames", 1000)
	type outcome struct {
		Early, Heard int
		Source       string
		Result       result
	}
	got := framesIn[outcome](t, page, `
		let Heard = 0;
		addEventListener("message", ({data}) => { if (data?.stranger) Heard++; });
		frames.pop();
		await meet();
		await new Promise(go => setTimeout(go, 1000));
		const Early = order.length;
		const {value: Result} = await ask(0, "run");
		return {Early, Heard, Result, Source: (await ask(0, "source")).value}`)
	if got.Early != 0 || got.Heard != 0 || got.Result.ExitCode != 0 || len(got.Source) < 100 {
		t.Errorf("beside a stranger: %+v", got)
	}
}
