package demo

import (
	"bytes"
	"fmt"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Kind is the kind of [Node].
var Kind = ast.NewNodeKind("AhiruDemo")

// Node is one live lesson in a document.
type Node struct {
	ast.BaseBlock
	Name, Lang, Theme, Params string // the element's attributes; empty ones are not written
	Language                  string // of the code, "go"
	Code                      []byte // the fallback
	Written                   bool   // the code stands in the document, not only in the lesson
	Line                      int    // of the opening fence, from 1
	Err                       error  // an *Error, or nil
}

// Kind implements ast.Node.
func (n *Node) Kind() ast.NodeKind { return Kind }

// Dump implements ast.Node.
func (n *Node) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"Name": n.Name, "Params": n.Params}, nil)
}

// Error is a fence that names a lesson and cannot become one.
type Error struct {
	Line   int // of the opening fence, from 1, counted from the start of the document
	Reason string
}

func (e *Error) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Reason) }

// Transform replaces each fence that names a lesson by a Node.
func (e extension) Transform(doc *ast.Document, reader text.Reader, _ parser.Context) {
	source := reader.Source()
	var fences []*ast.FencedCodeBlock
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if fence, ok := n.(*ast.FencedCodeBlock); ok && entering && ours(fence, source) {
			fences = append(fences, fence)
		}
		return ast.WalkContinue, nil
	})
	for _, fence := range fences {
		fence.Parent().ReplaceChild(fence.Parent(), fence, e.node(fence, source))
	}
}

// ours decides by the key alone, so that a fence with a broken value is an error and not plain code.
func ours(fence *ast.FencedCodeBlock, source []byte) bool {
	if fence.Info == nil {
		return false
	}
	words := bytes.Fields(fence.Info.Segment.Value(source))
	for _, word := range words[min(1, len(words)):] {
		if key, _, _ := bytes.Cut(word, []byte("=")); string(key) == "ahiru" {
			return true
		}
	}
	return false
}

func (e extension) node(fence *ast.FencedCodeBlock, source []byte) *Node {
	info := fence.Info.Segment
	n := &Node{Line: 1 + bytes.Count(source[:info.Start], []byte("\n")), Lang: e.options.Lang}
	n.SetPos(info.Start)
	n.Code = body(fence, source)
	n.Written = len(bytes.TrimSpace(n.Code)) > 0
	if err := n.fill(string(info.Value(source)), e.options.Lessons); err != nil {
		n.Err = &Error{n.Line, err.Error()}
	}
	return n
}

func body(fence *ast.FencedCodeBlock, source []byte) []byte {
	var code []byte
	for _, line := range fence.Lines().Sliced(0, fence.Lines().Len()) {
		code = append(code, line.Value(source)...)
	}
	return code
}
