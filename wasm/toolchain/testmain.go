package toolchain

import (
	"fmt"
	"strings"
)

// A test program is two packages, as `go test` builds it: the reader's, under testedPath, and a main of ours that
// hands its functions to package testing. Tests outside the reader's package are a third.
const (
	testedPath     = "ahiru/tested"
	testedArchive  = "ahiru_tested.a"
	outsidePath    = testedPath + "_test"
	outsideArchive = "ahiru_outside.a"
	testMainFile   = "ahiru_testmain.go"
)

// testMainImports are the packages that testMain names.
var testMainImports = []string{"os", "reflect", "testing", "testing/internal/testdeps"}

// addTests makes the plan one for the program's tests.
func (p *Plan) addTests() {
	s := p.sources
	if len(s.Files) > 0 {
		p.addPackage(testedPath, testedArchive)
	}
	if len(s.Outside) > 0 {
		p.addPackage(outsidePath, outsideArchive)
		p.Files[compileConfig] += fmt.Sprintf("importmap %s=%s\n", s.Own, testedPath)
	}
	p.Files[testMainFile] = s.testMain()
}

func (p *Plan) addPackage(path, archive string) {
	place := fmt.Sprintf("packagefile %s=%s\n", path, archive)
	p.Files[compileConfig] += place
	p.Files[linkConfig] += place
}

// testSteps compiles the packages of a test program, each after those that it imports.
func (p Plan) testSteps(dir, language string) []Step {
	var steps []Step
	add := func(path, archive, embeds string, files []string) {
		if len(files) > 0 {
			args := append(p.compile(dir, language, path, archive, embeds), arguments(files)...)
			steps = append(steps, Step{"compile", args, p.exports, archive})
		}
	}
	add(testedPath, testedArchive, embedFile, p.sources.Files)
	add(outsidePath, outsideArchive, embedFile, p.sources.Outside)
	add("main", mainArchive, "", []string{CompanionName, testMainFile})
	return steps
}

// A testedPackage is a package under the name by which the main of a test program knows it.
type testedPackage struct {
	name, path string
	files      []string
	*Tests
}

// testMain is the source of package main, shaped as cmd/go's own.
func (s Sources) testMain() string {
	packages := []testedPackage{{"_test", testedPath, s.Files, s.Tests}, {"_xtest", outsidePath, s.Outside, s.OutsideTests}}
	var text strings.Builder
	text.WriteString("package main\n\nimport (\n")
	for _, path := range testMainImports {
		fmt.Fprintf(&text, "\t%q\n", path)
	}
	for _, p := range packages {
		switch {
		case len(p.files) == 0:
		case p.none():
			fmt.Fprintf(&text, "\t_ %q\n", p.path)
		default:
			fmt.Fprintf(&text, "\t%s %q\n", p.name, p.path)
		}
	}
	text.WriteString(")\n\n")
	table(&text, "tests", "InternalTest", packages, func(t *Tests) []string { return t.Tests })
	table(&text, "benchmarks", "InternalBenchmark", packages, func(t *Tests) []string { return t.Benchmarks })
	table(&text, "fuzzTargets", "InternalFuzzTarget", packages, func(t *Tests) []string { return t.Fuzz })
	text.WriteString("var examples = []testing.InternalExample{\n")
	for _, p := range packages {
		for _, e := range p.Examples {
			fmt.Fprintf(&text, "\t{%q, %s.%s, %q, %v},\n", e.Name, p.name, e.Name, e.Output, e.Unordered)
		}
	}
	text.WriteString("}\n\n")
	text.WriteString("var _ = reflect.ValueOf // for a TestMain\n\nfunc init() { testdeps.ImportPath = \"main\" }\n\nfunc main() {\n")
	text.WriteString("\tm := testing.MainStart(testdeps.TestDeps{}, tests, benchmarks, fuzzTargets, examples)\n")
	for _, p := range packages {
		if p.Main {
			// Since Go 1.15 TestMain may return without os.Exit; the status is then what Run gave, kept in m.
			fmt.Fprintf(&text, "\t%s.TestMain(m)\n\tos.Exit(int(reflect.ValueOf(m).Elem().FieldByName(\"exitCode\").Int()))\n}\n", p.name)
			return text.String()
		}
	}
	text.WriteString("\tos.Exit(m.Run())\n}\n")
	return text.String()
}

func table(text *strings.Builder, name, kind string, packages []testedPackage, list func(*Tests) []string) {
	fmt.Fprintf(text, "var %s = []testing.%s{\n", name, kind)
	for _, p := range packages {
		for _, f := range list(p.Tests) {
			fmt.Fprintf(text, "\t{%q, %s.%s},\n", f, p.name, f)
		}
	}
	text.WriteString("}\n\n")
}
