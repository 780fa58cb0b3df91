package main

import (
	"context"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/ahiru-dev/ahiru/web/build/bundle"
)

// postEntry is the script that other people's posts hold. It stands at the
// site's root, under a name that never changes.
const (
	postEntry = "src/embed/post/main.ts"
	postName  = "embed.js"
)

// A script is one page entry: its path and the chunks that it imports, which
// a page names ahead so that they load side by side.
type script struct {
	path   string
	chunks []string
}

// addScripts bundles the page entries and fixes the policy by the jail's text.
func addScripts(_ context.Context, s *site, say *progress) error {
	say.step("bundling the pages' scripts (esbuild)")
	bootstrap, err := s.bundler.Text(jailEntry)
	if err != nil {
		return err
	}
	s.policy, s.jail = policyFor(bootstrap, s.config.base), bundle.Digest(bootstrap)
	entries, err := filepath.Glob(filepath.Join(s.bundler.Web, "src", "pages", "*.ts"))
	if err != nil || len(entries) == 0 {
		return fmt.Errorf("finding the page entries in web/src/pages: %d found, %w", len(entries), err)
	}
	for i := range entries {
		entries[i] = "src/pages/" + filepath.Base(entries[i])
	}
	post, err := s.bundler.Text(postEntry)
	if err != nil {
		return err
	}
	s.add(postName, []byte(post))
	outputs, err := s.bundler.Pages(entries)
	if err != nil {
		return err
	}
	imports := map[string][]string{}
	for _, o := range outputs {
		s.add("assets/"+o.Name, o.Contents)
		imports[o.Name] = staticImports(string(o.Contents))
	}
	s.scripts = map[string]script{}
	for _, o := range outputs {
		if o.Entry != "" {
			s.scripts[o.Entry] = script{path: "assets/" + o.Name, chunks: reach(imports, o.Name)}
		}
	}
	return nil
}

// importName finds the sibling that a minified static import names.
var importName = regexp.MustCompile(`(?:from|import)"\./(chunk\.[0-9a-f]{16}\.js)"`)

func staticImports(text string) []string {
	var names []string
	for _, m := range importName.FindAllStringSubmatch(text, -1) {
		names = append(names, m[1])
	}
	return names
}

// reach lists the paths of everything that name imports, directly or not.
func reach(imports map[string][]string, name string) []string {
	var found []string
	var visit func(string)
	visit = func(from string) {
		for _, to := range imports[from] {
			if path := "assets/" + to; !slices.Contains(found, path) {
				found = append(found, path)
				visit(to)
			}
		}
	}
	visit(name)
	slices.SortFunc(found, strings.Compare)
	return found
}
