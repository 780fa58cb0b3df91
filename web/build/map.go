package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
)

// addMap adds the shipped facts of the PEP map, and the lessons that name PEPs.
func addMap(_ context.Context, s *site, say *progress) error {
	say.step("adding the PEP map's facts")
	for _, name := range []string{"peps.json", "mentions.json", "findings.json"} {
		text, err := os.ReadFile(filepath.Join(s.root, "wasm", "peps", "data", name))
		if err != nil {
			return fmt.Errorf("reading the PEP map's facts: %w", err)
		}
		s.add("peps/"+name, text)
	}
	return s.addMapLessons()
}
