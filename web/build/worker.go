package main

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
)

// workerEntry is the site's one service worker. It stands at the site's root,
// under a name that never changes: its place is its scope.
const (
	workerEntry = "src/offline/worker.ts"
	workerName  = "sw.js"
)

// A keptFile is a file that the worker may keep. In
// web/src/offline/site-files.ts SiteFile has the same members.
type keptFile struct {
	Path   string `json:"path"` // below the site's root; a page is its folder
	SHA256 string `json:"sha256"`
	Bytes  int    `json:"bytes"`
	Gzip   int    `json:"gzip"`
	Brotli int    `json:"brotli"`
}

// keptFiles is all that the worker knows of the site.
type keptFiles struct {
	Build  string              `json:"build"`
	Digest string              `json:"digest"`
	Shell  []keptFile          `json:"shell"` // kept as a whole, at its installation
	Large  []keptFile          `json:"large"` // kept when first used
	Needs  map[string][]string `json:"needs"` // large files by the page that is of no use without
}

// addWorker adds the service worker with the list of what it keeps. all are
// the site's files with their compressed forms, whose sizes the list tells.
func addWorker(ctx context.Context, s *site, all map[string][]byte) error {
	script, err := s.bundler.Text(workerEntry)
	if err != nil {
		return err
	}
	list, err := json.Marshal(s.keptFiles(all))
	if err != nil {
		return err
	}
	text := fmt.Sprintf("self.ahiruSite=%s;\n%s", list, script)
	worker, err := s.codedForms(ctx, map[string][]byte{workerName: []byte(text)}, func(far) error { return nil })
	maps.Copy(all, worker)
	return err
}

func (s *site) keptFiles(all map[string][]byte) keptFiles {
	kept := keptFiles{Build: s.stamp[:12], Needs: map[string][]string{}}
	digest := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(s.files)) {
		where := s.keptIn(name, &kept)
		if where == nil {
			continue
		}
		file := newKeptFile(name, all)
		*where = append(*where, file)
		fmt.Fprintf(digest, "%s %s\n", file.Path, file.SHA256)
	}
	for _, l := range s.lessons {
		kept.Needs["demos/"+l.Name+"/"] = []string{strings.TrimPrefix(l.Wasm.URL, "../../")}
	}
	kept.Digest = hex.EncodeToString(digest.Sum(nil))[:16]
	return kept
}

// keptIn is the list that a file of the site belongs to, nil for none: embeds
// have no worker, the toolchain for the page is kept by the page itself, and
// who wants one file has downloaded it.
func (s *site) keptIn(name string, kept *keptFiles) *[]keptFile {
	ext, folder := path.Ext(name), path.Dir(name)
	switch {
	case ofPack(name) || ofEmbed(name) || strings.HasPrefix(name, singleFolder):
		return nil
	case ext == ".wasm", ext == ".json" && folder == "peps":
		return &kept.Large
	case path.Base(name) == "index.html", path.Base(name) == "lesson.json", path.Base(name) == manifestName:
		return &kept.Shell
	case folder == "assets" && slices.Contains([]string{".js", ".css", ".svg", ".png"}, ext):
		return &kept.Shell
	}
	return nil
}

func ofEmbed(name string) bool {
	first, rest, _ := strings.Cut(name, "/")
	second, _, _ := strings.Cut(rest, "/")
	return first == "embed" || second == "embed"
}

func newKeptFile(name string, all map[string][]byte) keptFile {
	contents := all[name]
	sum := sha256.Sum256(contents)
	size := func(suffix string) int {
		if small, ok := all[name+suffix]; ok {
			return len(small)
		}
		return len(contents)
	}
	place := name
	if path.Base(name) == "index.html" {
		place = strings.TrimSuffix(name, "index.html")
	}
	return keptFile{
		Path: place, SHA256: base64.StdEncoding.EncodeToString(sum[:]),
		Bytes: len(contents), Gzip: size(".gz"), Brotli: size(".br"),
	}
}
