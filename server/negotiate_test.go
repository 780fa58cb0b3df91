package main

import (
	"strings"
	"testing"
)

func TestParseAcceptEncoding(t *testing.T) {
	const full = lastResort + 1000
	for accept, want := range map[string]wishes{
		"":                        {identity: lastResort},
		"br":                      {identity: lastResort, brotlied: full},
		"gzip;q=0.5,zstd; q=0.25": {identity: lastResort, gzipped: 501, zstandard: 251},
		"br;q=0":                  {identity: lastResort},
		"br;q=0.0009":             {identity: lastResort, brotlied: lastResort + 1},
		"br;q=1.000":              {identity: lastResort, brotlied: full},
		"br;q=1.001":              {identity: lastResort},
		"br;q=0.5, br;q=0":        {identity: lastResort},
		"*":                       {full, full, full, full},
		"*;q=0":                   {},
		"identity;q=0":            {},
		"identity":                {identity: full},
		"br, *;q=0":               {brotlied: full},
		"*;q=0, identity;q=0.5":   {identity: 501},
		"br\t;\tq=0.5":            {identity: lastResort, brotlied: 501},
	} {
		if got := parseAcceptEncoding([]string{accept}); got != want {
			t.Errorf("parseAcceptEncoding(%q) = %v, want %v", accept, got, want)
		}
	}
}

// FuzzAcceptEncoding: weights stay in their range, no coding is sent that is
// not named, and case, blanks and the cut into lines mean nothing.
func FuzzAcceptEncoding(f *testing.F) {
	for _, seed := range []string{"br", "gzip;q=0.5, *;q=0", "xbr", "BR;Q=1", ";;,,=", "br;q=0.00000000000000000001", "identity;q=0"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, accept string) {
		w := parseAcceptEncoding([]string{accept})
		lower := strings.ToLower(accept)
		for c, weight := range w {
			if weight < 0 || weight > lastResort+1000 {
				t.Fatalf("%q: weight %d", accept, weight)
			}
			if weight > lastResort && !strings.Contains(lower, tokens[c]) && !strings.Contains(lower, "*") {
				t.Fatalf("%q asks for %s", accept, tokens[c])
			}
		}
		lines := strings.Split(strings.ReplaceAll(accept, ",", " , "), ",")
		if again := parseAcceptEncoding(lines); again != w {
			t.Fatalf("%q: %v, in lines %v", accept, w, again)
		}
	})
}
