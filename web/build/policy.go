package main

import (
	"net/url"
	"regexp"
	"strings"

	"github.com/ahiru-dev/ahiru/web/build/bundle"
)

// jailEntry is the machine's jail: its bundle is the one inline script that
// the policy admits, inside the machine's own frame.
const jailEntry = "src/machine/jail/main.ts"

// policyFor is every page's Content-Security-Policy. The jail's frame inherits
// it, so it names the bootstrap's digest; nothing else inline runs anywhere.
// base is the site's public address, "" when unknown.
func policyFor(bootstrap, base string) string {
	self := ownSources(base)
	return strings.Join([]string{
		"default-src 'none'",
		"script-src " + self + " 'wasm-unsafe-eval' '" + bundle.Digest(bootstrap) + "'",
		"worker-src " + self + " blob: data:",
		"style-src " + self,
		"connect-src " + self,
		"img-src " + self + " data:",
		"manifest-src " + self,
		"base-uri 'none'",
		"form-action 'none'",
	}, "; ")
}

// policyHost is a host as a policy can name it: ASCII letters, no IPv6.
var policyHost = regexp.MustCompile(`^[A-Za-z0-9.-]+(:[0-9]+)?$`)

// ownSources is the site's own origin as a policy's sources. In WebKit 'self'
// matches nothing in a frame with sandbox="allow-scripts", which is what
// WordPress puts around an embed: there the origin's name serves, where it is known.
func ownSources(base string) string {
	address, err := url.Parse(base)
	if err != nil || !policyHost.MatchString(address.Host) {
		return "'self'"
	}
	return "'self' " + address.Scheme + "://" + address.Host
}
