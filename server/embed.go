//go:build embed

package main

import (
	"embed"
	"io/fs"
)

// A binary with -tags embed carries a copy of dist/, put into site/ before
// the build, and serves it unless -dir names a folder.
const (
	defaultDir = ""
	dirNote    = " instead of the one inside this binary"
)

//go:embed all:site
var carried embed.FS

func carriedSite() fs.FS {
	site, err := fs.Sub(carried, "site")
	if err != nil {
		panic(err) // "site" is a valid path: cannot happen
	}
	return site
}
