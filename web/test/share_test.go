package test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// copying catches what the page copies: a headless browser has no clipboard.
const copying = editing + `
	navigator.clipboard.writeText = async text => { window.copied = text; };
	const button = label => [...demo.shadowRoot.querySelectorAll("button.copy")].find(b => b.textContent.trim() === label);
	const link = async () => {
		window.copied = "";
		button("Copy link").click();
		await until(() => window.copied);
		return window.copied;
	};
`

// TestShare puts a program into a link and opens it in another profile, where
// it must not run by itself, says where it came from, and runs when asked.
func TestShare(t *testing.T) {
	needsPack(t)
	page := open(t, "/play/#v1=clock=virtual&seed=pond", 1280)
	source := "package main\n\nimport (\n\t\"flag\"\n\t\"fmt\"\n\t\"io\"\n\t\"math/rand/v2\"\n\t\"os\"\n\t\"time\"\n)\n\nvar name = flag.String(\"name\", \"duck\", \"who\")\n\nfunc main() {\n\tflag.Parse()\n\tin, _ := io.ReadAll(os.Stdin)\n\tbegin := time.Now()\n\ttime.Sleep(time.Hour)\n\tfmt.Println(*name, flag.Args(), string(in), rand.Uint64(), time.Since(begin))\n}\n"
	type sent struct {
		Address string
		Result  result
	}
	here := script[sent](t, page, copying+fmt.Sprintf(`
		demo.source = %q;
		demo.params = {name: "あひる"};
		$(".inputs") ?? await until(() => $(".inputs"));
		const type = (selector, text) => { $(selector).value = text; $(selector).dispatchEvent(new Event("input")); };
		type(".args", "x y");
		type("textarea.stdin", "ガー ガー");
		return {Address: await link(), Result: await press()}`, source))
	address := here.Address
	if !strings.HasPrefix(address, site+"/play/#v1=") || strings.Contains(address, "fmt") {
		t.Fatalf("the link is %q", address)
	}
	other, end, err := browser.Launch(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(end)
	there, closeTab, err := browser.NewPage(other, 1280, 900)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(closeTab)
	navigate(t, there, address)
	type outcome struct {
		Source, Note string
		Said, After  string
		Ran          bool
		Result       result
	}
	got := edited[outcome](t, there, `
		let Ran = false;
		demo.addEventListener("ahiru-output", () => Ran = true);
		const Source = demo.source, Note = note();
		await new Promise(go => setTimeout(go, 1000));
		const early = Ran, Said = state(), Result = await press();
		await demo.updateComplete;
		return {Source, Note, Said, Ran: early, Result, After: state()}`)
	const came = "This program came with the link. It has not been run."
	if got.Source != source || got.Ran || !strings.Contains(got.Note, came) || !strings.Contains(got.Said, came) || strings.Contains(got.After, came) {
		t.Errorf("opened in another profile: %+v", got)
	}
	// Flags, arguments and input travel, and with clock and seed even what chance said.
	if !strings.HasPrefix(got.Result.Stdout, "あひる [x y] ガー ガー ") || !strings.HasSuffix(got.Result.Stdout, " 1h0m0s\n") || got.Result.Stdout != here.Result.Stdout {
		t.Errorf("its run gave %+v, where the link was made %+v", got.Result, here.Result)
	}
	for _, complaint := range there.Complaints() {
		t.Errorf("the shared page complained: %s", complaint)
	}
}

// TestTooLongForALink offers the file instead, and a file opens again.
func TestTooLongForALink(t *testing.T) {
	page := open(t, "/play/", 1280)
	type outcome struct {
		Note, Saved, Opened, Refused string
		Copied                       bool
	}
	got := script[outcome](t, page, copying+`
		await until(editor);
		let seed = 1;
		const noise = () => (seed = seed * 48271 % 2147483647).toString(36);
		const long = "package main\n\nfunc main() {}\n" + Array.from({length: 12000}, () => "// " + noise() + "\n").join("");
		demo.source = long;
		button("Copy link").click();
		await until(() => /link of/.test(note()));
		const Note = note(), Copied = Boolean(window.copied);
		let Saved = "";
		const click = HTMLAnchorElement.prototype.click;
		HTMLAnchorElement.prototype.click = function() { Saved = this.download; };
		tool("Download").click();
		HTMLAnchorElement.prototype.click = click;
		const choose = async (bytes, name) => {
			const files = new DataTransfer();
			files.items.add(new File([bytes], name));
			$("input[type=file]").files = files.files;
			$("input[type=file]").dispatchEvent(new Event("change"));
		};
		demo.source = "package main\n";
		await choose(long, "prog.go");
		await until(() => demo.source === long);
		const Opened = demo.source.slice(0, 12);
		await choose(new Uint8Array([0xff, 0xfe, 0]), "duck.png");
		await until(() => /UTF-8/.test(note()));
		localStorage.clear();
		return {Note, Copied, Saved, Opened, Refused: note()}`)
	if !strings.Contains(got.Note, "Download it instead") || got.Copied || got.Saved != "prog.go" {
		t.Errorf("a program too long for a link: %+v", got)
	}
	if got.Opened != "package main" || !strings.Contains(got.Refused, "Nothing was changed") {
		t.Errorf("opening files: %+v", got)
	}
}

// TestLinkLeavesOwnWork: a link's program takes no one's own away.
func TestLinkLeavesOwnWork(t *testing.T) {
	page := open(t, "/demos/ducks/", 1280)
	type outcome struct{ Linked, Own, Address string }
	got := script[outcome](t, page, copying+`
		await edit();
		demo.source = "package main // shared\n";
		const address = await link();
		demo.source = "package main // mine\n";
		editor().dispatchEvent(new Event("ahiru-edit")); // as if typed
		await until(() => Object.values(localStorage).some(text => text.includes("mine")));
		location.hash = new URL(address).hash;
		await until(() => demo.source.includes("shared"));
		const Linked = note();
		$(".note button").click();
		await until(() => demo.source.includes("mine"));
		localStorage.clear();
		return {Linked, Own: demo.source, Address: address}`)
	if !strings.Contains(got.Linked, "came with the link") || !strings.Contains(got.Own, "mine") || !strings.Contains(got.Address, "/demos/ducks/#v1=") {
		t.Errorf("got %+v", got)
	}
}

// TestHostileSharedPrograms: what no one here wrote leaves the page as it was, with a
// sentence.
func TestHostileSharedPrograms(t *testing.T) {
	page := open(t, "/play/", 1280)
	type outcome struct {
		Source, Note string
		Same         bool
	}
	got := edited[map[string]outcome](t, page, `
		await until(editor);
		const before = demo.source;
		const pack = async bytes => {
			const stream = new Blob(bytes).stream().pipeThrough(new CompressionStream("deflate"));
			const all = new Uint8Array(await new Response(stream).arrayBuffer());
			let text = "";
			for (const byte of all) text += String.fromCharCode(byte);
			return "z" + btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
		};
		const whole = await pack(["package main\n\nfunc main() {}\n"]);
		const links = {
			cut: "#v1=code=" + whole.slice(0, -6), empty: "#v1=code=", junk: "#v1=code=%00%ff<script>",
			unknown: "#v1=code=y" + whole.slice(1), bytes: "#v1=code=" + await pack([new Uint8Array([0xff, 0xfe, 0x80])]),
			bomb: "#v1=code=" + await pack([new Uint8Array(40_000_000)]),
			oversized: "#v1=code=" + whole + "A".repeat(120_000),
		};
		const found = {};
		for (const [name, hash] of Object.entries(links)) {
			demo.source = before;
			location.hash = "";
			await until(() => location.hash === "");
			location.hash = hash;
			await until(() => /page is as it was/.test(note()), 20000).catch(() => {});
			found[name] = {Source: demo.source.slice(0, 80), Note: note(), Same: demo.source === before};
			$(".note").textContent;
			location.hash = "#v1=code=" + whole; // a good one clears the sentence
			await until(() => /came with the link/.test(note()), 20000);
		}
		localStorage.clear();
		return found`)
	if len(got) != 7 {
		t.Errorf("%d links were tried", len(got))
	}
	for name, o := range got {
		if !o.Same || !strings.Contains(o.Note, "The page is as it was.") {
			t.Errorf("%s: %+v", name, o)
		}
	}
}
