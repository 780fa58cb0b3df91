package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// A coding is one of the compressed forms that stand beside a file.
type coding struct {
	suffix     string
	fast, best int // the coding's own quality levels
	encode     func(contents []byte, level int) ([]byte, error)
}

// gzipCoding is also what pages themselves unpack.
var gzipCoding = coding{".gz", 6, gzip.BestCompression, func(contents []byte, level int) ([]byte, error) {
	return written(contents, func(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriterLevel(w, level) })
}}

// zstdCoding has no slow quality: what takes zstd takes brotli, which is smaller.
var zstdCoding = coding{".zst", int(zstd.SpeedDefault), int(zstd.SpeedDefault), func(contents []byte, level int) ([]byte, error) {
	return written(contents, func(w io.Writer) (io.WriteCloser, error) {
		return zstd.NewWriter(w, zstd.WithEncoderLevel(zstd.EncoderLevel(level)), zstd.WithEncoderConcurrency(1))
	})
}}

var codings = []coding{brotliCoding(22), zstdCoding, gzipCoding}

// compressible lists the types worth compressing: pictures and archives are
// compressed already, and so is most of a page in one file.
var compressible = map[string]bool{
	".html": true, ".js": true, ".css": true, ".json": true, ".wasm": true,
	".svg": true, ".txt": true, ".xml": true, ".webmanifest": true,
}

// smallest is the size below which a packet carries the file either way.
const smallest = 256

func worthCompressing(name string, contents []byte) bool {
	return compressible[path.Ext(name)] && len(contents) >= smallest && !strings.HasPrefix(name, singleFolder)
}

func (k coding) level(best bool) int {
	if best {
		return k.best
	}
	return k.fast
}

// compressedKey is under what the cache keeps contents in a coding.
func compressedKey(k coding, contents []byte, best bool) string {
	return key([]byte("compressed"), []byte(k.suffix), []byte{byte(k.level(best))}, contents)
}

// compressed gives contents in a coding, from the cache where it can.
func (c cache) compressed(k coding, contents []byte, best bool) ([]byte, error) {
	return c.get(compressedKey(k, contents, best), func() ([]byte, error) {
		small, err := k.encode(contents, k.level(best))
		if err != nil {
			return nil, fmt.Errorf("compressing to %s: %w", k.suffix, err)
		}
		return small, nil
	})
}

// written gives what a writer makes of contents.
func written(contents []byte, open func(io.Writer) (io.WriteCloser, error)) ([]byte, error) {
	var out bytes.Buffer
	w, err := open(&out)
	if err != nil {
		return nil, err
	}
	_, err = w.Write(contents)
	err = errors.Join(err, w.Close())
	return out.Bytes(), err
}
