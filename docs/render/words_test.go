package render_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/docs/render"
	"golang.org/x/net/html"
)

// docs is the folder of the words that this site ships.
var docs = os.DirFS("..")

// load renders a page that must be right.
func load(t *testing.T, lang, page string) (*render.Page, bool) {
	t.Helper()
	p, translated, err := render.Load(docs, page, render.Options{Lang: lang})
	if err != nil {
		t.Fatal(err)
	}
	return p, translated
}

// everyPage calls f for each page in each language that has it.
func everyPage(t *testing.T, f func(t *testing.T, p *render.Page)) {
	t.Helper()
	pages, err := render.Pages(docs)
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range pages {
		for _, lang := range render.Languages {
			if p, translated := load(t, lang.Code, page); translated {
				t.Run(lang.Code+"/"+page, func(t *testing.T) { f(t, p) })
			}
		}
	}
}

func TestEveryPageIsTranslatedOrSaysThatItIsNot(t *testing.T) {
	pages, err := render.Pages(docs)
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range pages {
		english, _ := load(t, "en", page)
		for _, lang := range render.Languages[1:] {
			_, translated := load(t, lang.Code, page)
			if missing := slices.Contains(english.Meta.Untranslated, lang.Code); missing == translated {
				t.Errorf("%s: translated into %s: %v; declared untranslated: %v", english.File, lang.Name, translated, missing)
			}
		}
	}
}

func TestNoTranslationWithoutItsOriginal(t *testing.T) {
	for _, lang := range render.Languages[1:] {
		err := fs.WalkDir(docs, lang.Code, func(name string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() {
				original := "en" + strings.TrimPrefix(name, lang.Code)
				if _, err := fs.Stat(docs, original); err != nil {
					t.Errorf("docs/%s: there is no docs/%s", name, original)
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// TestTranslationsHaveOneStructure: the same headings, lessons, snippets, links and labels.
func TestTranslationsHaveOneStructure(t *testing.T) {
	everyPage(t, func(t *testing.T, p *render.Page) {
		english, _ := load(t, "en", p.Name)
		for _, difference := range render.AnchorDifferences(english, p) {
			t.Error(difference)
		}
		a, b := structure(english), structure(p)
		if a != b {
			t.Errorf("%s has\n%s\n%s has\n%s", english.File, a, p.File, b)
		}
	})
}

func structure(p *render.Page) string {
	var links, fences []string
	for _, l := range p.Links {
		links = append(links, l.Written)
	}
	for _, s := range p.Snippets {
		fences = append(fences, s.Language+" "+s.Error)
	}
	slices.Sort(links) // word order differs between languages
	text, _ := json.Marshal([]any{p.Meta.Order, p.Meta.PEPs, p.Meta.Sharing, slices.Sorted(maps.Keys(p.Meta.Figures)),
		slices.Sorted(maps.Keys(p.Meta.Flags)), slices.Sorted(maps.Keys(p.Meta.Notes)), len(p.Meta.Credits), links, fences, len(p.Lessons)})
	return string(text)
}

func TestLessonsAnswerSixQuestions(t *testing.T) {
	everyPage(t, func(t *testing.T, p *render.Page) {
		if !strings.HasPrefix(p.Name, "demos/") {
			return
		}
		var ids []string
		for _, h := range p.Headings {
			if h.Level == 2 {
				ids = append(ids, h.ID)
			}
		}
		if want := []string{"post", "here", "why", "python", "go", "try"}; !slices.Equal(ids, want) {
			t.Errorf("%s has the headings %v; want %v: what the post saw, what happened here, why, "+
				"when in Python, when in Go, what to change and try", p.File, ids, want)
		}
	})
}

func TestTitlesTellPagesApart(t *testing.T) {
	seen := map[string]string{}
	everyPage(t, func(t *testing.T, p *render.Page) {
		for _, text := range []string{p.Meta.Title, p.Meta.Description} {
			if other := seen[p.Lang+text]; other != "" {
				t.Errorf("%s and %s both have %q", other, p.File, text)
			}
			seen[p.Lang+text] = p.File
		}
	})
}

// TestNoAsterisksLeft: what looks like emphasis in the file is emphasis on the page.
func TestNoAsterisksLeft(t *testing.T) {
	everyPage(t, func(t *testing.T, p *render.Page) {
		inCode := 0
		for z := html.NewTokenizer(strings.NewReader(string(p.Body))); z.Next() != html.ErrorToken; {
			token := z.Token()
			text := strings.ReplaceAll(token.Data, "A*", "A") // the search is called so
			switch {
			case token.Type == html.StartTagToken && token.Data == "code":
				inCode++
			case token.Type == html.EndTagToken && token.Data == "code":
				inCode--
			case token.Type == html.TextToken && inCode == 0 && strings.ContainsAny(text, "*~"):
				t.Errorf("%s: an asterisk or tilde is left in %q", p.File, token.Data)
			}
		}
	})
}

func TestNoDeadLinks(t *testing.T) {
	known := pepNumbers(t)
	everyPage(t, func(t *testing.T, p *render.Page) {
		for _, link := range p.Links {
			if problem := dead(t, p, link, known); problem != "" {
				t.Errorf("%s:%d: %s: %s", p.File, link.Line, link.Written, problem)
			}
		}
	})
}

func dead(t *testing.T, p *render.Page, link render.Link, known map[int]bool) string {
	target := p
	switch link.Kind {
	case render.ToExternal:
		return ""
	case render.ToPEP:
		if len(known) > 0 && !known[link.PEP] {
			return "there is no such PEP"
		}
		return ""
	case render.ToPage, render.ToEmbed:
		name := link.Page
		if lesson, ok := strings.CutPrefix(name, "embed/"); ok && lesson != "peps" {
			name = "demos/" + lesson
		}
		if _, err := fs.Stat(docs, "en/"+name+".md"); err != nil {
			return "there is no such page"
		}
		target, _ = load(t, p.Lang, name)
	}
	if link.Fragment != "" && !slices.ContainsFunc(target.Headings, func(h render.Heading) bool { return h.ID == link.Fragment }) {
		return "the page has no such heading"
	}
	return ""
}

// pepNumbers reads the shipped graph; it is empty where that has not been made.
func pepNumbers(t *testing.T) map[int]bool {
	file := filepath.Join("..", "..", "wasm", "peps", "data", "peps.json")
	text, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		t.Logf("PEP numbers are not checked: there is no %s", file)
		return nil
	}
	var graph struct{ Nodes []struct{ Number int } }
	if err == nil {
		err = json.Unmarshal(text, &graph)
	}
	if err != nil {
		t.Fatal(err)
	}
	numbers := map[int]bool{}
	for _, n := range graph.Nodes {
		numbers[n.Number] = true
	}
	return numbers
}

// TestLessonsNameTheirPEPs: the front matter, from which a PEP's sheet lists its lessons, and the
// words agree.
func TestLessonsNameTheirPEPs(t *testing.T) {
	everyPage(t, func(t *testing.T, p *render.Page) {
		var linked []int
		for _, link := range p.Links {
			if link.Kind == render.ToPEP {
				linked = append(linked, link.PEP)
			}
		}
		slices.Sort(linked)
		declared := slices.Clone(p.Meta.PEPs)
		slices.Sort(declared)
		if strings.HasPrefix(p.Name, "demos/") && !slices.Equal(slices.Compact(linked), declared) {
			t.Errorf("%s: peps: is %v, the words link to %v", p.File, declared, linked)
		}
	})
}
