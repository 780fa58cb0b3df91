//go:build !embed

package main

import "io/fs"

const (
	defaultDir = "dist"
	dirNote    = ""
)

// carriedSite is for binaries built with -tags embed; parseOptions refuses an
// empty -dir in the others.
func carriedSite() (fs.FS, error) { return folder(""), nil }
