package archive

import (
	"archive/zip"
	"io"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/peps"
)

// readZip reads a zip archive. Its files are independent of one another: one
// that is broken or a bomb is left out alone.
func readZip(r io.ReaderAt, size int64, limits Limits) (peps.Source, error) {
	var src peps.Source
	z, err := zip.NewReader(r, size)
	if err != nil {
		return src, ErrFormat.Because(err)
	}
	src.Commit = commit(z.Comment)
	var newest time.Time
	var total int64
	for n, f := range z.File {
		if n >= limits.Entries {
			cutShort(&src, peps.NewFault(peps.ManyEntries, limits.Entries))
			break
		}
		if f.Modified.After(newest) {
			newest = f.Modified
		}
		name := cleanName(f.Name)
		if !peps.Wanted(name) || f.FileInfo().IsDir() {
			continue
		}
		file, err := readZipped(f, name, limits)
		if total += int64(len(file.Data)); total > limits.Total {
			cutShort(&src, peps.NewFault(peps.BombSize, limits.Total>>20))
			break
		}
		src.Add(file, err)
	}
	src.Date = dateOf(src.Commit, newest)
	return src, nil
}

func readZipped(f *zip.File, name string, limits Limits) (peps.File, error) {
	file := peps.File{Path: name}
	if f.Flags&1 != 0 {
		return file, peps.NewFault(peps.Encrypted)
	}
	if !f.Mode().IsRegular() {
		return file, peps.NewFault(peps.Special)
	}
	unpacked, err := f.Open()
	if err != nil {
		return file, err
	}
	defer unpacked.Close()
	packed := &counter{n: int64(f.CompressedSize64)}
	file.Data, err = peps.ReadLimited(io.Reader(&guard{r: unpacked, packed: packed, limits: limits}))
	return file, err
}
