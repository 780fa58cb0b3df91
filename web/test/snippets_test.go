package test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestEmbedDialog: every lesson and the map give what others put into their
// pages, with the reader's own choices; by keyboard too, on a phone too.
func TestEmbedDialog(t *testing.T) {
	page := open(t, "/ja/demos/ducks/", 390)
	type outcome struct {
		Script, Frame, Qiita, Own string
		Copied, Said, Note        string
		Parts                     int
		Wide                      bool
		Focus                     string
	}
	got := script[outcome](t, page, `
		window.copied = "";
		navigator.clipboard.writeText = async text => { window.copied = text; };
		demo.params = {name: "もる"};
		await demo.updateComplete;
		const snippets = document.querySelector("ahiru-snippets");
		const button = () => snippets.shadowRoot.querySelector("button");
		const dialog = () => snippets.shadowRoot.querySelector("ahiru-snippets-dialog");
		const inside = selector => dialog().shadowRoot.querySelector(selector);
		const texts = () => [...dialog().shadowRoot.querySelectorAll("textarea")].map(area => area.value);
		const choose = async id => {
			const select = inside("select.platform");
			select.value = id;
			select.dispatchEvent(new Event("change"));
			await dialog().updateComplete;
		};
		button().focus();
		button().click();
		await until(() => dialog() && inside("dialog[open]"));
		const Script = texts()[0];
		inside("section button").click();
		await until(() => window.copied && inside("section button").textContent.trim() !== "コピー");
		const Said = inside("section button").textContent.trim(), Copied = window.copied;
		await choose("frame");
		const Frame = texts()[0];
		await choose("qiita");
		const Qiita = texts()[0], Note = inside("dialog").textContent;
		await choose("jekyll");
		const Parts = texts().length;
		const Wide = document.documentElement.scrollWidth > innerWidth || inside("dialog").scrollWidth > inside("dialog").clientWidth;
		inside("header button").click();
		await until(() => !dialog());
		const Focus = snippets.shadowRoot.activeElement?.localName ?? "";
		demo.source = "package main\n\nfunc main() {}\n";
		button().click();
		await until(() => dialog() && inside("dialog[open]"));
		const Own = texts()[0];
		return {Script, Frame, Qiita, Own, Copied, Said, Note, Parts, Wide, Focus}`)
	name := "%E3%82%82%E3%82%8B"
	if !strings.Contains(got.Script, site+`/embed.js`) || !strings.Contains(got.Script, `<ahiru-demo name="ducks" lang="ja" params="name=`+name+`">`) {
		t.Errorf("the script: %s", got.Script)
	}
	if !strings.Contains(got.Frame, site+"/ja/embed/ducks/#v1=-name="+name) || !strings.HasPrefix(got.Qiita, site+"/ja/demos/ducks/#v1=") {
		t.Errorf("the frame: %s, and for Qiita: %s", got.Frame, got.Qiita)
	}
	if got.Copied != got.Script || got.Said != "コピーしました" || got.Parts != 2 || got.Wide {
		t.Errorf("copied %q and said %q; %d parts for Jekyll; too wide: %v", got.Copied, got.Said, got.Parts, got.Wide)
	}
	if got.Focus != "button" || !strings.Contains(got.Note, "一部のサイトのものだけ") {
		t.Errorf("after closing the focus is on %q; the note says %q", got.Focus, got.Note)
	}
	if !strings.Contains(got.Own, `data-ahiru="play`) || !strings.Contains(got.Own, "func main() {}") {
		t.Errorf("with a program of one's own: %s", got.Own)
	}
	act(t, page, chromedp.KeyEvent(kb.Escape))
	if open := script[bool](t, page, `
		await new Promise(go => setTimeout(go, 300));
		return Boolean(document.querySelector("ahiru-snippets").shadowRoot.querySelector("ahiru-snippets-dialog"))`); open {
		t.Error("Escape does not close the dialog")
	}
}

func TestEmbedDialogOfTheMap(t *testing.T) {
	page := open(t, "/peps/", 1280)
	text := eval[string](t, page, `(async () => {
		await customElements.whenDefined("ahiru-snippets");
		const snippets = document.querySelector("ahiru-snippets");
		snippets.shadowRoot.querySelector("button").click();
		let dialog;
		while (!(dialog = snippets.shadowRoot.querySelector("ahiru-snippets-dialog"))?.shadowRoot.querySelector("dialog[open]"))
			await new Promise(go => setTimeout(go, 50));
		return dialog.shadowRoot.querySelector("textarea").value;
	})()`)
	if !strings.Contains(text, "<ahiru-peps lang=\"en\">") {
		t.Errorf("the map's snippet is %s", text)
	}
}
