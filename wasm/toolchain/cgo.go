package toolchain

import (
	"go/build"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
)

// usesC says whether a file that was left out would belong to the program but for its import of "C". Without cgo the
// go command drops such a file in silence, and what it declares is then missing for no visible reason.
func usesC(program fs.FS, rules *build.Context, dir, name string) (token.Position, bool) {
	belongs, err := rules.MatchFile(dir, name)
	if err != nil || !belongs {
		return token.Position{}, false
	}
	name = path.Join(dir, name)
	text, err := fs.ReadFile(program, name)
	if err != nil {
		return token.Position{}, false
	}
	places := token.NewFileSet()
	file, err := parser.ParseFile(places, name, text, parser.ImportsOnly)
	if err != nil {
		return token.Position{}, false
	}
	for _, spec := range file.Imports {
		if spec.Path.Value == `"C"` {
			return places.Position(spec.Path.Pos()), true
		}
	}
	return token.Position{}, false
}
