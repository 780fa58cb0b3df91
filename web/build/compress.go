package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

// A coding is one of the compressed forms that stand beside a file.
type coding struct {
	suffix     string
	fast, best int // the coding's own quality levels
	writer     func(w io.Writer, level int) (io.WriteCloser, error)
}

// gzipCoding is also what pages themselves unpack.
var gzipCoding = coding{".gz", 6, gzip.BestCompression, func(w io.Writer, level int) (io.WriteCloser, error) {
	return gzip.NewWriterLevel(w, level)
}}

var codings = []coding{
	{".br", 5, brotli.BestCompression, func(w io.Writer, level int) (io.WriteCloser, error) {
		return brotli.NewWriterOptions(w, brotli.WriterOptions{Quality: level, LGWin: 22}), nil
	}},
	{".zst", int(zstd.SpeedDefault), int(zstd.SpeedBestCompression), func(w io.Writer, level int) (io.WriteCloser, error) {
		return zstd.NewWriter(w, zstd.WithEncoderLevel(zstd.EncoderLevel(level)), zstd.WithEncoderConcurrency(1))
	}},
	gzipCoding,
}

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
		var out bytes.Buffer
		w, err := k.writer(&out, k.level(best))
		if err != nil {
			return nil, fmt.Errorf("starting a %s writer: %w", k.suffix, err)
		}
		if _, err := w.Write(contents); err != nil {
			return nil, fmt.Errorf("compressing to %s: %w", k.suffix, err)
		}
		if err := w.Close(); err != nil {
			return nil, fmt.Errorf("compressing to %s: %w", k.suffix, err)
		}
		return out.Bytes(), nil
	})
}
