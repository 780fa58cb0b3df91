// Package beside is where the programs stand that pages beside the lessons hold: <page>/<name>/ with a main.go, and the
// Python that it answers as main.py. They are ordinary Go programs over the standard library and the lesson libraries, and
// a page calls one by a fence: ```go ahiru=<page>-<name>.
package beside
