package main

import (
	"bytes"
	"encoding/binary"
)

const (
	wasmHeader    = 8 // magic number and version
	importSection = 2
)

// importsFrom tells whether a program in WebAssembly imports anything from a
// module of that name. Names are written with their length before them.
func importsFrom(wasm []byte, module string) bool {
	written := append(binary.AppendUvarint(nil, uint64(len(module))), module...)
	for rest := wasm[min(wasmHeader, len(wasm)):]; len(rest) > 0; {
		id := rest[0]
		size, n := binary.Uvarint(rest[1:])
		if n <= 0 || size > uint64(len(rest)-1-n) {
			return false
		}
		section := rest[1+n:][:size]
		if id == importSection {
			return bytes.Contains(section, written)
		}
		rest = rest[1+n+int(size):]
	}
	return false
}
