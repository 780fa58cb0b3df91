package gotools

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"path"
	"slices"
	"strconv"

	"golang.org/x/tools/go/ast/astutil"
)

// imports answers a question as Tidy does, the form of the code apart.
func (t *Tools) imports(q Question) (Answer, error) {
	a := Answer{Files: slices.Clone(q.Files)}
	in, known := t.indexes[q.Index]
	sources := make([]source, len(q.Files))
	for i, f := range q.Files {
		if !f.isGo() {
			continue
		}
		if err := f.check(); err != nil {
			return a, err
		}
		var err error
		if sources[i], err = read(f); err != nil {
			return unreadable(q.Files, f, err)
		}
	}
	if !known {
		return a, nil
	}
	for i, s := range sources {
		if s.file == nil {
			continue
		}
		added, removed := s.fix(in, declared(sources, q.Files, i))
		a.Added, a.Removed = append(a.Added, added...), append(a.Removed, removed...)
		if len(added)+len(removed) > 0 {
			text, err := s.text()
			if err != nil {
				return a, err
			}
			a.Files[i].Text = apart(text)
		}
	}
	return a, nil
}

// A source is a file as go/parser reads it.
type source struct {
	set  *token.FileSet
	file *ast.File
}

func read(f File) (source, error) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, f.Name, f.Text, parser.ParseComments|parser.AllErrors)
	return source{set, file}, err
}

func (s source) text() (string, error) {
	var out bytes.Buffer
	err := format.Node(&out, s.set, s.file)
	return out.String(), err
}

// declared is what the other files of the package declare: names in it are no
// packages that are missing.
func declared(sources []source, files []File, self int) map[string]bool {
	names := map[string]bool{}
	for i, s := range sources {
		same := s.file != nil && i != self && path.Dir(files[i].Name) == path.Dir(files[self].Name) &&
			s.file.Name.Name == sources[self].file.Name.Name
		if !same {
			continue
		}
		for name := range s.file.Scope.Objects {
			names[name] = true
		}
	}
	return names
}

// fix adds the imports that the file misses and deletes those it does not use.
func (s source) fix(in index, declared map[string]bool) (added, removed []string) {
	used := s.uses()
	for _, spec := range slices.Clone(s.file.Imports) {
		importPath, err := strconv.Unquote(spec.Path.Value)
		name := in.nameOf(importPath)
		own := ""
		if spec.Name != nil {
			own = spec.Name.Name
			name = own
		}
		switch _, needed := used[name]; {
		case err != nil || own == "_" || own == "." || importPath == "C":
		case needed:
			delete(used, name)
		case astutil.DeleteNamedImport(s.set, s.file, own, importPath):
			removed = append(removed, importPath)
		}
	}
	for _, name := range sorted(used) {
		if declared[name] {
			continue
		}
		if p, ok := in.find(name, used[name]); ok && astutil.AddImport(s.set, s.file, p.Path) {
			added = append(added, p.Path)
		}
	}
	return added, removed
}

// uses finds names that are selected from and declared nowhere in the file,
// with what is selected: {"fmt": {"Println"}}. Go's parser resolves what a
// file declares; what it leaves open is a package, or another file's name.
func (s source) uses() map[string]map[string]bool {
	open := map[*ast.Ident]bool{}
	for _, ident := range s.file.Unresolved {
		open[ident] = true
	}
	used := map[string]map[string]bool{}
	ast.Inspect(s.file, func(n ast.Node) bool {
		selector, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if x, ok := selector.X.(*ast.Ident); ok && open[x] {
			if used[x.Name] == nil {
				used[x.Name] = map[string]bool{}
			}
			used[x.Name][selector.Sel.Name] = true
		}
		return true
	})
	return used
}

func sorted(used map[string]map[string]bool) []string {
	var names []string
	for name := range used {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
