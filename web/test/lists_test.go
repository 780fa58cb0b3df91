package test

import (
	"slices"
	"strings"
	"testing"
)

// TestListsHaveEverything: /demos/ and /docs/ lead to each page below them, in
// each language, and the navigation of every page leads there.
func TestListsHaveEverything(t *testing.T) {
	all := pagePaths(t)
	for _, folder := range []string{"/demos/", "/docs/", "/ja/demos/", "/ja/docs/", "/ko/demos/", "/ko/docs/"} {
		page := open(t, folder, 1280)
		got := eval[[]string](t, page, `[...document.querySelectorAll("main .lesson-cards a")].map(a => a.pathname)`)
		slices.Sort(got)
		var want []string
		for _, path := range all {
			if strings.HasPrefix(path, folder) && path != folder {
				want = append(want, path)
			}
		}
		slices.Sort(want)
		if len(want) == 0 || !slices.Equal(got, want) {
			t.Errorf("%s leads to %q, want %q", folder, got, want)
		}
		here := eval[string](t, page, `document.querySelector(".site-nav [aria-current=page]")?.pathname ?? ""`)
		if here != folder {
			t.Errorf("%s: the navigation says that this is %q", folder, here)
		}
	}
}
