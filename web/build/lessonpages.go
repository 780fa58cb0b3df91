package main

import (
	"fmt"
	"slices"

	"github.com/ahiru-dev/ahiru/docs/render"
)

// addHome writes the home page: one lesson ready to press, then all of them.
func (s *site) addHome(lang render.Language) error {
	words, err := s.read(lang.Code, "index")
	if err != nil {
		return err
	}
	p := s.newPage("home", "lesson", "index", lang)
	p.fill(words)
	if p.Demo, err = s.demo(s.lessons[0], lang); err != nil {
		return err
	}
	p.Demo.Permalink = false
	if p.Cards, err = s.lessonCards(p.Folder, lang); err != nil {
		return err
	}
	return s.write(p)
}

// addLessonPages writes each lesson's page and its embed.
func (s *site) addLessonPages(lang render.Language) error {
	for i, l := range s.lessons {
		words, err := s.read(lang.Code, "demos/"+l.Name)
		if err != nil {
			return err
		}
		p := s.newPage("lesson", "lesson", "demos/"+l.Name, lang)
		p.fill(words)
		p.Look = words.Meta.Look
		if p.Demo, err = s.demo(l, lang); err != nil {
			return err
		}
		if p.Previous, err = s.neighbour(p, lang, i-1); err != nil {
			return err
		}
		if p.Next, err = s.neighbour(p, lang, i+1); err != nil {
			return err
		}
		p.Take = s.take(p, l.Name, p.T.TakeLesson)
		if err := s.write(p); err != nil {
			return err
		}
		if err := s.addEmbed(p, "embed/"+l.Name, words, lang); err != nil {
			return err
		}
	}
	return nil
}

// addEmbed writes the page for frames that goes with a page that holds a lesson.
func (s *site) addEmbed(full page, name string, words *render.Page, lang render.Language) error {
	p := s.newPage("embed", "embed", name, lang)
	p.fill(words)
	framed := *full.Demo
	framed.Embedded = true
	p.Demo = &framed
	p.Full = render.Relative(p.Folder, full.Folder)
	if err := s.addOEmbed(p, lang); err != nil {
		return err
	}
	return s.write(p)
}

// neighbour links the lesson at index i, nil past either end.
func (s *site) neighbour(p page, lang render.Language, i int) (*link, error) {
	if i < 0 || i >= len(s.lessons) {
		return nil, nil
	}
	name := s.lessons[i].Name
	words, err := s.read(lang.Code, "demos/"+name)
	return &link{URL: render.Relative(p.Folder, render.Path(lang.Code, "demos/"+name)), Text: words.Meta.Question}, err
}

// demo is a lesson as it stands in a page.
func (s *site) demo(l lesson, lang render.Language) (*demo, error) {
	source, err := highlight("go", l.Go.Source)
	if err != nil {
		return nil, err
	}
	python, err := highlight("python", l.Python.Source)
	r := l.Recorded
	return &demo{
		Name: l.Name, Lang: lang.Code, Permalink: true,
		Fallback: source + "\n" + python, Recorded: r,
		RecordedNote: fmt.Sprintf(shellTexts[lang.Code].Recorded, r.Go, r.Platform, r.Date),
	}, err
}

// orderLessons sorts by the order that the English words give.
func (s *site) orderLessons() error {
	order := map[string]int{}
	for _, l := range s.lessons {
		words, err := s.read("en", "demos/"+l.Name)
		if err != nil {
			return err
		}
		order[l.Name] = words.Meta.Order
	}
	slices.SortStableFunc(s.lessons, func(a, b lesson) int { return order[a.Name] - order[b.Name] })
	return nil
}

// addMapPages writes the PEP map's page and its embed.
func (s *site) addMapPages(lang render.Language) error {
	words, err := s.read(lang.Code, "peps")
	if err != nil {
		return err
	}
	for _, kind := range []string{"map", "embedmap"} {
		where := map[string]string{"map": "peps", "embedmap": "embed/peps"}[kind]
		p := s.newPage(kind, kind, where, lang)
		p.fill(words)
		p.Engine, p.Reader = s.engines["pepmap"], s.engines["pepcorpus"]
		p.Full = render.Relative(p.Folder, render.Path(lang.Code, "peps"))
		if kind == "embedmap" {
			if err := s.addOEmbed(p, lang); err != nil {
				return err
			}
		}
		p.Take = s.take(p, "peps", p.T.TakeMap)
		if err := s.write(p); err != nil {
			return err
		}
	}
	return nil
}
