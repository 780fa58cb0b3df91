package test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// A fault is what axe-core finds wrong, with where.
type fault struct {
	ID, Help string
	Nodes    []struct {
		Target  []any
		Summary string `json:"failureSummary"`
		HTML    string
	}
}

func (f fault) String() string {
	var out strings.Builder
	fmt.Fprintf(&out, "%s: %s", f.ID, f.Help)
	for i, n := range f.Nodes {
		if i == 3 {
			fmt.Fprintf(&out, "\n\tand %d more", len(f.Nodes)-i)
			break
		}
		fmt.Fprintf(&out, "\n\t%v %.160s\n\t\t%s", n.Target, n.HTML, strings.ReplaceAll(n.Summary, "\n", " "))
	}
	return out.String()
}

// axe runs axe-core on a page as it stands, with all rules.
func axe(t *testing.T, page *browser.Page) []fault {
	t.Helper()
	return axeBy(t, page, allRules)
}

// Which rules axe-core goes by.
const (
	allRules = ``
	ofColour = `, runOnly: {type: "rule", values: ["color-contrast", "link-in-text-block"]}`
)

// axeBy runs axe-core by some of its rules. The jail's frame is hidden and has no content to read.
func axeBy(t *testing.T, page *browser.Page, rules string) []fault {
	t.Helper()
	source, err := os.ReadFile(filepath.Join(root, "web", "node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		t.Fatalf("axe-core is missing: %v; go run ./web/build -packages installs it", err)
	}
	if !eval[bool](t, page, `"axe" in window`) {
		if err := page.Eval(string(source)+"; undefined", nil); err != nil {
			t.Fatal(err)
		}
	}
	return eval[[]fault](t, page, `axe.run(document, {iframes: false, resultTypes: ["violations"]`+rules+`}).then(({violations}) => violations)`)
}

// ofMap meets the page's map; unfold opens all that can be unfolded, in every shadow tree.
const (
	ofMap  = `await customElements.whenDefined("ahiru-peps"); const map = document.querySelector("ahiru-peps"); await map.ready;`
	unfold = `
		const open = root => { for (const part of root.querySelectorAll("*")) { if (part.localName === "details") part.open = true; if (part.shadowRoot) open(part.shadowRoot); } };
		open(document);
		await new Promise(go => setTimeout(go, 500));
`
)

// kinds are the pages to look at, one of each kind, and what to do there first.
var kinds = []struct{ name, path, act string }{
	{"home", "%s", ``},
	{"list", "%sdemos/", ``},
	{"lesson before a run", "%sdemos/race/", meet},
	{"lesson after a traced run, all unfolded", "%sdemos/threads/", meet + `demo.timeline.tracing = true; demo.params = {n: "4", d: "20ms"}; await demo.run(); await until(() => demo.timeline.model.lanes.length > 0);` + unfold},
	{"lesson with its editor", "%sdemos/ducks/", meet + `demo.source = demo.source.replace("func main", "func nothing") ; await until(() => demo.shadowRoot.querySelector("ahiru-editor"));
		await new Promise(go => setTimeout(go, 500))`},
	{"lesson with a drawing", "%sdemos/routes/", meet + `demo.params = {pause: "1ms"}; await demo.run()`},
	{"dialog for embeds", "%sdemos/soba/", meet + `
		const snippets = document.querySelector("ahiru-snippets").shadowRoot;
		snippets.querySelector("button").click();
		await until(() => snippets.querySelector("ahiru-snippets-dialog")?.shadowRoot.querySelector("dialog[open]"))`},
	{"play", "%splay/", meet},
	{"map, all unfolded", "%speps/", ofMap + `map.select(484); await map.metrics("pagerank");
		await new Promise(go => setTimeout(go, 1000));` + unfold},
	{"words", "%sdocs/hosting/", ``},
	{"words with many programs", "%sdocs/phrasebook/", meet + `for (const each of document.querySelectorAll("ahiru-demo")) await each.ready; await demo.run()`},
	{"lesson whose processes can be killed", "%sdemos/prefork/", meet + `demo.params = {requests: "10"}; await demo.run()`},
	{"words with a program", "%sdocs/which/", meet + `demo.params = {waits: "1", sums: "1", rounds: "1", d: "10ms"}; await demo.run()`},
	{"embed", "%sembed/queue/", meet + `await demo.run()`},
	{"embed of the map", "%sembed/peps/", ofMap},
	{"one file", "single/pipe.html", meet},
	{"missing page", "no/such/page", ``},
}

// mapStates are what may stand open beside the map, each a fragment of its address.
var mapStates = []string{
	"panel=look&hulls=1", "panel=filter&open=filter-author*filter-community", "panel=path&way=3156-8", "panel=groups", "panel=metrics&find=typing", "panel=metrics&list=references&mentions=12",
	"panel=check", "panel=data", "panel=save", "panel=help", "pep=484&open=reading&why=544-484", "also=8&pep=484", "layout=timeline&colour=community&panel=look",
}

// TestAxeOfTheMap looks at everything that may stand open beside the map, in
// three languages, in light and dark colours, wide and narrow. Tables are kept
// short: their rows are alike.
func TestAxeOfTheMap(t *testing.T) {
	pages := map[string]*browser.Page{}
	for lang, width := range map[string]int{"": 1280, "ja/": 390, "ko/": 390} {
		pages[lang] = open(t, "/"+lang+"peps/", width)
	}
	for i, state := range mapStates {
		for n, lang := range []string{"", "ja/", "ko/"} {
			scheme := []string{"light", "dark"}[(i+n)%2]
			t.Run(fmt.Sprint(lang, state, " ", scheme), func(t *testing.T) {
				axeOfState(t, pages[lang], state, scheme)
			})
		}
	}
}

func axeOfState(t *testing.T, page *browser.Page, state, scheme string) {
	t.Helper()
	paint(t, page, scheme)
	missing := mapScript[bool](t, page, `
		location.hash = "#v1=`+state+`";
		const there = () => !map.lens.busy && $(".panel :is(li, tr, input, button), .sheet tr");
		for (let i = 0; i < 600 && !there(); i++) await settled();
		await drawn();
		return !there() || !location.hash.includes("`+strings.Split(state, "&")[0]+`");
	`)
	if missing {
		t.Error("what the link asks for is not there")
	}
	for _, f := range axe(t, page) {
		t.Error(f)
	}
}

// TestAxe looks at every kind of page in each language, and at each in light and in dark colours. Colours are the same in
// all languages, and alone differ between the two: so the second look is at them alone. A page is one processor's work: two
// are looked at at a time.
func TestAxe(t *testing.T) {
	type look struct{ scheme, rules string }
	for lang, looks := range map[string][]look{
		"":    {{"light", allRules}, {"dark", ofColour}},
		"ja/": {{"dark", allRules}},
		"ko/": {{"light", allRules}},
	} {
		for _, k := range kinds {
			path := strings.ReplaceAll(k.path, "%s", lang)
			if lang != "" && path == k.path {
				continue // it speaks all languages, or none
			}
			t.Run(path+" "+k.name, func(t *testing.T) {
				t.Parallel()
				page := blank(t, 1280)
				paint(t, page, looks[0].scheme)
				navigate(t, page, site+"/"+path)
				eval[any](t, page, `(async () => {`+k.act+`})()`)
				for _, look := range looks {
					paint(t, page, look.scheme)
					for _, f := range axeBy(t, page, look.rules) {
						t.Errorf("%s: %s", look.scheme, f)
					}
				}
			})
		}
	}
}

// paint has the reader prefer light or dark colours, and waits until the page has them.
func paint(t *testing.T, page *browser.Page, scheme string) {
	t.Helper()
	look := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"}}}
	if _, err := chromedp.Call(page.Ctx, emulation.SetEmulatedMedia, look); err != nil {
		t.Fatal(err)
	}
	eval[any](t, page, `new Promise(go => setTimeout(go, 100))`)
}
