package archive

import (
	"archive/tar"
	"io"
	"strings"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/peps"
)

// readTar reads a tar stream. Where it breaks off, what came before is kept.
func readTar(r io.Reader, limits Limits) (peps.Source, error) {
	var src peps.Source
	var newest time.Time
	t := tar.NewReader(r)
	for entries := 0; ; entries++ {
		h, err := t.Next()
		if err == io.EOF {
			if entries == 0 {
				return src, peps.NewFault(peps.EmptyArchive)
			}
			break
		}
		if err != nil && entries == 0 {
			return src, ErrFormat.Because(err)
		}
		if err == nil && entries >= limits.Entries {
			err = peps.NewFault(peps.ManyEntries, limits.Entries)
		}
		if err != nil {
			cutShort(&src, err)
			break
		}
		if h.Typeflag == tar.TypeXGlobalHeader {
			src.Commit = commit(h.PAXRecords["comment"])
			continue
		}
		if h.ModTime.After(newest) {
			newest = h.ModTime
		}
		addEntry(&src, h, t)
	}
	src.Date = dateOf(src.Commit, newest)
	return src, nil
}

// addEntry adds one file of a tar stream, if it is wanted.
func addEntry(src *peps.Source, h *tar.Header, r io.Reader) {
	name := cleanName(h.Name)
	if h.Typeflag == tar.TypeDir || !peps.Wanted(name) {
		return
	}
	file := peps.File{Path: name}
	if h.Typeflag != tar.TypeReg {
		src.Add(file, peps.NewFault(peps.Special))
		return
	}
	var err error
	file.Data, err = peps.ReadLimited(r)
	src.Add(file, err)
}

// cutShort notes that the rest of an archive could not be read.
func cutShort(src *peps.Source, err error) {
	fault := peps.NewFault(peps.CutShort)
	if n := len(src.Files); n > 0 {
		fault = peps.NewFault(peps.CutShortAfter, src.Files[n-1].Path)
	}
	src.Problems = append(src.Problems, peps.Problem{Fault: fault.Because(err)})
}

// cleanName is the path of an entry in the form that package peps expects.
// Names are only compared, never opened: they cannot lead anywhere.
func cleanName(name string) string {
	name = strings.ReplaceAll(name, `\`, "/")
	return strings.TrimLeft(strings.TrimPrefix(name, "./"), "/")
}
