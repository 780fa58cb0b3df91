package cjk

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// flanking lets the original parser read a delimiter run and then widens what the run may do.
type flanking struct{ parser.InlineParser }

// Parse implements parser.InlineParser.
func (f flanking) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, _ := block.PeekLine()
	node := f.InlineParser.Parse(parent, block, pc)
	run, ok := node.(*parser.Delimiter)
	if !ok || run.Char == '_' { // the rules of _ keep snake_case words whole
		return node
	}
	after := ' '
	if run.OriginalLength < len(line) {
		after = util.ToRune(line, run.OriginalLength)
	}
	if isCJK(before) || isCJK(after) {
		run.CanOpen = run.CanOpen || !util.IsSpaceRune(after)
		run.CanClose = run.CanClose || !util.IsSpaceRune(before)
	}
	return node
}
