package toolchain

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

// standard is an index of a few packages with what they import.
func standard() Index {
	index := Index{"unsafe": {Importable: true}, "example.com/far": {Archive: "far.a"}}
	add := func(path string, imports ...string) {
		index[path] = Package{Imports: imports, Archive: "pkg/" + path + ".a", Importable: true}
	}
	add("runtime", "internal/runtime/exithook", "unsafe")
	add("internal/runtime/exithook")
	add("os", "runtime")
	add("io", "runtime")
	add("bytes", "io")
	add("context", "runtime")
	add("runtime/trace", "os", "context")
	add("syscall/js", "runtime")
	add("fmt", "os")
	add("runtime/pprof", "fmt", "bytes")
	index[StandIn] = Package{Imports: []string{"runtime"}, Archive: "pkg/pprof.a"}
	add("net/http", "fmt")
	return index
}

func TestPlan(t *testing.T) {
	sources, err := Select(Memory{"main.go": "package main\n\nimport (\n\t\"fmt\"\n\t_ \"unsafe\"\n)\n", "-odd.go": "package main\n"})
	if err != nil {
		t.Fatal(err)
	}
	plan, err := sources.Plan(standard())
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"ahiru/pprof", "bytes", "context", "fmt", "internal/runtime/exithook", "io", "os", "runtime", "runtime/trace", "syscall/js", "unsafe"}; !slices.Equal(plan.Packages, want) {
		t.Errorf("packages %q, want %q", plan.Packages, want)
	}
	if config := plan.Files[linkConfig]; strings.Contains(config, "net/http") || strings.Contains(config, "unsafe") || !strings.Contains(config, "packagefile fmt=pkg/fmt.a\n") {
		t.Errorf("link with %q", config)
	}
	args := plan.Steps("/build", "go1.26")[0].Args
	if got, want := args[len(args)-3:], []string{"./" + CompanionName, "./-odd.go", "./main.go"}; !slices.Equal(got, want) {
		t.Errorf("compiles %q, want the companion first: %q", got, want)
	}
	if plan.Files[CompanionName] != Companion {
		t.Error("the companion is not among the files")
	}
}

func TestPlanLinksOneOfTwoPackagesOfProfiles(t *testing.T) {
	for _, test := range []struct{ imports, want string }{{"fmt", "pkg/pprof.a"}, {"runtime/pprof", "pkg/runtime/pprof.a"}} {
		plan, err := Sources{Imports: []Import{{Path: test.imports}}}.Plan(standard())
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range []string{compileConfig, linkConfig} {
			var found []string
			for line := range strings.Lines(plan.Files[file]) {
				if path, archive, _ := strings.Cut(strings.TrimSpace(line), "="); path == "packagefile runtime/pprof" {
					found = append(found, archive)
				}
			}
			if !slices.Equal(found, []string{test.want}) {
				t.Errorf("a program that imports %s: %s has runtime/pprof in %q, want %q", test.imports, file, found, test.want)
			}
		}
		if slices.Contains(plan.archives, "pkg/pprof.a") == slices.Contains(plan.archives, "pkg/runtime/pprof.a") {
			t.Errorf("a program that imports %s reads %q", test.imports, plan.archives)
		}
	}
}

func TestPlanReadsExportDataWhereItIsApart(t *testing.T) {
	index := standard()
	fmt := index["fmt"]
	fmt.Export = "pkg/fmt.x"
	index["fmt"] = fmt
	plan, err := Sources{Imports: []Import{{Path: "fmt"}}}.Plan(index)
	if err != nil {
		t.Fatal(err)
	}
	if got := plan.Files[compileConfig]; !strings.Contains(got, "packagefile fmt=pkg/fmt.x\n") || !strings.Contains(got, "packagefile os=pkg/os.a\n") {
		t.Errorf("compiles with %q", got)
	}
	if got := plan.Files[linkConfig]; !strings.Contains(got, "packagefile fmt=pkg/fmt.a\n") {
		t.Errorf("links with %q", got)
	}
}

func TestPlanNamesImportsThatMayNotBe(t *testing.T) {
	sources, err := Select(Memory{"main.go": `package main

import (
	"example.com/far"
	"fmt"
	"fmt2"
	"internal/runtime/exithook"
	"vendor/x"
)
`})
	if err != nil {
		t.Fatal(err)
	}
	_, err = sources.Plan(standard())
	var refused *CompileError
	if !errors.As(err, &refused) {
		t.Fatalf("got %v, want a *CompileError", err)
	}
	want := []string{`main.go:4:2: import "example.com/far": there is no such package here`, `main.go:6:2: import "fmt2": there is no such package here`,
		`main.go:7:2: import "internal/runtime/exithook": use of internal package not allowed`, `main.go:8:2: import "vendor/x": use of internal package not allowed`}
	if len(refused.Diagnostics) != len(want) {
		t.Fatalf("got %d diagnostics: %s", len(refused.Diagnostics), refused)
	}
	for i, d := range refused.Diagnostics {
		if !strings.HasPrefix(d.String(), want[i]) {
			t.Errorf("got %q, want %q", d, want[i])
		}
	}
}

func TestPlanNeedsEveryArchive(t *testing.T) {
	index := standard()
	delete(index, "syscall/js")
	var refused *CompileError
	if _, err := (Sources{}).Plan(index); err == nil || errors.As(err, &refused) || !strings.Contains(err.Error(), "syscall/js") {
		t.Errorf("got %v, want an error that names syscall/js", err)
	}
}

func TestPlanPassesDebugSettingsAndEmbeddedFiles(t *testing.T) {
	plan, err := Sources{Debug: []string{"a=1", "b=2"}, Embeds: []Embed{{"*.txt", []string{"a.txt"}}}}.Plan(standard())
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(plan.link, "-X=runtime.godebugDefault=a=1,b=2") {
		t.Errorf("links with %q", plan.link)
	}
	if got, want := plan.Files[embedFile], `{"Patterns":{"*.txt":["a.txt"]},"Files":{"a.txt":"a.txt"}}`; got != want {
		t.Errorf("embeds by %s, want %s", got, want)
	}
	if !slices.Contains(plan.Steps("/", "go1.26")[0].Args, "-embedcfg") {
		t.Error("the compiler is not told of embedded files")
	}
}

func TestPlanSaysHowOutsideTestsImportTheProgram(t *testing.T) {
	sources, err := SelectTests(Memory{"a.go": "package duck\n", "a_test.go": "package duck_test\n\nimport _ \"duck\"\n"})
	if err != nil {
		t.Fatal(err)
	}
	_, err = sources.Plan(standard())
	if err == nil || !strings.Contains(err.Error(), `a_test.go:3:8: import "duck": there is no such package here`) || !strings.Contains(err.Error(), `the package under test is imported as "play" here`) {
		t.Errorf("got %v", err)
	}
}

// TestRefusedImportsHearWhatThereIs: the standard library by its name, the lesson libraries one by one.
func TestRefusedImportsHearWhatThereIs(t *testing.T) {
	index := standard()
	for n, name := range Libraries {
		want := `import "nowhere": there is no such package here: a program may import the standard library and Ahiru's lesson libraries`
		if got := refuseImport("nowhere", index); got != want {
			t.Errorf("with %d libraries: got %q, want %q", n, got, want)
		}
		index["example.org/lessons/"+name] = Package{Importable: true}
	}
	want := "lesson libraries (example.org/lessons/: " + strings.Join(Libraries, ", ") + ")"
	if got := refuseImport("nowhere", index); !strings.HasSuffix(got, want) {
		t.Errorf("got %q, want %q at its end", got, want)
	}
}
