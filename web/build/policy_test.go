package main

import (
	"strings"
	"testing"
)

func TestPolicyNamesTheKnownOrigin(t *testing.T) {
	for base, want := range map[string]string{
		"":                           "style-src 'self';",
		"https://example.org/ahiru":  "style-src 'self' https://example.org;",
		"http://localhost:8080":      "style-src 'self' http://localhost:8080;",
		"https://ahiru.例え":           "style-src 'self';", // a policy is ASCII
		"http://[::1]:8080":          "style-src 'self';", // and has no word for these
		"https://a;script-src *;b/c": "style-src 'self';",
	} {
		if policy := policyFor("bootstrap", base); !strings.Contains(policy, want) || strings.Count(policy, ";") != 8 {
			t.Errorf("the policy of a site at %q is %q, want in it %q", base, policy, want)
		}
	}
}
