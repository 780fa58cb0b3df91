package toolchain

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// listed is what `go list` says of a package.
type listed struct {
	ImportPath string
	Name       string
	Dir        string
	Export     string
	Standard   bool
	Imports    []string
	Module     *struct{ Main bool }
	Error      *struct{ Err string }
}

// list has the archives of packages and of all they import built, or taken from the build cache. What does not exist
// is left out of the index: the plan says where it was asked for.
func (r release) list(ctx context.Context, packages []string) (Index, error) {
	args := []string{"list", "-e", "-trimpath", "-deps", "-export",
		"-json=ImportPath,Name,Dir,Export,Standard,Imports,Module,Error", "--"}
	output, err := r.goCommand(ctx, append(args, available(packages)...)...)
	if err != nil {
		return nil, fmt.Errorf("building the packages that the program imports: %w", err)
	}
	index := Index{}
	for decoder := json.NewDecoder(strings.NewReader(output)); ; {
		var p listed
		switch err := decoder.Decode(&p); {
		case errors.Is(err, io.EOF):
			return index, nil
		case err != nil:
			return nil, fmt.Errorf("reading what go list printed: %w", err)
		case p.Error != nil && p.Dir == "":
			continue
		case p.Error != nil:
			return nil, fmt.Errorf("building package %s, which the program needs: %s", p.ImportPath, p.Error.Err)
		}
		own := p.Standard || p.Module != nil && p.Module.Main
		index[p.ImportPath] = Package{Imports: p.Imports, Archive: p.Export, Importable: own && p.Name != "main"}
	}
}

// available leaves out what go list would take for something else than an import path: a folder, a pattern, a list of
// files, a version.
func available(packages []string) []string {
	var paths []string
	for _, path := range packages {
		strange := path == "" || strings.ContainsAny(path, "@* \\") || strings.Contains(path, "...") ||
			strings.HasSuffix(path, ".go") || strings.HasPrefix(path, "/") || strings.HasPrefix(path, ".") ||
			path == StandIn || path == "all" || path == "std" || path == "cmd" || path == "main" || path == "tool" || path == "work"
		if !strange {
			paths = append(paths, path)
		}
	}
	return paths
}
