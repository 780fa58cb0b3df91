package bundle

import (
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// rename gives each output the site's form of hash (16 hex digits, which the
// server takes for immutable) in place of esbuild's. esbuild's hash already
// covers the contents and all they import, so a digest of it does too.
func rename(files []api.OutputFile) []Output {
	var pairs []string
	for _, file := range files {
		old := filepath.Base(file.Path)
		pairs = append(pairs, old, hashedName(old))
	}
	names := strings.NewReplacer(pairs...)
	var out []Output
	for _, file := range files {
		name := names.Replace(filepath.Base(file.Path))
		entry, _, _ := strings.Cut(name, ".")
		if entry == "chunk" {
			entry = ""
		}
		out = append(out, Output{Name: name, Contents: []byte(names.Replace(string(file.Contents))), Entry: entry})
	}
	return out
}

// hashedName turns "lesson.ABCDEFGH.js" into "lesson.<16 hex digits>.js".
func hashedName(name string) string {
	parts := strings.SplitN(name, ".", 3)
	if len(parts) != 3 {
		return name
	}
	sum := sha256.Sum256([]byte(name))
	parts[1] = hex.EncodeToString(sum[:8])
	return strings.Join(parts, ".")
}
