package main

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"path/filepath"
	"strings"

	"github.com/ahiru-dev/ahiru/docs/render"
	"github.com/ahiru-dev/ahiru/web/build/bundle"
)

// A site is what is being built: its files by slash-separated path, and what
// the pages must know of them.
type site struct {
	config
	release  release
	bundler  bundle.Bundler
	cache    cache
	files    map[string][]byte
	scripts  map[string]script // by page entry
	styles   string            // path of the style sheet
	icon     string            // path of the icon
	iconText []byte            // of web/icon.svg
	icons    []icon
	iconData string            // the icon itself as an address
	policy   string            // the pages' Content-Security-Policy
	jail     string            // digest of the machine's bootstrap, as the policy names it
	engines  map[string]string // path of each engine's wasm, by name
	lessons  []lesson
	covers   map[string]string       // path of the picture of a page, by name; empty without -site
	beside   []lesson                // programs of pages that are no lessons
	pages    map[string]*render.Page // rendered words, by language and name
	stamp    string                  // digest of all that the site is made from

	packStamp string // digest of all that the toolchain for the page is made from
}

func newSite(c config, r release, stamp string) *site {
	web := filepath.Join(c.root, "web")
	return &site{
		config:  c,
		release: r,
		bundler: bundle.Bundler{Web: web, GoRoot: r.Root},
		cache:   cache{dir: filepath.Join(web, ".cache")},
		files:   map[string][]byte{},
		engines: map[string]string{},
		pages:   map[string]*render.Page{},
		covers:  map[string]string{},
		stamp:   stamp,
	}
}

func (s *site) add(name string, contents []byte) { s.files[name] = contents }

// addHashed adds contents as assets/<stem>.<hash><ext> and returns that path.
func (s *site) addHashed(name string, contents []byte) string {
	sum := sha256.Sum256(contents)
	ext := path.Ext(name)
	hashed := "assets/" + strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:8]) + ext
	s.add(hashed, contents)
	return hashed
}
