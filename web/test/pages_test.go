package test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// pagePaths lists every page of the site as a path with a slash at its end.
func pagePaths(t *testing.T) []string {
	t.Helper()
	var paths []string
	err := fs.WalkDir(os.DirFS(dist), ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.Name() == "index.html" {
			paths = append(paths, "/"+strings.TrimPrefix(filepath.ToSlash(filepath.Dir(path))+"/", "./"))
		}
		return err
	})
	if err != nil || len(paths) == 0 {
		t.Fatalf("listing the site's pages: %d found, %v", len(paths), err)
	}
	return paths
}

// TestEveryPageIsQuietAndFits opens every page at 390 pixels: nothing in the
// console, nothing wider than the screen, a title, a description, one h1.
func TestEveryPageIsQuietAndFits(t *testing.T) {
	for _, path := range pagePaths(t) {
		t.Run(strings.Trim(path, "/"), func(t *testing.T) {
			page := open(t, path, 390)
			type facts struct {
				Title, Description, Lang string
				Wide                     bool
				Headings                 int
				Isolated                 bool
			}
			got := eval[facts](t, page, `new Promise(done => setTimeout(() => done({
				Title: document.title,
				Description: document.querySelector("meta[name=description]")?.content ?? "",
				Lang: document.documentElement.lang,
				Wide: document.documentElement.scrollWidth > innerWidth,
				Headings: document.querySelectorAll("h1").length,
				Isolated: crossOriginIsolated,
			}), 300))`)
			if got.Title == "" || got.Description == "" || got.Lang == "" {
				t.Errorf("title %q, description %q, lang %q: none may be empty", got.Title, got.Description, got.Lang)
			}
			if got.Wide {
				t.Error("the page is wider than 390 pixels")
			}
			if embed := strings.Contains(path, "/embed/"); !embed && got.Headings != 1 {
				t.Errorf("%d h1 headings, want 1", got.Headings)
			}
			if !got.Isolated {
				t.Error("the page is not cross-origin isolated")
			}
		})
	}
}
