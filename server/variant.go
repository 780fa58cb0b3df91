package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"strconv"
	"sync"
	"sync/atomic"
)

// variant is one copy of a file: its own content or that in a coding.
type variant struct {
	coding coding
	path   string // name in the site, with the suffix of the coding
	seen   sighting

	// facts reads the whole copy, when it is first wanted and only then.
	facts func() (facts, error)

	// Header values, ready to be shared by all answers.
	contentEncoding, contentLength []string
	heads                          atomic.Pointer[heads]
}

// facts are what only the bytes of a copy can tell.
type facts struct {
	etag  []string // strong, the hash of the bytes: differs for each coding and build
	body  []byte   // the bytes themselves, nil when they stay on disk
	stale bool     // a compressed copy of other content than the file has now
}

// smallFile is up to where a copy is kept in memory. That takes in every
// compressed lesson, and a write from memory moves it faster than opening and
// sendfile do; above, the bytes would only crowd out others.
const smallFile = 1 << 20

// newVariant describes the copy of name in a coding; others are the copies
// already found, the file's own content first.
func (c *catalog) newVariant(coding coding, name string, seen sighting, others []*variant) *variant {
	v := &variant{
		coding:          coding,
		path:            name + suffixes[coding],
		seen:            seen,
		contentEncoding: []string{tokens[coding]},
		contentLength:   []string{strconv.FormatInt(seen.info.Size(), 10)},
	}
	v.facts = sync.OnceValues(func() (facts, error) {
		if len(others) > 0 && c.leftOver(v, others[0]) {
			return facts{stale: true}, nil
		}
		return c.read(v)
	})
	return v
}

func (c *catalog) read(v *variant) (facts, error) {
	content, err := v.open(c.site)
	if err != nil {
		return facts{}, err
	}
	defer content.Close()

	sum, size := sha256.New(), v.seen.info.Size()
	if size > smallFile {
		n, err := io.Copy(sum, content)
		return facts{etag: v.etag(sum)}, complete(v.path, n, size, err)
	}
	body := make([]byte, size)
	n, err := io.ReadFull(content, body)
	sum.Write(body)
	c.kept.Add(size)
	return facts{etag: v.etag(sum), body: body}, complete(v.path, int64(n), size, err)
}

func complete(path string, n, size int64, err error) error {
	if err == nil && n != size || errors.Is(err, io.ErrUnexpectedEOF) {
		err = errChanged
	}
	if err != nil {
		return fmt.Errorf("reading %s: %w", path, err)
	}
	return nil
}

// etag is 128 bits of the hash, and the coding for the eyes of a reader.
func (v *variant) etag(sum hash.Hash) []string {
	tag := hex.EncodeToString(sum.Sum(nil)[:16])
	if v.coding != identity {
		tag += "-" + tokens[v.coding]
	}
	return []string{strconv.Quote(tag)}
}

// inMemory is a small file.
type inMemory struct {
	bytes.Reader
	all []byte
}

func (*inMemory) Close() error { return nil }

// rest is what was not read yet.
func (m *inMemory) rest() []byte { return m.all[len(m.all)-m.Len():] }

// content gives the bytes that facts describe; errChanged when the disk has
// others by now. Bytes in memory need no second look: find has looked at the
// file itself, and while that is unchanged so is what its copies unpack to.
func (v *variant) content(site fs.FS, f facts) (body, error) {
	if f.body == nil {
		return v.open(site)
	}
	m := &inMemory{all: f.body}
	m.Reset(f.body)
	return m, nil
}

// open opens the copy on disk, provided that it is still the one seen.
func (v *variant) open(site fs.FS) (body, error) {
	opened, err := reopen(site, v.path, v.seen)
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", v.path, err)
	}
	if content, ok := opened.(body); ok {
		return content, nil
	}
	opened.Close()
	return nil, fmt.Errorf("opening %s: a file of %T cannot be read from any place", v.path, site)
}
