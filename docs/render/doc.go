// Package render turns the words of docs/<lang>/ into parts of pages.
//
// # A page
//
// A file docs/<lang>/<page>.md begins with front matter (see [Meta]) and has no # heading: the
// builder writes the page's only <h1> from it. Every other heading carries an explicit anchor, the
// same in each language:
//
//	## What happened here {#here}
//
// GFM tables, strikethrough, autolinks and footnotes work, emphasis stands beside CJK punctuation,
// and a line break inside a CJK paragraph leaves no space (package cjk). HTML is text like any
// other: <b> shows as it is written.
//
// # Links
//
//	[text](hosting.md#headers)    another file of the same language, relative to this one
//	[text](demos/threads.md)      a lesson's page
//	[text](lesson:threads)        the same from anywhere; also embed:threads
//	[PEP 544](peps:544)           the PEP map opened on a PEP; peps: alone is the map
//	[text](#here)                 a heading of this page
//	https:, http:, mailto:        elsewhere
//
// Anything else is an error. [Options.Resolve] turns a [Link] into an address; the default gives
// relative ones, so that a site works under any sub-path.
//
// # Fences
//
//	```go ahiru=threads params="n=20"     a live lesson, see package demo
//	```go                                 compiled by the tests; without a package clause it is
//	                                      wrapped in a file or a function, and imports are added
//	```go error="missing method"          must not compile, and the compiler says that
//	```python                             its syntax is checked where there is a python3
//	```sh, html, text and others          shown
//
// Code is coloured by chroma with class names only, whose rules [WriteStyles] writes.
//
// # Errors
//
// Everything that is wrong with a page is reported at once, each as an [Error] with file and line,
// joined by errors.Join.
package render
