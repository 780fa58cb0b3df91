package main

import "github.com/ahiru-dev/ahiru/docs/render"

// addLessonList writes /demos/, the lessons as questions.
func (s *site) addLessonList(lang render.Language) error {
	p := s.newPage("list", "page", "demos", lang)
	p.Heading, p.Description = p.T.Lessons, p.T.LessonsAbout
	var err error
	if p.Cards, err = s.lessonCards(p.Folder, lang); err != nil {
		return err
	}
	p.Note = p.T.CardsRecorded
	p.Title = p.Heading + " · Ahiru"
	return s.write(p)
}

// addDocList writes /docs/, the pages that are nothing but words.
func (s *site) addDocList(lang render.Language) error {
	p := s.newPage("list", "page", "docs", lang)
	p.Heading, p.Description = p.T.Docs, p.T.DocsAbout
	names, err := s.docNames()
	if err != nil {
		return err
	}
	for _, name := range names {
		about, err := s.read(lang.Code, name)
		if err != nil {
			return err
		}
		p.Cards = append(p.Cards, card{
			URL:  render.Relative(p.Folder, render.Path(lang.Code, name)),
			Text: about.Meta.Title, About: about.Meta.Description,
		})
	}
	p.Title = p.Heading + " · Ahiru"
	return s.write(p)
}

// lessonCards presents all lessons, in their order, to a page in folder.
func (s *site) lessonCards(folder string, lang render.Language) ([]card, error) {
	var cards []card
	for _, l := range s.lessons {
		about, err := s.read(lang.Code, "demos/"+l.Name)
		if err != nil {
			return nil, err
		}
		drawn, err := picture(l.Recorded, l.Words[lang.Code].Figures)
		if err != nil {
			return nil, err
		}
		cards = append(cards, card{
			URL:  render.Relative(folder, render.Path(lang.Code, "demos/"+l.Name)),
			Text: about.Meta.Question, About: about.Meta.Description, Picture: drawn,
		})
	}
	return cards, nil
}
