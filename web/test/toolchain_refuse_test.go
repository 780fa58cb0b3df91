package test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestToolchainRefuses wants of each program that cannot be built a place and a sentence.
func TestToolchainRefuses(t *testing.T) {
	page := toolchainPage(t, "isolated")
	for _, test := range []struct {
		name, source string
		want         diagnostic // Message is a part of it
	}{
		{"a type error", "package main\n\nfunc main() {\n\tvar n int = \"x\"\n\t_ = n\n}\n", diagnostic{"main.go", 4, 14, `cannot use "x" (untyped string constant) as int value`}},
		{"unused", "package main\n\nimport \"os\"\n\nfunc main() {\n\tx := 1\n}\n", diagnostic{"main.go", 3, 8, `"os" imported and not used`}},
		{"syntax", "package main\n\nfunc main() {\n\tif {\n}\n", diagnostic{"main.go", 4, 5, "missing condition in if statement"}},
		{"another's package", "package main\n\nimport (\n\t\"fmt\"\n\t\"github.com/some/where\"\n)\n\nfunc main() { fmt.Println() }\n", diagnostic{"main.go", 5, 2, "a program may import the standard library and Ahiru's lesson libraries"}},
		{"an internal package", "package main\n\nimport _ \"internal/abi\"\n\nfunc main() {}\n", diagnostic{"main.go", 3, 8, "use of internal package not allowed"}},
		{"C", "package main\n\nimport \"C\"\n\nfunc main() {}\n", diagnostic{"main.go", 3, 8, "C code cannot be built for the page"}},
		{"no main", "package main\n", diagnostic{"", 0, 0, "function main is undeclared in the main package"}},
		{"a library", "package duck\n", diagnostic{"main.go", 1, 0, "this is package duck: a program is package main"}},
		{"embedding from outside", "package main\n\nimport _ \"embed\"\n\n//go:embed /pack/fmt.o\nvar x string\n\nfunc main() {}\n", diagnostic{"main.go", 5, 12, "no matching files found"}},
		{"too large", "package main\n\n// " + strings.Repeat("x", 1<<20) + "\nfunc main() {}\n", diagnostic{"", 0, 0, "the limit here is 1048576"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := buildAndRun(t, page, mainFile(test.source), "{}").Built
			if got.Ok || len(got.Diagnostics) == 0 || got.Stderr == "" {
				t.Fatalf("got %+v", got)
			}
			first := got.Diagnostics[0]
			if !strings.Contains(first.Message, test.want.Message) {
				t.Errorf("message %q, want %q in it", first.Message, test.want.Message)
			}
			if first.File != test.want.File || first.Line != test.want.Line || first.Column != test.want.Column {
				t.Errorf("at %s:%d:%d, want %s:%d:%d", first.File, first.Line, first.Column, test.want.File, test.want.Line, test.want.Column)
			}
		})
	}
	t.Run("assembly", func(t *testing.T) {
		got := buildAndRun(t, page, map[string]string{"main.go": "package main\n\nfunc main() {}\n", "add_wasm.s": "TEXT"}, "{}").Built
		if got.Ok || !strings.Contains(got.Stderr, "assembly and object files cannot be built") {
			t.Errorf("got %+v", got)
		}
	})
	t.Run("and builds a good one after all that", func(t *testing.T) {
		if got := buildAndRun(t, page, mainFile(hello), "{}"); got.Run == nil || got.Run.Stdout != "quack\n" {
			t.Errorf("got %+v", got)
		}
	})
}

// hostileProgram looks for everything that belongs to the toolchain or lies outside the jail, and says what it finds.
const hostileProgram = `package main

import (
	"fmt"
	"os"
	"syscall/js"
	"time"
)

func main() {
	for _, name := range []string{"/pack/runtime.o", "/pack", "/home/ahiru_main.a", "/home/main.go", "/dev/ahiru/park"} {
		if _, err := os.Stat(name); err == nil {
			fmt.Println("found", name)
		}
	}
	for _, name := range []string{"fetch", "XMLHttpRequest", "WebSocket", "Worker", "indexedDB", "caches", "postMessage", "navigator"} {
		if !js.Global().Get(name).IsUndefined() {
			fmt.Println("has", name)
		}
	}
	if _, err := os.OpenFile("/pack/runtime.o", os.O_CREATE|os.O_WRONLY, 0o666); err == nil {
		fmt.Println("wrote where packages are mounted")
	}
	fs := js.Global().Get("fs")
	for fd := 1 << 20; fd < 1<<20+8; fd++ {
		done := make(chan bool)
		back := js.FuncOf(func(_ js.Value, args []js.Value) any { done <- args[0].IsNull(); return nil })
		fs.Call("read", fd, js.Global().Get("Uint8Array").New(8), 0, 8, js.Null(), back)
		if <-done {
			fmt.Println("read descriptor", fd)
		}
	}
	time.Sleep(10 * time.Millisecond)
	fmt.Println("that was all")
}
`

func TestToolchainIsOutOfAProgramsReach(t *testing.T) {
	page := toolchainPage(t, "isolated")
	got := buildAndRun(t, page, mainFile(hostileProgram), "{}")
	if got.Run == nil || got.Run.Stdout != "that was all\n" {
		t.Errorf("got %+v %+v", got.Built, got.Run)
	}
	// A program that spins does not keep the compiler from the next one; only stopping it makes room to run.
	both := eval[built](t, page, fmt.Sprintf(`(async () => {
		const spin = await build({ "main.go": "package main\n\nfunc main() {\n\tfor {\n\t}\n}\n" });
		const run = machine.run({ wasm: spin.program, args: [] });
		const built = await build({ "main.go": %q });
		run.stop();
		const stopped = await run.done;
		const second = await machine.run({ wasm: built.program, args: [] }).done;
		return { built, run: { ...second, stopped: stopped.stopped } };
	})()`, hello))
	if both.Run.Stdout != "quack\n" || !both.Run.Stopped {
		t.Errorf("got %+v %+v", both.Built, both.Run)
	}
}

// TestToolchainGivesUp cancels a load and a build, and has a second build end the first.
func TestToolchainGivesUp(t *testing.T) {
	page := toolchainPage(t, "isolated")
	got := eval[[]string](t, page, fmt.Sprintf(`(async () => {
		const said = [];
		const hear = (promise) => promise.then((v) => said.push("done"), (e) => said.push(e.name));
		const early = new AbortController();
		const loading = hear(load(early.signal));
		await new Promise(go => { const look = () => states.some(s => s.kind === "loading") ? go() : setTimeout(look, 1); look(); });
		early.abort();
		await loading;
		said.push(state().kind);
		await hear(load());
		said.push(state().kind);
		const late = new AbortController();
		const first = hear(build({ "main.go": %[1]q }, { signal: late.signal }));
		late.abort();
		await first;
		const replaced = hear(build({ "main.go": %[1]q + "// 1\n" }));
		const replacing = hear(build({ "main.go": %[1]q + "// 2\n" }));
		await Promise.all([replaced, replacing]);
		return said;
	})()`, hello))
	if want := "AbortError idle done ready AbortError AbortError done"; strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", strings.Join(got, " "), want)
	}
}

// TestToolchainWithoutTheNetwork builds from what was kept, on a page whose browser gives no digests.
func TestToolchainWithoutTheNetwork(t *testing.T) {
	page := toolchainPage(t, "isolated")
	if got := buildAndRun(t, page, mainFile(hello), "{}"); got.Run == nil {
		t.Fatalf("got %+v", got)
	}
	eval[bool](t, page, `(Object.defineProperty(crypto, "subtle", { value: undefined }), globalThis.fetch = () => Promise.reject(new TypeError("offline")), again(), true)`)
	if got := buildAndRun(t, page, mainFile(strings.ReplaceAll(hello, "quack", "offline")), "{}"); got.Run == nil || got.Run.Stdout != "offline\n" {
		t.Errorf("got %+v", got)
	}
	if fault := eval[string](t, page, `build({ "main.go": "package main\n\nimport _ \"net/mail\"\n\nfunc main() {}\n" }).then(() => "", e => e.fault)`); fault != "unreachable" {
		t.Errorf("a package that was not kept: fault %q", fault)
	}
	if got := eval[[]string](t, page, `(async () => { try { await packages() } catch (e) { return [e.fault] } return [] })()`); len(got) != 1 || got[0] != "unreachable" {
		t.Errorf("names that were not kept: %q", got)
	}
}

func TestToolchainKnowsWhatPackagesExport(t *testing.T) {
	page := toolchainPage(t, "plain")
	type names struct {
		Path, Name string
		Exports    []string
	}
	got := eval[[]names](t, page, `packages().then(list => list.filter(p => ["fmt", "math/rand/v2", "internal/abi"].includes(p.path) || p.path.endsWith("wasm/lesson")))`)
	if len(got) != 3 {
		t.Fatalf("got %+v", got)
	}
	all := fmt.Sprint(got)
	for _, want := range []string{"Fprintln", "NewPCG", "Figure", "{math/rand/v2 rand ["} {
		if !strings.Contains(all, want) {
			t.Errorf("no %s in %s", want, all)
		}
	}
	if n := eval[int](t, page, `performance.getEntriesByType("resource").filter(r => r.name.includes(".wasm")).length`); n != 0 {
		t.Errorf("%d wasm files were fetched for the names", n)
	}
}

// TestLinkerRefusesPulls wants of a pull by linkname what Go's linker says of it natively, with nothing left to run.
func TestLinkerRefusesPulls(t *testing.T) {
	page := toolchainPage(t, "isolated")
	for _, pull := range []string{
		"//go:linkname procs runtime.gomaxprocs\nvar procs int32\n\nfunc main() { println(procs) }\n",
		"//go:linkname look runtime/pprof.runtime_goroutineLeakGC\nfunc look()\n\nfunc main() { look() }\n",
		"//go:linkname now time.runtimeNano\nfunc now() int64\n\nfunc main() { println(now()) }\n",
	} {
		source := "package main\n\nimport _ \"unsafe\"\n\n" + pull
		want := nativeRefusal(t, source)
		got := buildAndRun(t, page, mainFile(source), "{}")
		if got.Built.Ok || got.Run != nil || got.Built.Stderr != want {
			t.Errorf("got %+v, natively %q is said of\n%s", got, want, pull)
		}
	}
	// The linker that stood ready has ended; the next program has another.
	if got := buildAndRun(t, page, mainFile(hello), "{}"); got.Run == nil || got.Run.Stdout != "quack\n" {
		t.Errorf("got %+v", got)
	}
}

// nativeRefusal gives what `go build` says of a program for js/wasm.
func nativeRefusal(t *testing.T, source string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "main.go"), []byte(source), 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), "go", "build", "-o", filepath.Join(dir, "out.wasm"), "main.go")
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOFLAGS=", "GO111MODULE=off")
	output, err := cmd.CombinedOutput()
	_, said, found := strings.Cut(string(output), "# command-line-arguments\n")
	if err == nil || !found {
		t.Fatalf("go build says %q, %v", output, err)
	}
	return said
}
