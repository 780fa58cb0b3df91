package main

import (
	"io"
	"math"
	"net/http"
	"slices"
	"time"
)

// answer is the ResponseWriter of one request: it counts for the log, and it
// keeps slow readers while it lets go of stalled ones.
type answer struct {
	http.ResponseWriter
	head   bool     // nothing of the body is sent
	length []string // Content-Length of a full answer, nil where net/http knows

	status int
	bytes  int64  // of the body
	coding string // of the file that was served, "" for a sentence
}

// Unwrap lets http.ResponseController find the connection.
func (a *answer) Unwrap() http.ResponseWriter { return a.ResponseWriter }

// WriteHeader mends two gaps of http.ServeContent: it sends files that have a
// Content-Encoding without their length, and describes a body that a 412 does
// not have.
func (a *answer) WriteHeader(status int) {
	if a.status == 0 {
		a.status = status
	}
	switch {
	case status == http.StatusOK && a.length != nil:
		a.Header()["Content-Length"] = a.length
	case status == http.StatusPreconditionFailed:
		a.Header().Del("Content-Encoding")
		a.Header().Del("Content-Type")
	}
	a.ResponseWriter.WriteHeader(status)
}

func (a *answer) Write(p []byte) (int, error) {
	n, err := a.ResponseWriter.Write(p)
	if !a.head {
		a.bytes += int64(n)
	}
	return n, err
}

// ReadFrom takes a body from http.ServeContent and sends it in chunks, each
// with the full stallLimit.
func (a *answer) ReadFrom(src io.Reader) (total int64, err error) {
	rest, limited := src.(*io.LimitedReader)
	if !limited {
		rest = &io.LimitedReader{R: src, N: math.MaxInt64}
	}
	if m, ok := rest.R.(*inMemory); ok {
		total, err = a.sendBytes(m.rest()[:min(rest.N, int64(m.Len()))])
	} else {
		total, err = a.sendFile(rest)
	}
	a.bytes += total
	return total, err
}

func (a *answer) sendBytes(body []byte) (total int64, err error) {
	for chunk := range slices.Chunk(body, stallChunk) {
		a.extendDeadline()
		n, err := a.ResponseWriter.Write(chunk)
		total += int64(n)
		if err != nil {
			return total, err
		}
	}
	return total, nil
}

// sendFile hands each chunk on as the LimitedReader around an *os.File for
// which package net uses sendfile.
func (a *answer) sendFile(rest *io.LimitedReader) (total int64, err error) {
	for err == nil && rest.N > 0 {
		chunk := io.LimitedReader{R: rest.R, N: min(rest.N, stallChunk)}
		a.extendDeadline()
		n, failed := io.Copy(a.ResponseWriter, &chunk)
		rest.N, total, err = rest.N-n, total+n, failed
		if chunk.N > 0 {
			break // the source ended early
		}
	}
	return total, err
}

func (a *answer) extendDeadline() {
	// Writers without a connection, as in tests, have nobody to wait for.
	_ = http.NewResponseController(a.ResponseWriter).SetWriteDeadline(time.Now().Add(stallLimit))
}
