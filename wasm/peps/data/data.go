// Package data carries the facts about PEPs that the site ships: which PEP
// refers to which on 2026-08-22, as command peps made them. They hold no text of
// a PEP.
package data

import _ "embed"

// PEPs is peps.json, the graph: decode it into a peps.Graph.
//
//go:embed peps.json
var PEPs []byte

// Mentions is mentions.json, each mention behind the edges: a peps.Mentions.
//
//go:embed mentions.json
var Mentions []byte

// Findings is findings.json, what a check of that corpus found: check.Findings.
//
//go:embed findings.json
var Findings []byte
