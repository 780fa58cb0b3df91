package test

import (
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// checkout writes a folder as a checkout of python/peps is: PEPs below peps/,
// and what is none beside them.
func checkout(t *testing.T, peps int) string {
	t.Helper()
	top := filepath.Join(t.TempDir(), "checkout")
	for path, text := range map[string]string{"README.rst": "PEP 8\n", ".git/peps/pep-0001.rst": "not ours\n", "peps/conf.py": "pass\n"} {
		file := filepath.Join(top, path)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for n := range peps {
		text := fmt.Sprintf("PEP: %d\nTitle: Number %d\nAuthor: A\nStatus: Final\nType: Process\nCreated: 01-Jan-2020\n\nIt cites PEP %d.\n", n+1, n+1, (n+1)%peps+1)
		if err := os.WriteFile(filepath.Join(top, "peps", fmt.Sprintf("pep-%04d.rst", n+1)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return top
}

// drop drags a file or a folder of this machine over the map, and lets it go there.
func drop(t *testing.T, page *browser.Page, path string) {
	t.Helper()
	data := &input.DragData{Items: []*input.DragDataItem{}, Files: []string{path}, DragOperationsMask: 1}
	for _, kind := range []input.DispatchDragEventType{input.DispatchDragEventTypeDragEnter, input.DispatchDragEventTypeDragOver, input.DispatchDragEventTypeDrop} {
		event := input.DispatchDragEventParams{Type: kind, X: 180, Y: 400, Data: data}
		if _, err := chromedp.Call(page.Ctx, input.DispatchDragEvent, event); err != nil {
			t.Fatal(err)
		}
	}
}

// choose hands a file or a folder to an input of the map, as the browser's own dialog does.
func choose(t *testing.T, page *browser.Page, selector, path string) {
	t.Helper()
	expression := `document.querySelector("ahiru-peps").shadowRoot.querySelector("` + selector + `")`
	found, err := chromedp.Call(page.Ctx, runtime.Evaluate, runtime.EvaluateParams{Expression: expression})
	if err != nil || found.Result == nil {
		t.Fatalf("%s: %v", selector, err)
	}
	set := dom.SetFileInputFilesParams{Files: []string{path}, ObjectID: found.Result.ObjectID}
	if _, err := chromedp.Call(page.Ctx, dom.SetFileInputFiles, set); err != nil {
		t.Fatal(err)
	}
}

// TestMapTakesAFolder: a folder that is dropped on the map and one that is
// chosen are read, other files left aside; while one is read, its progress and
// Cancel stand in the panel.
func TestMapTakesAFolder(t *testing.T) {
	folder := checkout(t, 300)
	page := open(t, "/peps/", 1280)
	watch := bring + `
		window.seen = [];
		new MutationObserver(() => {
			const bar = $(".panel.data progress");
			if (bar && $(".panel.data .cancel")) seen.push(bar.getAttribute("aria-label"));
		}).observe(map.shadowRoot, {childList: true, subtree: true, attributes: true});
	`
	mapScript[any](t, page, watch)
	drop(t, page, folder)
	type outcome struct {
		Told   string
		Nodes  int
		Stages []string
		Open   bool
	}
	dropped := mapScript[outcome](t, page, bring+`const Told = await told(); return {Told, Nodes: map.graph.nodes.length, Stages: [...new Set(seen)], Open: $(".panel.data") !== null}`)
	if dropped.Nodes != 300 || !strings.HasPrefix(dropped.Told, "checkout has been read: 300 PEPs, 300 references") || !dropped.Open || len(dropped.Stages) < 2 {
		t.Errorf("a folder dropped: %+v", dropped)
	}
	mapScript[any](t, page, `$(".back").click(); for (let i = 0; i < 600 && map.graph.nodes.length === 300; i++) await new Promise(go => setTimeout(go, 50)); await map.ready; await settled()`)
	choose(t, page, "input.folder", folder)
	chosen := mapScript[outcome](t, page, bring+`for (let i = 0; i < 600 && map.graph.nodes.length !== 300; i++) await new Promise(go => setTimeout(go, 50)); return {Told: await told(), Nodes: map.graph.nodes.length}`)
	if chosen.Nodes != 300 || chosen.Told != dropped.Told {
		t.Errorf("a folder chosen: %+v", chosen)
	}
}

// TestMapTakesAnArchiveThatIsDropped: a file of this machine, dropped; one that
// is no archive leaves the map as it was.
func TestMapTakesAnArchiveThatIsDropped(t *testing.T) {
	top := t.TempDir()
	strange := filepath.Join(top, "notes.pdf")
	if err := os.WriteFile(strange, []byte("no archive at all"), 0o644); err != nil {
		t.Fatal(err)
	}
	page := open(t, "/peps/", 390)
	drop(t, page, strange)
	got := mapScript[string](t, page, bring+`return await told() + map.graph.nodes.length`)
	if !strings.HasPrefix(got, "notes.pdf could not be read: ") || !strings.HasSuffix(got, "736") {
		t.Errorf("no archive, dropped: %s", got)
	}
	archive, err := base64.StdEncoding.DecodeString(corpusOf(t, map[int]string{1: "", 2: "\nPEP 1\n"}))
	if err != nil {
		t.Fatal(err)
	}
	good := filepath.Join(top, "two.tar.gz")
	if err := os.WriteFile(good, archive, 0o644); err != nil {
		t.Fatal(err)
	}
	drop(t, page, good)
	got = mapScript[string](t, page, bring+`for (let i = 0; i < 600 && map.graph.nodes.length !== 2; i++) await new Promise(go => setTimeout(go, 50)); return told()`)
	if got != "two.tar.gz has been read: 2 PEPs, 1 reference." {
		t.Errorf("an archive, dropped: %s", got)
	}
}
