package render

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

var words = fstest.MapFS{
	"en/index.md":   {Data: []byte(head + "[go](only.md)\n## A {#a}\n## B {#b}\n")},
	"en/only.md":    {Data: []byte(head + "[go](index.md) 並行\nand\n")},
	"en/demos/x.md": {Data: []byte(head)},
	"ja/index.md":   {Data: []byte(head + "## い {#b}\n## ろ {#c}\n")},
	"ko/index.md":   {Data: []byte(head + "## 나 {#b}\n## 가 {#a}\n")},
}

func TestPages(t *testing.T) {
	pages, err := Pages(words)
	if want := []string{"demos/x", "index", "only"}; err != nil || !slices.Equal(pages, want) {
		t.Errorf("%v, %v; want %v", pages, err, want)
	}
}

func TestMissingTranslationShowsEnglish(t *testing.T) {
	page, translated, err := Load(words, "only", Options{Lang: "ja"})
	if err != nil || translated || page.Lang != "en" || page.File != "docs/en/only.md" {
		t.Fatalf("%+v, %v, %v", page, translated, err)
	}
	if want := `<p><a href="../../">go</a> 並行` + "\nand</p>\n"; string(page.Body) != want {
		t.Errorf("got %s; want the links of the Japanese tree and the line breaks of English, %s", page.Body, want)
	}
	if _, translated, err := Load(words, "index", Options{Lang: "ja"}); err != nil || !translated {
		t.Errorf("%v, %v", translated, err)
	}
	for _, o := range []struct{ lang, page string }{{"ja", "nowhere"}, {"fr", "index"}} {
		if _, _, err := Load(words, o.page, Options{Lang: o.lang}); err == nil {
			t.Errorf("%v: no error", o)
		}
	}
}

func TestAnchorDifferences(t *testing.T) {
	load := func(lang string) *Page {
		page, _, err := Load(words, "index", Options{Lang: lang})
		if err != nil {
			t.Fatal(err)
		}
		return page
	}
	en := load("en")
	if got := AnchorDifferences(en, en); got != nil {
		t.Error(got)
	}
	ja := strings.Join(AnchorDifferences(en, load("ja")), "\n")
	if want := "docs/en/index.md:6: the heading {#a} is missing in docs/ja/index.md\n" +
		"docs/ja/index.md:6: the heading {#c} is missing in docs/en/index.md"; ja != want {
		t.Errorf("got %s\nwant %s", ja, want)
	}
	if ko := AnchorDifferences(en, load("ko")); len(ko) != 1 || !strings.Contains(ko[0], "another order") {
		t.Error(ko)
	}
}
