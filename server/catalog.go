package main

import (
	"io/fs"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"
)

// catalog remembers the files of a site that were asked for: which copies
// stand beside each, their hashes, and the bytes of the small ones.
//
// Why this and http.ServeContent, and not a library for precompressed files:
// statigz v1.5.0, the best of them, lists and hashes the whole folder once, at
// the start. After the next build it answers 404 for what is new and keeps the
// old ETag for what changed, so visitors keep the old page. It never closes a
// file (1000 requests to a folder on disk left 1002 descriptors open) and
// panics on one that it cannot read. Its ETags, its reading of Accept-Encoding
// and of If-None-Match would have to be replaced from outside; what remains of
// it then is a map. The parts that are hard to get right come from the
// standard library: ranges and conditions from net/http, confinement to the
// folder from os.Root.
type catalog struct {
	site      fs.FS
	log       *slog.Logger
	files     sync.Map // name → *file
	examining sync.Mutex
	kept      atomic.Int64 // bytes of small files in memory
}

// file is one name of the site with all its copies: its own content first,
// then a copy for each coding found on disk.
type file struct {
	copies   []*variant
	examined time.Time
	settled  bool // every copy is
	looks    looks

	// Header values, ready to be shared by all answers.
	contentType  []string
	cacheControl []string
}

// lookAgain is how long a new compressed copy may go unnoticed; changes of
// the files already known are noticed at once.
const lookAgain = time.Second

// keptLimit bounds the memory for small files. Past it everything is
// forgotten and read again as it is asked for.
const keptLimit = 64 << 20

// find gives the file as it is on disk now; fs.ErrNotExist when the name is
// no regular file inside the site.
func (c *catalog) find(name string) (*file, error) {
	if f := c.known(name); f != nil {
		return f, nil
	}
	c.examining.Lock()
	defer c.examining.Unlock()
	if f := c.known(name); f != nil {
		return f, nil // another request was here first
	}
	f, err := c.examine(name)
	if err != nil {
		c.files.Delete(name)
		return nil, err
	}
	if c.kept.Load() > keptLimit {
		c.files.Clear()
		c.kept.Store(0)
	}
	if before, ok := c.files.Load(name); ok && before.(*file).sameCopies(f) {
		f.copies = before.(*file).copies // with what is already known of them
	}
	c.files.Store(name, f)
	return f, nil
}

// known gives what is remembered of a name, nil when that may be out of date.
func (c *catalog) known(name string) *file {
	found, ok := c.files.Load(name)
	if !ok {
		return nil
	}
	f := found.(*file)
	own, now := f.copies[0], time.Now()
	switch {
	case own.seen.frozen():
		return f
	case !f.settled, now.Sub(f.examined) > lookAgain:
		return nil
	case f.looks.enough(now), own.seen.unchanged(c.site, name):
		return f
	}
	return nil
}

// has reports whether the site has a file of this name.
func (c *catalog) has(name string) bool {
	_, err := c.find(name)
	return err == nil
}

// forget makes the next find look at the disk.
func (c *catalog) forget(name string) { c.files.Delete(name) }

func (c *catalog) examine(name string) (*file, error) {
	f := &file{
		examined:     time.Now(),
		settled:      true,
		contentType:  []string{contentType(name)},
		cacheControl: []string{cacheControl(name)},
	}
	for coding := range codingCount {
		opened, seen, err := sight(c.site, name+suffixes[coding])
		if err != nil && coding == identity {
			return nil, err
		}
		if err != nil {
			continue // no such copy, or none that may be served
		}
		opened.Close()
		f.settled = f.settled && seen.settled()
		f.copies = append(f.copies, c.newVariant(coding, name, seen, f.copies))
	}
	return f, nil
}

// sameCopies reports whether nothing changed between two examinations.
func (f *file) sameCopies(g *file) bool {
	if !f.settled || len(f.copies) != len(g.copies) {
		return false
	}
	for i, v := range f.copies {
		if v.coding != g.copies[i].coding || !v.seen.same(g.copies[i].seen.info) {
			return false
		}
	}
	return true
}

// choose gives the copy the client wants most, among equals the smallest, or
// errRefused. Copies left over from an earlier build do not count.
func (f *file) choose(wish wishes) (*variant, facts, error) {
	for {
		best := f.best(wish)
		if best == nil {
			return nil, facts{}, errRefused
		}
		facts, err := best.facts()
		if err != nil || !facts.stale {
			return best, facts, err
		}
		wish[best.coding] = 0
	}
}

func (f *file) best(wish wishes) *variant {
	var best *variant
	for _, v := range f.copies {
		switch {
		case wish[v.coding] == 0:
		case best == nil,
			wish[v.coding] > wish[best.coding],
			wish[v.coding] == wish[best.coding] && v.seen.info.Size() < best.seen.info.Size():
			best = v
		}
	}
	return best
}
