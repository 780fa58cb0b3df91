package toolchain

import (
	"cmp"
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A Package is what a build needs to know of an importable package.
type Package struct {
	Imports    []string // resolved import paths
	Archive    string   // where its compiled archive is; package unsafe has none
	Export     string   // where its export data is, when that is apart from Archive
	Importable bool     // false: it is only there because others need it
}

// An Index knows packages by import path, each with all it imports.
type Index map[string]Package

// Names of a build's files in its working folder: none that a program embeds by chance.
const (
	compileConfig = "ahiru_compile.cfg"
	linkConfig    = "ahiru_link.cfg"
	embedFile     = "ahiru_embed.json"
	mainArchive   = "ahiru_main.a"
	// ModuleFile is where the linker leaves the WebAssembly module.
	ModuleFile = "ahiru_main.wasm"
)

// A Plan is a build that can be carried out anywhere: write Files and the program's own files into one empty folder and
// take Steps there, one after the other.
type Plan struct {
	Files    map[string]string // by name in the working folder
	Packages []string          // import paths of all that is linked in, sorted
	sources  Sources
	exports  []string // files with the export data of what is imported
	archives []string // files of all that is linked in
	link     []string // arguments of the linker
}

// A Step is one run of a tool in the working folder.
type Step struct {
	Tool  string // "compile" or "link"
	Args  []string
	Reads []string // files of the index that it reads, sorted
	Makes string   // the file that it leaves
}

// Roots lists the packages that a build of these sources names: their imports, those of the companion and the
// runtime. An index for [Sources.Plan] holds them and all they import.
func (s Sources) Roots() []string {
	roots := append(s.named(), "runtime")
	slices.Sort(roots)
	return slices.Compact(roots)
}

// named lists what is imported by name: all that the compiler reads of packages.
func (s Sources) named() []string {
	named := companionImports()
	if s.Tests != nil {
		named = append(named, testMainImports...)
	}
	for _, i := range s.imports() {
		named = append(named, i.Path)
	}
	slices.Sort(named)
	return slices.Compact(named)
}

// Plan says how the program is built from the archives of index. Imports that a program may not have are a
// *[CompileError] that names each with its place.
func (s Sources) Plan(index Index) (Plan, error) {
	if err := s.checkImports(index); err != nil {
		return Plan{}, err
	}
	packages, err := index.closure(s.Roots())
	if err != nil {
		return Plan{}, err
	}
	linked := slices.Contains(packages, profiles)
	packages, named := withProfiles(packages, linked), withProfiles(s.named(), linked)
	plan := Plan{Packages: packages, sources: s}
	plan.exports, plan.archives = index.files(named, index.export), index.files(packages, index.archive)
	plan.Files = map[string]string{
		CompanionName: Companion,
		compileConfig: config(named, index.export),
		linkConfig:    config(packages, index.archive),
	}
	if err := errors.Join(plan.addEmbeds(embedFile, ".", s.Embeds), plan.addFolders()); err != nil {
		return Plan{}, err
	}
	plan.link = []string{"-importcfg", linkConfig, "-buildmode=exe", "-s", "-w"}
	if len(s.Debug) > 0 {
		plan.link = append(plan.link, "-X=runtime.godebugDefault="+strings.Join(s.Debug, ","))
	}
	plan.link = append(plan.link, "-o", ModuleFile, mainArchive)
	if s.Tests != nil {
		plan.addTests()
	}
	return plan, nil
}

// Steps gives the runs of compiler and linker in the absolute folder dir, which the module then knows nothing of.
func (p Plan) Steps(dir, language string) []Step {
	steps := p.folderSteps(dir, language)
	if p.sources.Tests != nil {
		steps = append(steps, p.testSteps(dir, language)...)
	} else {
		// The companion stands first: its init runs before all others.
		args := append(p.compile(dir, language, "main", mainArchive, embedFile), "./"+CompanionName)
		steps = append(steps, Step{"compile", append(args, arguments(p.sources.Files)...), p.exports, mainArchive})
	}
	return append(steps, Step{"link", p.link, p.archives, ModuleFile})
}

func (p Plan) compile(dir, language, path, out, embeds string) []string {
	args := []string{"-p", path, "-complete", "-pack", "-dwarf=false", "-lang=" + language,
		"-trimpath", dir + "=>", "-importcfg", compileConfig, "-o", out}
	if p.Files[embeds] != "" {
		args = append(args, "-embedcfg", embeds)
	}
	return args
}

func arguments(files []string) []string {
	var names []string
	for _, name := range files {
		names = append(names, "./"+name) // a name may begin with a dash
	}
	return names
}

func (s Sources) checkImports(index Index) error {
	faults := s.checkFolders(index)
	for _, i := range s.imports() {
		if why := refuseImport(i.Path, index); why != "" {
			if slices.Contains(s.Outside, i.At.Filename) {
				why += fmt.Sprintf("; the package under test is imported as %q here, the module path of go.mod or else \"play\"", s.Own)
			}
			faults = append(faults, at(i.At, why))
		}
	}
	if len(faults) > 0 {
		return refuse(faults...)
	}
	return nil
}

func refuseImport(path string, index Index) string {
	elements := strings.Split(path, "/")
	if slices.Contains(elements, "internal") || elements[0] == "vendor" {
		return fmt.Sprintf("import %q: use of internal package not allowed", path)
	}
	if !index[path].Importable {
		return fmt.Sprintf("import %q: there is no such package here: a program may import the standard library and Ahiru's lesson libraries%s", path, index.offered())
	}
	return ""
}

// offered names the lesson libraries where the index has them all.
func (index Index) offered() string {
	for importPath := range index {
		folder, is := strings.CutSuffix(importPath, "/"+Libraries[0])
		if is && !slices.ContainsFunc(Libraries, func(name string) bool { return !index[folder+"/"+name].Importable }) {
			return fmt.Sprintf(" (%s/: %s)", folder, strings.Join(Libraries, ", "))
		}
	}
	return ""
}

// closure gives the roots and all they import, sorted.
func (index Index) closure(roots []string) ([]string, error) {
	seen := map[string]bool{}
	for todo := slices.Clone(roots); len(todo) > 0; {
		path := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if seen[path] {
			continue
		}
		found, known := index[path]
		if !known {
			return nil, fmt.Errorf("no archive of package %s is at hand", path)
		}
		seen[path] = true
		todo = append(todo, found.Imports...)
	}
	return slices.Sorted(maps.Keys(seen)), nil
}

// config is an importcfg: where compiler or linker finds each package.
func config(packages []string, where func(path string) string) string {
	var text strings.Builder
	for _, path := range packages {
		file := where(path)
		if path == StandIn {
			path = profiles
		}
		if file != "" {
			fmt.Fprintf(&text, "packagefile %s=%s\n", path, file)
		}
	}
	return text.String()
}

// files lists where the packages are, without those that are nowhere.
func (index Index) files(packages []string, where func(path string) string) []string {
	var files []string
	for _, path := range packages {
		if file := where(path); file != "" {
			files = append(files, file)
		}
	}
	slices.Sort(files)
	return files
}

func (index Index) archive(path string) string { return index[path].Archive }

func (index Index) export(path string) string {
	return cmp.Or(index[path].Export, index[path].Archive)
}

func companionImports() []string {
	file, err := parser.ParseFile(token.NewFileSet(), CompanionName, Companion, parser.ImportsOnly)
	if err != nil {
		panic(err) // the companion is part of this package: a test parses it
	}
	var paths []string
	for _, spec := range file.Imports {
		path, _ := strconv.Unquote(spec.Path.Value)
		if path == profiles {
			path = StandIn
		}
		paths = append(paths, path)
	}
	return paths
}

// Hidden lists the packages that no program may import and that are imported all the same, by what is added to it.
func Hidden() []string {
	hidden := []string{StandIn}
	for _, path := range append(companionImports(), testMainImports...) {
		if slices.Contains(strings.Split(path, "/"), "internal") {
			hidden = append(hidden, path)
		}
	}
	return hidden
}
