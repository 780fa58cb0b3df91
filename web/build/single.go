package main

import (
	"context"
	"encoding/json"
	"fmt"
	"html/template"
	"path"

	"github.com/ahiru-dev/ahiru/docs/render"
	"github.com/ahiru-dev/ahiru/web/build/onefile"
)

// singleFolder holds a lesson or the map as one HTML file each, which opens
// from a disk and asks nothing of any network.
const singleFolder = "single/"

// nowhere stands for the site's address in such a file when -site gives none.
// In web/src/lib/no-site.ts the page knows it again.
const nowhere = "https://site.invalid"

// A single is what the shell of one file shows.
type single struct {
	Kind, Policy string
	Icon         template.URL
	Tongues      []tongue
	Demo         *demo
	Map          *page
}

// A tongue is the words of one file in one language.
type tongue struct {
	Lang, ContentLang, Name string
	Title, Description      string
	Heading, Lead           string
	Body                    template.HTML
	OneFile, Online         string
	NoCompiler              string // of lessons
	BuiltWith, Go, Build    string
}

// addSingles writes every lesson and the map.
func addSingles(ctx context.Context, s *site, say *progress) error {
	say.step("writing each lesson and the map as one file")
	script, err := s.bundler.Standalone("src/single/lesson.ts", s.moduleAddress())
	if err != nil {
		return err
	}
	if err := s.zipPrograms(ctx, say); err != nil {
		return err
	}
	for _, l := range s.lessons {
		if err := s.addSingleLesson(l, script); err != nil {
			return fmt.Errorf("lesson %s as one file: %w", l.Name, err)
		}
	}
	if script, err = s.bundler.Standalone("src/single/map.ts", s.moduleAddress()); err != nil {
		return err
	}
	return s.addSingleMap(script)
}

// zipPrograms has the cache hold what the files take in, by all processors.
func (s *site) zipPrograms(ctx context.Context, say *progress) error {
	var forms []form
	for name, contents := range s.files {
		if path.Ext(name) == ".wasm" {
			forms = append(forms, form{gzipCoding, contents, func([]byte) {}})
		}
	}
	return s.makeForms(ctx, forms, say.far("compressing programs for the pages in one file"))
}

func (s *site) addSingleLesson(l lesson, script string) error {
	page := "demos/" + l.Name
	tongues, err := s.tongues(page)
	if err != nil {
		return err
	}
	for i := range tongues {
		tongues[i].NoCompiler = shellTexts[tongues[i].Lang].NoCompiler
	}
	shown, err := s.demo(l, render.Languages[0])
	if err != nil {
		return err
	}
	l.Gotools = "" // it formats what only the compiler could run
	text, err := json.Marshal(l)
	if err != nil {
		return err
	}
	files := map[string][]byte{page + "/lesson.json": text}
	for _, address := range []string{l.Wasm.URL, l.Timeline} {
		name := path.Join(page, address)
		files[name] = s.files[name]
	}
	return s.addSingle(l.Name, script, files, single{Kind: "lesson", Tongues: tongues, Demo: shown})
}

func (s *site) addSingleMap(script string) error {
	tongues, err := s.tongues("peps")
	if err != nil {
		return err
	}
	names := []string{"peps/peps.json", "peps/mentions.json", "peps/findings.json", s.engines["pepmap"], s.engines["pepcorpus"]}
	if s.base != "" {
		names = append(names, "peps/lessons.json") // it holds links to the lessons' pages
	}
	files := map[string][]byte{}
	for _, name := range names {
		files[name] = s.files[name]
	}
	shown := &page{
		Lang: "en", Root: s.home() + "/", T: shellTexts["en"],
		Engine: s.engines["pepmap"], Reader: s.engines["pepcorpus"],
	}
	return s.addSingle("peps", script, files, single{Kind: "map", Tongues: tongues, Map: shown})
}

// addSingle renders a file and adds it.
func (s *site) addSingle(name, script string, files map[string][]byte, shown single) error {
	shell, err := s.shells("single")
	if err != nil {
		return err
	}
	packed := map[string][]byte{}
	for name, contents := range files {
		if contents == nil {
			return fmt.Errorf("the site has no file %s", name)
		}
		if packed[name], err = s.cache.compressed(gzipCoding, contents, s.best); err != nil {
			return err
		}
	}
	shown.Icon = template.URL(s.iconData)
	text, err := onefile.Write(onefile.Page{
		Shell: shell, Style: string(s.files[s.styles]), Script: script, Jail: s.jail, Files: packed,
		Data: func(policy string) any { shown.Policy = policy; return shown },
	})
	s.add(singleFolder+name+".html", text)
	return err
}

// take offers a page's file on that page; text has a place for the size.
func (s *site) take(p page, name, text string) *take {
	file := singleFolder + name + ".html"
	size := fmt.Sprintf("%.1f MB", float64(len(s.files[file]))/1e6)
	return &take{URL: p.Root + file, Name: "ahiru-" + name + ".html", Text: fmt.Sprintf(text, size)}
}

// tongues gives a page's words in every language, without a link that leads nowhere.
func (s *site) tongues(name string) ([]tongue, error) {
	var all []tongue
	for _, lang := range render.Languages {
		words, _, err := render.Load(s.docs(), name, render.Options{Lang: lang.Code, Lessons: s.source, Resolve: s.resolveAway(lang.Code, name)})
		if err != nil {
			return nil, err
		}
		var p page
		p.fill(words)
		t := shellTexts[lang.Code]
		said := tongue{
			Lang: lang.Code, ContentLang: words.Lang, Name: lang.Name, Title: p.Title, Description: p.Description,
			Heading: p.Heading, Lead: words.Meta.Look, Body: onefile.Unlink(p.Body),
			OneFile: t.OneFile, BuiltWith: t.BuiltWith, Go: s.release.Version, Build: s.stamp[:12],
		}
		if said.Lead == "" {
			said.Lead = p.Description
		}
		if s.base != "" {
			said.Online = s.base + "/" + render.Path(lang.Code, name)
		}
		all = append(all, said)
	}
	return all, nil
}

// resolveAway leads links from a file that lies anywhere to the site, where
// its address is known.
func (s *site) resolveAway(lang, from string) func(render.Link) (string, error) {
	return func(l render.Link) (string, error) {
		if l.Kind == render.ToExternal || l.Kind == render.ToAnchor {
			return l.Written, nil
		}
		if s.base == "" {
			return onefile.Nowhere, nil
		}
		page, fragment := l.Page, ""
		if l.Fragment != "" {
			fragment = "#" + l.Fragment
		}
		if l.Kind == render.ToPEP {
			page, fragment = "peps", render.PEPFragment(l.PEP)
		}
		return s.base + "/" + render.Path(lang, page) + fragment, nil
	}
}

// home is the site's address as a file that was taken along knows it.
func (s *site) home() string {
	if s.base == "" {
		return nowhere
	}
	return s.base
}

// moduleAddress is where such a file's script would stand on the site.
func (s *site) moduleAddress() string { return s.home() + "/assets/single.js" }
