package cjk

import (
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

type lineBreaks struct{ tight bool }

// Transform drops the soft line breaks that would show as a space where none belongs. It walks in
// reading order and so meets each break after the character before it and before the one after it.
func (l lineBreaks) Transform(doc *ast.Document, reader text.Reader, _ parser.Context) {
	last := utf8.RuneError
	var open *ast.Text // the break just met
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if n.Type() == ast.TypeBlock {
			open, last = nil, utf8.RuneError
		}
		value := textOf(n, reader.Source())
		if !entering || value == nil {
			return ast.WalkContinue, nil
		}
		if first, size := utf8.DecodeRune(value); size > 0 {
			if open != nil && l.joins(last, first) {
				open.SetSoftLineBreak(false)
			}
			last, _ = utf8.DecodeLastRune(value)
			open = nil
		}
		if t, ok := n.(*ast.Text); ok && t.SoftLineBreak() && t.Parent().Kind() != ast.KindCodeSpan {
			open = t
		}
		return ast.WalkContinue, nil
	})
}

func (l lineBreaks) joins(last, first rune) bool {
	if unicode.Is(unicode.Hangul, last) || unicode.Is(unicode.Hangul, first) {
		return false
	}
	if l.tight {
		return isWide(last) || isWide(first)
	}
	return isWide(last) && isWide(first)
}

// textOf is the text of a leaf, empty and not nil for one that has no characters; nil for others.
func textOf(n ast.Node, source []byte) []byte {
	switch n := n.(type) {
	case *ast.Text:
		return append([]byte{}, n.Value(source)...)
	case *ast.String:
		return append([]byte{}, n.Value...)
	case *ast.AutoLink:
		return n.Label(source)
	case *ast.Image, *ast.RawHTML:
		return []byte("x") // stands in the line and is no wide character
	}
	return nil
}
