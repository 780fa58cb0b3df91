package main

import (
	"errors"
	"io"
	"net/http"
	"time"
)

// picked is the copy of a file that goes out to one client, open to be read.
type picked struct {
	file    *file
	variant *variant
	facts   facts
	body    body
}

// errRefused means that a client accepts none of the codings there are.
var errRefused = errors.New("no acceptable coding")

// pick opens the copy of a file that a client wants most. A file that changes
// under the request is looked at again. The caller closes the body. Errors:
// errRefused, fs.ErrNotExist, or trouble of the machine.
func (c *catalog) pick(name string, wish wishes) (p picked, err error) {
	for wait := time.Millisecond; wait < patience; wait *= 2 {
		p, err = c.tryPick(name, wish)
		if !errors.Is(err, errChanged) {
			return p, err
		}
		c.forget(name)
		time.Sleep(wait) // a writer needs its time, too
	}
	return p, err
}

// patience with a file that is written again and again.
const patience = time.Second

func (c *catalog) tryPick(name string, wish wishes) (p picked, err error) {
	if p.file, err = c.find(name); err != nil {
		return p, err
	}
	if p.variant, p.facts, err = p.file.choose(wish); err != nil {
		return p, err
	}
	p.body, err = p.variant.content(c.site, p.facts)
	return p, err
}

// serveCopy sends a copy, or what ranges and conditions make of it.
func serveCopy(a *answer, r *http.Request, p picked) {
	describe(a.Header(), p)
	a.Header()["Etag"] = p.facts.etag
	a.coding = tokens[p.variant.coding]
	a.length = p.variant.contentLength
	tidyConditions(r.Header)
	// No Last-Modified: the ETag is exact, and a time would be the same for
	// all codings and absent in a binary that carries the site.
	http.ServeContent(a, r, "", time.Time{}, p.body)
}

var varyCoding = []string{"Accept-Encoding"}

// describe sets the headers that say what is being sent.
func describe(h http.Header, p picked) {
	h["Content-Type"] = p.file.contentType
	h["Cache-Control"] = p.file.cacheControl
	h["Vary"] = varyCoding
	if p.variant.coding != identity {
		h["Content-Encoding"] = p.variant.contentEncoding
	}
}

// body is what a copy is read from: http.ServeContent seeks in it.
type body interface {
	io.ReadSeeker
	io.Closer
}
