package pack

import (
	"bytes"
	"cmp"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"slices"
	"strconv"
)

// A source is a file of the release's own, being edited.
type source struct {
	name  string // path below GOROOT/src, for errors
	text  []byte
	fset  *token.FileSet
	file  *ast.File
	edits []edit
}

// An edit puts text in the place of the bytes from (inclusive) to (exclusive).
type edit struct {
	from, to int
	text     string
}

func parse(name string, text []byte) (*source, error) {
	s := &source{name: name, text: text, fset: token.NewFileSet()}
	var err error
	s.file, err = parser.ParseFile(s.fset, name, text, parser.ParseComments|parser.SkipObjectResolution)
	return s, err
}

// moved says which place of the release is not what it was.
func (s *source) moved(format string, args ...any) error {
	return fmt.Errorf("%s of this Go release has changed: %s", s.name, fmt.Sprintf(format, args...))
}

func (s *source) offset(p token.Pos) int { return s.fset.Position(p).Offset }

// cut takes a node away, with what stands before it on its first line and after it on its last.
func (s *source) cut(n ast.Node) {
	from, to := s.offset(n.Pos()), s.offset(n.End())
	from = bytes.LastIndexByte(s.text[:from], '\n') + 1
	if end := bytes.IndexByte(s.text[to:], '\n'); end >= 0 {
		to += end + 1
	}
	s.edits = append(s.edits, edit{from, to, ""})
}

func (s *source) insert(at token.Pos, text string) {
	s.edits = append(s.edits, edit{s.offset(at), s.offset(at), text})
}

func (s *source) replace(n ast.Node, text string) {
	s.edits = append(s.edits, edit{s.offset(n.Pos()), s.offset(n.End()), text})
}

// done gives the edited text, without imports that nothing uses any more.
func (s *source) done() ([]byte, error) {
	text := s.apply()
	edited, err := parse(s.name, text)
	if err != nil {
		return nil, s.moved("edited, it is no Go any more (%v)", err)
	}
	edited.dropUnusedImports()
	return edited.apply(), nil
}

func (s *source) apply() []byte {
	slices.SortStableFunc(s.edits, func(a, b edit) int { return cmp.Compare(a.from, b.from) })
	var out bytes.Buffer
	at := 0
	for _, e := range s.edits {
		out.Write(s.text[at:max(at, e.from)])
		out.WriteString(e.text)
		at = max(at, e.to)
	}
	out.Write(s.text[at:])
	return out.Bytes()
}

func (s *source) dropUnusedImports() {
	used := map[string]bool{}
	ast.Inspect(s.file, func(n ast.Node) bool {
		if selector, is := n.(*ast.SelectorExpr); is {
			if name, is := selector.X.(*ast.Ident); is {
				used[name.Name] = true
			}
		}
		return true
	})
	for _, spec := range s.file.Imports {
		name, _ := strconv.Unquote(spec.Path.Value)
		name = path.Base(name)
		if spec.Name != nil {
			name = spec.Name.Name
		}
		if name != "_" && name != "." && !used[name] {
			s.cut(spec)
		}
	}
}

// function finds a function, or a method by its own name.
func (s *source) function(name string) (*ast.FuncDecl, error) {
	for _, d := range s.file.Decls {
		if f, is := d.(*ast.FuncDecl); is && f.Name.Name == name && f.Body != nil {
			return f, nil
		}
	}
	return nil, s.moved("it has no function %s", name)
}
