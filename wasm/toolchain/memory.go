package toolchain

import (
	"errors"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"time"
)

// Memory is a program's files, text by slash-separated name, as a file system. Folders are what the names imply.
type Memory map[string]string

func (m Memory) Open(name string) (fs.File, error) {
	text, isFile := m[name]
	switch {
	case !fs.ValidPath(name):
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	case isFile:
		return &openFile{node{path.Base(name), int64(len(text)), 0o444}, strings.NewReader(text)}, nil
	case name == "." || len(m.children(name)) > 0:
		return &openFolder{node{path.Base(name), 0, fs.ModeDir | 0o555}, m.children(name)}, nil
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

func (m Memory) children(folder string) []fs.DirEntry {
	found := map[string]node{}
	for name, text := range m {
		if folder != "." {
			var inside bool
			if name, inside = strings.CutPrefix(name, folder+"/"); !inside {
				continue
			}
		}
		if child, _, deeper := strings.Cut(name, "/"); deeper {
			found[child] = node{child, 0, fs.ModeDir | 0o555}
		} else if _, taken := found[child]; !taken {
			found[child] = node{child, int64(len(text)), 0o444}
		}
	}
	var entries []fs.DirEntry
	for _, name := range slices.Sorted(maps.Keys(found)) {
		entries = append(entries, fs.FileInfoToDirEntry(found[name]))
	}
	return entries
}

// node is the facts of one file or folder.
type node struct {
	name string
	size int64
	mode fs.FileMode
}

func (n node) Name() string       { return n.name }
func (n node) Size() int64        { return n.size }
func (n node) Mode() fs.FileMode  { return n.mode }
func (n node) ModTime() time.Time { return time.Time{} }
func (n node) IsDir() bool        { return n.mode.IsDir() }
func (n node) Sys() any           { return nil }

type openFile struct {
	node
	io.Reader
}

func (f *openFile) Stat() (fs.FileInfo, error) { return f.node, nil }
func (f *openFile) Close() error               { return nil }

type openFolder struct {
	node
	left []fs.DirEntry
}

func (f *openFolder) Stat() (fs.FileInfo, error) { return f.node, nil }
func (f *openFolder) Close() error               { return nil }

func (f *openFolder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.name, Err: errors.New("is a folder")}
}

// ReadDir gives the next n entries, or all that are left when n is not positive, as [fs.ReadDirFile] asks.
func (f *openFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 || n > len(f.left) {
		if n > 0 && len(f.left) == 0 {
			return nil, io.EOF
		}
		n = len(f.left)
	}
	next := f.left[:n]
	f.left = f.left[n:]
	return next, nil
}
