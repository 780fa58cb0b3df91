package toolchain

import (
	"context"
	_ "embed" // the source is a file
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// StandIn is where an index has the small package that the companion gets in the place of runtime/pprof. No program
// can import it by this name.
const StandIn = "ahiru/pprof"

// profiles is the package that StandIn stands for, by whose name it is linked.
const profiles = "runtime/pprof"

//go:embed _companion/pprof/pprof.go
var standInSource string

// standInImports are the packages that StandIn imports.
var standInImports = []string{"io", "runtime"}

// CompileStandIn compiles StandIn in the folder dir from the archives of what it imports, given by import path, and
// gives its entry in an index.
func CompileStandIn(ctx context.Context, dir string, archive func(path string) string) (Package, error) {
	r, err := findRelease(ctx, dir)
	if err != nil {
		return Package{}, err
	}
	return r.compileStandIn(ctx, dir, archive)
}

func (r release) compileStandIn(ctx context.Context, dir string, archive func(path string) string) (Package, error) {
	dir, err := filepath.EvalSymlinks(dir) // the compiler trims the folder by its real name
	if err != nil {
		return Package{}, fmt.Errorf("finding the folder to build in: %w", err)
	}
	const source, packages, out = "pprof.go", "ahiru_pprof.cfg", "ahiru_pprof.a"
	for name, text := range map[string]string{source: standInSource, packages: config(standInImports, archive)} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			return Package{}, fmt.Errorf("laying out the companion's profiles: %w", err)
		}
	}
	// -std: what it has is no more a program's to pull than the rest of the standard library.
	args := []string{"-p", profiles, "-std", "-pack", "-dwarf=false", "-lang=" + r.language(), "-trimpath", dir + "=>",
		"-importcfg", packages, "-o", out, "./" + source}
	if err := r.tool(ctx, "compile", dir, args); err != nil {
		return Package{}, fmt.Errorf("compiling the companion's profiles: %w", err)
	}
	return Package{Imports: standInImports, Archive: filepath.Join(dir, out)}, nil
}

// withProfiles puts runtime/pprof in the place of what stands in for it, where the program links that itself.
func withProfiles(paths []string, linked bool) []string {
	if !linked {
		return paths
	}
	paths = slices.Clone(paths)
	for i, path := range paths {
		if path == StandIn {
			paths[i] = profiles
		}
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}
