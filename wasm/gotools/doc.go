// Package gotools is what the page's editor knows of Go: it formats as gofmt
// does and adds and removes imports as goimports does.
//
// golang.org/x/tools/imports cannot serve a page: it runs the go command and
// walks GOPATH. What a name means is looked up in an Index instead, which says
// what each package exports; the edits are x/tools' astutil's.
package gotools
