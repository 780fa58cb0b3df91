//go:build !js

package pack

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
)

// moved is an editor for a place that a release has moved; spoil one whose edit is no longer a program.
var (
	moved = editor{"cmd/link/internal/ld/lib.go", func(s *source) error { return s.moved("it has no function %s", "loadlib") }}
	spoil = editor{"cmd/link/main.go", func(s *source) error {
		s.edits = append(s.edits, edit{len(s.text), len(s.text), "\nfunc spoilt() { undefinedHere() }\n"})
		return nil
	}}
)

func newMaker(t *testing.T, warn func(string)) *maker {
	t.Helper()
	root, err := filepath.Abs(filepath.Join("..", "..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	m := &maker{Builder: Builder{Root: root, Step: func(Step) error { return nil }, Far: func(int, int) {}, Warn: warn}}
	if err := m.askRelease(t.Context()); err != nil {
		t.Fatal(err)
	}
	return m
}

// TestLadder goes all the way down: an edit whose place has moved, one that makes no program, and the release's own
// tools at the foot. It builds these, which takes a minute where nothing is cached.
func TestLadder(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds a compiler and a linker")
	}
	var warnings []string
	m := newMaker(t, func(complaint string) { warnings = append(warnings, complaint) })
	got, err := m.buildTools(t.Context(), []rung{{[]editor{moved}, true}, {[]editor{spoil}, true}, {nil, false}})
	if err != nil {
		t.Fatal(err)
	}
	const magic = "\x00asm"
	if !strings.HasPrefix(string(got.compile), magic) || !strings.HasPrefix(string(got.link), magic) || got.parks {
		t.Errorf("got %d and %d bytes, parks %v: want the release's own tools", len(got.compile), len(got.link), got.parks)
	}
	for n, want := range []string{"cmd/link/internal/ld/lib.go of this Go release has changed: it has no function loadlib", "undefined: undefinedHere"} {
		if len(warnings) != 2 || !strings.Contains(warnings[n], want) || !strings.Contains(got.plain, want) {
			t.Errorf("warned %q, kept %q: want %q said", warnings, got.plain, want)
		}
	}
}

// TestLadderWithoutFoot wants all reasons told when nothing can be built.
func TestLadderWithoutFoot(t *testing.T) {
	m := newMaker(t, func(string) {})
	_, err := m.buildTools(t.Context(), []rung{{[]editor{moved}, true}, {[]editor{moved}, false}})
	if err == nil || strings.Count(err.Error(), "has no function loadlib") != 2 {
		t.Errorf("got %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := m.buildTools(ctx, ladder); err == nil || ctx.Err() == nil {
		t.Errorf("a build that was called off gave %v", err)
	}
}
