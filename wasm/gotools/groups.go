package gotools

import (
	"go/parser"
	"go/token"
	"strconv"
	"strings"
)

// apart puts an empty line between the standard library's imports and the
// others below them, as goimports does: astutil adds to the group it finds.
func apart(text string) string {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, "", text, parser.ImportsOnly)
	if err != nil {
		return text
	}
	lines := strings.Split(text, "\n")
	for i := len(file.Imports) - 1; i > 0; i-- {
		above, below := file.Imports[i-1], file.Imports[i]
		line := set.PositionFor(below.Pos(), false).Line
		adjacent := set.PositionFor(above.End(), false).Line == line-1
		if adjacent && outside(below.Path.Value) && !outside(above.Path.Value) {
			lines[line-1] = "\n" + lines[line-1]
		}
	}
	return strings.Join(lines, "\n")
}

func outside(quoted string) bool {
	path, err := strconv.Unquote(quoted)
	return err == nil && foreign(path) == 1
}
