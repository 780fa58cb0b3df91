package gotools

import (
	"context"
	"go/format"
)

// A Question asks for files to be tidied. Index is the key of an index that
// was handed over with Learn, "" for gofmt alone.
type Question struct {
	Files []File `json:"files"`
	Index string `json:"index"`
}

// An Answer has the files in the order of the question. When a file cannot be
// read all come back as they were, with Diagnostics that say why.
type Answer struct {
	Files       []File       `json:"files"`
	Added       []string     `json:"added"`   // import paths
	Removed     []string     `json:"removed"` // import paths
	Diagnostics []Diagnostic `json:"diagnostics"`
}

// Tidy puts the Go files of a program into gofmt's form, and where there is an
// index also adds the imports that they miss and removes those that they do
// not use. Files that are no Go stay as they are.
func (t *Tools) Tidy(_ context.Context, q Question) (Answer, error) {
	fixed, err := t.imports(q)
	if err != nil || len(fixed.Diagnostics) > 0 {
		return fixed, err
	}
	for i, f := range fixed.Files {
		if !f.isGo() {
			continue
		}
		text, err := format.Source([]byte(f.Text))
		if err != nil {
			return unreadable(q.Files, f, err)
		}
		fixed.Files[i].Text = string(text)
	}
	return fixed, nil
}

// unreadable is the answer when a file is no Go.
func unreadable(files []File, bad File, err error) (Answer, error) {
	diagnostics, err := diagnosticsOf(bad, err)
	return Answer{Files: files, Diagnostics: diagnostics}, err
}
