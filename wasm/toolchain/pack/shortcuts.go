package pack

import (
	"go/ast"
	"go/token"
)

// shortcuts spare the linker work that is wasted on a module without names: together a quarter of what it does after it
// has read the packages.
var shortcuts = []editor{
	{"cmd/link/internal/ld/outbuf.go", growOutput},
	{"cmd/link/internal/wasm/asm.go", skipNames},
	{"cmd/link/internal/wasm/asm.go", reserveCode},
}

// skipNames has the names of functions made fit for a table of names only when there will be one: that takes a regular
// expression for each function.
func skipNames(s *source) error {
	made := s.assigned("asmb2", "name")
	call, is := callOf(made)
	if !is || len(call.Args) != 2 {
		return s.moved("asmb2 does not make the name of a function by a call")
	}
	right := s.text[s.offset(call.Pos()):s.offset(call.End())]
	s.replace(made, "var name string\n\t\tif !*ld.FlagS {\n\t\t\tname = "+string(right)+"\n\t\t}")
	return nil
}

// reserveCode gives the buffer of each function's code its room at once, where it grew by doubling.
func reserveCode(s *source) error {
	code, data, relocations := s.assigned("asmb2", "wfn"), s.assigned("asmb2", "P"), s.assigned("asmb2", "relocs")
	if made, is := callOf(code); !is || !isNew(made) || data == nil || relocations == nil {
		return s.moved("asmb2 does not write the code of a function by wfn := new(bytes.Buffer), relocs and P")
	}
	s.insert(data.End(), "\n\t\t\twfn.Grow(len(P) + 4*relocs.Count())")
	return nil
}

// growOutput has the buffer of the whole module grow by doubling, from room enough for a small one: it grew with every
// byte written.
func growOutput(s *source) error {
	f, err := s.function("writeLoc")
	if err != nil {
		return err
	}
	var growth ast.Node
	ast.Inspect(f.Body, func(n ast.Node) bool {
		if a, is := n.(*ast.AssignStmt); is && string(s.text[s.offset(a.Pos()):s.offset(a.End())]) == itsGrowth {
			growth = a
		}
		return true
	})
	if growth == nil {
		return s.moved("writeLoc does not grow by %s", itsGrowth)
	}
	s.replace(growth, ourGrowth)
	return nil
}

const itsGrowth = "out.heap = append(out.heap, make([]byte, lenNeeded-heapLen)...)"

const ourGrowth = `if lenNeeded > int64(cap(out.heap)) {
			larger := make([]byte, heapLen, max(2*lenNeeded, 4<<20))
			copy(larger, out.heap)
			out.heap = larger
		}
		out.heap = out.heap[:lenNeeded]`

// assigned finds the last statement name := … in a function: nil when there is none.
func (s *source) assigned(function, name string) (last *ast.AssignStmt) {
	f, err := s.function(function)
	if err != nil {
		return nil
	}
	ast.Inspect(f.Body, func(n ast.Node) bool {
		if a, is := n.(*ast.AssignStmt); is && a.Tok == token.DEFINE && len(a.Lhs) == 1 {
			if left, is := a.Lhs[0].(*ast.Ident); is && left.Name == name {
				last = a
			}
		}
		return true
	})
	return last
}

func callOf(a *ast.AssignStmt) (*ast.CallExpr, bool) {
	if a == nil {
		return nil, false
	}
	call, is := a.Rhs[0].(*ast.CallExpr)
	return call, is
}

// isNew says whether a call is new(bytes.Buffer).
func isNew(call *ast.CallExpr) bool {
	name, is := call.Fun.(*ast.Ident)
	if !is || name.Name != "new" || len(call.Args) != 1 {
		return false
	}
	kind, is := call.Args[0].(*ast.SelectorExpr)
	return is && kind.Sel.Name == "Buffer"
}
