package pack

import (
	"go/ast"
	"go/token"
	"strings"
	"unicode"
)

// operationsOfOurs is how the compiler's names of our architecture's operations begin.
var operationsOfOurs = "Op" + named(architecture)

// trimOperations empties the entries of other architectures in the compiler's table of operations and drops their
// tables of registers. With these go the assemblers, which nothing else names. Every operation keeps its number.
func trimOperations(s *source) error {
	names, table := s.constants("OpInvalid"), s.table("opcodeTable")
	if table == nil || len(names) != len(table.Elts) {
		return s.moved("it has no table opcodeTable with an entry for each of %d operations", len(names))
	}
	var own, others int
	for n, entry := range table.Elts {
		switch {
		case strings.HasPrefix(names[n], operationsOfOurs):
			own++
		case n > 0 && !hasKey(entry, "generic"):
			s.replace(entry, "{}")
			others++
		}
	}
	if own == 0 || others == 0 {
		return s.moved("opcodeTable has %d entries of %s and %d of others", own, architecture, others)
	}
	return s.dropRegisters()
}

// dropRegisters drops the tables registersAMD64 and so on, but for ours.
func (s *source) dropRegisters() error {
	var kept, cut int
	for _, d := range s.file.Decls {
		group, is := d.(*ast.GenDecl)
		if !is || group.Tok != token.VAR || len(group.Specs) != 1 {
			continue
		}
		switch arch, is := strings.CutPrefix(group.Specs[0].(*ast.ValueSpec).Names[0].Name, "registers"); {
		case !is:
		case arch == named(architecture):
			kept++
		default:
			s.cut(group)
			cut++
		}
	}
	if kept != 1 || cut == 0 {
		return s.moved("it has %d tables of registers for %s and %d others", kept, architecture, cut)
	}
	return nil
}

// named is an architecture as it stands in identifiers.
func named(arch string) string { return string(unicode.ToUpper(rune(arch[0]))) + arch[1:] }

// constants lists the names of the block of constants that begins with first.
func (s *source) constants(first string) []string {
	for _, d := range s.file.Decls {
		group, is := d.(*ast.GenDecl)
		if !is || group.Tok != token.CONST {
			continue
		}
		var names []string
		for _, spec := range group.Specs {
			for _, name := range spec.(*ast.ValueSpec).Names {
				names = append(names, name.Name)
			}
		}
		if len(names) > 0 && names[0] == first {
			return names
		}
	}
	return nil
}

// table finds the literal that a variable is given.
func (s *source) table(name string) *ast.CompositeLit {
	for _, d := range s.file.Decls {
		group, is := d.(*ast.GenDecl)
		if !is || group.Tok != token.VAR {
			continue
		}
		for _, spec := range group.Specs {
			if v := spec.(*ast.ValueSpec); v.Names[0].Name == name && len(v.Values) == 1 {
				literal, _ := v.Values[0].(*ast.CompositeLit)
				return literal
			}
		}
	}
	return nil
}

// hasKey says whether a literal gives the field of that name.
func hasKey(entry ast.Expr, name string) bool {
	literal, is := entry.(*ast.CompositeLit)
	if !is {
		return false
	}
	for _, e := range literal.Elts {
		if pair, is := e.(*ast.KeyValueExpr); is {
			if key, is := pair.Key.(*ast.Ident); is && key.Name == name {
				return true
			}
		}
	}
	return false
}
