// Package corpus is a corpus of PEPs that somebody brought along: an archive or
// the files of a folder, read, checked and kept, so that it can be quoted.
// Questions and answers have a JSON form for the page.
package corpus

import (
	"bytes"
	"context"
	"errors"
	"io"
	"sync"

	"github.com/ahiru-dev/ahiru/wasm/peps"
	"github.com/ahiru-dev/ahiru/wasm/peps/archive"
	"github.com/ahiru-dev/ahiru/wasm/peps/check"
)

// A Brought says what the bytes are that were handed over.
type Brought struct {
	// Paths name the files of a folder, as many as there are contents. With none
	// the one content is an archive.
	Paths []string `json:"paths"`
}

// Progress is told while a corpus is read.
type Progress struct {
	Stage string `json:"stage"` // unpacking, in bytes of the archive; reading, in files
	Done  int    `json:"done"`
	Total int    `json:"total"`
}

// An Account is what a corpus says, or why there is none.
type Account struct {
	Refused  *peps.Fault     `json:"refused,omitempty"`
	Graph    peps.Graph      `json:"graph"`
	Mentions []peps.Mention  `json:"mentions"`
	Findings []check.Finding `json:"findings"`
	Files    int             `json:"files"` // read
}

// A Corpus keeps what was read last. Its zero value has nothing.
type Corpus struct {
	mu    sync.Mutex
	texts map[string][]byte
}

// errNothing is told when there is no corpus to be quoted.
var errNothing = errors.New("no corpus has been read")

// Read takes a corpus in the place of the one before. watch, unless nil, hears of
// progress. The error is a sentence about what is wrong; the corpus before then
// stays.
func (c *Corpus) Read(_ context.Context, b Brought, contents [][]byte, watch func(Progress)) (Account, error) {
	if watch == nil {
		watch = func(Progress) {}
	}
	src, err := b.source(contents, watch)
	if err != nil {
		return Account{}, err
	}
	result := peps.ExtractWatched(src, func(done, total int) {
		if done%20 == 0 || done == total {
			watch(Progress{"reading", done, total})
		}
	})
	if len(result.Graph.Nodes) == 0 {
		return Account{}, peps.NewFault(peps.NoPEPs)
	}
	c.mu.Lock()
	c.texts = result.Texts
	c.mu.Unlock()
	return Account{nil, result.Graph, result.Mentions, check.Corpus(result), len(result.Texts)}, nil
}

// Answer reads as Read does; what is wrong with the corpus is part of the answer,
// so that the page can tell it in its reader's language.
func (c *Corpus) Answer(ctx context.Context, b Brought, contents [][]byte, watch func(Progress)) (Account, error) {
	account, err := c.Read(ctx, b, contents, watch)
	if err != nil {
		account.Refused = peps.FaultOf(err)
	}
	return account, nil
}

func (b Brought) source(contents [][]byte, watch func(Progress)) (peps.Source, error) {
	if b.Paths == nil {
		if len(contents) != 1 {
			return peps.Source{}, peps.NewFault(peps.NotOneFile, len(contents))
		}
		r := &watched{data: contents[0], watch: watch}
		return archive.Read(r, int64(len(r.data)), archive.DefaultLimits)
	}
	if len(b.Paths) != len(contents) {
		return peps.Source{}, peps.NewFault(peps.OddPaths, len(b.Paths), len(contents))
	}
	var src peps.Source
	for i, path := range b.Paths {
		if peps.Wanted(path) {
			data, err := peps.ReadLimited(bytes.NewReader(contents[i]))
			src.Add(peps.File{Path: path, Data: data}, err)
		}
	}
	return src, nil
}

// watched tells how far an archive has been read.
type watched struct {
	data  []byte
	watch func(Progress)
	told  int
}

// step is after how many bytes progress is told.
const step = 64 << 10

// ReadAt reads like a bytes.Reader.
func (w *watched) ReadAt(p []byte, offset int64) (int, error) {
	if offset < 0 || offset > int64(len(w.data)) {
		return 0, io.EOF
	}
	n := copy(p, w.data[offset:])
	if reached := int(offset) + n; reached >= w.told+step || reached == len(w.data) && w.told < reached {
		w.told = reached
		w.watch(Progress{"unpacking", reached, len(w.data)})
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

// Sentences quotes the sentence of each mention, "" where the corpus has no such
// line.
func (c *Corpus) Sentences(_ context.Context, mentions []peps.Mention) ([]string, error) {
	c.mu.Lock()
	texts := c.texts
	c.mu.Unlock()
	if texts == nil {
		return nil, errNothing
	}
	list := make([]string, len(mentions))
	for i, m := range mentions {
		list[i] = peps.Sentence(texts[m.File], m)
	}
	return list, nil
}
