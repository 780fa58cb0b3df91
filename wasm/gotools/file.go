package gotools

import (
	"errors"
	"fmt"
	"go/scanner"
	"strings"
)

// A File is one file of a program: a slash-separated name and its text.
type File struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

// A Diagnostic is what keeps a file from being read: lines and columns count
// from 1, columns in bytes as the compiler counts them.
type Diagnostic struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Message string `json:"message"`
}

// LargestFile is how many bytes of text a file may have.
const LargestFile = 1 << 20

func (f File) isGo() bool { return strings.HasSuffix(f.Name, ".go") }

func (f File) check() error {
	if len(f.Text) > LargestFile {
		return fmt.Errorf("%s has %d bytes, more than the %d that are formatted", f.Name, len(f.Text), LargestFile)
	}
	return nil
}

// diagnosticsOf turns what go/parser says into diagnostics. Other errors stay
// errors.
func diagnosticsOf(f File, err error) ([]Diagnostic, error) {
	var list scanner.ErrorList
	if !errors.As(err, &list) {
		return nil, fmt.Errorf("reading %s: %w", f.Name, err)
	}
	list.RemoveMultiples()
	var found []Diagnostic
	for _, e := range list {
		found = append(found, Diagnostic{f.Name, e.Pos.Line, e.Pos.Column, e.Msg})
	}
	return found, nil
}
