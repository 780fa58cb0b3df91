package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// sources are the parts of the project that a build depends on.
var sources = []string{"go.mod", "go.sum", "wasm", "web", "docs"}

// stampOf digests everything that the site is made from: all source files,
// the Go release and the build's own settings.
func stampOf(c config, r release) (string, error) {
	h := sha256.New()
	fmt.Fprintf(h, "%s %s %s %v\n", r.Version, r.Root, c.base, c.best)
	for _, name := range sources {
		if err := stampTree(h, filepath.Join(c.root, name)); err != nil {
			return "", fmt.Errorf("reading the sources: %w", err)
		}
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

func stampTree(h io.Writer, root string) error {
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if d.Name() == "node_modules" || (strings.HasPrefix(d.Name(), ".") && path != root) {
				return filepath.SkipDir
			}
			return nil
		}
		if strings.HasSuffix(path, "_test.go") || !d.Type().IsRegular() {
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(root, path)
		fmt.Fprintf(h, "%s %d\n", filepath.ToSlash(rel), len(text))
		_, err = h.Write(text)
		return err
	})
}

// upToDate reports whether dist was made from exactly this stamp.
func upToDate(dist, stamp string) bool {
	text, err := os.ReadFile(filepath.Join(dist, "build.json"))
	if err != nil {
		return false
	}
	var m manifest
	return json.Unmarshal(text, &m) == nil && m.Stamp == stamp
}
