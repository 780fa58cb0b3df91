// Package peps reads the sources of Python's PEPs (a python/peps checkout of
// any date) and finds every reference from one PEP to another.
//
// The way through it is [Extract]: from the files of a corpus ([ReadFS] for a
// folder, package archive for archives) to a [Result] with the [Graph], every
// [Mention] behind its edges and a [Report] on what was dropped or could not be
// read. The graph holds facts only, no text of a PEP.
//
// What counts as a reference is defined by form and context. The forms are
// those of [Kind]. The context is body or literal: a mention in a literal
// block, a doctest, code, an inline literal or a comment never makes an edge.
// Telling the two apart needs the block structure of reStructuredText, so
// blocks.go and its neighbours parse it as docutils does, to the depth that
// this question needs; inline.go does the same for inline markup.
package peps
