package pack

import "go/ast"

// unused empties functions that are never called here and whose imports make a tool larger: those for the files of
// other systems, for shared libraries and foreign object files, for vectors of another architecture and for profiles.
// A fifth of the linker goes with them, a tenth of the compiler.
var unused = []editor{
	{"cmd/compile/internal/gc/util.go", empty("startProfile")},
	{"cmd/compile/internal/ssagen/simdintrinsics.go", empty("simdIntrinsics")},
	{"cmd/link/internal/ld/elf.go", empty("doelf", "asmbElf")},
	{"cmd/link/internal/ld/lib.go", empty("hostlink", "archive", "ldshlibsyms")},
	{"cmd/link/internal/ld/lib.go", emptyLoaders},
	{"cmd/link/internal/ld/macho.go", empty("domacho", "asmbMacho")},
	{"cmd/link/internal/ld/main.go", empty("startProfile")},
	{"cmd/link/internal/ld/pe.go", empty("dope", "asmbPe")},
	{"cmd/link/internal/ld/xcoff.go", empty("doxcoff", "asmbXcoff")},
}

// empty takes away what functions do that give no result.
func empty(functions ...string) func(*source) error {
	return func(s *source) error {
		for _, name := range functions {
			f, err := s.function(name)
			if err != nil {
				return err
			}
			if f.Type.Results != nil {
				return s.moved("%s gives a result", name)
			}
			s.replace(f.Body, "{}")
		}
		return nil
	}
}

// emptyLoaders takes away what reads object files of other formats: ldobj hands a function for each to ldhostobj.
func emptyLoaders(s *source) error {
	f, err := s.function("ldobj")
	if err != nil {
		return err
	}
	n := 0
	ast.Inspect(f.Body, func(node ast.Node) bool {
		literal, is := node.(*ast.FuncLit)
		if is && literal.Type.Results == nil {
			s.replace(literal.Body, "{}")
			n++
		}
		return !is
	})
	if n == 0 {
		return s.moved("ldobj has no functions that read other formats")
	}
	return nil
}
