package main

import (
	"bytes"
	"context"
	"fmt"
	"html/template"
	"path/filepath"
	"strings"

	"github.com/ahiru-dev/ahiru/docs/render"
)

// A page is all that a shell shows. Addresses are relative to the page.
type page struct {
	Kind, Folder                string // "lesson"; "ja/demos/threads/"
	Lang, ContentLang           string
	Title, Heading, Description string
	Look                        string
	Policy, Root, Icon, Styles  string
	TouchIcon, Manifest         string // of apps; Manifest is "" for embeds
	Canonical                   string
	Alternates, Languages, Nav  []link
	Script                      pageScript
	T                           texts
	Home, Full, Engine, Reader  string
	Untranslated                bool
	Body                        template.HTML
	Demo                        *demo
	Cards                       []card
	Note                        string // under the cards
	Docs                        []link
	Previous, Next              *link
	Take                        *take
	Framed                      string // what its embed is called, "" when it has none
	OEmbed, Picture, PictureAlt string // absolute, "" without -site
	Go, Build                   string
}

// A link is an address with its text; Here marks the page's own.
type link struct {
	URL, Text, Lang string
	Here            bool
}

type pageScript struct {
	Path   string
	Chunks []string
}

// A demo is the <ahiru-demo> of a page with what stands in it without
// JavaScript: the source and the output that was recorded.
type demo struct {
	Name, Lang   string
	Permalink    bool
	Embedded     bool // on a page for frames of somebody else's
	Fallback     template.HTML
	Recorded     recording
	RecordedNote string
}

// A take is the page as one file, to be downloaded under a name of its own.
type take struct{ URL, Name, Text string }

// A card presents a page in a list: a lesson with its recorded figures.
type card struct {
	URL, Text, About string
	Picture          template.HTML
}

// shells are the templates of web/shells, one set per kind of page.
func (s *site) shells(kind string) (*template.Template, error) {
	dir := filepath.Join(s.bundler.Web, "shells")
	files := []string{"layout.html", "mapelement.html", kind + ".html"}
	for i, name := range files {
		files[i] = filepath.Join(dir, name)
	}
	return template.ParseFiles(files...)
}

// newPage fills in what all pages of a kind share. name is the page's, as
// docs/render knows it: "index", "demos/threads", "embed/peps".
func (s *site) newPage(kind, entry, name string, lang render.Language) page {
	folder := render.Path(lang.Code, name)
	p := page{
		Kind: kind, Folder: folder, Lang: lang.Code, ContentLang: lang.Code,
		Policy: s.policy, Icon: s.icon, Styles: s.styles,
		Root: render.Relative(folder, ""), Home: render.Relative(folder, render.Path(lang.Code, "index")),
		T: shellTexts[lang.Code], Go: s.release.Version, Build: s.stamp[:12],
		Script: pageScript{Path: s.scripts[entry].path, Chunks: s.scripts[entry].chunks},
		Nav:    navigation(folder, lang),
	}
	for _, other := range render.Languages {
		there := render.Path(other.Code, name)
		p.Languages = append(p.Languages, link{URL: render.Relative(folder, there), Text: other.Name, Lang: other.Code, Here: other == lang})
		p.Alternates = append(p.Alternates, link{URL: s.address(folder, there), Lang: other.Code})
	}
	p.Alternates = append(p.Alternates, link{URL: s.address(folder, render.Path("en", name)), Lang: "x-default"})
	if !strings.HasPrefix(kind, "embed") {
		p.TouchIcon, p.Manifest = s.touchIcon(), p.Home+manifestName
	}
	if s.base != "" {
		p.Canonical = s.address(folder, folder)
	}
	p.Framed = strings.TrimPrefix(framedAs(name), "embed/")
	s.sharing(&p, name, lang)
	return p
}

// address is a folder's public address where -site gives one, otherwise the
// relative one.
func (s *site) address(from, to string) string {
	if s.base == "" {
		return render.Relative(from, to)
	}
	return s.base + "/" + to
}

func navigation(folder string, lang render.Language) []link {
	t, home := shellTexts[lang.Code], render.Path(lang.Code, "index")
	return []link{
		{URL: render.Relative(folder, home+"demos/"), Text: t.Lessons, Here: strings.HasPrefix(folder, home+"demos/")},
		{URL: render.Relative(folder, home+"play/"), Text: t.Play, Here: folder == home+"play/"},
		{URL: render.Relative(folder, home+"peps/"), Text: t.Map, Here: folder == home+"peps/"},
		{URL: render.Relative(folder, home+"docs/"), Text: t.Docs, Here: strings.HasPrefix(folder, home+"docs/")},
	}
}

// write renders the page with its shell and adds it to the site.
func (s *site) write(p page) error {
	if p.Script.Path == "" {
		return fmt.Errorf("rendering %s: its script is missing in web/src/pages", p.Folder)
	}
	shell, err := s.shells(p.Kind)
	if err != nil {
		return fmt.Errorf("reading the shell of %s: %w", p.Folder, err)
	}
	var out bytes.Buffer
	if err := shell.ExecuteTemplate(&out, "page", p); err != nil {
		return fmt.Errorf("rendering %s: %w", p.Folder, err)
	}
	s.add(p.Folder+"index.html", out.Bytes())
	return nil
}

// addPages renders every page in every language.
func addPages(_ context.Context, s *site, say *progress) error {
	say.step("rendering the pages in %d languages", len(render.Languages))
	for _, lang := range render.Languages {
		for _, add := range []func(render.Language) error{s.addWebApp, s.addHome, s.addLessonList, s.addLessonPages, s.addPlayPage, s.addMapPages, s.addDocList, s.addDocPages} {
			if err := add(lang); err != nil {
				return err
			}
		}
	}
	s.addHostFiles()
	return s.addNotFound()
}
