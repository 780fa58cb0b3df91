package test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// withTests is what the reader of the story writes: generics, an iterator, WaitGroup.Go, and synctest in a test.
const withTests = `package play

import (
	"iter"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func doubled[T int | float64](of iter.Seq[T]) iter.Seq[T] {
	return func(yield func(T) bool) {
		for v := range of {
			if !yield(2 * v) {
				return
			}
		}
	}
}

func TestDoubled(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var group sync.WaitGroup
		var lock sync.Mutex
		sum, begun := 0, time.Now()
		for v := range doubled(func(yield func(int) bool) { _ = yield(1) && yield(20) }) {
			group.Go(func() {
				time.Sleep(time.Hour)
				lock.Lock()
				defer lock.Unlock()
				sum += v
			})
		}
		group.Wait()
		t.Log("sum", sum, "after", time.Since(begun))
	})
}
`

// TestOneReadersStory is one sitting of one reader in a fresh profile, without a network after the first load: a lesson
// is changed by keys, broken, mended; a program of their own is tested, deadlocks, spins and is stopped; its link opens
// in somebody else's browser.
func TestOneReadersStory(t *testing.T) {
	h, own := newHost(t), reader(t)
	page, leave := visit(t, own, h.URL+"docs/")
	inWorkerPage[any](t, page, pressMake+`await until(() => !$("progress") && !$(".make"), 300000)`)
	leave()
	h.down.Store(true)
	page, leave = tab(t, own, h.URL+"demos/threads/") // the browser itself complains of what it cannot reach
	changeTenToTwenty(t, page)
	breakAndMend(t, page)
	leave()
	page, _ = tab(t, own, h.URL+"play/")
	testDeadlockSpin(t, page)
	link := script[string](t, page, copying+`return link()`)
	h.down.Store(false)
	openElsewhere(t, link)
}

// changeTenToTwenty does so with the keys that a reader has.
func changeTenToTwenty(t *testing.T, page *browser.Page) {
	t.Helper()
	edited[any](t, page, `
		await edit();
		const line = lineOf('"n", 10');
		editor().jump({line, column: demo.source.split("\n")[line - 1].indexOf("10") + 1});
		window.run = done()`)
	act(t, page, chromedp.KeyEvent(kb.Delete), chromedp.KeyEvent(kb.Delete), chromedp.KeyEvent("20"), chromedp.KeyEvent(kb.Enter, chromedp.KeyModifiers(2)))
	got := edited[result](t, page, `return window.run`)
	if got.ExitCode != 0 || !strings.HasPrefix(got.Stdout, "20 waits") {
		t.Fatalf("the lesson with 20 waits gave %+v", got)
	}
}

func testDeadlockSpin(t *testing.T, page *browser.Page) {
	t.Helper()
	type outcome struct{ Tested, Dead, Spun, Last result }
	got := edited[outcome](t, page, fmt.Sprintf(`
		await until(editor);
		const write = text => editor().change(text); // as keys do: it is the reader's own edit
		const main = body => "package main\n\nfunc main() {\n\tprintln(\"begun\")\n\t" + body + "\n}\n";
		write(%q);
		const Tested = await press();
		write(main("select {}"));
		const Dead = await press();
		write(main("for {\n\t}"));
		const spinning = press();
		await until(() => /begun/.test($(".log").textContent), 60000);
		$(".stop").click();
		const Spun = await spinning;
		write(main("println(\"あひる\")"));
		return {Tested, Dead, Spun, Last: await press()}`, withTests))
	if got.Tested.ExitCode != 0 || !strings.Contains(got.Tested.Stdout, "sum 42 after 1h0m0s") || !strings.Contains(got.Tested.Stdout, "--- PASS: TestDoubled") {
		t.Errorf("the test gave %+v", got.Tested)
	}
	if got.Dead.ExitCode != 2 || !strings.Contains(got.Dead.Stderr, "all goroutines are asleep - deadlock!") || !strings.Contains(got.Dead.Stderr, "goroutine 1 [select (no cases)]") {
		t.Errorf("the deadlock gave %+v", got.Dead)
	}
	if !got.Spun.Stopped || got.Spun.ExitCode != 137 {
		t.Errorf("what spun and was stopped gave %+v", got.Spun)
	}
	if got.Last.Stderr != "begun\nあひる\n" {
		t.Errorf("after that the program gave %+v", got.Last)
	}
}

// openElsewhere opens a link in another profile, whose reader has to press Run.
func openElsewhere(t *testing.T, link string) {
	t.Helper()
	other, end, err := browser.Launch(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(end)
	there, _ := visit(t, other, link)
	type outcome struct {
		Ran, Fetched bool
		Note         string
		Result       result
	}
	got := edited[outcome](t, there, `
		let ran = false;
		demo.addEventListener("ahiru-output", () => ran = true);
		await new Promise(go => setTimeout(go, 3000)); // longer than an edit waits until it is built
		const fetched = performance.getEntriesByType("resource").some(({name}) => name.includes("/assets/toolchain/"));
		const before = {Ran: ran, Fetched: fetched, Note: note()};
		return {...before, Result: await press()}`)
	if got.Ran || got.Fetched || !strings.Contains(got.Note, "came with the link") {
		t.Errorf("before a press: %+v", got)
	}
	if got.Result.Stderr != "begun\nあひる\n" || got.Result.ExitCode != 0 {
		t.Errorf("after it: %+v", got.Result)
	}
}
