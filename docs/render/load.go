package render

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Language is a language of the site.
type Language struct{ Code, Name string }

// Languages lists them; English comes first and has every page.
var Languages = []Language{{"en", "English"}, {"ja", "日本語"}, {"ko", "한국어"}}

// LanguageOf finds a language by its code.
func LanguageOf(code string) (Language, error) {
	i := slices.IndexFunc(Languages, func(l Language) bool { return l.Code == code })
	if i < 0 {
		return Language{}, fmt.Errorf("there is no language %q; there are en, ja and ko", code)
	}
	return Languages[i], nil
}

// Pages lists the names of all pages, sorted: "demos/threads", "hosting", "index". fsys is the
// docs folder; a page exists when its English file does.
func Pages(fsys fs.FS) ([]string, error) {
	var pages []string
	err := fs.WalkDir(fsys, "en", func(name string, _ fs.DirEntry, err error) error {
		if page, ok := strings.CutSuffix(strings.TrimPrefix(name, "en/"), ".md"); ok {
			pages = append(pages, page)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list the pages of docs/en: %w", err)
	}
	slices.Sort(pages)
	return pages, nil
}

// Load renders a page for the tree of o.Lang. When there is no translation, translated is false
// and the words are the English ones, with links into the tree of o.Lang: Page.Lang tells the
// language of the words. o.File, o.Page and o.Tree are set by Load.
func Load(fsys fs.FS, page string, o Options) (p *Page, translated bool, err error) {
	if _, err := LanguageOf(o.Lang); err != nil {
		return nil, false, err
	}
	o.Page, o.Tree = page, o.Lang
	source, err := fs.ReadFile(fsys, path.Join(o.Lang, page+".md"))
	translated = err == nil
	if errors.Is(err, fs.ErrNotExist) {
		o.Lang = "en"
		source, err = fs.ReadFile(fsys, path.Join("en", page+".md"))
	}
	if err != nil {
		return nil, false, fmt.Errorf("read the words of the page %s: %w", page, err)
	}
	o.File = path.Join("docs", o.Lang, page+".md")
	p, err = Markdown(source, o)
	return p, translated, err
}

// AnchorDifferences compares a translation with the original and returns a sentence for each
// anchor that only one of them has, and one when the order or level of the headings differs.
func AnchorDifferences(original, translation *Page) []string {
	var all []string
	missing := func(from, in *Page) {
		for _, h := range from.Headings {
			if !slices.ContainsFunc(in.Headings, func(o Heading) bool { return o.ID == h.ID }) {
				all = append(all, fmt.Sprintf("%s:%d: the heading {#%s} is missing in %s", from.File, h.Line, h.ID, in.File))
			}
		}
	}
	missing(original, translation)
	missing(translation, original)
	same := func(a, b Heading) bool { return a.ID == b.ID && a.Level == b.Level }
	if len(all) == 0 && !slices.EqualFunc(original.Headings, translation.Headings, same) {
		all = append(all, fmt.Sprintf("%s: its headings are those of %s in another order or at other levels", translation.File, original.File))
	}
	return all
}
