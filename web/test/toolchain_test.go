package test

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/web/build/bundle"
	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// A diagnostic is a complaint about a program, as the page gives it.
type diagnostic struct {
	File         string
	Line, Column int
	Message      string
}

// A built is what the toolchain of the page answers, and how the program then ran.
type built struct {
	Built struct {
		Ok                         bool
		Program                    string
		CompileMs, LinkMs, TotalMs float64
		Bytes                      int
		Packages                   []string
		Diagnostics                []diagnostic
		Stderr                     string
	}
	Run *struct {
		ExitCode       int
		Stdout, Stderr string
		Stopped        bool
		WallMs         float64
	}
}

// toolchainHandler serves a page with a toolchain, and the pack of the built site as a host does that knows no
// brotli.
func toolchainHandler(t *testing.T, mux *http.ServeMux, b bundle.Bundler, policy string) {
	t.Helper()
	script, err := b.Text("test/testdata/machine/toolchain-page.ts")
	if err != nil {
		t.Fatal(err)
	}
	mux.HandleFunc("/toolchain.js", serveText("text/javascript; charset=utf-8", script))
	page := serveMachinePage(policy, "/toolchain.js")
	mux.HandleFunc("/toolchain/plain", page)
	mux.HandleFunc("/toolchain/isolated", isolatePage(page))
	site := http.FileServer(http.Dir(filepath.Join(root, "dist")))
	mux.Handle("/toolchain/", isolatePage(site.ServeHTTP))
	mux.Handle("/assets/toolchain/", isolatePage(site.ServeHTTP))
}

// toolchainPage opens it.
func toolchainPage(t *testing.T, kind string) *browser.Page {
	t.Helper()
	if _, err := os.Stat(filepath.Join(root, "dist", "toolchain", "index.json")); err != nil {
		t.Fatal("the site has no toolchain: go run ./web/build")
	}
	page := blank(t, 800)
	t.Cleanup(func() {
		for _, c := range page.Complaints() {
			t.Errorf("the page complained: %s", c)
		}
	})
	navigate(t, page, machineSite(t)+"/toolchain/"+kind)
	return page
}

// buildAndRun has the page build a program, and run it when that went well.
func buildAndRun(t *testing.T, page *browser.Page, files map[string]string, options string, args ...string) built {
	t.Helper()
	text, err := json.Marshal(files)
	if err != nil {
		t.Fatal(err)
	}
	list, err := json.Marshal(append([]string{}, args...))
	if err != nil {
		t.Fatal(err)
	}
	return eval[built](t, page, "buildAndRun("+string(text)+","+options+","+string(list)+")")
}

func mainFile(text string) map[string]string { return map[string]string{"main.go": text} }

const hello = "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tfmt.Println(\"quack\")\n}\n"

func TestToolchainBuildsAndRuns(t *testing.T) {
	for _, kind := range []string{"isolated", "plain"} {
		t.Run(kind, func(t *testing.T) {
			page := toolchainPage(t, kind)
			got := buildAndRun(t, page, mainFile(hello), "{}")
			if !got.Built.Ok || got.Run == nil || got.Run.Stdout != "quack\n" || got.Run.ExitCode != 0 {
				t.Fatalf("got %+v %+v", got.Built, got.Run)
			}
			for i := range 4 {
				text := strings.ReplaceAll(hello, "quack", strings.Repeat("quack", i+2))
				got := buildAndRun(t, page, mainFile(text), "{}")
				if got.Run == nil || got.Run.Stdout != strings.Repeat("quack", i+2)+"\n" {
					t.Fatalf("got %+v %+v", got.Built, got.Run)
				}
				t.Logf("compile %.0f ms, link %.0f ms, all %.0f ms, run %.0f ms", got.Built.CompileMs, got.Built.LinkMs, got.Built.TotalMs, got.Run.WallMs)
			}
		})
	}
}

// A watchedTool is a tool that the page has started.
type watchedTool struct {
	Wasm                 string
	Ahead, Parked, Woken bool
}

// waitForSpares waits until a compiler and a linker stand ready.
const waitForSpares = `(async () => {
	const ready = () => ["compile", "link"].every(name => tools.some(t => t.wasm === "toolchain/" + name && t.parked && !t.woken));
	for (let i = 0; i < 600 && !ready(); i++) await new Promise(go => setTimeout(go, 50));
	return ready();
})()`

func TestToolchainKeepsSpares(t *testing.T) {
	page := toolchainPage(t, "isolated")
	say := func(word string) {
		t.Helper()
		got := buildAndRun(t, page, mainFile(strings.ReplaceAll(hello, "quack", word)), "{}")
		if got.Run == nil || got.Run.Stdout != word+"\n" {
			t.Fatalf("got %+v %+v", got.Built, got.Run)
		}
		t.Logf("compile %.0f ms, link %.0f ms, all %.0f ms", got.Built.CompileMs, got.Built.LinkMs, got.Built.TotalMs)
	}
	say("first")
	for range 3 {
		if !eval[bool](t, page, waitForSpares) {
			t.Fatalf("no spares: %+v", eval[[]watchedTool](t, page, "tools"))
		}
		before := len(eval[[]watchedTool](t, page, "tools.filter(t => !t.ahead)"))
		say(strings.Repeat("spare", before+len(eval[[]watchedTool](t, page, "tools"))))
		if after := len(eval[[]watchedTool](t, page, "tools.filter(t => !t.ahead)")); after != before {
			t.Error("spares stood ready, and fresh tools were started")
		}
	}
	// Other packages: the linker that has read the old ones is no use.
	eval[bool](t, page, waitForSpares)
	got := buildAndRun(t, page, mainFile("package main\n\nimport (\n\t\"fmt\"\n\t\"slices\"\n\t\"text/tabwriter\"\n\t\"os\"\n)\n\nfunc main() {\n\tw := tabwriter.NewWriter(os.Stdout, 0, 8, 1, '-', 0)\n\tfmt.Fprintln(w, \"a\\tb\", slices.Max([]int{1, 2}))\n\tw.Flush()\n}\n"), "{}")
	if got.Run == nil || got.Run.Stdout != "a-b 2\n" {
		t.Fatalf("got %+v %+v", got.Built, got.Run)
	}
	// A program that does not compile uses a compiler up, and the next one builds all the same.
	refused := buildAndRun(t, page, mainFile(strings.ReplaceAll(hello, "Println", "Printn")), "{}")
	if want := (diagnostic{"main.go", 6, 6, "undefined: fmt.Printn"}); refused.Built.Ok || len(refused.Built.Diagnostics) != 1 || refused.Built.Diagnostics[0] != want {
		t.Errorf("got %+v", refused.Built)
	}
	say("last")
}
