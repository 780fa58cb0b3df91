package main

import (
	"slices"
	"strings"

	"github.com/ahiru-dev/ahiru/docs/render"
)

// docs lists the pages of words that are nothing but words.
func (s *site) docNames() ([]string, error) {
	names, err := render.Pages(s.docs())
	return slices.DeleteFunc(names, func(name string) bool {
		return name == "index" || name == "peps" || name == "play" || strings.HasPrefix(name, "demos/")
	}), err
}

// addDocPages writes /docs/<page>/ with links to its sisters.
func (s *site) addDocPages(lang render.Language) error {
	names, err := s.docNames()
	if err != nil {
		return err
	}
	for _, name := range names {
		words, err := s.read(lang.Code, name)
		if err != nil {
			return err
		}
		entry := "page"
		if len(words.Lessons) > 0 {
			entry = "lesson"
		}
		p := s.newPage("doc", entry, name, lang)
		p.fill(words)
		for _, other := range names {
			sister, err := s.read(lang.Code, other)
			if err != nil {
				return err
			}
			p.Docs = append(p.Docs, link{
				URL:  render.Relative(p.Folder, render.Path(lang.Code, other)),
				Text: sister.Meta.Title, Here: other == name,
			})
		}
		if err := s.write(p); err != nil {
			return err
		}
	}
	return nil
}
