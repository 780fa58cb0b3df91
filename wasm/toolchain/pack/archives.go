package pack

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ahiru-dev/ahiru/wasm/toolchain"
)

// A compiled is one package as the go command has compiled it.
type compiled struct {
	ImportPath string
	Name       string
	Standard   bool
	Export     string // the archive's file
	Imports    []string
	Deps       []string
	Module     *struct{ Main bool }
	Error      *struct{ Err string }
}

// importable says whether a program may name the package.
func (p compiled) importable() bool {
	elements := strings.Split(p.ImportPath, "/")
	inside := slices.Contains(elements, "internal") || elements[0] == "vendor"
	return !inside && p.Name != "main" && (p.Standard || p.Module != nil && p.Module.Main)
}

// compileArchives has all packages of the standard library, the libraries and all that these import compiled for
// js/wasm. (For this architecture the compiler writes no debugging data unless asked.)
func (m *maker) compileArchives(ctx context.Context, libraries []string) ([]compiled, error) {
	args := []string{"list", "-trimpath", "-deps", "-export",
		"-json=ImportPath,Name,Standard,Export,Imports,Deps,Module,Error", "--", "std"}
	counted, err := m.count(ctx, nil, append([]string{"std"}, libraries...)...)
	if err != nil {
		return nil, err
	}
	output, err := m.countedCommand(ctx, counted, append(args, libraries...))
	if err != nil {
		return nil, fmt.Errorf("compiling the packages for the page: %w", err)
	}
	var list []compiled
	for decoder := json.NewDecoder(bytes.NewReader(output)); ; {
		var p compiled
		switch err := decoder.Decode(&p); {
		case errors.Is(err, io.EOF):
			return list, nil
		case err != nil:
			return nil, fmt.Errorf("reading what go list printed: %w", err)
		case p.Error != nil:
			return nil, fmt.Errorf("compiling package %s: %s", p.ImportPath, p.Error.Err)
		}
		list = append(list, p)
	}
}

// standIn compiles the package that stands in for runtime/pprof, in the folder dir.
func (m *maker) standIn(ctx context.Context, list []compiled, dir string) (compiled, error) {
	archives, deps := map[string]string{}, map[string][]string{}
	for _, c := range list {
		archives[c.ImportPath], deps[c.ImportPath] = c.Export, c.Deps
	}
	made, err := toolchain.CompileStandIn(ctx, dir, func(path string) string { return archives[path] })
	if err != nil {
		return compiled{}, err
	}
	c := compiled{ImportPath: toolchain.StandIn, Name: "pprof", Export: made.Archive, Imports: made.Imports}
	for _, path := range made.Imports {
		c.Deps = append(append(c.Deps, path), deps[path]...)
	}
	return c, nil
}

// libraries are the patterns of the lesson libraries that this module has.
func (m *maker) libraries() []string {
	var patterns []string
	for _, name := range toolchain.Libraries {
		if info, err := os.Stat(filepath.Join(m.Root, "wasm", name)); err == nil && info.IsDir() {
			patterns = append(patterns, "./wasm/"+name)
		}
	}
	return patterns
}

// The format of archives, as cmd/internal/archive describes it.
const (
	archiveMagic  = "!<arch>\n"
	headerSize    = 60
	nameSize      = 16
	sizeAt        = 48
	exportSection = "__.PKGDEF"
)

// split parts an archive in two: what the compiler reads of an import, and what the linker reads.
func split(archive []byte) (export, link []byte, err error) {
	rest, is := bytes.CutPrefix(archive, []byte(archiveMagic))
	if !is {
		return nil, nil, errors.New("this is no archive")
	}
	export, link = []byte(archiveMagic), []byte(archiveMagic)
	for len(rest) > 0 {
		if len(rest) < headerSize {
			return nil, nil, errors.New("the archive breaks off in a header")
		}
		var size int
		if _, err := fmt.Sscanf(string(rest[sizeAt:headerSize]), "%d", &size); err != nil || size < 0 {
			return nil, nil, fmt.Errorf("the archive has a section of no size: %q", rest[:headerSize])
		}
		size += size & 1 // sections begin at even places
		if headerSize+size > len(rest) {
			return nil, nil, errors.New("the archive breaks off in a section")
		}
		section := rest[:headerSize+size]
		rest = rest[headerSize+size:]
		if strings.TrimSpace(string(section[:nameSize])) == exportSection {
			export = append(export, section...)
		} else {
			link = append(link, section...)
		}
	}
	return export, link, nil
}
