// Package archive reads a corpus of PEPs from a .tar, .tar.gz, .tar.xz or .zip:
// what git archive and GitHub make, or anybody by hand. It keeps the files that
// package peps wants and guards against archives made to exhaust the machine.
// It runs in the page too.
package archive

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"

	// The maintained fork of xi2/xz under a licence that everybody accepts (0BSD;
	// therootcompany/xz has the same code under CC0). It only unpacks, in plain
	// Go, and it bounds the memory that an archive may ask for.
	"github.com/mikelolasagasti/xz"

	"github.com/ahiru-dev/ahiru/wasm/peps"
)

// Limits bound what an archive may make of itself. A single file above
// peps.MaxFile is left out; above these the reading stops.
type Limits struct {
	Total   int64 // bytes, unpacked
	Entries int   // files and folders
	Ratio   int64 // unpacked bytes to packed ones, once there is a MiB of them
}

// DefaultLimits let a whole checkout with its history pass: packed text of PEPs
// has a ratio of four to eight.
var DefaultLimits = Limits{Total: 512 << 20, Entries: 100_000, Ratio: 200}

// ratioFrom is how much must be unpacked before the ratio is asked for: a file
// of blanks is no bomb.
const ratioFrom = 1 << 20

// ErrFormat says that the data is no archive of a format that is read.
var ErrFormat = peps.NewFault(peps.NoArchive)

// Read reads a corpus from an archive of size bytes; the format is told by its
// content, not by a name. Commit and date come from the comment that git
// archive leaves. What cannot be read is a problem in the source, and the rest
// is read all the same; the error says that there is no archive at all.
func Read(r io.ReaderAt, size int64, limits Limits) (peps.Source, error) {
	head := make([]byte, min(size, 6))
	if _, err := r.ReadAt(head, 0); err != nil && err != io.EOF {
		return peps.Source{}, fmt.Errorf("reading the archive: %w", err)
	}
	packed := &counter{r: io.NewSectionReader(r, 0, size)}
	switch {
	case bytes.HasPrefix(head, []byte("PK")):
		return readZip(r, size, limits)
	case bytes.HasPrefix(head, []byte("\x1f\x8b")):
		unpacked, err := gzip.NewReader(packed)
		if err != nil {
			return peps.Source{}, ErrFormat.Because(peps.NewFault(peps.BrokenGzip).Because(err))
		}
		return readTar(&guard{r: unpacked, packed: packed, limits: limits}, limits)
	case bytes.HasPrefix(head, []byte("\xfd7zXZ\x00")):
		unpacked, err := xz.NewReader(packed, xz.DefaultDictMax)
		if err != nil {
			return peps.Source{}, ErrFormat.Because(peps.NewFault(peps.BrokenXZ).Because(err))
		}
		return readTar(&guard{r: unpacked, packed: packed, limits: limits}, limits)
	}
	return readTar(&guard{r: packed, packed: packed, limits: limits}, limits)
}
