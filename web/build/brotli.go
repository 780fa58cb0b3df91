package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strconv"

	"github.com/andybalholm/brotli"
)

// brotliCoding makes brotli that looks back over 2^window bytes.
func brotliCoding(window int) coding {
	return coding{".br", 5, brotli.BestCompression, func(contents []byte, level int) ([]byte, error) {
		if level == brotli.BestCompression && len(contents) >= worthAProcess {
			return brotliOfNode(contents, level, window)
		}
		return written(contents, func(w io.Writer) (io.WriteCloser, error) {
			return brotli.NewWriterOptions(w, brotli.WriterOptions{Quality: level, LGWin: window}), nil
		})
	}}
}

// worthAProcess is from where on the best quality takes longer than Node does
// to start: Node has brotli in C. It makes the
// same bytes in two thirds of the time, and at this quality that is minutes.
const worthAProcess = 128 << 10

const nodeBrotli = `
const { brotliCompressSync, constants: c } = require("zlib");
const [quality, window] = process.argv.slice(1).map(Number);
const params = { [c.BROTLI_PARAM_QUALITY]: quality, [c.BROTLI_PARAM_LGWIN]: window };
process.stdout.write(brotliCompressSync(require("fs").readFileSync(0), { params }));
`

func brotliOfNode(contents []byte, level, window int) ([]byte, error) {
	small, err := node(context.Background(), bytes.NewReader(contents), "-e", nodeBrotli, strconv.Itoa(level), strconv.Itoa(window))
	if err != nil {
		return nil, fmt.Errorf("compressing with Node's brotli: %w", err)
	}
	return small, nil
}
