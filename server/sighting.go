package main

import (
	"fmt"
	"io/fs"
	"os"
	"time"
)

// sighting is a file of the site as it was at one moment. What is kept about
// a file (hash, bytes, policy) is true while its sighting is settled and the
// file unchanged; so the folder may be built again while the server runs.
type sighting struct {
	info fs.FileInfo
	at   time.Time
}

// clockGrain is the coarsest clock of the file systems in use (FAT: 2 s). A
// file that changed less than this before it was seen can change again
// without a new time, so such a sighting is not settled. Git calls such
// entries racily clean.
const clockGrain = 2 * time.Second

// sight opens a regular file of the site and notes how it looks; anything
// else is fs.ErrNotExist.
func sight(site fs.FS, name string) (fs.File, sighting, error) {
	at := time.Now()
	file, err := site.Open(name)
	if err != nil {
		return nil, sighting{}, err
	}
	info, err := file.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	if err != nil {
		file.Close()
		return nil, sighting{}, fmt.Errorf("looking at %s: %w", name, err)
	}
	return file, sighting{info, at}, nil
}

// frozen files have no time: they are part of this binary and never change.
func (s sighting) frozen() bool { return s.info.ModTime().IsZero() }

// settled sightings can be relied on; see clockGrain.
func (s sighting) settled() bool {
	return s.frozen() || s.at.Sub(s.info.ModTime()) >= clockGrain
}

// unchanged looks at the file again, with one system call on disk.
func (s sighting) unchanged(site fs.FS, name string) bool {
	if s.frozen() {
		return true
	}
	info, err := fs.Stat(site, name)
	return err == nil && s.same(info)
}

// same compares size, time and, where there is one, the identity of the file:
// a rename can put an older file of the same size in its place.
func (s sighting) same(info fs.FileInfo) bool {
	return s.info.Size() == info.Size() && s.info.ModTime().Equal(info.ModTime()) &&
		(os.SameFile(s.info, info) || !os.SameFile(info, info))
}
