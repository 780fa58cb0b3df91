package main

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"io"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

// leftOver reports whether a compressed copy holds other content than its
// file has now: somebody changed the page, or a build is half way through,
// and the old page would go out to everyone whose browser can unpack it.
//
// A copy at least as new as its file is trusted. An older one may also come
// from a plain "cp -r", which writes files in any order, so it is unpacked
// and compared, once for each change.
func (c *catalog) leftOver(v, original *variant) bool {
	if !v.seen.info.ModTime().Before(original.seen.info.ModTime()) {
		return false
	}
	equal, err := c.unpacksTo(v, original)
	if err != nil || !equal {
		c.log.Warn("a compressed copy does not belong to its file and is not served", "copy", v.path, "err", err)
	}
	return err != nil || !equal
}

func (c *catalog) unpacksTo(v, original *variant) (bool, error) {
	packed, err := v.open(c.site)
	if err != nil {
		return false, err
	}
	defer packed.Close()
	plain, err := original.open(c.site)
	if err != nil {
		return false, err
	}
	defer plain.Close()

	unpacked, err := unpack(v.coding, packed)
	if err != nil {
		return false, err
	}
	defer unpacked.Close()
	if strings.HasSuffix(original.path, suffixes[gzipped]) {
		return c.bothPacked(unpacked, plain)
	}
	return equalContent(unpacked, plain)
}

// bothPacked compares what a copy holds with what a .gz file holds: a page
// that unpacks the file itself can do without, when the browser has done it.
func (c *catalog) bothPacked(unpacked, packed io.Reader) (bool, error) {
	content, err := gzip.NewReader(packed)
	if err != nil {
		return false, err
	}
	defer content.Close()
	return equalContent(unpacked, content)
}

func unpack(c coding, packed io.Reader) (io.ReadCloser, error) {
	switch c {
	case brotlied:
		return io.NopCloser(brotli.NewReader(packed)), nil
	case zstandard:
		decoder, err := zstd.NewReader(packed, zstd.WithDecoderConcurrency(1))
		if err != nil {
			return nil, err
		}
		return decoder.IOReadCloser(), nil
	default:
		return gzip.NewReader(packed)
	}
}

// equalContent stops at the first difference, so that a copy which unpacks to
// something endless is no danger.
func equalContent(a, b io.Reader) (bool, error) {
	const chunk = 64 << 10
	ra, rb := bufio.NewReaderSize(a, chunk), bufio.NewReaderSize(b, chunk)
	for {
		pa, errA := ra.Peek(chunk)
		pb, errB := rb.Peek(chunk)
		if !bytes.Equal(pa, pb) {
			return false, nil
		}
		if errA == io.EOF && errB == io.EOF {
			return true, nil
		}
		if err := cmp.Or(errA, errB); err != nil {
			return false, err
		}
		ra.Discard(len(pa))
		rb.Discard(len(pb))
	}
}
