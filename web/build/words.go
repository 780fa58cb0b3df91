package main

import (
	"bytes"
	"html/template"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ahiru-dev/ahiru/docs/render"
)

// read renders the words of a page for a language's tree. A page that is not
// translated comes in English.
func (s *site) read(lang, page string) (*render.Page, error) {
	name := lang + " " + page
	if p := s.pages[name]; p != nil {
		return p, nil
	}
	p, _, err := render.Load(s.docs(), page, render.Options{Lang: lang, Lessons: s.source})
	if err == nil {
		s.pages[name] = p
	}
	return p, err
}

func (s *site) docs() fs.FS { return os.DirFS(filepath.Join(s.root, "docs")) }

// source gives a fence that names a lesson its text.
func (s *site) source(name string) (string, bool) {
	for _, l := range slices.Concat(s.lessons, s.beside) {
		if l.Name == name {
			return l.Go.Source, true
		}
	}
	return "", false
}

// fill puts the words into a page.
func (p *page) fill(words *render.Page) {
	p.Title = words.Meta.Title
	if !strings.Contains(p.Title, "Ahiru") {
		p.Title += " · Ahiru"
	}
	p.Heading, p.Description = words.Meta.Heading, words.Meta.Description
	p.Body, p.ContentLang = words.Body, words.Lang
	p.Untranslated = words.Lang != p.Lang
}

// words are the names that a language gives to a lesson's figures and flags, and
// its notes on lines of the program.
type words struct {
	Figures map[string]string `json:"figures"`
	Flags   map[string]string `json:"flags"`
	Notes   map[string]string `json:"notes"`
}

// words reads them from the front matter in every language.
func (s *site) words(page string) (map[string]words, error) {
	all := map[string]words{}
	for _, lang := range render.Languages {
		p, err := s.read(lang.Code, page)
		if err != nil {
			return nil, err
		}
		all[lang.Code] = words{Figures: p.Meta.Figures, Flags: p.Meta.Flags, Notes: p.Meta.Notes}
	}
	return all, nil
}

func highlight(language, source string) (template.HTML, error) {
	var out bytes.Buffer
	err := render.Highlight(&out, language, []byte(source))
	return template.HTML(out.String()), err
}
