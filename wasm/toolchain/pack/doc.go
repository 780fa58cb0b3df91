// Package pack makes the Go toolchain that runs in the page from the Go that stands on this machine: its compiler and
// its linker for js/wasm, the archives of the standard library and of the lesson libraries, and an index of them.
//
// The tools are built from the release's own source with a few places edited (see [overlay]): they leave out the back
// ends of other architectures, and they can wait, half started, for a program that is not written yet. No line of that
// source is kept here; a release in which a place has moved gets plain tools, and the builder says which place it was.
package pack
