package render

import (
	"errors"
	"fmt"
	"html/template"
)

// Options says where a page stands and what it may name.
type Options struct {
	File string // for errors, such as "docs/ja/hosting.md"
	Page string // its name: "index", "hosting", "demos/threads"
	Lang string // language of the words: en, ja or ko
	Tree string // language of the pages that it links to; empty means Lang

	// Lessons gives the source of a lesson that a fence names, as in package demo.
	Lessons func(name string) (source string, ok bool)
	// Resolve turns a link into an address; nil means relative addresses of this site.
	Resolve func(Link) (string, error)
}

// Page is a rendered page.
type Page struct {
	File, Name, Lang string
	Meta             Meta
	Body             template.HTML // the whole body
	Sections         []Section     // the same body, cut before each heading of level 2
	Headings         []Heading     // in reading order
	Links            []Link
	Lessons          []Lesson
	Snippets         []Snippet
}

// Section is a heading of level 2 and what follows it. The first section of a page is what stands
// before any heading; its ID is empty, and so may be its body.
type Section struct {
	ID, Title string
	Body      template.HTML // with the heading
}

// Heading is one heading of a page, of level 2 to 6.
type Heading struct {
	Level    int
	ID, Text string
	Line     int
}

// Lesson is a live lesson that a fence put into a page.
type Lesson struct {
	Name, Params string
	Line         int
}

// Snippet is the code of one fence that tests check: its language is "go" or "python".
type Snippet struct {
	File, Language, Code string
	Line                 int    // of the opening fence
	Error                string // what the compiler must say; empty means that it compiles
}

// Error is something wrong in a page.
type Error struct {
	File   string
	Line   int // from 1
	Reason string
}

func (e *Error) Error() string { return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Reason) }

// problems collects what is wrong with one page, so that all of it is told at once.
type problems struct {
	file string
	all  []error
}

func (p *problems) add(line int, format string, args ...any) {
	p.all = append(p.all, &Error{p.file, line, fmt.Sprintf(format, args...)})
}

func (p *problems) err() error { return errors.Join(p.all...) }
