// Package toolchain builds one Go program for the page: it calls the compiler and the linker themselves, adds one
// companion file to package main and links against archives that exist already.
//
// The work is done in three steps. [Select] says which files belong to the program and what they import, as the go
// command would; [Sources.Plan] says which archives it needs and how compiler and linker are called. Both are pure:
// they serve the builder and the compiler in the page alike. [Build] carries a plan out on this machine.
package toolchain

// Program is the source of one command.
type Program struct {
	// Dir is the folder with the program's files. Its Go module is the one whose packages the program may import.
	Dir string
	// Files, when there are any, are the program instead: text by slash-separated name. Dir then only says which
	// module is meant; empty is the current folder.
	Files map[string]string
	// Test builds the program's tests and benchmarks instead of its main; flags are those of `go test`, as
	// "-test.v".
	Test bool
}

// Result tells what was built.
type Result struct {
	Bytes    int64    // size of the WebAssembly module
	Packages []string // import paths of all that was linked in, main apart, sorted
	Go       string   // release that built it, such as "go1.26.8"
}

// Libraries are the folders of wasm/ whose packages programs may import beside the standard library. Those that this
// module does not have are left out.
var Libraries = []string{"lesson", "proc", "shm", "futures", "asyncio", "gil", "jobs", "paths"}
