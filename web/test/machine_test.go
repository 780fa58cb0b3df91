package test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/ahiru-dev/ahiru/wasm/toolchain"
	"github.com/ahiru-dev/ahiru/web/build/bundle"
	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// A runRequest is what the machine's test page is asked to run.
type runRequest struct {
	Wasm   string             `json:"wasm"`
	Args   []string           `json:"args"`
	Env    map[string]string  `json:"env,omitempty"`
	Stdin  string             `json:"stdin,omitempty"`
	Files  map[string]string  `json:"files,omitempty"`
	Limits map[string]float64 `json:"limits,omitempty"`
	Clock  any                `json:"clock,omitempty"`
	Seed   string             `json:"seed,omitempty"`
}

// A programRun is its result and what the page noticed on the way.
type programRun struct {
	ExitCode       int
	Stdout, Stderr string
	WallMs         float64
	Stopped        bool
	Figures        []struct {
		Key, Label, Unit string
		Value            float64
	}
	Events []struct {
		Stream, Text string
		Ms           float64
	}
	TraceBytes  int
	TraceStart  string
	FirstMs     float64
	Beats       int
	LongestWait float64
}

// machinePage opens a page that holds a machine and nothing else.
func machinePage(t *testing.T, isolated bool) *browser.Page {
	t.Helper()
	page := blank(t, 800)
	t.Cleanup(func() {
		for _, c := range page.Complaints() {
			t.Errorf("the page complained: %s", c)
		}
	})
	url := machineSite(t) + "/plain"
	if isolated {
		url = machineSite(t) + "/isolated"
	}
	navigate(t, page, url)
	return page
}

// runProgram runs a program of testdata/programs in the page, to its end or until it has printed stopAt.
func runProgram(t *testing.T, page *browser.Page, r runRequest, stopAt string) programRun {
	t.Helper()
	if r.Args == nil {
		r.Args = []string{}
	}
	options, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return eval[programRun](t, page, fmt.Sprintf("run(%s, %q)", options, stopAt))
}

// machineSite serves the test page, isolated and plain, and the programs, each built when it is first asked for.
var machineSite = func() func(t *testing.T) string {
	var once sync.Once
	var url string
	return func(t *testing.T) string {
		t.Helper()
		once.Do(func() { url = httptest.NewServer(machineHandler(t)).URL })
		return url
	}
}()

func machineHandler(t *testing.T) http.Handler {
	t.Helper()
	b := bundle.Bundler{Web: filepath.Join(root, "web"), GoRoot: goRoot(t)}
	script, err := b.Text("test/testdata/machine/page.ts")
	if err != nil {
		t.Fatal(err)
	}
	jail, err := b.Text("src/machine/jail/main.ts")
	if err != nil {
		t.Fatal(err)
	}
	programs := programServer{made: map[string][]byte{}}
	page := serveMachinePage(pagePolicy(jail), "/machine.js")
	mux := http.NewServeMux()
	mux.HandleFunc("/machine.js", serveText("text/javascript; charset=utf-8", script))
	mux.HandleFunc("/favicon.ico", serveText("image/svg+xml", ""))
	mux.HandleFunc("/plain", page)
	mux.HandleFunc("/isolated", isolatePage(page))
	mux.HandleFunc("/data-only", serveMachinePage(strings.Replace(pagePolicy(jail), " blob:", "", 1), "/machine.js"))
	mux.HandleFunc("/programs/{name}", programs.serve)
	probeHandler(t, mux, b)
	kernelHandler(t, mux, b)
	toolchainHandler(t, mux, b, pagePolicy(jail))
	return mux
}

// pagePolicy is the policy that the site's pages have, for a jail with that script.
func pagePolicy(bootstrap string) string {
	return "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' '" + bundle.Digest(bootstrap) + "'; " +
		"worker-src 'self' blob: data:; style-src 'self'; connect-src 'self'; img-src 'self' data:; manifest-src 'self'; base-uri 'none'; form-action 'none'"
}

func serveMachinePage(policy, script string) http.HandlerFunc {
	page := serveText("text/html; charset=utf-8", `<!doctype html><title>test</title><body><script src="`+script+`"></script>`)
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		page(w, r)
	}
}

func isolatePage(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cross-Origin-Opener-Policy", "same-origin")
		w.Header().Set("Cross-Origin-Embedder-Policy", "require-corp")
		w.Header().Set("Cross-Origin-Resource-Policy", "cross-origin")
		w.Header().Set("Document-Isolation-Policy", "isolate-and-require-corp")
		next(w, r)
	}
}

func goRoot(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

// A programServer builds the programs of testdata/programs.
type programServer struct {
	mu   sync.Mutex
	made map[string][]byte
}

func (s *programServer) serve(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimSuffix(filepath.Base(r.PathValue("name")), ".wasm")
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.made[name] == nil {
		wasm, err := buildProgram(r.Context(), name)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		s.made[name] = wasm
	}
	w.Header().Set("Content-Type", "application/wasm")
	_, _ = w.Write(s.made[name])
}

// buildProgram builds as the site's own programs are built.
func buildProgram(ctx context.Context, name string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "ahiru-program-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	out := filepath.Join(dir, name+".wasm")
	folder, elsewhere := lessonPrograms[name]
	if !elsewhere {
		folder = filepath.Join("testdata", "programs", name)
	}
	program := toolchain.Program{Dir: folder}
	if _, err := toolchain.Build(ctx, program, out); err != nil {
		return nil, fmt.Errorf("building %s: %w", name, err)
	}
	return os.ReadFile(out)
}
