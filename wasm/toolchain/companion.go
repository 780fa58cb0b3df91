package toolchain

import _ "embed" // Companion is a file

// Companion is the source that every program gets beside its own: it reports deadlocks and records the trace that the
// environment variable AHIRU_TRACE asks for. Anybody may see what was added: it is shown, not hidden.
//
//go:embed _companion/ahiru_companion.go
var Companion string

// CompanionName is the file name of Companion, which no file of a program may have.
const CompanionName = "ahiru_companion.go"
