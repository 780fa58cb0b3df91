package toolchain

import (
	"fmt"
	"strings"
)

// A test program is two packages, as `go test` builds it: the reader's, under testedPath, and a main of ours that
// hands its functions to package testing.
const (
	testedPath    = "ahiru/tested"
	testedArchive = "ahiru_tested.a"
	testMainFile  = "ahiru_testmain.go"
)

// testMainImports are the packages that testMain names.
var testMainImports = []string{"os", "reflect", "testing", "testing/internal/testdeps"}

// addTests makes the plan one for the program's tests.
func (p *Plan) addTests() {
	tested := fmt.Sprintf("packagefile %s=%s\n", testedPath, testedArchive)
	p.Files[compileConfig] += tested
	p.Files[linkConfig] += tested
	p.Files[testMainFile] = p.sources.Tests.main()
}

// main is the source of package main, shaped as cmd/go's own.
func (t *Tests) main() string {
	var text strings.Builder
	text.WriteString("package main\n\nimport (\n")
	for _, path := range testMainImports {
		fmt.Fprintf(&text, "\t%q\n", path)
	}
	if t.none() {
		fmt.Fprintf(&text, "\t_ %q\n)\n\n", testedPath)
	} else {
		fmt.Fprintf(&text, "\t_test %q\n)\n\n", testedPath)
	}
	table(&text, "tests", "InternalTest", t.Tests)
	table(&text, "benchmarks", "InternalBenchmark", t.Benchmarks)
	table(&text, "fuzzTargets", "InternalFuzzTarget", t.Fuzz)
	text.WriteString("var examples = []testing.InternalExample{\n")
	for _, e := range t.Examples {
		fmt.Fprintf(&text, "\t{%q, _test.%s, %q, %v},\n", e.Name, e.Name, e.Output, e.Unordered)
	}
	text.WriteString("}\n\n")
	text.WriteString("var _ = reflect.ValueOf // for a TestMain\n\nfunc init() { testdeps.ImportPath = \"main\" }\n\nfunc main() {\n")
	text.WriteString("\tm := testing.MainStart(testdeps.TestDeps{}, tests, benchmarks, fuzzTargets, examples)\n")
	if t.Main {
		// Since Go 1.15 TestMain may return without os.Exit; the status is then what Run gave, kept in m.
		text.WriteString("\t_test.TestMain(m)\n\tos.Exit(int(reflect.ValueOf(m).Elem().FieldByName(\"exitCode\").Int()))\n}\n")
	} else {
		text.WriteString("\tos.Exit(m.Run())\n}\n")
	}
	return text.String()
}

func (t *Tests) none() bool {
	return len(t.Tests)+len(t.Benchmarks)+len(t.Fuzz)+len(t.Examples) == 0 && !t.Main
}

func table(text *strings.Builder, name, kind string, functions []string) {
	fmt.Fprintf(text, "var %s = []testing.%s{\n", name, kind)
	for _, f := range functions {
		fmt.Fprintf(text, "\t{%q, _test.%s},\n", f, f)
	}
	text.WriteString("}\n\n")
}
