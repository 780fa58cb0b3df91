package test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestWipedWhileTyping: the browser throws away what it has kept while the reader types. What is open goes on, and says
// nothing that is not so; what was typed is there after a reload.
func TestWipedWhileTyping(t *testing.T) {
	t.Parallel()
	h, own := newHost(t), reader(t)
	lesson := h.URL + "demos/ducks/"
	page, _ := visit(t, own, lesson)
	edited[any](t, page, keptQuestion()+`
		await demo.run();
		await keeps("assets/ducks.");
		await edit();
		editor().jump({line: lineOf("lesson.Parse"), column: 2})`)
	act(t, page, chromedp.KeyEvent("// quack"), chromedp.KeyEvent(kb.Enter))
	source := edited[string](t, page, `
		for (const name of await caches.keys()) await caches.delete(name);
		const typed = demo.source;
		document.querySelector("ahiru-snippets").shadowRoot.querySelector("button").click();
		await until(() => document.querySelector("ahiru-snippets").shadowRoot.querySelector("ahiru-snippets-dialog"));
		return typed`)
	act(t, page, chromedp.Reload())
	again := edited[string](t, page, `await until(editor); return demo.source`)
	if again != source || !strings.Contains(again, "// quack") {
		t.Errorf("after the browser has thrown away what it had kept, the program is %.400q", again)
	}
}

// keptQuestion is keptScript's question alone, for pages that have an until of their own, which awaits nothing.
func keptQuestion() string {
	question, _, _ := strings.Cut(keptScript, "const until")
	return question + `const keeps = async part => { for (let i = 0; !(await kept(part)); await new Promise(go => setTimeout(go, 100))) if (i > 600) throw new Error("waited in vain for " + part); else i++; };`
}
