// Package planner answers the page's questions about a program: what has to be fetched to build it, and how compiler
// and linker are called. It is [toolchain] in the form in which questions and answers cross to JavaScript.
package planner

import (
	"context"
	"errors"
	"fmt"

	"github.com/ahiru-dev/ahiru/wasm/toolchain"
)

// A Planner knows the packages of one pack.
type Planner struct {
	index    toolchain.Index
	language string
}

// A Pack is the part of the pack's index that a plan depends on.
type Pack struct {
	Language string             `json:"language"`
	Packages map[string]Package `json:"packages"`
}

// A Package is a package of the pack. Export and Link only say whether there are such parts.
type Package struct {
	Imports    []string  `json:"imports"`
	Importable bool      `json:"importable"`
	Export     *struct{} `json:"export"`
	Link       *struct{} `json:"link"`
}

// Folder is where the page puts the packages: Folder + import path + ".x" for the compiler and ".o" for the linker.
const Folder = "/pack/"

// Open takes the pack that later plans are made for.
func (p *Planner) Open(_ context.Context, pack Pack) (struct{}, error) {
	p.language, p.index = pack.Language, toolchain.Index{}
	for path, found := range pack.Packages {
		known := toolchain.Package{Imports: found.Imports, Importable: found.Importable}
		if found.Link != nil {
			known.Archive = Folder + path + ".o"
		}
		if found.Export != nil {
			known.Export = Folder + path + ".x"
		}
		p.index[path] = known
	}
	return struct{}{}, nil
}

// A Question is a program: its files by name, and whether its tests are meant.
type Question struct {
	Dir   string            `json:"dir"` // absolute; where the tools will run
	Files map[string]string `json:"files"`
	Test  bool              `json:"test"`
}

// An Answer is a plan or, when Refused is there, why there is none.
type Answer struct {
	Refused  *Refusal          `json:"refused,omitempty"`
	Files    map[string]string `json:"files,omitempty"` // to be written beside the program's own
	Steps    []Step            `json:"steps,omitempty"`
	Packages []string          `json:"packages,omitempty"`
}

// A Step is one run of a tool.
type Step struct {
	Tool  string   `json:"tool"`
	Args  []string `json:"args"`
	Reads []string `json:"reads"` // files below Folder
	Makes string   `json:"makes"`
}

// A Refusal is what is wrong with a program, in parts and in the words of the tools.
type Refusal struct {
	Diagnostics []Diagnostic `json:"diagnostics"`
	Raw         string       `json:"raw"`
}

// A Diagnostic is [toolchain.Diagnostic].
type Diagnostic struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Message string `json:"message"`
}

// Plan answers how a program is built. A program at fault is an answer; an error is a fault of ours.
func (p *Planner) Plan(_ context.Context, q Question) (Answer, error) {
	if p.index == nil {
		return Answer{}, errors.New("no pack has been opened")
	}
	plan, err := p.plan(q)
	var refused *toolchain.CompileError
	if errors.As(err, &refused) {
		return Answer{Refused: refusal(refused)}, nil
	}
	if err != nil {
		return Answer{}, fmt.Errorf("planning the build: %w", err)
	}
	answer := Answer{Files: plan.Files, Packages: plan.Packages}
	for _, step := range plan.Steps(q.Dir, p.language) {
		answer.Steps = append(answer.Steps, Step(step))
	}
	return answer, nil
}

func (p *Planner) plan(q Question) (toolchain.Plan, error) {
	choose := toolchain.Select
	if q.Test {
		choose = toolchain.SelectTests
	}
	sources, err := choose(toolchain.Memory(q.Files))
	if err != nil {
		return toolchain.Plan{}, err
	}
	return sources.Plan(p.index)
}

// Diagnose reads what compiler or linker printed.
func Diagnose(_ context.Context, output string) (Refusal, error) {
	return *refusal(&toolchain.CompileError{Diagnostics: toolchain.ParseDiagnostics(output), Raw: output}), nil
}

func refusal(e *toolchain.CompileError) *Refusal {
	r := &Refusal{Diagnostics: []Diagnostic{}, Raw: e.Raw}
	for _, d := range e.Diagnostics {
		r.Diagnostics = append(r.Diagnostics, Diagnostic(d))
	}
	return r
}
