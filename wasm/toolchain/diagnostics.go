package toolchain

import (
	"errors"
	"fmt"
	"go/scanner"
	"go/token"
	"path"
	"strconv"
	"strings"
)

// A Diagnostic is one complaint about a program. Line and Column count from 1, columns in bytes; both are 0 where the
// complaint is about no place in particular, and File is then empty.
type Diagnostic struct {
	File    string
	Line    int
	Column  int
	Message string
}

// String gives the diagnostic in the compiler's own form, "main.go:3:7: undefined: x".
func (d Diagnostic) String() string {
	switch {
	case d.File == "":
		return d.Message
	case d.Column == 0:
		return fmt.Sprintf("%s:%d: %s", d.File, d.Line, d.Message)
	}
	return fmt.Sprintf("%s:%d:%d: %s", d.File, d.Line, d.Column, d.Message)
}

// CompileError says that the program, not the toolchain, is at fault.
type CompileError struct {
	Diagnostics []Diagnostic
	Raw         string // what compiler or linker printed, word for word
}

func (e *CompileError) Error() string { return strings.TrimRight(e.Raw, "\n") }

// refuse makes a CompileError of complaints that are our own.
func refuse(list ...Diagnostic) *CompileError {
	var raw strings.Builder
	for _, d := range list {
		raw.WriteString(d.String() + "\n")
	}
	return &CompileError{Diagnostics: list, Raw: raw.String()}
}

// refused makes a CompileError of what compiler or linker printed.
func refused(output string) *CompileError {
	return &CompileError{Diagnostics: ParseDiagnostics(output), Raw: output}
}

// ParseDiagnostics reads what `go tool compile` and `go tool link` print: a line "file:line:column: message" or
// "file:line: message" each, whose indented followers belong to the message.
func ParseDiagnostics(output string) []Diagnostic {
	var list []Diagnostic
	for line := range strings.Lines(output) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case strings.TrimSpace(line) == "" || strings.HasPrefix(line, "# "):
		case strings.HasPrefix(line, "\t") && len(list) > 0:
			list[len(list)-1].Message += "\n" + line
		default:
			list = append(list, parseLine(line))
		}
	}
	return list
}

func parseLine(line string) Diagnostic {
	place, message, found := strings.Cut(line, ": ")
	file, numbers, _ := strings.Cut(place, ".go:")
	if !found || numbers == "" {
		return Diagnostic{Message: line}
	}
	first, second, _ := strings.Cut(numbers, ":")
	d := Diagnostic{File: path.Clean(file + ".go"), Message: message}
	var err error
	if d.Line, err = strconv.Atoi(first); err != nil {
		return Diagnostic{Message: line}
	}
	if d.Column, err = strconv.Atoi(second); err != nil && second != "" {
		return Diagnostic{Message: line}
	}
	return d
}

// at makes a diagnostic of a place as Go's parser knows it.
func at(p token.Position, message string) Diagnostic {
	return Diagnostic{File: path.Clean(p.Filename), Line: p.Line, Column: p.Column, Message: message}
}

// syntax turns the parser's complaints into a CompileError; anything else stays what it is.
func syntax(err error) error {
	var faults scanner.ErrorList
	var alone scanner.Error
	if errors.As(err, &alone) {
		faults.Add(alone.Pos, alone.Msg)
	}
	if len(faults) == 0 && !errors.As(err, &faults) {
		return err
	}
	var list []Diagnostic
	for _, fault := range faults {
		list = append(list, at(fault.Pos, fault.Msg))
	}
	return refuse(list...)
}
