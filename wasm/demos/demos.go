// Package demos knows the lessons by their folders: each is a program in main.go, the Python it answers in main.py,
// what CPython printed in reference.json and, below testdata/broken, variants of the program that must not compile.
package demos

import (
	"io/fs"
	"path"
)

// List names the lessons in fsys, the folder of this package, in the order of the alphabet. A folder is a lesson when
// it holds a main.go; that of the command-line programs, cmd, holds none.
func List(fsys fs.FS) []string {
	found, _ := fs.Glob(fsys, "*/main.go") // fails for malformed patterns only
	for i := range found {
		found[i] = path.Dir(found[i])
	}
	return found
}

// Broken names the variants of a lesson that must not compile, each a whole program in one file, such as
// "ducks/testdata/broken/cat.go".
func Broken(fsys fs.FS, lesson string) []string {
	found, _ := fs.Glob(fsys, path.Join(lesson, "testdata/broken/*.go"))
	return found
}
