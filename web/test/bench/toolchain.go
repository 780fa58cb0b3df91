package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"github.com/ahiru-dev/ahiru/web/build/bundle"
	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// Budgets of the toolchain until the first edited program runs, and how much longer than natively an edit may take.
const (
	brotliBudget = 11_000_000
	gzipBudget   = 15_000_000
	editBudget   = 2
)

// edited is how often a program is changed and run; the middle counts.
const edited = 5

// restMs is how long a reader reads between two edits, at the least: the spares are started meanwhile.
const restMs = 2500

const helloSource = "package main\n\nimport (\n\t\"fmt\"\n\t\"sync\"\n\t\"time\"\n)\n\nfunc main() {\n\tvar wg sync.WaitGroup\n\twg.Go(func() { time.Sleep(time.Millisecond) })\n\tfmt.Println(\"hello\")\n\twg.Wait()\n}\n"

// An edit is what the page measured of one; see toolchain.ts.
type edit struct{ FirstOutput, Compile, Link, CompileMemory, LinkMemory float64 }

// toolchain measures the compiler in the page: what is fetched before the first edited program runs, and three
// programs that are edited and run, each beside `go run` of the same text on this machine.
func (b *bench) toolchain() error {
	threads, err := os.ReadFile(filepath.Join("wasm", "demos", "threads", "main.go"))
	if err != nil {
		return err
	}
	if err := b.onToolchainPage(b.firstEdit); err != nil {
		return fmt.Errorf("the first edited program: %w", err)
	}
	for _, p := range []struct {
		name, source string
		args         []string
	}{{"hello", helloSource, nil}, {"threads", string(threads), []string{"-n=2", "-d=10ms"}}, {"1000 lines", thousandLines(), nil}} {
		err := b.onToolchainPage(func(page *browser.Page) error { return b.edits(page, p.name, p.source, p.args) })
		if err != nil {
			return fmt.Errorf("editing %s: %w", p.name, err)
		}
	}
	return nil
}

// onToolchainPage measures in a page of its own.
func (b *bench) onToolchainPage(measure func(*browser.Page) error) error {
	page, end, err := b.scripted("test/bench/toolchain.ts")
	if err != nil {
		return err
	}
	defer end()
	return measure(page)
}

// scripted is a page of the site with a script of the bench's own in it.
func (b *bench) scripted(file string) (*browser.Page, func(), error) {
	goroot, err := exec.CommandContext(b.session, "go", "env", "GOROOT").Output()
	if err != nil {
		return nil, nil, err
	}
	web, err := filepath.Abs("web")
	if err != nil {
		return nil, nil, err
	}
	script, err := bundle.Bundler{Web: web, GoRoot: strings.TrimSpace(string(goroot))}.Text(file)
	if err != nil {
		return nil, nil, err
	}
	page, end, err := browser.NewPage(b.session, 1280, 900)
	if err != nil {
		return nil, nil, err
	}
	if err = page.Do(chromedp.Navigate(b.site + "/docs/")); err == nil {
		err = page.Eval(script+"\n;1", nil)
	}
	if err != nil {
		end()
	}
	return page, end, err
}

// firstEdit counts what the network carries until the first edited program has run.
func (b *bench) firstEdit(page *browser.Page) error {
	meter := newMeter()
	if err := chromedp.Listen(page.Ctx, meter.listen); err != nil {
		return err
	}
	if _, err := chromedp.Call(page.Ctx, network.Enable, network.EnableParams{}); err != nil {
		return err
	}
	if _, err := chromedp.Call(page.Ctx, network.ClearBrowserCache, cdp.Empty{}); err != nil {
		return err
	}
	var first edit
	if err := page.Eval(fmt.Sprintf("edit(%q, [])", helloSource), &first); err != nil {
		return err
	}
	all, _ := meter.total()
	b.add("toolchain: bytes until the first edited program runs", all, brotliBudget, "B")
	gzip, err := gzipBytes(page)
	if err != nil {
		return err
	}
	b.add("  for a host without brotli", gzip, gzipBudget, "B")
	b.add("  first edit to first output, from an empty cache", first.FirstOutput, 0, "ms")
	return nil
}

// gzipBytes sums the sizes in gzip of the files that the page has fetched.
func gzipBytes(page *browser.Page) (float64, error) {
	var names []string
	if err := page.Eval("fetched()", &names); err != nil {
		return 0, err
	}
	text, err := os.ReadFile(filepath.Join("dist", "toolchain", "index.json"))
	if err != nil {
		return 0, err
	}
	var index struct {
		Files []struct {
			Name string
			Gzip float64
		}
	}
	if err := json.Unmarshal(text, &index); err != nil {
		return 0, err
	}
	packed, err := os.Stat(filepath.Join("dist", "toolchain", "index.json.gz"))
	if err != nil {
		return 0, err
	}
	sum := float64(packed.Size())
	for _, name := range names {
		for _, f := range index.Files {
			if "/"+f.Name == name {
				sum += f.Gzip
			}
		}
	}
	return sum, nil
}

// edits changes a program again and again, in the page and natively in turn. Each text is run twice as a reader does:
// at once after the last key, and another after a pause, in which the page builds ahead.
func (b *bench) edits(page *browser.Page, name, source string, args []string) error {
	list, err := json.Marshal(append([]string{}, args...))
	if err != nil {
		return err
	}
	var firsts, pauses, compiles, links, natives []float64
	var last edit
	for i := range edited + 1 {
		// No text is built twice: go run keeps what it has built before, the page too.
		text := fmt.Sprintf("%s\n// edit %d of %d\n", source, i, time.Now().UnixNano())
		native, err := b.goRun(text, args)
		if err != nil {
			return err
		}
		if err := page.Eval(fmt.Sprintf("new Promise(go => setTimeout(go, %d)).then(() => edit(%q, %s))", restMs, text, list), &last); err != nil {
			return err
		}
		if i == 0 {
			continue // its packages are fetched, and go run's are compiled
		}
		firsts, natives = append(firsts, last.FirstOutput), append(natives, native)
		compiles, links = append(compiles, last.Compile), append(links, last.Link)
		var rested edit
		if err := page.Eval(fmt.Sprintf("new Promise(go => setTimeout(go, %d)).then(() => rested(%q, %s, %[1]d))", restMs, text+"// after a pause\n", list), &rested); err != nil {
			return err
		}
		pauses = append(pauses, rested.FirstOutput)
	}
	b.add(name+": last key and press to first output, warm", median(firsts), 0, "ms")
	b.add("  go run of the same, in the same minute", median(natives), 0, "ms")
	b.add("  pressed at once, one by the other", median(firsts)/median(natives), editBudget, "×")
	b.add("  pressed after a pause: press to first output", median(pauses), 0, "ms")
	b.add("  pressed after a pause, by go run", median(pauses)/median(natives), editBudget, "×")
	b.add("  compile", median(compiles), 0, "ms")
	b.add("  link", median(links), 0, "ms")
	b.add("  memory of the compiler", last.CompileMemory/(1<<20), 0, "MiB")
	b.add("  memory of the linker", last.LinkMemory/(1<<20), 0, "MiB")
	return nil
}

// goRun runs a program of this module as `go run` does and gives the milliseconds to its first output.
func (b *bench) goRun(source string, args []string) (float64, error) {
	dir, err := os.MkdirTemp("", "ahiru-bench-")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	// An overlay puts the program into this module, whose libraries it may import.
	place, err := filepath.Abs(filepath.Join("wasm", "demos", "threads", "main.go"))
	if err != nil {
		return 0, err
	}
	text, err := json.Marshal(map[string]any{"Replace": map[string]string{place: filepath.Join(dir, "main.go")}})
	if err != nil {
		return 0, err
	}
	overlay := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(overlay, text, 0o666); err != nil {
		return 0, err
	}
	if err := os.WriteFile(filepath.Join(dir, "main.go"), []byte(source), 0o666); err != nil {
		return 0, err
	}
	cmd := exec.CommandContext(b.session, "go", append([]string{"run", "-overlay", overlay, "./wasm/demos/threads"}, args...)...)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		return 0, err
	}
	begun := time.Now()
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	if _, err := bufio.NewReader(out).ReadByte(); err != nil {
		return 0, fmt.Errorf("go run printed nothing: %w", err)
	}
	first := time.Since(begun)
	return float64(first) / float64(time.Millisecond), cmd.Wait()
}

// thousandLines is a program of about that many, with types, methods, closures, maps and generic functions.
func thousandLines() string {
	var text strings.Builder
	text.WriteString("package main\n\nimport (\n\t\"fmt\"\n\t\"sort\"\n\t\"strings\"\n)\n\nfunc pick[T any](list []T, f func(T) bool) (out []T) {\n\tfor _, v := range list {\n\t\tif f(v) {\n\t\t\tout = append(out, v)\n\t\t}\n\t}\n\treturn out\n}\n\n")
	const parts = 40
	for i := range parts {
		text.WriteString(strings.ReplaceAll(`type thingN struct {
	name  string
	parts map[string]int
}

func (t *thingN) add(word string, n int) error {
	if word == "" {
		return fmt.Errorf("thing N: no word")
	}
	t.parts[word] += n
	return nil
}

func (t thingN) String() string {
	var words []string
	for word, n := range t.parts {
		words = append(words, strings.Repeat(word, n%3))
	}
	sort.Strings(words)
	return t.name + ":" + strings.Join(pick(words, func(w string) bool { return len(w) > N%2 }), ",")
}

`, "N", fmt.Sprint(i)))
	}
	text.WriteString("func main() {\n\tvar all []fmt.Stringer\n")
	for i := range parts {
		fmt.Fprintf(&text, "\tt%[1]d := thing%[1]d{\"t%[1]d\", map[string]int{}}\n\tif err := t%[1]d.add(\"word\", %[1]d); err != nil {\n\t\tpanic(err)\n\t}\n\tall = append(all, t%[1]d)\n", i)
	}
	text.WriteString("\tfmt.Println(all)\n}\n")
	return text.String()
}
