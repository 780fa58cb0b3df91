package gotools

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// A Package is what the index says of one that programs may import.
type Package struct {
	Path  string   `json:"path"`
	Name  string   `json:"name"`
	Names []string `json:"names"` // exported, of package level
}

// Tools remembers the indexes that it was given.
type Tools struct {
	indexes map[string]index
}

// An index finds packages by path and by name.
type index struct {
	byPath map[string]Package
	byName map[string][]Package
}

// A Learning hands an index over: packages under a key of the caller's choice.
type Learning struct {
	Key      string    `json:"key"`
	Packages []Package `json:"packages"`
}

// Learn keeps an index for later questions: it is large, and crosses into the
// page's Go once.
func (t *Tools) Learn(_ context.Context, l Learning) (bool, error) {
	if l.Key == "" || len(l.Packages) == 0 {
		return false, fmt.Errorf("an index needs a key and packages: this one is %q with %d", l.Key, len(l.Packages))
	}
	in := index{map[string]Package{}, map[string][]Package{}}
	for _, p := range l.Packages {
		in.byPath[p.Path] = p
		in.byName[p.Name] = append(in.byName[p.Name], p)
	}
	for name := range maps.Keys(in.byName) {
		slices.SortFunc(in.byName[name], preferred)
	}
	t.indexes = map[string]index{l.Key: in} // an older one is not asked for again
	return true, nil
}

// preferred orders packages of one name: the standard library first, then
// version 2 before version 1 and math before crypto (a program here that says
// rand.Int wants no big numbers), then the shorter path.
func preferred(a, b Package) int {
	return cmp.Or(
		cmp.Compare(foreign(a.Path), foreign(b.Path)),
		cmp.Compare(rank(a.Path), rank(b.Path)),
		cmp.Compare(strings.Count(a.Path, "/"), strings.Count(b.Path, "/")),
		cmp.Compare(len(a.Path), len(b.Path)),
		cmp.Compare(a.Path, b.Path),
	)
}

// foreign is 1 for paths that begin with a host, as those outside the standard
// library do.
func foreign(path string) int {
	first, _, _ := strings.Cut(path, "/")
	if strings.Contains(first, ".") {
		return 1
	}
	return 0
}

// rank settles which of several packages of one name is meant when each has
// what the program uses.
func rank(path string) int {
	switch path {
	case "math/rand/v2", "text/template", "text/scanner", "runtime/pprof", "encoding/json":
		return 0
	}
	return 1
}

// find gives the best package of this name that exports all of want.
func (in index) find(name string, want map[string]bool) (Package, bool) {
	for _, p := range in.byName[name] {
		if p.exports(want) {
			return p, true
		}
	}
	return Package{}, false
}

func (p Package) exports(want map[string]bool) bool {
	for name := range want {
		if !slices.Contains(p.Names, name) {
			return false
		}
	}
	return true
}

// nameOf is the name by which an import of path is used where it has none of
// its own: the package's, or for a path that is not in the index its last
// element without a version.
func (in index) nameOf(path string) string {
	if p, ok := in.byPath[path]; ok {
		return p.Name
	}
	parts := strings.Split(path, "/")
	last := parts[len(parts)-1]
	if len(parts) > 1 && len(last) > 1 && last[0] == 'v' && strings.Trim(last[1:], "0123456789") == "" {
		last = parts[len(parts)-2]
	}
	return last
}
