package test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// A piece is something that the dialog for embeds gives to copy, and what it says of where it goes.
type piece struct{ Where, Text string }

// file is the file that a piece is to be, "" for one that goes into a post or a page.
func (p piece) file() string {
	if found := regexp.MustCompile(`as the file (\S+)`).FindStringSubmatch(p.Where); found != nil {
		return found[1]
	}
	return ""
}

// A generator makes a page of a post, with its own software.
type generator struct {
	id, command string
	args        []string
	// files of a project, but for what the dialog gives
	files map[string]string
	// the post's file, and what stands in it before its text
	post, head string
	out        string
	spaces     bool   // it turns tabs into spaces, as the dialog says
	docs       string // a block of the documentation that is put into a file
}

var generators = []generator{
	{id: "jekyll", command: "jekyll", args: []string{"build", "--disable-disk-cache", "-q"}, post: "index.md", head: "---\ntitle: A post\n---\n", out: "_site/index.html"},
	{id: "hugo", command: "hugo", args: []string{"--quiet"}, post: "content/post.md", head: "---\ntitle: A post\n---\n", out: "public/post/index.html", files: map[string]string{
		"config.toml": "baseURL = \"/\"\n[markup.goldmark.parser.attribute]\nblock = true\n", "layouts/_default/single.html": "{{ .Content }}",
		"layouts/_default/list.html": "{{ .Title }}", "layouts/_default/_markup/render-codeblock-go.html": `{{ with .Attributes.ahiru }}<ahiru-demo`}},
	{id: "sphinx", spaces: true, command: "sphinx-build", args: []string{"-q", "-E", ".", "out"}, post: "index.rst", head: "A post\n======\n\n", out: "out/index.html", files: map[string]string{
		"ahiru.py": "from html import escape"}},
	{id: "mkdocs", spaces: true, command: "mkdocs", args: []string{"-q", "build"}, post: "docs/index.md", head: "# A post\n\n", out: "site/index.html"},
}

// documented gives the block of the page on embedding that begins as said.
func documented(t *testing.T, start string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, "docs", "en", "embedding.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(string(text), "\n"+start)
	block, _, closed := strings.Cut(rest, "\n```")
	if !found || !closed {
		t.Fatalf("the documentation has no block that begins with %s", start)
	}
	return start + block + "\n"
}

// tricky is a program with whatever generators like to read themselves.
const tricky = "package main\n\nimport \"fmt\"\n\nfunc main() {\n\ta := [][]int{{1}, {2}} // {{ not a template }} {% nor this %}\n\tfmt.Println(\"<b>&amp;\", a, `{{<x>}}`)\n}\n"

func unindented(code string) string {
	return regexp.MustCompile(`(?m)^[ \t]+`).ReplaceAllString(code, "")
}

// snippetsOf gives what the dialog of a page says for a platform.
func snippetsOf(t *testing.T, page *browser.Page, id string) []piece {
	t.Helper()
	return eval[[]piece](t, page, `(async () => {
		const until = async what => { for (let i = 0; !what(); await new Promise(go => setTimeout(go, 50))) if (i++ > 400) throw new Error("waited in vain for " + what); };
		await customElements.whenDefined("ahiru-snippets");
		const snippets = document.querySelector("ahiru-snippets").shadowRoot;
		const dialog = () => snippets.querySelector("ahiru-snippets-dialog");
		if (!dialog()) snippets.querySelector("button").click();
		await until(() => dialog()?.shadowRoot.querySelector("dialog[open]"));
		const select = dialog().shadowRoot.querySelector("select.platform");
		select.value = "`+id+`";
		select.dispatchEvent(new Event("change"));
		await dialog().updateComplete;
		const pieces = [...dialog().shadowRoot.querySelectorAll("section")].map(s => ({Where: s.querySelector("h3").textContent, Text: s.querySelector("textarea").value}));
		dialog().shadowRoot.querySelector("header button").click();
		await until(() => !dialog());
		return pieces;
	})()`)
}

// generate makes the page of a post that holds what the dialog gave, and serves it on another origin.
func (g generator) generate(t *testing.T, posts ...[]piece) string {
	t.Helper()
	dir := t.TempDir()
	write := func(name, text string) {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range g.files {
		if strings.HasSuffix(name, ".py") || strings.Contains(name, "_markup") {
			text = documented(t, text)
		}
		write(name, text)
	}
	if g.id == "sphinx" {
		write("conf.py", "import sys\nsys.path.insert(0, \".\")\nextensions = [\"ahiru\"]\nahiru_site = \""+site+"/\"\nhtml_theme = \"basic\"\n")
	}
	var page, body, settings strings.Builder
	for _, pieces := range posts {
		for _, p := range pieces {
			switch name := p.file(); {
			case name == "mkdocs.yml":
				settings.Reset()
				settings.WriteString(p.Text)
			case name != "":
				write(name, p.Text)
			case strings.HasPrefix(p.Where, "Once on the page"):
				page.WriteString(p.Text + "\n\n")
			default:
				body.WriteString(p.Text + "\n\n")
			}
		}
	}
	if g.id == "mkdocs" {
		write("mkdocs.yml", "site_name: A post\ntheme:\n  name: mkdocs\n"+settings.String())
	}
	write(g.post, g.head+page.String()+body.String()+g.docs)
	cmd := exec.Command(g.command, g.args...)
	cmd.Dir = dir
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", g.command, err, said)
	}
	server := httptest.NewServer(http.FileServer(http.Dir(filepath.Join(dir, filepath.Dir(g.out)))))
	t.Cleanup(server.Close)
	return server.URL + "/" + filepath.Base(g.out)
}

// TestGenerators gives what the dialog says to the real Jekyll, Hugo, Sphinx and MkDocs, where they are installed, and
// opens what they make of it: a lesson with values, a program of the reader's own, and the map are embeds there.
func TestGenerators(t *testing.T) {
	lesson := open(t, "/demos/ducks/", 1280)
	script[any](t, lesson, `demo.params = {name: "もる \"&ぱ"}; await demo.updateComplete`)
	own := open(t, "/demos/threads/", 1280)
	script[any](t, own, "demo.source = `"+strings.ReplaceAll(tricky, "`", "\\`")+"`; await until(() => demo.edited)")
	peps := open(t, "/peps/", 1280)
	for _, g := range generators {
		t.Run(g.id, func(t *testing.T) {
			if _, err := exec.LookPath(g.command); err != nil {
				t.Skipf("no %s on this machine: what the dialog gives for it is not tried", g.command)
			}
			switch g.id {
			case "hugo":
				g.docs = "\n~~~go {ahiru=\"queue\" params=\"items=3\"}\npackage main\n~~~\n"
			case "sphinx":
				g.docs = "\n.. ahiru:: queue\n   :params: items=3\n"
			}
			address := g.generate(t, snippetsOf(t, lesson, g.id), snippetsOf(t, own, g.id), snippetsOf(t, peps, g.id))
			post := blank(t, 1000)
			navigate(t, post, address)
			type embed struct {
				Name, Source string
				Params       map[string]string
			}
			type outcome struct {
				Demos []embed
				Map   int
			}
			got := posted[outcome](t, post, `
				const Demos = [];
				for (const demo of demos) {
					await demo.ready;
					Demos.push({Name: demo.name, Source: await demo.source, Params: await demo.params});
				}
				const map = document.querySelector("ahiru-peps");
				await map.ready;
				return {Demos, Map: (await map.graph).nodes.length}`)
			want := 2
			if g.docs != "" {
				want = 3
			}
			if len(got.Demos) != want || got.Map == 0 {
				t.Fatalf("%d embeds of lessons, want %d, and a map of %d", len(got.Demos), want, got.Map)
			}
			if first := got.Demos[0]; first.Name != "ducks" || first.Params["name"] != `もる "&ぱ` {
				t.Errorf("the lesson is %q with the values %q", first.Name, first.Params)
			}
			wanted := tricky
			if g.spaces {
				got.Demos[1].Source, wanted = unindented(got.Demos[1].Source), unindented(tricky)
			}
			if second := got.Demos[1]; second.Source != wanted {
				t.Errorf("the program of the post's own became\n%s", second.Source)
			}
			if want == 3 && (got.Demos[2].Name != "queue" || got.Demos[2].Params["items"] != "3") {
				t.Errorf("what the documentation gives became %+v", got.Demos[2])
			}
		})
	}
}
