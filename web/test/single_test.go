package test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// requests records the addresses that a tab asks for from now on.
func requests(t *testing.T, page *browser.Page) func() []string {
	t.Helper()
	var mu sync.Mutex
	var asked []string
	if err := chromedp.Listen(page.Ctx, func(event any) {
		if e, ok := event.(*network.EventRequestWillBeSent); ok {
			mu.Lock()
			defer mu.Unlock()
			asked = append(asked, e.Request.URL)
		}
	}); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(page.Ctx, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	return func() []string {
		mu.Lock()
		defer mu.Unlock()
		return slices.Clone(asked)
	}
}

// takenAlong opens a copy of a page in one file, in a folder with nothing else, from the disk.
func takenAlong(t *testing.T, name string, width int) (page *browser.Page, address string, asked func() []string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dist, "single", name+".html"))
	if err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(t.TempDir(), name+".html")
	if err := os.WriteFile(copied, text, 0o644); err != nil {
		t.Fatal(err)
	}
	page = blank(t, width)
	asked = requests(t, page)
	address = "file://" + copied
	navigate(t, page, address)
	t.Cleanup(func() {
		for _, c := range page.Complaints() {
			t.Errorf("%s complained: %s", name, c)
		}
		for _, url := range asked() {
			scheme, _, _ := strings.Cut(url, ":")
			if file, _, _ := strings.Cut(url, "#"); file != address && !slices.Contains([]string{"blob", "data", "about"}, scheme) {
				t.Errorf("%s asked for %s", name, url)
			}
		}
		if len(asked()) == 0 {
			t.Error("no request was recorded, not even that of the page")
		}
	})
	return page, address, asked
}

// TestLessonInOneFile: every lesson opens from a disk, runs there until it says something, and can be stopped.
func TestLessonInOneFile(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(dist, "single", "*.html"))
	pages, _ := filepath.Glob(filepath.Join(dist, "demos", "*", "index.html"))
	if err != nil || len(pages) == 0 || len(files) != len(pages)+1 { // and the map
		t.Fatalf("%d files for %d lessons and the map, %v", len(files), len(pages), err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".html")
		if name == "peps" {
			continue
		}
		t.Run(name, func(t *testing.T) {
			page, _, _ := takenAlong(t, name, 390)
			type outcome struct {
				Result                  result
				Wide, Isolated          bool
				Source, Python, Heading string
				Words                   int
			}
			got := script[outcome](t, page, `
				const said = new Promise(go => demo.addEventListener("ahiru-output", go, { once: true }));
				const ended = demo.run();
				await said;
				demo.stop();
				const Result = await ended;
				return {
					Result, Source: demo.source, Isolated: crossOriginIsolated,
					Wide: document.documentElement.scrollWidth > innerWidth,
					Python: demo.shadowRoot.textContent, Heading: document.querySelector("h1").textContent,
					Words: document.querySelector("article").textContent.length,
				}`)
			if (got.Result.ExitCode != 0 && !got.Result.Stopped) || got.Result.Stdout == "" {
				t.Errorf("the run ended with %+v", got.Result)
			}
			if got.Wide || got.Isolated || got.Heading == "" || got.Words < 500 {
				t.Errorf("wide %v, isolated %v, heading %q, %d characters of words", got.Wide, got.Isolated, got.Heading, got.Words)
			}
			if !strings.Contains(got.Source, "package main") || !strings.Contains(got.Python, "import") {
				t.Error("the program or its Python is missing")
			}
		})
	}
}

// TestOneFileHasItAll: flags by link, the timeline, three languages, and the sentence where threads share no memory.
func TestOneFileHasItAll(t *testing.T) {
	page, address, _ := takenAlong(t, "race", 1280)
	type outcome struct {
		Notices, Links []string
		Lanes          int
		Traced         result
		Titles         []string
	}
	got := script[outcome](t, page, `
		const Notices = [...demo.shadowRoot.querySelectorAll(".sharing")].map(n => n.textContent.trim());
		const Links = [...demo.shadowRoot.querySelectorAll(".sharing a")].map(a => a.href);
		demo.timeline.tracing = true;
		const Traced = await demo.run();
		await until(() => demo.timeline.model.lanes.length > 0);
		const Titles = [];
		for (const button of document.querySelectorAll(".lang-switch button")) {
			button.click();
			await demo.updateComplete;
			Titles.push([document.title, document.documentElement.lang, document.querySelector("h1").textContent, $(".run").textContent.trim()].join(" | "));
		}
		return { Notices, Links, Lanes: demo.timeline.model.lanes.length, Traced, Titles };`)
	if len(got.Notices) != 1 || !strings.Contains(got.Notices[0], "share memory") || len(got.Links) != 0 {
		t.Errorf("without shared memory the lesson says %q with links to %q", got.Notices, got.Links)
	}
	if got.Traced.ExitCode != 0 || got.Lanes == 0 {
		t.Errorf("traced: %d lanes, %+v", got.Lanes, got.Traced)
	}
	if len(got.Titles) != 3 || !strings.Contains(got.Titles[1], "| ja |") || !strings.Contains(got.Titles[2], "실행") {
		t.Errorf("the languages give %q", got.Titles)
	}
	// It speaks Korean by now.
	edited := script[result](t, page, `demo.source += "// changed\n"; return demo.run().catch(e => ({exitCode: -1, stderr: e.message}))`)
	if edited.ExitCode == 0 || !strings.Contains(edited.Stderr, "이 파일이나 사이트에는") {
		t.Errorf("a changed program, which nothing here can compile, gives %+v", edited)
	}
	navigate(t, page, address+"#v1=-n=3")
	if n := script[string](t, page, `await until(() => demo.params.n === "3"); return demo.params.n`); n != "3" {
		t.Errorf("the link's flag is %q", n)
	}
}

// TestMapInOneFile: the PEP map, its metrics and its files.
func TestMapInOneFile(t *testing.T) {
	page, _, _ := takenAlong(t, "peps", 1280)
	type outcome struct {
		Nodes int
		Rank  float64
		Path  []int
		SVG   int
	}
	got := eval[outcome](t, page, `(async () => {
		await customElements.whenDefined("ahiru-peps");
		const map = document.querySelector("ahiru-peps");
		await map.ready;
		map.select(484);
		const rank = await map.metrics("pagerank");
		return { Nodes: map.graph.nodes.length, Rank: rank[8], Path: await map.path(544, 484), SVG: (await map.export("svg")).size };
	})()`)
	if got.Nodes < 500 || got.Rank <= 0 || len(got.Path) < 2 || got.SVG < 10000 {
		t.Errorf("the map gives %+v", got)
	}
}

// TestOneFileIsDownloaded: the button on a lesson's page brings the file under a name of its own, and over http it runs isolated.
func TestOneFileIsDownloaded(t *testing.T) {
	page := open(t, "/ja/demos/threads/", 390)
	type link struct{ Href, Name, Text string }
	got := eval[link](t, page, `(a => ({Href: a.href, Name: a.download, Text: a.textContent}))(document.querySelector(".take a"))`)
	if got.Href != site+"/single/threads.html" || got.Name != "ahiru-threads.html" || !strings.Contains(got.Text, "MB") {
		t.Fatalf("the download is %+v", got)
	}
	served := open(t, "/single/threads.html", 390)
	ran := script[isolatedRun](t, served, `const Result = await demo.run(); return {Isolated: crossOriginIsolated, Result}`)
	if !ran.Isolated || ran.Result.ExitCode != 0 {
		t.Errorf("served by http: %+v", ran)
	}
}
