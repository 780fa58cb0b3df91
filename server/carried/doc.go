// Package carried makes a built site small enough to lie inside a program, and
// gives it back whole: every file, byte by byte.
//
// What a site holds more than once is carried once. A file that has a gzip copy
// is unpacked from it when it is asked for as it is, which few clients do. A
// page in one file is its text in gzip, with holes: the programs that it spells out in
// base64 are the gzip copies of files of the same site. The brotli copies are
// carried as they are, since they are what most readers get and to make them
// takes minutes. The zstd copies stay behind: whoever takes zstd takes brotli.
package carried

import "io/fs"

// indexName is the file that says which files are made, and of what. It is no
// file of the site.
const indexName = "carried.json"

// An index lists the files that are made when they are asked for, with the
// sizes that they will have.
type index struct {
	Unpacked map[string]int64 `json:"unpacked"` // from the gzip copy
	Filled   map[string]int64 `json:"filled"`   // from what is carried, and others
}

// gzipSuffix is what a gzip copy adds to the name of its file; zstdSuffix
// stands at the end of copies that are not carried.
const (
	gzipSuffix = ".gz"
	zstdSuffix = ".zst"
)

// hole stands on both sides of the name of a file whose bytes belong there, in
// base64. No text holds it.
const hole = "\x00"

func regular(site fs.FS, name string) bool {
	info, err := fs.Stat(site, name)
	return err == nil && info.Mode().IsRegular()
}
