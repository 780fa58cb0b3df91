package main

import (
	"fmt"
	"strings"

	"github.com/ahiru-dev/ahiru/docs/render"
)

// isolating are the headers that stand together, and their companions.
// server/headers.go says why.
var isolating = []string{
	"Cross-Origin-Opener-Policy: same-origin",
	"Cross-Origin-Embedder-Policy: require-corp",
	"Cross-Origin-Resource-Policy: cross-origin",
	"Document-Isolation-Policy: isolate-and-require-corp",
	"Access-Control-Allow-Origin: *",
	"X-Content-Type-Options: nosniff",
	"Referrer-Policy: no-referrer",
}

// addHostFiles adds what hosts read themselves: _headers for Netlify and
// Cloudflare Pages, and .nojekyll, without which GitHub Pages would leave out
// names that begin with an underscore.
func (s *site) addHostFiles() {
	var text strings.Builder
	rule := func(path string, headers ...string) {
		fmt.Fprintf(&text, "%s\n  %s\n", path, strings.Join(headers, "\n  "))
	}
	rule("/*", isolating...)
	rule("/assets/*", "Cache-Control: public, max-age=31536000, immutable")
	// Several policies would all hold, so no rule may cover the embeds. The
	// rest of the policy stands in the pages.
	for _, lang := range render.Languages {
		home := "/" + render.Path(lang.Code, "index")
		for _, folder := range []string{"", "demos/*", "play/*", "peps/*", "docs/*"} {
			rule(home+folder, "Content-Security-Policy: frame-ancestors 'self'")
		}
		rule(home+"embed/*", "Content-Security-Policy: frame-ancestors *")
	}
	s.add("_headers", []byte(text.String()))
	s.add(".nojekyll", nil)
}
