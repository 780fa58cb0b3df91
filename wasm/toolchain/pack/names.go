package pack

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/importer"
	"go/token"
	"go/types"
	"io"
)

// exportedNames reads the names that each package offers out of its export data, given by import path.
func exportedNames(paths []string, exports map[string][]byte) ([]byte, error) {
	lookup := func(path string) (io.ReadCloser, error) {
		text, known := exports[path]
		if !known {
			return nil, fmt.Errorf("no export data of package %s", path)
		}
		return io.NopCloser(bytes.NewReader(text)), nil
	}
	reader := importer.ForCompiler(token.NewFileSet(), "gc", lookup)
	var list []Names
	for _, path := range paths {
		p, err := reader.Import(path)
		if err != nil {
			return nil, fmt.Errorf("reading the names of package %s: %w", path, err)
		}
		list = append(list, Names{path, p.Name(), exported(p)})
	}
	return json.Marshal(list)
}

func exported(p *types.Package) []string {
	names := []string{}
	for _, name := range p.Scope().Names() { // sorted
		if token.IsExported(name) {
			names = append(names, name)
		}
	}
	return names
}
