package carried

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"path"
	"sync"
	"time"
)

// A file is one that is made of others. Its size is known before.
type file struct {
	name string
	size int64
	made func() (*bytes.Reader, error)
}

var _ io.ReadSeekCloser = file{}

func newFile(name string, size int64, make func(name string, size int64) ([]byte, error)) file {
	return file{name, size, sync.OnceValues(func() (*bytes.Reader, error) {
		contents, err := make(name, size)
		if err == nil && int64(len(contents)) != size {
			err = fmt.Errorf("%d bytes, want %d", len(contents), size)
		}
		if err != nil {
			return nil, fmt.Errorf("making %s of what is carried: %w", name, err)
		}
		return bytes.NewReader(contents), nil
	})}
}

func (f file) Read(p []byte) (int, error) {
	contents, err := f.made()
	if err != nil {
		return 0, err
	}
	return contents.Read(p)
}

func (f file) Seek(offset int64, whence int) (int64, error) {
	contents, err := f.made()
	if err != nil {
		return 0, err
	}
	return contents.Seek(offset, whence)
}

func (file) Close() error                 { return nil }
func (f file) Stat() (fs.FileInfo, error) { return info{path.Base(f.name), f.size}, nil }

// info has no time, as that of an embedded file.
type info struct {
	name string
	size int64
}

func (i info) Name() string     { return i.name }
func (i info) Size() int64      { return i.size }
func (info) Mode() fs.FileMode  { return 0o444 }
func (info) ModTime() time.Time { return time.Time{} }
func (info) IsDir() bool        { return false }
func (info) Sys() any           { return nil }
