package main

import (
	"strings"

	"github.com/ahiru-dev/ahiru/web/build/bundle"
)

// jailEntry is the machine's jail: its bundle is the one inline script that
// the policy admits, inside the machine's own frame.
const jailEntry = "src/machine/jail/main.ts"

// policyFor is every page's Content-Security-Policy. The jail's frame inherits
// it, so it names the bootstrap's digest; nothing else inline runs anywhere.
func policyFor(bootstrap string) string {
	return strings.Join([]string{
		"default-src 'none'",
		"script-src 'self' 'wasm-unsafe-eval' '" + bundle.Digest(bootstrap) + "'",
		"worker-src 'self' blob: data:",
		"style-src 'self'",
		"connect-src 'self'",
		"img-src 'self' data:",
		"base-uri 'none'",
		"form-action 'none'",
	}, "; ")
}
