package peps

import (
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// MaxFile is the size in bytes above which a file is not read: the largest PEP
// has a hundredth of it.
const MaxFile = 8 << 20

// maxFolders is how deep below its top a corpus is searched: enough for a
// checkout within a folder, with appendices.
const maxFolders = 4

// ReadFS reads the files of a corpus from a folder: a checkout of python/peps,
// its folder "peps", or a folder that holds one. A file that cannot be read is
// a problem in the source; the error says that the folder itself cannot be.
func ReadFS(fsys fs.FS) (Source, error) {
	var src Source
	if _, err := fs.ReadDir(fsys, "."); err != nil {
		return src, fmt.Errorf("reading the folder: %w", err)
	}
	err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			src.Problems = append(src.Problems, Problem{name, 0, NewFault(FolderUnread).Because(err)})
			return fs.SkipDir
		}
		if entry.IsDir() {
			if name != "." && (strings.HasPrefix(entry.Name(), ".") || strings.Count(name, "/") >= maxFolders) {
				return fs.SkipDir
			}
			return nil
		}
		if Wanted(name) {
			src.Add(readFile(fsys, name))
		}
		return nil
	})
	return src, err
}

// Add adds a file to the source, or a problem and a lost file when it could not
// be read.
func (s *Source) Add(f File, err error) {
	if err != nil {
		s.Problems = append(s.Problems, Problem{f.Path, 0, NewFault(FileUnread).Because(err)})
		f.Data, f.Lost = nil, true
	}
	s.Files = append(s.Files, f)
}

// readFile reads one file, but not more of it than a PEP may have.
func readFile(fsys fs.FS, name string) (File, error) {
	file := File{Path: name}
	f, err := fsys.Open(name)
	if err != nil {
		return file, err
	}
	defer f.Close()
	file.Data, err = ReadLimited(f)
	return file, err
}

// ReadLimited reads a file of a corpus; it fails on one above MaxFile.
func ReadLimited(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxFile+1))
	if err == nil && len(data) > MaxFile {
		err = NewFault(LargeFile, MaxFile>>20)
	}
	return data, err
}
