package pack

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"go/version"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ahiru-dev/ahiru/wasm/toolchain"
)

// A Builder makes packs.
type Builder struct {
	Root string                 // folder of the module with the lesson libraries
	Step func(Step) error       // told of each of the Steps as it begins
	Far  func(n, of int)        // told how many packages of how many a step has done, one call at a time
	Warn func(complaint string) // told when this Go release does not take an edit
}

// A Step is a part of the work, by the name under which pages have words for it.
type Step string

// What Make does, in order.
const (
	Packages Step = "packages" // compiles the standard library and the lesson libraries
	Tools    Step = "tools"    // builds the compiler and the linker
	Planner  Step = "planner"  // builds the planner
	Split    Step = "split"    // splits the packages into files
)

// Steps are all of them.
var Steps = []Step{Packages, Tools, Planner, Split}

// A maker is a Builder at work with one release of Go.
type maker struct {
	Builder
	goroot  string
	version string
}

// Make builds the pack. The same release and the same libraries give the same bytes.
func (b Builder) Make(ctx context.Context) (*Pack, error) {
	m := &maker{Builder: b}
	if err := m.askRelease(ctx); err != nil {
		return nil, err
	}
	p := &Pack{Index: Index{Format: Format, Go: m.version, Language: version.Lang(m.version), Packages: map[string]Package{}}}
	if err := m.Step(Packages); err != nil {
		return nil, err
	}
	list, err := m.compileArchives(ctx, m.libraries())
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "ahiru-pack-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	standIn, err := m.standIn(ctx, list, dir)
	if err != nil {
		return nil, err
	}
	list = append(list, standIn)
	if err := m.Step(Tools); err != nil {
		return nil, err
	}
	tools, err := m.buildTools(ctx, ladder)
	if err != nil {
		return nil, err
	}
	p.Index.Parks, p.Index.Plain = tools.parks, tools.plain
	p.Index.Compile, p.Index.Link = p.add("compile.wasm", tools.compile), p.add("link.wasm", tools.link)
	if err := m.Step(Planner); err != nil {
		return nil, err
	}
	planner, err := m.buildPlanner(ctx)
	if err != nil {
		return nil, err
	}
	p.Index.Planner = p.add("planner.wasm", planner)
	if err := m.Step(Split); err != nil {
		return nil, err
	}
	return p, p.addPackages(list, m.Far)
}

func (m *maker) askRelease(ctx context.Context) error {
	output, err := m.goCommand(ctx, "env", "-json", "GOROOT", "GOVERSION")
	var env struct{ GOROOT, GOVERSION string }
	if err == nil {
		err = json.Unmarshal(output, &env)
	}
	if err != nil {
		return fmt.Errorf("asking Go for its release: %w", err)
	}
	m.goroot, m.version = env.GOROOT, env.GOVERSION
	return nil
}

// buildPlanner builds our own part: what says which packages a program needs.
func (m *maker) buildPlanner(ctx context.Context) ([]byte, error) {
	dir, err := os.MkdirTemp("", "ahiru-planner-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	out := filepath.Join(dir, "planner.wasm")
	// Nothing is inlined: it answers in a few milliseconds either way, and is a seventh smaller.
	flags := []string{"-trimpath", "-buildvcs=false", "-gcflags=all=-l", "-ldflags=-s -w"}
	source := "./wasm/cmd/" + PlannerName
	counted, err := m.count(ctx, nil, source)
	if err != nil {
		return nil, err
	}
	if _, err := m.countedCommand(ctx, counted, append(append([]string{"build"}, flags...), "-o", out, source)); err != nil {
		return nil, err
	}
	return os.ReadFile(out)
}

// PlannerName is the folder of wasm/cmd that the pack's planner is built from.
const PlannerName = "toolchain"

// addPackages splits each archive and puts the parts into files: what every program links into one, all else apart.
func (p *Pack) addPackages(list []compiled, told func(n, of int)) error {
	common := everyProgram(list)
	var together []byte
	exports := map[string][]byte{}
	var importable []string
	for n, c := range list {
		told(n, len(list))
		found := Package{Imports: c.Imports, Importable: c.importable()}
		if c.Export != "" {
			archive, err := os.ReadFile(c.Export)
			if err != nil {
				return fmt.Errorf("reading the archive of package %s: %w", c.ImportPath, err)
			}
			export, link, err := split(archive)
			if err != nil {
				return fmt.Errorf("splitting the archive of package %s: %w", c.ImportPath, err)
			}
			exports[c.ImportPath] = export
			name := strings.ReplaceAll(c.ImportPath, "/", "_")
			if slices.Contains(common, c.ImportPath) {
				found.Link = &Place{File: -1, From: len(together), Size: len(link)}
				together = append(together, link...)
			} else {
				found.Link = &Place{File: p.add(name+".o", link), Size: len(link)}
			}
			if found.Importable || slices.Contains(toolchain.Hidden(), c.ImportPath) {
				found.Export = &Place{File: p.add(name+".x", export), Size: len(export)}
			}
			if found.Importable {
				importable = append(importable, c.ImportPath)
			}
		}
		p.Index.Packages[c.ImportPath] = found
	}
	every := p.add("every.o", together)
	for _, found := range p.Index.Packages {
		if found.Link != nil && found.Link.File < 0 {
			found.Link.File = every
		}
	}
	slices.Sort(importable)
	names, err := exportedNames(importable, exports)
	if err != nil {
		return err
	}
	p.Index.Names = p.add("names.json", names)
	return p.complete()
}

// complete makes sure that every package's imports are there: a build that finds out later fails on a reader.
func (p *Pack) complete() error {
	var missing []error
	for path, found := range p.Index.Packages {
		for _, needed := range found.Imports {
			if _, known := p.Index.Packages[needed]; !known {
				missing = append(missing, fmt.Errorf("package %s imports %s, which go list did not list", path, needed))
			}
		}
	}
	return errors.Join(missing...)
}

// everyProgram lists what is linked into every program.
func everyProgram(list []compiled) []string {
	deps := map[string][]string{}
	for _, c := range list {
		deps[c.ImportPath] = c.Deps
	}
	var all []string
	for _, root := range (toolchain.Sources{}).Roots() {
		all = append(append(all, root), deps[root]...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}
