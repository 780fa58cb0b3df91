package render_test

import (
	"bytes"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os/exec"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/ahiru-dev/ahiru/docs/render"
)

func TestGoSnippetsCompile(t *testing.T) {
	everyPage(t, func(t *testing.T, p *render.Page) {
		for _, s := range p.Snippets {
			if s.Language != "go" {
				continue
			}
			err := compile(s.Code)
			switch {
			case s.Error == "" && err != nil:
				t.Errorf("%s:%d: does not compile: %v", s.File, s.Line, err)
			case s.Error != "" && (err == nil || !strings.Contains(err.Error(), s.Error)):
				t.Errorf("%s:%d: the compiler says %v; the page promises %q", s.File, s.Line, err, s.Error)
			}
		}
	})
}

// TestSnippetRules shows what a fence may hold.
func TestSnippetRules(t *testing.T) {
	for _, good := range []string{
		"package main\n\nfunc main() {}\n",
		"func f() time.Duration { return time.Second }\n",
		"x := 1\nfmt.Println(strings.Repeat(\"a\", x))\n",
		"unused := 1\n", // a fragment shows one thing and need not use it
		"import \"os\"\n\nvar args = os.Args\n",
	} {
		if err := compile(good); err != nil {
			t.Errorf("%s\n%v", good, err)
		}
	}
	for bad, want := range map[string]string{
		"package main\n\nfunc main() { x := 1 }\n": "declared and not used: x",
		"func f() int { return \"a\" }\n":          "cannot use \"a\"",
		"y = 1\n":                                  "undefined: y",
		"fmt.Printn()\n":                           "undefined: fmt.Printn",
		"func (\n":                                 "expected",
	} {
		if err := compile(bad); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s\n%v; want an error with %s", bad, err, want)
		}
	}
}

var files = token.NewFileSet()

// Types of the standard library come from its source, read once for all snippets.
var std = importer.ForCompiler(files, "source", nil)

// compile checks a snippet: a file as it stands; declarations or statements wrapped in one, with
// the imports that they need.
func compile(code string) error {
	file, whole, err := parse(code)
	if err != nil {
		return err
	}
	if !whole {
		addImports(file)
	}
	var found []error
	config := types.Config{Importer: std, Error: func(err error) {
		var e types.Error
		if !errors.As(err, &e) || whole || !e.Soft {
			found = append(found, err)
		}
	}}
	_, _ = config.Check("snippet", files, []*ast.File{file}, nil)
	return errors.Join(found...)
}

// parse tries a file, then declarations, then statements. Line directives keep the snippet's own
// line numbers in errors.
func parse(code string) (file *ast.File, whole bool, err error) {
	if file, err = parser.ParseFile(files, "snippet.go", code, 0); err == nil {
		return file, true, nil
	}
	const head = "package snippet\n//line snippet.go:1\n"
	if file, err = parser.ParseFile(files, "", head+code, 0); err == nil {
		return file, false, nil
	}
	body, bodyErr := parser.ParseFile(files, "", "package snippet\nfunc _() {\n//line snippet.go:1\n"+code+"}\n", 0)
	if bodyErr == nil {
		return body, false, nil
	}
	return nil, false, fmt.Errorf("%w (as declarations), %w (as statements)", err, bodyErr)
}

// addImports adds an import for each name before a dot that is a package of the standard library
// and nothing declared.
func addImports(file *ast.File) {
	var names []string
	ast.Inspect(file, func(n ast.Node) bool {
		if selector, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := selector.X.(*ast.Ident); ok && x.Obj == nil && !slices.Contains(names, x.Name) {
				names = append(names, x.Name)
			}
		}
		return true
	})
	for _, name := range names {
		if where := standard()[name]; where != "" && !imported(file, where) {
			spec := &ast.ImportSpec{Path: &ast.BasicLit{Kind: token.STRING, Value: `"` + where + `"`}}
			file.Imports = append(file.Imports, spec)
			file.Decls = append([]ast.Decl{&ast.GenDecl{Tok: token.IMPORT, Specs: []ast.Spec{spec}}}, file.Decls...)
		}
	}
}

func imported(file *ast.File, where string) bool {
	return slices.ContainsFunc(file.Imports, func(s *ast.ImportSpec) bool { return s.Path.Value == `"`+where+`"` })
}

// standard maps package names to import paths; of two with one name the shorter path wins.
var standard = sync.OnceValue(func() map[string]string {
	out, err := exec.Command("go", "list", "std").Output()
	if err != nil {
		panic(fmt.Errorf("list the standard library: %w", err))
	}
	paths := map[string]string{}
	for _, where := range strings.Fields(string(out)) {
		name := path.Base(where)
		if old := paths[name]; (old == "" || len(where) < len(old)) && !strings.Contains(where, "internal") {
			paths[name] = where
		}
	}
	return paths
})

func TestPythonSnippetsParse(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("there is no python3 here: the syntax of Python snippets is not checked")
	}
	everyPage(t, func(t *testing.T, p *render.Page) {
		for _, s := range p.Snippets {
			if s.Language != "python" {
				continue
			}
			cmd := exec.Command(python, "-c", "import ast, sys; ast.parse(sys.stdin.buffer.read())")
			cmd.Stdin = bytes.NewReader([]byte(s.Code))
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("%s:%d: %v\n%s", s.File, s.Line, err, out)
			}
		}
	})
}
