package archive

import (
	"archive/zip"
	"errors"
	"fmt"
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
		return src, fmt.Errorf("%w: %w", ErrFormat, err)
	}
	src.Commit = commit(z.Comment)
	var newest time.Time
	var total int64
	for n, f := range z.File {
		if n >= limits.Entries {
			cutShort(&src, fmt.Errorf("it has more than %d entries", limits.Entries))
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
			cutShort(&src, fmt.Errorf("%w: more than %d MiB", errBomb, limits.Total>>20))
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
		return file, errors.New("it is encrypted")
	}
	if !f.Mode().IsRegular() {
		return file, errors.New("it is a link or special file in the archive")
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
