package test

import (
	"context"
	"slices"
	"testing"
)

// inFirefox are the programs that are built and run in Firefox too: one of each kind.
var inFirefox = []string{"conc-deadlock", "conc-select", "exit-three", "lang-generics", "lang-range-func", "panic-nil-map", "std-json", "test-outside"}

// TestFirefoxConformance wants of a few programs in Firefox what TestConformance wants of all in Chromium.
func TestFirefoxConformance(t *testing.T) {
	ctx, page := launchFirefox(t)
	some := slices.DeleteFunc(readConformers(t), func(c conformer) bool { return !slices.Contains(inFirefox, c.name) })
	if len(some) != len(inFirefox) {
		t.Fatalf("%d of %d programs are there", len(some), len(inFirefox))
	}
	programs := buildNatively(t, some)
	ctx, cancel := context.WithTimeout(ctx, firefoxLimit)
	defer cancel()
	if err := page.Navigate(ctx, machineSite(t)+"/toolchain/isolated"); err != nil {
		t.Fatal(err)
	}
	for _, c := range some {
		t.Run(c.name, func(t *testing.T) {
			var got built
			if err := page.Eval(ctx, c.call(t), &got); err != nil {
				t.Fatal(err)
			}
			c.compare(t, programs, c.outcomeOf(t, got))
		})
	}
}
