package main

import (
	"context"
	"encoding/json"
	"fmt"
	"html/template"

	"github.com/ahiru-dev/ahiru/docs/render"
	"github.com/ahiru-dev/ahiru/wasm/examples"
)

// A playground is what the element knows of the page for programs of one's
// own: the contents of play/lesson.json. It is a lesson without a prebuilt
// program, and with examples to begin with.
type playground struct {
	Name      string           `json:"name"`
	Go        sourceFile       `json:"go"`
	Python    *sourceFile      `json:"python"` // null: there is none
	Usage     string           `json:"usage"`
	Wasm      *asset           `json:"wasm"` // null: it is built in the page
	Gotools   string           `json:"gotools"`
	Timeline  string           `json:"timeline"`
	Examples  []example        `json:"examples"`
	Recorded  *recording       `json:"recorded"`
	Broken    []broken         `json:"broken"`
	Reference *struct{}        `json:"reference"`
	Words     map[string]words `json:"words"`
}

type example struct {
	Name   string            `json:"name"`
	Titles map[string]string `json:"titles"`
	Source string            `json:"source"`
}

// playFile is what go.dev/play calls a program that has no file name.
const playFile = "prog.go"

// addPlay adds play/lesson.json.
func addPlay(ctx context.Context, s *site, say *progress) error {
	say.step("adding the examples")
	p := playground{
		Name: "play", Gotools: "../" + s.engines["gotools"], Timeline: "../" + s.engines["timeline"],
		Broken: []broken{}, Words: map[string]words{},
	}
	for _, e := range examples.List {
		source, err := e.Source()
		if err != nil {
			return fmt.Errorf("reading example %s: %w", e.Name, err)
		}
		p.Examples = append(p.Examples, example{Name: e.Name, Titles: e.Titles, Source: source})
	}
	p.Go = sourceFile{File: playFile, Source: p.Examples[0].Source}
	if err := s.colour(ctx, &p.Go); err != nil {
		return err
	}
	text, err := json.Marshal(p)
	s.add("play/lesson.json", text)
	return err
}

// addPlayPage writes /play/ and /embed/play/: the element without a name, and under it how to
// use it. Without JavaScript the first example can at least be read.
func (s *site) addPlayPage(lang render.Language) error {
	words, err := s.read(lang.Code, "play")
	if err != nil {
		return err
	}
	first, err := examples.List[0].Source()
	if err != nil {
		return err
	}
	source, err := highlight("go", first)
	p := s.newPage("play", "lesson", "play", lang)
	p.fill(words)
	p.Look = words.Meta.Look
	p.Demo = &demo{Lang: lang.Code, Permalink: true, Fallback: template.HTML(source)}
	if err != nil {
		return err
	}
	if err := s.addEmbed(p, "embed/play", words, lang); err != nil {
		return err
	}
	return s.write(p)
}
