package carried

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
)

// A site is what Pack wrote, seen as what it was made from.
type site struct {
	packed fs.FS
	made   index
}

var _ fs.ReadDirFS = site{}

// Open gives the site back that Pack was given, but for its zstd copies.
func Open(packed fs.FS) (fs.FS, error) {
	text, err := fs.ReadFile(packed, indexName)
	if err != nil {
		return nil, fmt.Errorf("reading what is carried: %w", err)
	}
	s := site{packed: packed}
	if err := json.Unmarshal(text, &s.made); err != nil {
		return nil, fmt.Errorf("reading what is carried: %w", err)
	}
	return s, nil
}

// Open opens a file; one that is made is made when it is first read.
func (s site) Open(name string) (fs.File, error) {
	if size, is := s.made.Unpacked[name]; is {
		return newFile(name, size, s.unpack), nil
	}
	if size, is := s.made.Filled[name]; is {
		return newFile(name, size, s.fill), nil
	}
	if name == indexName {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return s.packed.Open(name)
}

// ReadDir lists what is carried, and not what is made of it.
func (s site) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(s.packed, name) }

func (s site) unpack(name string, size int64) ([]byte, error) {
	return s.unzip(name+gzipSuffix, size)
}

// unzip gives what a carried file in gzip holds, and fails when that is more than most.
func (s site) unzip(name string, most int64) ([]byte, error) {
	packed, err := s.packed.Open(name)
	if err != nil {
		return nil, err
	}
	defer packed.Close()
	unpacked, err := gzip.NewReader(packed)
	if err != nil {
		return nil, err
	}
	contents := bytes.NewBuffer(make([]byte, 0, most+bytes.MinRead))
	_, err = contents.ReadFrom(io.LimitReader(unpacked, most+1))
	return contents.Bytes(), err
}

func (s site) fill(name string, size int64) ([]byte, error) {
	text, err := s.unzip(name, size)
	if err != nil {
		return nil, err
	}
	contents := make([]byte, 0, size)
	for i, part := range bytes.Split(text, []byte(hole)) {
		if i%2 == 0 {
			contents = append(contents, part...)
			continue
		}
		copied, err := fs.ReadFile(s.packed, string(part))
		if err != nil {
			return nil, err
		}
		contents = base64.StdEncoding.AppendEncode(contents, copied)
	}
	return contents, nil
}
