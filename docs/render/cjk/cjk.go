// Package cjk is a goldmark extension for pages in Japanese, Korean and Chinese.
//
// CommonMark decides by the characters beside ** whether it may open or close emphasis, and counts
// 「」。 as punctuation that needs a blank on its other side. Those languages write no such blank, so
// **「並行」**は keeps its asterisks. Here a run beside a wide or Hangul character may open and close
// wherever no blank forbids it, which is the rule that the project markdown-cjk-friendly specified
// for other parsers (https://github.com/tats-u/markdown-cjk-friendly, specification.md).
//
// A line break between two wide characters leaves no space, also when emphasis, code or a link
// begins or ends there, which goldmark's own option does not see. Hangul is wide and keeps the
// space: Korean divides words with it.
package cjk

import (
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// Extension is the extension. It turns strikethrough on, since ~~ has the same trouble.
type Extension struct {
	// Tight drops a line break beside one wide character too ("Go" and a particle on the next
	// line). It is right for pages written in Japanese or Chinese, wrong for English ones that
	// quote a Japanese word.
	Tight bool
}

// Extend implements goldmark.Extender.
func (e Extension) Extend(m goldmark.Markdown) {
	extension.NewCJK(extension.WithEscapedSpace()).Extend(m)
	extension.Strikethrough.Extend(m)
	m.Parser().AddOptions(
		// One before the originals (500), whose parsers these call.
		parser.WithInlineParsers(
			util.Prioritized(flanking{parser.NewEmphasisParser()}, 499),
			util.Prioritized(flanking{extension.NewStrikethroughParser()}, 499)),
		parser.WithASTTransformers(util.Prioritized(lineBreaks{e.Tight}, 500)),
	)
}

// isCJK says whether r takes part in the relaxed flanking rule.
func isCJK(r rune) bool { return isWide(r) || unicode.Is(unicode.Hangul, r) }

// isWide follows Unicode's East Asian Width: fullwidth, wide and halfwidth forms.
func isWide(r rune) bool {
	switch util.EastAsianWidth(r) {
	case "F", "W", "H":
		return true
	}
	return false
}
