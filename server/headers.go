package main

import (
	"net/http"
	"strings"
)

// always goes with every answer, not only with pages: a picture, a script or
// an error can be opened as a document or run as a worker too, and then has
// to bring its own policy. The content security policy is in policy.go.
//
// The four isolation headers stand together. COOP and COEP isolate a page on
// top; they give a frame on another site nothing. Document-Isolation-Policy
// does (Chromium only), but alone it is blocked inside a page with COEP. With
// all four, shared memory worked in each of these places and inside
// sandbox="allow-scripts".
var always = []struct {
	name  string
	value []string
}{
	{"Cross-Origin-Opener-Policy", []string{"same-origin"}},
	{"Cross-Origin-Embedder-Policy", []string{"require-corp"}},
	{"Cross-Origin-Resource-Policy", []string{"cross-origin"}},
	{"Document-Isolation-Policy", []string{"isolate-and-require-corp"}},

	// An embedded lesson may have an opaque origin and must still be able
	// to fetch; nothing here depends on who asks.
	{"Access-Control-Allow-Origin", []string{"*"}},

	{"X-Content-Type-Options", []string{"nosniff"}},
	{"Referrer-Policy", []string{"no-referrer"}},
	{"Permissions-Policy", []string{permissions}},
}

// permissions takes away what no page of the site asks for. It names only
// features that browsers know (others are a warning in the console), and
// never cross-origin-isolated, which would undo the isolation.
const permissions = "accelerometer=(), camera=(), display-capture=(), encrypted-media=(), geolocation=(), " +
	"gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()"

// setAlways shares the values of the table: whoever wants another value for
// one answer sets a new slice and leaves these alone.
func setAlways(h http.Header) {
	for _, header := range always {
		h[header.name] = header.value
	}
}

// embeddable reports whether other sites may show this name in a frame.
func embeddable(name string) bool {
	for _, language := range []string{"", "ja/", "ko/"} {
		if rest, ok := strings.CutPrefix(name, language); ok && (rest == "embed" || strings.HasPrefix(rest, "embed/")) {
			return true
		}
	}
	return false
}
