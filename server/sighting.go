package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync/atomic"
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

// looks counts how often something was looked at in the current millisecond.
// A busy page is asked for tens of times in it, and the tenth look tells
// nothing that the fourth did not.
type looks struct {
	millisecond atomic.Int64
	count       atomic.Int32
}

const looksEnough = 4

// enough counts one more look, and reports whether it can be left out.
func (l *looks) enough(now time.Time) bool {
	if millisecond := now.UnixMilli(); l.millisecond.Swap(millisecond) != millisecond {
		l.count.Store(0)
	}
	return l.count.Add(1) > looksEnough
}

// unchanged looks at the file again, with one system call on disk.
func (s sighting) unchanged(site fs.FS, name string) bool {
	if s.frozen() {
		return true
	}
	info, err := fs.Stat(site, name)
	return err == nil && s.same(info)
}

// reopen opens a file that was seen before, provided that it is still the
// same; otherwise errChanged. On disk the way to it need not be walked link by
// link again, as Open does: the same file is known to be inside.
func reopen(site fs.FS, name string, seen sighting) (fs.File, error) {
	open := site.Open
	if disk, ok := site.(folder); ok {
		open = disk.reopen
	}
	if !seen.unchanged(site, name) { // which also keeps us from waiting for a named pipe
		return nil, errChanged
	}
	file, err := open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, errChanged
	}
	if err != nil {
		return nil, err
	}
	if info, err := file.Stat(); err != nil || !seen.same(info) {
		file.Close()
		return nil, errChanged
	}
	return file, nil
}

// errChanged means that a file was written between two looks at it.
var errChanged = errors.New("the file changed while it was read")

// same compares size, time and, where there is one, the identity of the file:
// a rename can put an older file of the same size in its place.
func (s sighting) same(info fs.FileInfo) bool {
	return s.info.Size() == info.Size() && s.info.ModTime().Equal(info.ModTime()) &&
		(os.SameFile(s.info, info) || !os.SameFile(info, info))
}
