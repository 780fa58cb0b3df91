package render

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"go.abhg.dev/goldmark/frontmatter"
	"gopkg.in/yaml.v3"
)

// Meta is the front matter of a page.
//
//	---
//	title: Threads and goroutines       # at most 60 characters, for <title>
//	description: Ten calls that wait …  # at most 160, for <meta name="description">
//	heading: …                          # the <h1>; without it the question or the title
//	question: Why do ten waits take …?  # lessons: the <h1>, and the entry on the home page
//	look: Watch the two bars.           # lessons: one sentence on what to look for
//	order: 1                            # lessons: their order, from 1
//	figures: {sequential: one by one}   # lessons: labels of the figures by key
//	flags: {n: how many}                # lessons: labels of the controls by flag
//	notes: {"wg.Wait()": why it waits}  # lessons: notes on lines of main.go, by a part that one line alone has
//	sharing: {gil: "on"}                # lessons: threads share memory only where a flag has that value
//	peps: [544, 3119]                   # lessons: the PEPs that the words name
//	credits:                            # where the idea comes from; author, year and url if known
//	  - {text: "A Japanese post on …", author: …, year: 2020, url: "https://…"}
//	untranslated: [ko]                  # English only: languages that knowingly lack this page
//	---
type Meta struct {
	Title        string            `yaml:"title"`
	Description  string            `yaml:"description"`
	Heading      string            `yaml:"heading"`
	Question     string            `yaml:"question"`
	Look         string            `yaml:"look"`
	Order        int               `yaml:"order"`
	Figures      map[string]string `yaml:"figures"`
	Flags        map[string]string `yaml:"flags"`
	Notes        map[string]string `yaml:"notes"`
	Sharing      map[string]string `yaml:"sharing"`
	PEPs         []int             `yaml:"peps"`
	Credits      []Credit          `yaml:"credits"`
	Untranslated []string          `yaml:"untranslated"`
}

// Credit names a post or talk. Only what is known is filled in.
type Credit struct {
	Text   string `yaml:"text"`
	Author string `yaml:"author"`
	Year   int    `yaml:"year"`
	URL    string `yaml:"url"`
}

const (
	titleLimit       = 60
	descriptionLimit = 160
)

// readMeta decodes and checks the front matter, which must begin on the first line.
func readMeta(data *frontmatter.Data, source []byte, lesson bool, found *problems) Meta {
	if data == nil || !bytes.HasPrefix(source, []byte("---")) {
		found.add(1, "front matter between two lines of --- is expected at the very top, with title and description")
		return Meta{}
	}
	var raw yaml.Node
	if err := data.Decode(&raw); err != nil {
		found.add(1, "the front matter is not YAML (it counts lines from 2): %v", err)
		return Meta{}
	}
	if len(raw.Content) == 0 || raw.Content[0].Kind != yaml.MappingNode {
		found.add(2, "the front matter has no lines of the form title: …")
		return Meta{}
	}
	m := decoding{node: raw.Content[0], found: found}
	meta := m.decode()
	m.check(meta, lesson)
	if meta.Heading == "" {
		meta.Heading = meta.Question
	}
	if meta.Heading == "" {
		meta.Heading = meta.Title
	}
	return meta
}

// decoding reads a mapping key by key, since only so does every error have its own line.
type decoding struct {
	node  *yaml.Node
	found *problems
	lines map[string]int // key to line of the file
}

func (d *decoding) decode() Meta {
	var meta Meta
	fields := map[string]any{
		"title": &meta.Title, "description": &meta.Description, "heading": &meta.Heading,
		"question": &meta.Question, "look": &meta.Look, "order": &meta.Order,
		"figures": &meta.Figures, "flags": &meta.Flags, "notes": &meta.Notes,
		"sharing": &meta.Sharing, "peps": &meta.PEPs,
		"credits": &meta.Credits, "untranslated": &meta.Untranslated,
	}
	d.lines = map[string]int{}
	for i := 0; i+1 < len(d.node.Content); i += 2 {
		key, value := d.node.Content[i], d.node.Content[i+1]
		line := key.Line + 1 // YAML counts from after the opening ---
		field, known := fields[key.Value]
		if !known {
			d.found.add(line, "unknown key %q; there are %v", key.Value, slices.Sorted(maps.Keys(fields)))
			continue
		}
		if d.lines[key.Value] > 0 {
			d.found.add(line, "%s stands on line %d too", key.Value, d.lines[key.Value])
		}
		d.lines[key.Value] = line
		if err := strictly(value, field); err != nil {
			d.found.add(line, "%s: %v", key.Value, err)
		}
	}
	return meta
}

// strictly decodes one value and refuses keys that the field does not have.
func strictly(value *yaml.Node, field any) error {
	text, err := yaml.Marshal(value)
	if err != nil {
		return fmt.Errorf("read it back: %w", err)
	}
	decoder := yaml.NewDecoder(bytes.NewReader(text))
	decoder.KnownFields(true)
	var wrong *yaml.TypeError // its line counts from the value; ours from the file
	if err = decoder.Decode(field); errors.As(err, &wrong) {
		_, reason, _ := strings.Cut(wrong.Errors[0], ": ")
		return errors.New(reason)
	}
	return err
}

func (d *decoding) check(m Meta, lesson bool) {
	d.need("title", m.Title != "")
	d.need("description", m.Description != "")
	d.short("title", m.Title, titleLimit)
	d.short("description", m.Description, descriptionLimit)
	if lesson {
		d.need("question", m.Question != "")
		d.need("look", m.Look != "")
		d.need("order", m.Order > 0)
		d.need("credits", len(m.Credits) > 0)
	}
	for _, c := range m.Credits {
		if c.Text == "" {
			d.found.add(d.lines["credits"], "a credit needs its text")
		}
	}
	for _, lang := range m.Untranslated {
		if _, err := LanguageOf(lang); err != nil {
			d.found.add(d.lines["untranslated"], "%v", err)
		}
	}
}

func (d *decoding) need(key string, present bool) {
	if !present {
		d.found.add(max(1, d.lines[key]), "%s: is expected in the front matter of this page", key)
	}
}

func (d *decoding) short(key, text string, limit int) {
	if n := utf8.RuneCountInString(text); n > limit {
		d.found.add(d.lines[key], "%s has %d characters; %d are the limit", key, n, limit)
	}
}
