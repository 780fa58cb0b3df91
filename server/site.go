package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// openSite finds what to serve, and its name for people. A folder that is
// missing or empty is an error here: a server that answers 404 to everything
// helps nobody.
func openSite(dir string) (site fs.FS, name string, err error) {
	site, name = folder(dir), dir
	if dir == "" {
		name = "the site it carries"
		if site, err = carriedSite(); err != nil {
			return nil, "", err
		}
	}
	entries, err := fs.ReadDir(site, ".")
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, "", fmt.Errorf("there is no folder %s: build the site first, or name its folder with -dir", name)
	case errors.Is(err, syscall.ENOTDIR):
		return nil, "", fmt.Errorf("%s is not a folder: -dir names the folder of a built site", name)
	case err != nil:
		return nil, "", fmt.Errorf("reading %s: %w", name, err)
	}
	for _, entry := range entries {
		if !strings.HasPrefix(entry.Name(), ".") {
			return site, name, nil
		}
	}
	return nil, "", fmt.Errorf("%s is empty: build the site first, or name its folder with -dir", name)
}

// folder is a site on disk, as an fs.FS that nothing leads out of.
//
// It keeps no handle on the directory, since a build may put a new one in its
// place while the server runs.
type folder string

var _ interface {
	fs.StatFS
	fs.ReadDirFS
} = folder("")

// Open opens a file or directory inside the folder. A symbolic link that
// leaves it, a device and a name that this system cannot have are all
// fs.ErrNotExist.
func (f folder) Open(name string) (fs.File, error) {
	local, err := filepath.Localize(name)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	root, err := os.OpenRoot(string(f))
	if err != nil {
		return nil, err
	}
	defer root.Close()

	// Opening a named pipe would wait for its writer: look first.
	info, err := root.Stat(local)
	if err != nil {
		return nil, notThere(name, err)
	}
	if !info.Mode().IsRegular() && !info.IsDir() {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	file, err := root.Open(local)
	if err != nil {
		return nil, notThere(name, err)
	}
	return file, nil
}

// reopen is Open without the confinement, for whoever can tell that the file
// is one that Open gave before.
func (f folder) reopen(name string) (fs.File, error) {
	return os.Open(filepath.Join(string(f), filepath.FromSlash(name)))
}

// Stat looks at a name with one system call. It follows links out of the
// folder, so it may only be asked whether a file that Open gave has changed.
func (f folder) Stat(name string) (fs.FileInfo, error) {
	return os.Stat(filepath.Join(string(f), filepath.FromSlash(name)))
}

// ReadDir lists a directory of the folder.
func (f folder) ReadDir(name string) ([]fs.DirEntry, error) {
	return os.ReadDir(filepath.Join(string(f), filepath.FromSlash(name)))
}

// notThere turns what a request can provoke (links out, links in a circle,
// names too long, files without permission) into fs.ErrNotExist, so that only
// trouble of the machine itself is left as another error.
func notThere(name string, err error) error {
	for _, trouble := range []error{syscall.EMFILE, syscall.ENFILE, syscall.ENOMEM, syscall.EIO} {
		if errors.Is(err, trouble) {
			return err
		}
	}
	return &fs.PathError{Op: "open", Path: name, Err: fmt.Errorf("%w (%v)", fs.ErrNotExist, err)}
}
