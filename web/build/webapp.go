package main

import (
	"encoding/json"
	"fmt"

	"github.com/ahiru-dev/ahiru/docs/render"
)

// manifestName is the web manifest of a language, beside its home page: with
// it a browser installs the site as an app of its own.
const manifestName = "manifest.webmanifest"

// A webApp is that manifest. Its addresses are relative to it, so an app
// stays within the folder that the site stands in. There is no id: one would
// be relative to the host, and two sites of one host would be one app.
type webApp struct {
	Name        string      `json:"name"`
	ShortName   string      `json:"short_name"`
	Description string      `json:"description"`
	Lang        string      `json:"lang"`
	Dir         string      `json:"dir"`
	StartURL    string      `json:"start_url"`
	Scope       string      `json:"scope"`
	Display     string      `json:"display"`
	Background  string      `json:"background_color"`
	Theme       string      `json:"theme_color"`
	Icons       []appIcon   `json:"icons"`
	Shortcuts   []appAction `json:"shortcuts"`
}

type appIcon struct {
	Src     string `json:"src"`
	Sizes   string `json:"sizes"`
	Type    string `json:"type"`
	Purpose string `json:"purpose"`
}

type appAction struct {
	Name string `json:"name"`
	URL  string `json:"url"`
}

// background is --ahiru-bg of web/src/site/tokens.css in the light scheme.
const background = "#fdfcf9"

// addWebApp writes a language's manifest.
func (s *site) addWebApp(lang render.Language) error {
	words, err := s.read(lang.Code, "index")
	if err != nil {
		return err
	}
	folder := render.Path(lang.Code, "index")
	root := render.Relative(folder, "")
	t := shellTexts[lang.Code]
	app := webApp{
		Name: words.Meta.Title, ShortName: "Ahiru", Description: words.Meta.Description, Lang: lang.Code, Dir: "ltr",
		StartURL: "./", Scope: root, Display: "standalone", Background: background, Theme: background,
		Shortcuts: []appAction{{t.Lessons, "demos/"}, {t.Play, "play/"}, {t.Map, "peps/"}},
	}
	for _, i := range s.icons {
		if i.purpose != "apple" {
			size := fmt.Sprintf("%dx%d", i.size, i.size)
			app.Icons = append(app.Icons, appIcon{root + i.url, size, "image/png", i.purpose})
		}
	}
	app.Icons = append(app.Icons, appIcon{root + s.icon, "any", "image/svg+xml", "any"})
	text, err := json.MarshalIndent(app, "", "  ")
	s.add(folder+manifestName, text)
	return err
}

// touchIcon is the icon that iOS takes, which reads no manifest.
func (s *site) touchIcon() string {
	for _, i := range s.icons {
		if i.purpose == "apple" {
			return i.url
		}
	}
	return ""
}
