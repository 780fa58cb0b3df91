package toolchain

import (
	"cmp"
	"errors"
	"fmt"
	"go/build"
	"go/token"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Experiments is the GOEXPERIMENT that every program and every archive is built with.
const Experiments = "goroutineleakprofile"

// Sources are the files of a program that belong to its build.
type Sources struct {
	Files   []string // Go files, sorted
	Imports []Import // in the order of their places
	Embeds  []Embed  // what //go:embed asks for
	Debug   []string // settings of //go:debug lines, such as "asynctimerchan=1"
	Tests   *Tests   // what is run instead of main; nil for a program

	Folders []Folder // the program's other packages, each after those that it imports
	Own     string   // the module's path: folders, and the program itself for tests outside, are imported by it

	Outside      []string // Go files of the package of tests outside, such as duck_test for package duck
	OutsideTests *Tests   // what is run of them
}

// An Import is an import path with the first place that names it.
type Import struct {
	Path string
	At   token.Position // Filename is the name within the program
}

// needed lists the program's files that the compiler reads.
func (s Sources) needed() []string {
	files := slices.Concat(s.Files, s.Outside)
	for _, e := range s.Embeds {
		files = append(files, e.Files...)
	}
	for _, f := range s.Folders {
		files = append(files, f.Files...)
		for _, e := range f.Embeds {
			for _, name := range e.Files {
				files = append(files, path.Join(f.Dir, name))
			}
		}
	}
	return files
}

// Select finds the files in the root of program that the go command would build for js/wasm: no tests, nothing that a
// //go:build line or a file name excludes. A program that cannot be one is a *[CompileError].
func Select(program fs.FS) (Sources, error) {
	rules, found, err := read(program)
	if err != nil {
		return Sources{}, err
	}
	if len(found.GoFiles) == 0 && len(found.TestGoFiles)+len(found.XTestGoFiles) > 0 {
		return Sources{}, selectError(".", &build.NoGoError{})
	}
	if found.Name != "main" && len(found.GoFiles) > 0 {
		return Sources{}, refuse(Diagnostic{File: found.GoFiles[0], Line: 1, Message: fmt.Sprintf("this is package %s: a program is package main", found.Name)})
	}
	if err := unfit(program, rules, found); err != nil {
		return Sources{}, err
	}
	s := Sources{Files: found.GoFiles, Imports: inOrder(found.ImportPos), Debug: debugSettings(found.Directives)}
	s.Own = ownPath(program)
	if s.Embeds, err = findEmbeds(program, found.EmbedPatternPos); err != nil {
		return Sources{}, err
	}
	return s, s.addFolders(program, rules)
}

// rulesFor gives go/build's rules for js/wasm over a file system of our own.
func rulesFor(program fs.FS) *build.Context {
	rules := build.Default
	rules.GOOS, rules.GOARCH, rules.Compiler, rules.CgoEnabled = "js", "wasm", "gc", false
	rules.BuildTags, rules.ToolTags = nil, []string{"goexperiment." + Experiments}
	rules.GOROOT, rules.GOPATH = "", ""
	rules.JoinPath = path.Join
	rules.IsAbsPath = path.IsAbs
	rules.HasSubdir = func(string, string) (string, bool) { return "", false }
	rules.IsDir = func(name string) bool {
		info, err := fs.Stat(program, name)
		return err == nil && info.IsDir()
	}
	rules.OpenFile = func(name string) (io.ReadCloser, error) { return program.Open(name) }
	rules.ReadDir = func(name string) ([]fs.FileInfo, error) { return readDir(program, name) }
	return &rules
}

func readDir(program fs.FS, name string) ([]fs.FileInfo, error) {
	entries, err := fs.ReadDir(program, name)
	if err != nil {
		return nil, err
	}
	var infos []fs.FileInfo
	for _, entry := range entries {
		info, err := entry.Info()
		if err != nil {
			return nil, err
		}
		infos = append(infos, info)
	}
	return infos, nil
}

// selectError says what is wrong with the files of a folder.
func selectError(dir string, err error) error {
	var none *build.NoGoError
	var several *build.MultiplePackageError
	switch {
	case errors.As(err, &none):
		return refuse(Diagnostic{Message: "the program has no Go file that can be built for js/wasm"})
	case errors.As(err, &several) && len(several.Files) > 1:
		return refuse(Diagnostic{File: path.Join(dir, several.Files[1]), Line: 1, Message: fmt.Sprintf("this file is of package %s, but %s is of package %s: a folder is one package",
			several.Packages[1], several.Files[0], several.Packages[0])})
	}
	if faults := syntax(err); faults != err {
		return faults
	}
	return fmt.Errorf("reading the program: %w", err)
}

// unfit refuses what the go command would leave out in silence or what only it can build.
func unfit(program fs.FS, rules *build.Context, p *build.Package) error {
	for _, taken := range []string{CompanionName, testMainFile} {
		if slices.Contains(slices.Concat(p.GoFiles, p.TestGoFiles, p.XTestGoFiles), taken) {
			return refuse(Diagnostic{File: path.Join(p.Dir, taken), Line: 1, Message: "this name is taken by a file that programs are built with: name yours otherwise"})
		}
	}
	if foreign := slices.Concat(p.SFiles, p.SysoFiles); len(foreign) > 0 {
		return refuse(Diagnostic{File: path.Join(p.Dir, foreign[0]), Line: 1, Message: "assembly and object files cannot be built for the page"})
	}
	return refuseC(program, rules, p)
}

// refuseC refuses a file that was left out in silence because it imports "C".
func refuseC(program fs.FS, rules *build.Context, p *build.Package) error {
	for _, name := range p.IgnoredGoFiles {
		if place, uses := usesC(program, rules, p.Dir, name); uses {
			return refuse(at(place, `import "C": C code cannot be built for the page`))
		}
	}
	return nil
}

func byPlace(a, b token.Position) int {
	return cmp.Or(cmp.Compare(a.Filename, b.Filename), cmp.Compare(a.Offset, b.Offset))
}

func debugSettings(directives []build.Directive) []string {
	var settings []string
	for _, d := range directives {
		if setting, is := strings.CutPrefix(d.Text, "//go:debug "); is {
			settings = append(settings, strings.TrimSpace(setting))
		}
	}
	return settings
}
