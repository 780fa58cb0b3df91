package main

import (
	"encoding/json"

	"github.com/ahiru-dev/ahiru/docs/render"
)

// A mapLesson tells the map which PEPs a lesson names, from the front matter of
// its words: an item of peps/lessons.json. Addresses are relative to that file.
type mapLesson struct {
	Name      string            `json:"name"`
	PEPs      []int             `json:"peps"`
	Questions map[string]string `json:"questions"` // by language
	Pages     map[string]string `json:"pages"`
}

// addMapLessons adds peps/lessons.json: the lessons that name PEPs, in their order.
func (s *site) addMapLessons() error {
	list := []mapLesson{}
	for _, l := range s.lessons {
		m := mapLesson{Name: l.Name, Questions: map[string]string{}, Pages: map[string]string{}}
		for _, lang := range render.Languages {
			words, err := s.read(lang.Code, "demos/"+l.Name)
			if err != nil {
				return err
			}
			if lang.Code == render.Languages[0].Code {
				m.PEPs = words.Meta.PEPs
			}
			if m.Questions[lang.Code] = words.Meta.Question; m.Questions[lang.Code] == "" {
				m.Questions[lang.Code] = words.Meta.Title
			}
			m.Pages[lang.Code] = render.Relative("peps/", render.Path(lang.Code, "demos/"+l.Name))
		}
		if len(m.PEPs) > 0 {
			list = append(list, m)
		}
	}
	text, err := json.Marshal(list)
	if err == nil {
		s.add("peps/lessons.json", text)
	}
	return err
}
