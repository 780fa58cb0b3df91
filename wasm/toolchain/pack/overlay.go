package pack

import (
	"fmt"
	"go/ast"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
)

// architecture is the one that the tools in the page build for.
const architecture = "wasm"

// ParkFile is where a tool that was started ahead waits: reading it takes until the rest of its files are there. In a
// run that is to go on at once the file does not exist.
const ParkFile = "/dev/ahiru/park"

// AheadFile lists the packages, one a line, that a linker reads before it parks.
const AheadFile = "ahiru_ahead"

// An editor changes one file of the release.
type editor struct {
	name string // below GOROOT/src
	edit func(*source) error
}

// trims leave other architectures' back ends out: a third of the compiler, an eighth of the linker.
var trims = []editor{
	{"cmd/compile/main.go", trimTable},
	{"cmd/compile/internal/ssa/config.go", func(s *source) error { return trimSwitch(s, "NewConfig") }},
	{"cmd/compile/internal/ssa/opGen.go", trimOperations},
	{"cmd/link/main.go", func(s *source) error { return trimSwitch(s, "main") }},
}

// spares let compiler and linker be started before there is a program.
var spares = []editor{
	{"cmd/compile/main.go", parkCompiler},
	{"cmd/link/internal/ld/lib.go", loadAhead},
}

// overlay edits the release's source by editors and gives the changed files by their full name.
func overlay(goroot string, editors []editor) (map[string][]byte, error) {
	files := map[string][]byte{}
	for _, e := range editors {
		name := filepath.Join(goroot, "src", filepath.FromSlash(e.name))
		text, already := files[name]
		if !already {
			var err error
			if text, err = os.ReadFile(name); err != nil {
				return nil, fmt.Errorf("%s of this Go release cannot be read: %w", e.name, err)
			}
		}
		s, err := parse(e.name, text)
		if err != nil {
			return nil, fmt.Errorf("%s of this Go release cannot be parsed: %w", e.name, err)
		}
		if err := e.edit(s); err != nil {
			return nil, err
		}
		if files[name], err = s.done(); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// trimTable leaves one entry in the table of back ends: a map from the names of architectures.
func trimTable(s *source) error {
	var kept, cut int
	ast.Inspect(s.file, func(n ast.Node) bool {
		entry, is := n.(*ast.KeyValueExpr)
		if !is {
			return true
		}
		key, is := entry.Key.(*ast.BasicLit)
		if !is || key.Kind != token.STRING {
			return true
		}
		if name, _ := strconv.Unquote(key.Value); name == architecture {
			kept++
		} else {
			s.cut(entry)
			cut++
		}
		return false
	})
	if kept != 1 || cut == 0 {
		return s.moved("its table of back ends has %d entries for %s and %d others", kept, architecture, cut)
	}
	return nil
}

// trimSwitch leaves one case, and the default, in a function's switch over the names of architectures.
func trimSwitch(s *source, function string) error {
	f, err := s.function(function)
	if err != nil {
		return err
	}
	var kept, cut int
	for _, statement := range f.Body.List {
		choice, is := statement.(*ast.SwitchStmt)
		if !is {
			continue
		}
		for _, each := range choice.Body.List {
			clause := each.(*ast.CaseClause)
			switch {
			case clause.List == nil: // default
			case names(clause, architecture):
				kept++
			default:
				s.edits = append(s.edits, edit{s.offset(clause.Pos()), s.offset(clause.End()), ""})
				cut++
			}
		}
	}
	if kept != 1 || cut == 0 {
		return s.moved("the switch of %s has %d cases for %s and %d others", function, kept, architecture, cut)
	}
	return nil
}

func names(clause *ast.CaseClause, name string) bool {
	for _, value := range clause.List {
		if literal, is := value.(*ast.BasicLit); is && literal.Value == strconv.Quote(name) {
			return true
		}
	}
	return false
}

// parkCompiler has the compiler wait before it reads its arguments.
func parkCompiler(s *source) error {
	f, err := s.function("main")
	if err != nil {
		return err
	}
	if !imports(s, "os") {
		return s.moved("it does not import os")
	}
	s.insert(f.Body.Lbrace+1, "\n\tos.ReadFile("+strconv.Quote(ParkFile)+") // waits\n")
	return nil
}

// loadAhead has the linker read the packages that AheadFile names, wait, and only then read package main. Everything
// that it reads later, main and what main alone imports, comes by the linker's own loop.
func loadAhead(s *source) error {
	f, err := s.function("loadlib")
	if err != nil {
		return err
	}
	for _, need := range []string{"os", "strings", "cmd/internal/goobj"} {
		if !imports(s, need) {
			return s.moved("it does not import %s", need)
		}
	}
	start := counter(f)
	if start == nil {
		return s.moved("loadlib does not begin its loop over ctxt.Library at i := 0")
	}
	if _, err := s.function("loadobjfile"); err != nil {
		return err
	}
	s.replace(start, "i := ahiruLoadAhead(ctxt)")
	s.edits = append(s.edits, edit{len(s.text), len(s.text), ahead})
	return nil
}

// ahead is ours: what loadlib calls instead of starting to count at nothing.
const ahead = `
func ahiruLoadAhead(ctxt *Link) int {
	names, err := os.ReadFile("` + AheadFile + `")
	if err != nil {
		return 0
	}
	main := ctxt.Library
	ctxt.Library = nil
	for _, name := range strings.Fields(string(names)) {
		addlib(ctxt, "ahead", "ahead", name, goobj.FingerprintType{})
	}
	n := 0
	for ; n < len(ctxt.Library); n++ {
		loadobjfile(ctxt, ctxt.Library[n])
	}
	os.ReadFile("` + ParkFile + `") // waits
	ctxt.Library = append(ctxt.Library, main...)
	return n
}
`

// counter finds the statement i := 0 that stands before the first loop over ctxt.Library.
func counter(f *ast.FuncDecl) ast.Stmt {
	for n, statement := range f.Body.List {
		assign, is := statement.(*ast.AssignStmt)
		if !is || assign.Tok != token.DEFINE || len(assign.Lhs) != 1 || n+1 == len(f.Body.List) {
			continue
		}
		name, is := assign.Lhs[0].(*ast.Ident)
		zero, isToo := assign.Rhs[0].(*ast.BasicLit)
		loop, follows := f.Body.List[n+1].(*ast.ForStmt)
		if is && isToo && follows && name.Name == "i" && zero.Value == "0" && loop.Init == nil && overLibrary(loop) {
			return assign
		}
	}
	return nil
}

func overLibrary(loop *ast.ForStmt) bool {
	found := false
	ast.Inspect(loop.Cond, func(n ast.Node) bool {
		if selector, is := n.(*ast.SelectorExpr); is && selector.Sel.Name == "Library" {
			found = true
		}
		return true
	})
	return found
}

func imports(s *source, path string) bool {
	for _, spec := range s.file.Imports {
		if spec.Path.Value == strconv.Quote(path) && spec.Name == nil {
			return true
		}
	}
	return false
}
