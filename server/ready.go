package main

import (
	"bytes"
	"net/http"
	"path"
	"sync/atomic"
	"time"
)

// ready is an answer that lies in memory as it goes out, but for its date.
type ready struct {
	coding coding
	status int
	head   []byte // from the second header on
	body   []byte
}

// heads are the headers of a copy's two usual answers, made once for a policy.
type heads struct {
	policy           string
	whole, unchanged []byte
}

// ready finds the answer to a plain request; false where there is none in
// memory, or none without more ado: a page that is missing, a large file.
func (h *handler) ready(r plainRequest) (ready, bool) {
	name, slash, err := siteName(r.path)
	if err != nil {
		return ready{}, false
	}
	policy := h.policies.header(name)
	if slash {
		name = path.Join(name, "index.html")
	}
	p, kept := h.catalog.inMemory(name, parseAcceptEncoding(r.accept))
	if !kept {
		return ready{}, false
	}
	heads, coding := p.heads(policy), p.variant.coding
	switch r.match {
	case "":
		return ready{coding, http.StatusOK, heads.whole, p.facts.body}, true
	case p.facts.etag[0]:
		return ready{coding, http.StatusNotModified, heads.unchanged, nil}, true
	}
	return ready{}, false // a list of tags, or an old one
}

// inMemory is pick for what is kept; nothing has to be closed.
func (c *catalog) inMemory(name string, wish wishes) (p picked, kept bool) {
	var err error
	if p.file, err = c.find(name); err != nil {
		return p, false
	}
	p.variant, p.facts, err = p.file.choose(wish)
	return p, err == nil && p.facts.body != nil
}

func (p picked) heads(policy []string) *heads {
	made := p.variant.heads.Load()
	if made != nil && made.policy == policy[0] {
		return made
	}
	h := http.Header{"Content-Security-Policy": policy, "Accept-Ranges": {"bytes"}, "Content-Length": p.variant.contentLength, "Etag": p.facts.etag}
	setAlways(h)
	describe(h, p)
	made = &heads{policy: policy[0], whole: headText(h)}
	for _, name := range []string{"Accept-Ranges", "Content-Length", "Content-Type", "Content-Encoding"} {
		h.Del(name)
	}
	made.unchanged = headText(h)
	p.variant.heads.Store(made)
	return made
}

func headText(h http.Header) []byte {
	var text bytes.Buffer
	_ = h.Write(&text) // a Buffer takes everything
	text.WriteString("\r\n")
	return text.Bytes()
}

// beginnings are the first lines of answers in one second, by status.
type beginnings struct {
	second           int64
	whole, unchanged []byte
}

var currentBeginnings atomic.Pointer[beginnings]

// beginning gives status line and date.
func beginning(status int, now time.Time) []byte {
	b := currentBeginnings.Load()
	if b == nil || b.second != now.Unix() {
		date := "\r\nDate: " + now.UTC().Format(http.TimeFormat) + "\r\n"
		b = &beginnings{now.Unix(), []byte("HTTP/1.1 200 OK" + date), []byte("HTTP/1.1 304 Not Modified" + date)}
		currentBeginnings.Store(b)
	}
	if status == http.StatusNotModified {
		return b.unchanged
	}
	return b.whole
}
