package toolchain

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/build"
	"go/doc"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Tests are the functions of a program that `go test` would run.
type Tests struct {
	Tests, Benchmarks, Fuzz []string // names of functions
	Examples                []Example
	Main                    bool // there is a TestMain
	mainAt                  token.Position
}

// none says that `go test` would find nothing to run.
func (t *Tests) none() bool {
	return len(t.Tests)+len(t.Benchmarks)+len(t.Fuzz)+len(t.Examples) == 0 && !t.Main
}

// An Example is run, and what it prints compared.
type Example struct {
	Name      string // of its function
	Output    string
	Unordered bool
}

// SelectTests finds the files in the root of program that `go test` would build for js/wasm, and in them the functions
// that it would run. Tests may stand in any file, and the program may be a library.
func SelectTests(program fs.FS) (Sources, error) {
	rules, found, err := read(program)
	if err != nil {
		return Sources{}, err
	}
	if err := unfit(program, rules, found); err != nil {
		return Sources{}, err
	}
	s := Sources{Files: slices.Concat(found.GoFiles, found.TestGoFiles), Debug: debugSettings(found.Directives)}
	slices.Sort(s.Files)
	s.Outside, s.Own = found.XTestGoFiles, ownPath(program)
	outside := maps.Clone(found.XTestImportPos)
	if len(s.Files) > 0 {
		delete(outside, s.Own)
	}
	s.Imports = inOrder(found.ImportPos, found.TestImportPos, outside)
	patterns := merge(merge(found.EmbedPatternPos, found.TestEmbedPatternPos), found.XTestEmbedPatternPos)
	if s.Embeds, err = findEmbeds(program, patterns); err != nil {
		return Sources{}, err
	}
	if err := s.addFolders(program, rules); err != nil {
		return Sources{}, err
	}
	if s.Tests, err = findTests(program, s.Files); err != nil {
		return Sources{}, err
	}
	if s.OutsideTests, err = findTests(program, s.Outside); err != nil {
		return Sources{}, err
	}
	if s.Tests.Main && s.OutsideTests.Main {
		return Sources{}, refuse(at(s.OutsideTests.mainAt, "multiple definitions of TestMain"))
	}
	return s, nil
}

// ownPath is what tests outside the package import it as: the module path of its go.mod, or else "play", which is what
// go.dev/play makes of a program without one.
func ownPath(program fs.FS) string {
	text, err := fs.ReadFile(program, "go.mod")
	if err != nil {
		return "play"
	}
	for line := range strings.Lines(string(text)) {
		line, _, _ = strings.Cut(line, "//")
		if words := strings.Fields(line); len(words) == 2 && words[0] == "module" && words[1] != "(" {
			return strings.Trim(words[1], "\"`")
		}
	}
	return "play"
}

func findTests(program fs.FS, names []string) (*Tests, error) {
	places := token.NewFileSet()
	var files []*ast.File
	for _, name := range names {
		text, err := fs.ReadFile(program, name)
		if err != nil {
			return nil, fmt.Errorf("reading the program: %w", err)
		}
		// A file that is no Go is left to the compiler, whose words are better.
		if file, err := parser.ParseFile(places, name, text, parser.ParseComments|parser.SkipObjectResolution); err == nil {
			files = append(files, file)
		}
	}
	found := &Tests{}
	for _, file := range files {
		for _, d := range file.Decls {
			if f, is := d.(*ast.FuncDecl); is && f.Recv == nil {
				if err := found.add(f, places); err != nil {
					return nil, err
				}
			}
		}
	}
	for _, e := range doc.Examples(files...) {
		if e.Output != "" || e.EmptyOutput {
			found.Examples = append(found.Examples, Example{"Example" + e.Name, e.Output, e.Unordered})
		}
	}
	slices.SortStableFunc(found.Examples, func(a, b Example) int { return cmp.Compare(a.Name, b.Name) })
	return found, nil
}

// add takes a function in if it is one of those that `go test` runs; one that only looks so is refused in its words.
func (t *Tests) add(f *ast.FuncDecl, places *token.FileSet) error {
	name := f.Name.Name
	for _, kind := range []struct {
		prefix, argument string
		into             *[]string
	}{{"Test", "T", &t.Tests}, {"Benchmark", "B", &t.Benchmarks}, {"Fuzz", "F", &t.Fuzz}} {
		switch {
		case name == "TestMain" && takes(f, "M"):
			t.Main, t.mainAt = true, places.Position(f.Pos())
			return nil
		case !isTest(name, kind.prefix):
		case !takes(f, kind.argument):
			low := strings.ToLower(kind.argument)
			return refuse(at(places.Position(f.Pos()), fmt.Sprintf("wrong signature for %s, must be: func %s(%s *testing.%s)", name, name, low, kind.argument)))
		default:
			*kind.into = append(*kind.into, name)
			return nil
		}
	}
	return nil
}

// isTest says whether a name is Prefix, or Prefix and something that does not begin with a small letter.
func isTest(name, prefix string) bool {
	rest, has := strings.CutPrefix(name, prefix)
	first, _ := utf8.DecodeRuneInString(rest)
	return has && (rest == "" || !unicode.IsLower(first))
}

// takes says whether a function takes one *testing.T (or another of its types), by whatever name testing goes.
func takes(f *ast.FuncDecl, name string) bool {
	params := f.Type.Params.List
	if f.Type.TypeParams != nil || f.Type.Results.NumFields() > 0 || len(params) != 1 || len(params[0].Names) > 1 {
		return false
	}
	pointer, is := params[0].Type.(*ast.StarExpr)
	if !is {
		return false
	}
	switch to := pointer.X.(type) {
	case *ast.Ident:
		return to.Name == name
	case *ast.SelectorExpr:
		return to.Sel.Name == name
	}
	return false
}

func merge(a, b map[string][]token.Position) map[string][]token.Position {
	both := map[string][]token.Position{}
	for _, each := range []map[string][]token.Position{a, b} {
		for key, places := range each {
			both[key] = append(both[key], places...)
		}
	}
	return both
}

func inOrder(several ...map[string][]token.Position) []Import {
	all := map[string][]token.Position{}
	for _, each := range several {
		all = merge(all, each)
	}
	var list []Import
	for name, places := range all {
		list = append(list, Import{name, slices.MinFunc(places, byPlace)})
	}
	slices.SortFunc(list, func(a, b Import) int { return byPlace(a.At, b.At) })
	return list
}

// read finds the files that belong to a build.
func read(program fs.FS) (*build.Context, *build.Package, error) {
	if _, err := fs.Stat(program, "."); err != nil {
		return nil, nil, fmt.Errorf("reading the program: %w", err)
	}
	rules := rulesFor(program)
	found, err := rules.ImportDir(".", 0)
	if err != nil {
		if found != nil {
			if refusal := refuseC(program, rules, found); refusal != nil {
				return nil, nil, refusal
			}
		}
		return nil, nil, selectError(".", err)
	}
	return rules, found, nil
}
