package pack

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
)

// tools are the compiler and the linker as WebAssembly modules.
type tools struct {
	compile, link []byte
	parks         bool   // they can be started ahead
	plain         string // why they are not what they should be, "" when they are
}

// A rung is a set of edits, and whether the tools that it makes park.
type rung struct {
	editors []editor
	parks   bool
}

// ladder leads from all of our edits down to none.
var ladder = []rung{
	{slices.Concat(trims, unused, spares, shortcuts), true},
	{slices.Concat(trims, spares), true},
	{spares, true},
	{trims, false},
	{nil, false},
}

// buildTools builds both with as many of our edits as this release takes.
func (m *maker) buildTools(ctx context.Context, ladder []rung) (tools, error) {
	var reasons []error
	for _, try := range ladder {
		built, err := m.editedTools(ctx, try.editors)
		if ctx.Err() != nil {
			return tools{}, ctx.Err()
		}
		if err == nil {
			built.parks = try.parks
			if len(reasons) > 0 {
				built.plain = errors.Join(reasons...).Error()
			}
			return built, nil
		}
		reasons = append(reasons, err)
		m.Warn(fmt.Sprintf("the edited compiler and linker cannot be built, trying with fewer edits: %v", err))
	}
	return tools{}, fmt.Errorf("building compiler and linker for the page: %w", errors.Join(reasons...))
}

func (m *maker) editedTools(ctx context.Context, editors []editor) (tools, error) {
	dir, err := os.MkdirTemp("", "ahiru-tools-")
	if err != nil {
		return tools{}, err
	}
	defer os.RemoveAll(dir)
	config, err := m.writeOverlay(dir, editors)
	if err != nil {
		return tools{}, err
	}
	counted, err := m.count(ctx, []string{"-overlay", config}, "cmd/compile", "cmd/link")
	if err != nil {
		return tools{}, err
	}
	var built tools
	for name, into := range map[string]*[]byte{"compile": &built.compile, "link": &built.link} {
		out := filepath.Join(dir, name+".wasm")
		// The release's profile was taken natively and gains nothing that is worth a seventh more to fetch.
		args := []string{"build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-pgo=off", "-overlay", config, "-o", out, "cmd/" + name}
		if _, err := m.countedCommand(ctx, counted, args); err != nil {
			return tools{}, err
		}
		if *into, err = os.ReadFile(out); err != nil {
			return tools{}, err
		}
	}
	return built, nil
}

// writeOverlay puts the edited files into dir and gives the file that tells the go command of them.
func (m *maker) writeOverlay(dir string, editors []editor) (string, error) {
	files, err := overlay(m.goroot, editors)
	if err != nil {
		return "", err
	}
	replace := map[string]string{}
	n := 0
	for name, text := range maps.All(files) {
		edited := filepath.Join(dir, strconv.Itoa(n)+".go")
		n++
		if err := os.WriteFile(edited, text, 0o666); err != nil {
			return "", err
		}
		replace[name] = edited
	}
	text, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	config := filepath.Join(dir, "overlay.json")
	return config, os.WriteFile(config, text, 0o666)
}
