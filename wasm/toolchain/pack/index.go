package pack

import (
	"crypto/sha256"
	"encoding/hex"
)

// Format is the number of the index's shape. A page that knows another one asks for a reload.
const Format = 1

// An Index says what a pack holds. It is toolchain/index.json of the site.
type Index struct {
	Format   int    `json:"format"`
	Go       string `json:"go"`       // the release, such as "go1.26.8"
	Language string `json:"language"` // its language version, such as "go1.26"
	Parks    bool   `json:"parks"`    // the tools can be started ahead
	Plain    string `json:"plain,omitempty"`

	Files    []Entry            `json:"files"`
	Compile  int                `json:"compile"` // which file it is, as the next three
	Link     int                `json:"link"`
	Planner  int                `json:"planner"`
	Names    int                `json:"names"`
	Packages map[string]Package `json:"packages"` // by import path
}

// An Entry is one file of the pack as it is stored: compressed with gzip under its name, and in brotli beside that.
type Entry struct {
	Name   string `json:"name"`   // below the site's root
	SHA256 string `json:"sha256"` // of the contents, uncompressed
	Bytes  int    `json:"bytes"`  // uncompressed
	Gzip   int    `json:"gzip"`
	Brotli int    `json:"brotli"`
}

// A Package is where a compiled package is found.
type Package struct {
	Imports    []string `json:"imports,omitempty"`
	Importable bool     `json:"importable,omitempty"` // by programs
	Export     *Place   `json:"export,omitempty"`     // what the compiler reads of it, where a program may import it
	Link       *Place   `json:"link,omitempty"`       // what the linker reads
}

// A Place is a part of a file of the pack.
type Place struct {
	File int `json:"file"`
	From int `json:"from"`
	Size int `json:"size"`
}

// Names are the exported names of a package.
type Names struct {
	Path    string   `json:"path"`
	Name    string   `json:"name"`
	Exports []string `json:"exports"`
}

// A File is one file of the pack, not yet compressed.
type File struct {
	Name     string // such as "compile.wasm"
	Contents []byte
}

// A Pack is an index whose entries have no names yet, and the files in the order of the entries.
type Pack struct {
	Index Index
	Files []File
}

// add appends a file and gives its number.
func (p *Pack) add(name string, contents []byte) int {
	sum := sha256.Sum256(contents)
	p.Files = append(p.Files, File{name, contents})
	p.Index.Files = append(p.Index.Files, Entry{SHA256: hex.EncodeToString(sum[:]), Bytes: len(contents)})
	return len(p.Files) - 1
}
