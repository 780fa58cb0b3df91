package test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/wasm/examples"
)

// program reads the source of a program of testdata.
func program(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "programs", name, "main.go"))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// modern uses what is new in the language and the library, over two files, one
// of data and a package in a folder, with flags, arguments and input.
const modern = `package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"sync"

	"play.ground/말"
)

var times = flag.Int("times", 1, "how often (1 to 9)")

func main() {
	flag.Parse()
	data, err := os.ReadFile("data/あひる.txt")
	fmt.Printf("%s%v\n", data, err)
	var group sync.WaitGroup
	total := 0
	for n := range upTo(*times) {
		group.Go(func() { total += n })
	}
	group.Wait()
	in := bufio.NewScanner(os.Stdin)
	in.Scan()
	fmt.Println(Max(total, 3), flag.Args(), in.Text(), 말.Said)
}
-- go.mod --
module play.ground
-- 말/말.go --
package 말

const Said = "꽥"
-- more.go --
package main

import (
	"cmp"
	"iter"
)

func Max[T cmp.Ordered](a, b T) T { return max(a, b) }

func upTo(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; i <= n && yield(i); i++ {
		}
	}
}
-- data/あひる.txt --
duck
`

func TestPlayRunsModernGo(t *testing.T) {
	needsPack(t)
	page := open(t, "/play/", 1280)
	type outcome struct {
		First, Second, Broken result
		Flags                 string
		Problems              []problem
	}
	got := edited[outcome](t, page, fmt.Sprintf(`
		await until(editor);
		demo.source = %q;
		demo.params = {times: "9"}; // a flag that only the built program knows
		$(".inputs").open = true;
		const type = (selector, text) => { $(selector).value = text; $(selector).dispatchEvent(new Event("input")); };
		type("input.args", "a 'b c'");
		type("textarea.stdin", "こんにちは\nx");
		const First = await press();
		await demo.updateComplete;
		const Flags = $(".controls").textContent;
		demo.params = {times: "2"};
		const Second = await press();
		demo.source = demo.source.replace("max(a, b)", "mix(a, b)");
		const Broken = await press();
		return {First, Second, Flags, Broken, Problems: demo.diagnostics}`, modern))
	if want := "duck\n<nil>\n45 [a b c] こんにちは 꽥\n"; got.First.Stdout != want || got.First.ExitCode != 0 {
		t.Errorf("got %+v, want %q", got.First, want)
	}
	if want := "duck\n<nil>\n3 [a b c] こんにちは 꽥\n"; got.Second.Stdout != want {
		t.Errorf("got %+v, want %q", got.Second, want)
	}
	if !strings.Contains(got.Flags, "how often") || !strings.Contains(got.Flags, "1 to 9") {
		t.Errorf("the controls say %q", got.Flags)
	}
	line := strings.Count(modern[:strings.Index(modern, "func Max")], "\n") + 1
	if got.Broken.ExitCode != 2 || len(got.Problems) != 1 || got.Problems[0].Line != line || got.Problems[0].Message != "undefined: mix" {
		t.Errorf("an error of the second file is told as %+v, want line %d of the whole: %+v", got.Problems, line, got.Broken)
	}
}

// TestPlayRunsTests runs the example with tests, with synctest and a benchmark.
func TestPlayRunsTests(t *testing.T) {
	needsPack(t)
	page := open(t, "/ja/play/", 1280)
	at := 0
	for i, e := range examples.List {
		if e.Name == "tests" {
			at = i + 1
		}
	}
	got := edited[result](t, page, fmt.Sprintf(`
		await until(() => $("select.examples"));
		const menu = $("select.examples");
		menu.selectedIndex = %d;
		menu.dispatchEvent(new Event("change"));
		await until(() => demo.source.includes("synctest"));
		const result = await press();
		localStorage.clear(); // the other tests' readers have written nothing
		return result`, at))
	for _, want := range []string{"--- PASS: TestReverse/あひる", "slept for 1h0m0s", "BenchmarkReverse", "PASS"} {
		if !strings.Contains(got.Stdout, want) {
			t.Errorf("the tests printed %q, want %q (%+v)", got.Stdout, want, got)
		}
	}
}

// TestPlayDeadlockSpinStop reads Go's own report, and ends what does not end,
// the compiler too.
func TestPlayDeadlockSpinStop(t *testing.T) {
	needsPack(t)
	page := open(t, "/play/", 390)
	type outcome struct {
		Deadlock, Spin, Compiling, Import, After result
		Problems                                 []problem
	}
	got := edited[outcome](t, page, `
		const main = body => "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tfmt.Println(\"begun\")\n" + body + "\n}\n";
		demo.source = main("\tvar c chan int\n\t<-c");
		const Deadlock = await demo.run();
		demo.source = main("\tfor {\n\t}");
		const spinning = done();
		demo.run();
		await until(() => /begun/.test($(".log").textContent), 60000);
		$(".stop").click();
		const Spin = await spinning;
		demo.source = main("\tfmt.Println(2)");
		const compiling = demo.run();
		await until(() => state() === "Compiling and linking.", 60000);
		demo.stop();
		const Compiling = await compiling;
		demo.source = "package main\n\nimport \"example.org/duck\"\n\nfunc main() { duck.Quack() }\n";
		const Import = await demo.run();
		const Problems = demo.diagnostics;
		demo.source = main("\tfmt.Println(3)");
		return {Deadlock, Spin, Compiling, Import, Problems, After: await demo.run()}`)
	if got.Deadlock.ExitCode != 2 || !strings.Contains(got.Deadlock.Stderr, "all goroutines are asleep - deadlock!") ||
		!strings.Contains(got.Deadlock.Stderr, "chan receive (nil chan)") {
		t.Errorf("deadlock: %+v", got.Deadlock)
	}
	for name, stopped := range map[string]result{"spinning": got.Spin, "compiling": got.Compiling} {
		if !stopped.Stopped || stopped.ExitCode != 137 || stopped.Stderr == "" {
			t.Errorf("stopped while %s: %+v", name, stopped)
		}
	}
	if got.Import.ExitCode != 2 || len(got.Problems) == 0 || got.Problems[0].Line != 3 || !strings.Contains(got.Import.Stderr, "example.org/duck") {
		t.Errorf("an import that there is not: %+v, %+v", got.Import, got.Problems)
	}
	if got.After.Stdout != "begun\n3\n" {
		t.Errorf("after all that: %+v", got.After)
	}
}

// TestPlayPages wants one element without a name in each language, an example
// for each that there is, and no sideways scrolling.
func TestPlayPages(t *testing.T) {
	for _, path := range []string{"/play/", "/ja/play/", "/ko/play/"} {
		page := open(t, path, 390)
		type outcome struct {
			Elements, Examples int
			Named, Wide        bool
			Source             string
		}
		got := edited[outcome](t, page, `
			await until(editor);
			return {
				Elements: document.querySelectorAll("ahiru-demo").length, Named: demo.hasAttribute("name"),
				Examples: $("select.examples").length - 1, Source: demo.source,
				Wide: document.documentElement.scrollWidth > innerWidth,
			}`)
		if got.Elements != 1 || got.Named || got.Examples != len(examples.List) || got.Wide || got.Source == "" {
			t.Errorf("%s: %+v", path, got)
		}
	}
}
