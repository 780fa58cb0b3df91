// Package demo is a goldmark extension that turns a fenced block into a live Ahiru lesson.
//
// A fence whose info string names a lesson
//
//	```go ahiru=threads params="n=20"
//	```
//
// becomes the element
//
//	<ahiru-demo name="threads" lang="ja" params="n=20">
//	<pre><code class="language-go">…</code></pre>
//	</ahiru-demo>
//
// The code inside is what a reader without JavaScript sees: the body of the fence or, when that is
// empty, the lesson's own source, asked of [Options.Lessons]. The attributes are name (written
// ahiru=), params (a query string of flag values), lang (en, ja or ko) and theme (auto, light or
// dark). Fences without ahiru= are left to other renderers.
//
// An unknown lesson and a malformed attribute are an [Error] with its line: Convert returns it, and
// a caller that walks the tree first finds it in [Node.Err].
//
// On a page of yours the element needs one line, whatever number of lessons it holds:
//
//	<script async src="https://example.org/embed.js"></script>
//
// with the address of an Ahiru site. A fence with ahiru=play runs its own body there. What else
// such a page can do is told in docs/en/embedding.md.
//
// The package needs goldmark and the standard library only, so it works in any site generator that
// is written with goldmark.
package demo

import (
	"io"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// Options says how fences become elements. The zero value is usable.
type Options struct {
	// Lang is the lang attribute of elements whose fence gives none; empty means no attribute.
	Lang string
	// Lessons returns the Go source of a lesson's main file for an empty fence; ok is false for a
	// name that no lesson has. When it is nil, every well-formed name is accepted and an empty
	// fence stays empty.
	Lessons func(name string) (source string, ok bool)
	// Highlight writes the fallback, a whole <pre>, for code in a language such as "go".
	// When it is nil, the code is escaped and not coloured.
	Highlight func(w io.Writer, language string, code []byte) error
}

// New returns the extension, for goldmark.WithExtensions.
func New(o Options) goldmark.Extender {
	if o.Highlight == nil {
		o.Highlight = plain
	}
	return extension{o}
}

// extension is goldmark's extender, its transformer of the tree (node.go) and its renderer (html.go).
type extension struct{ options Options }

// Before the highlighters (100 and up) look for fenced blocks, ours have become nodes of their own.
const priority = 50

func (e extension) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(parser.WithASTTransformers(
		util.Prioritized(e, priority)))
	m.Renderer().AddOptions(renderer.WithNodeRenderers(
		util.Prioritized(e, priority)))
}
