package render

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// twoLessons is an Options.Lessons.
func twoLessons(name string) (string, bool) {
	return "package main\n\nfunc main() {}\n", name == "threads" || name == "ducks"
}

// golden compares got with a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs (go test -update writes it anew); got\n%s", file, got)
	}
}

func TestEverything(t *testing.T) {
	source, err := os.ReadFile("testdata/everything.ja.md")
	if err != nil {
		t.Fatal(err)
	}
	page, err := Markdown(source, Options{File: "everything.md", Page: "hosting", Lang: "ja", Lessons: twoLessons})
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "everything.ja.html", string(page.Body))

	var joined strings.Builder
	for i, s := range page.Sections {
		joined.WriteString(string(s.Body))
		page.Sections[i].Body = ""
	}
	if joined.String() != string(page.Body) {
		t.Error("the sections together are not the body")
	}
	page.Body = ""
	facts, err := json.MarshalIndent(page, "", "\t")
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "everything.ja.json", string(facts)+"\n")
}

const head = "---\ntitle: T\ndescription: D\n---\n"

func TestErrorsNameTheirLine(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{"no front matter", "p.md:1: front matter between two lines"},
		{"---\ntitle: T\n---\n", "p.md:1: description: is expected"},
		{"---\ntitle: T\ndescription: D\ntags: x\n---\n", `p.md:4: unknown key "tags"`},
		{"---\ntitle: T\ndescription: D\norder: first\n---\n", "p.md:4: order: cannot unmarshal"},
		{"---\ntitle: T\ndescription: D\ncredits: [{writer: x}]\n---\n", "p.md:4: credits: field writer not found"},
		{"---\ntitle: T\ntitle: U\ndescription: D\n---\n", "p.md:3: title stands on line 2 too"},
		{"---\ntitle: " + strings.Repeat("長", 61) + "\ndescription: D\n---\n", "p.md:2: title has 61 characters"},
		{"---\ntitle: [\n---\n", "p.md:1: the front matter is not YAML"},
		{"---\nuntranslated: [fr]\ntitle: T\ndescription: D\n---\n", `p.md:2: there is no language "fr"`},
		{head + "# Top {#top}\n", "p.md:5: # Top: the page's <h1>"},
		{head + "\n## No anchor\n", "p.md:6: ## No anchor: an explicit anchor"},
		{head + "## A {#a onclick=x}\n", "an explicit anchor is expected after it and nothing else"},
		{head + "## A {#a}\n\n## B {#a}\n", "p.md:7: the anchor a stands on line 5 too"},
		{head + "## [A](b.md) {#a}\n", "p.md:5: a heading links to itself"},
		{head + "text\n[x](javascript:alert(1))\n", `p.md:6: the link to "javascript:alert(1)"`},
		{head + "<javascript:alert(1)>\n", `p.md:5: the link to "javascript:alert(1)"`},
		{head + "[x](../../x.md)\n", "it leaves the folder of its language"},
		{head + "[x](/docs/)\n", "a relative link names a file"},
		{head + "[x](peps:99999)\n", `"99999" is no PEP number`},
		{head + "[x](lesson:X)\n", `"X" is no lesson's name`},
		{head + "![x](y.png)\n", "p.md:5: pages carry no pictures"},
		{head + "\n```go ahiru=treads\n```\n", `p.md:6: there is no lesson "treads"`},
		{head + "```go ahiru=\"threads\n```\n", "p.md:5: the fence"},
		{head + "```golang1\n```\n", `p.md:5: no language "golang1"`},
		{head + "```python error=x\n```\n", "p.md:5: unknown attribute error"},
	} {
		_, err := Markdown([]byte(c.source), Options{File: "p.md", Page: "p", Lang: "en", Lessons: twoLessons})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q\n got %v\nwant %s", c.source, err, c.want)
		}
	}
}

func TestLessonsNeedTheirFrontMatter(t *testing.T) {
	_, err := Markdown([]byte(head), Options{File: "p.md", Page: "demos/threads", Lang: "en"})
	for _, key := range []string{"question", "look", "order", "credits"} {
		if err == nil || !strings.Contains(err.Error(), "p.md:1: "+key+": is expected") {
			t.Errorf("%v; want an error for %s", err, key)
		}
	}
}
