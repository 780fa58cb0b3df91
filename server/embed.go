//go:build embed

package main

import (
	"embed"
	"io/fs"

	"github.com/ahiru-dev/ahiru/server/carried"
)

// A binary with -tags embed carries what cmd/carry has put into site/ before
// the build, and serves it unless -dir names a folder.
const (
	defaultDir = ""
	dirNote    = " instead of the one inside this binary"
)

//go:embed all:site
var packed embed.FS

func carriedSite() (fs.FS, error) {
	site, err := fs.Sub(packed, "site")
	if err != nil {
		return nil, err
	}
	return carried.Open(site)
}
