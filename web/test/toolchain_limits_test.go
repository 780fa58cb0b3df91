package test

import (
	"strings"
	"testing"
)

// TestToolchainLimits gives compiler and linker less than they need: each ends with a sentence, keeps no spares where
// memory was short, and leaves the way free for the next build.
func TestToolchainLimits(t *testing.T) {
	page := toolchainPage(t, "isolated")
	eval[bool](t, page, "load().then(() => true)")
	for _, test := range []struct{ name, tool, limits, want string }{
		{"memory of the compiler", "compile", "{ memoryBytes: 4 << 20 }", "The compiler was ended: it wanted more than 1024 MiB of memory, the limit here."},
		{"time of the compiler", "compile", "{ wallMs: 1 }", "The compiler was ended: it took longer than 120 s, the limit here."},
		{"memory of the linker", "link", "{ memoryBytes: 4 << 20 }", "The linker was ended: it wanted more than 1024 MiB of memory, the limit here."},
	} {
		t.Run(test.name, func(t *testing.T) {
			eval[bool](t, page, "tighten('toolchain/"+test.tool+"', "+test.limits+")")
			got := buildAndRun(t, page, mainFile(strings.ReplaceAll(hello, "quack", test.name)), "{}").Built
			if got.Ok || len(got.Diagnostics) != 1 || got.Diagnostics[0].Message != test.want || !strings.Contains(got.Stderr, test.want) {
				t.Errorf("got %+v, want %q", got, test.want)
			}
		})
	}
	const standing = `new Promise(go => setTimeout(() => go(tools.filter(t => t.ahead && !t.woken && !t.over).length), 1500))`
	if n := eval[int](t, page, standing); n != 0 {
		t.Errorf("%d spares stand though memory was short", n)
	}
	eval[bool](t, page, "tighten('', {})")
	if got := buildAndRun(t, page, mainFile(hello), "{}"); got.Run == nil || got.Run.Stdout != "quack\n" {
		t.Errorf("the next build: %+v", got)
	}
	if !eval[bool](t, page, waitForSpares) {
		t.Error("after a build that went well no spares stand")
	}
}
