package test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ahiru-dev/ahiru/web/test/firefox"
)

// firefoxLimit ends a test in Firefox that would hang.
const firefoxLimit = 3 * time.Minute

// launchFirefox opens a tab of a Firefox of the test's own. At its end the test
// fails on anything that a page, a frame or a worker complained of.
func launchFirefox(t *testing.T, more ...string) (context.Context, *firefox.Page) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	b, err := firefox.Launch(ctx, more...)
	if errors.Is(err, firefox.ErrNoFirefox) {
		t.Skipf("%v; the lessons are not tried in Firefox", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	t.Cleanup(func() {
		for _, complaint := range b.Complaints() {
			t.Errorf("Firefox complained: %s", complaint)
		}
	})
	page, err := b.NewPage(ctx, 1280, 900)
	if err != nil {
		t.Fatal(err)
	}
	return ctx, page
}

// meeting is an expression: the body of an async function that has met the page's lesson.
func meeting(body string) string { return "(async () => {" + meet + body + "})()" }

// runInFirefox opens an address and evaluates a script there that has met its lesson.
func runInFirefox[T any](t *testing.T, ctx context.Context, page *firefox.Page, url, body string) T {
	t.Helper()
	ctx, cancel := context.WithTimeout(ctx, firefoxLimit)
	defer cancel()
	var v T
	err := page.Navigate(ctx, url)
	if err == nil {
		err = page.Eval(ctx, meeting(body), &v)
	}
	if err != nil {
		t.Fatalf("in Firefox, %s: %v", url, err)
	}
	return v
}

// lessons names the lessons of the built site.
func lessons(t *testing.T) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(dist, "demos", "*", "index.html")) // programs beside them have no page
	if err != nil || len(found) == 0 {
		t.Fatalf("no lessons in %s, %v", dist, err)
	}
	for i := range found {
		found[i] = filepath.Base(filepath.Dir(found[i]))
	}
	return found
}

// varying is where what a line says of one run begins: a number, or the value after a label.
var varying = regexp.MustCompile(`[0-9:].*`)

// shape is what a program prints but for what it measured: the kinds of its lines, each once.
func shape(stdout string) []string {
	var kinds []string
	for line := range strings.Lines(stdout) {
		kinds = append(kinds, varying.ReplaceAllString(strings.TrimRight(line, "\n"), ""))
	}
	slices.Sort(kinds)
	return slices.Compact(kinds)
}

// pressRun is a script: the page's own button runs the lesson.
const pressRun = `
	const done = new Promise(resolve => demo.addEventListener("ahiru-done", e => resolve(e.detail), {once: true}));
	$(".run").click();
	return done`

// unhurried is what a lesson's link says where time decides what it prints: the parent of pipe gives up on a process that
// computes for longer, as one does beside much other work.
var unhurried = map[string]string{"pipe": "#v1=-poll=5s"}

// TestLessonsInFirefox runs every lesson in Firefox and in Chromium, and compares what they print. Chance may decide
// on a line, so each lesson has three trials.
func TestLessonsInFirefox(t *testing.T) {
	ctx, page := launchFirefox(t)
	for _, lesson := range lessons(t) {
		t.Run(lesson, func(t *testing.T) {
			address := "/demos/" + lesson + "/" + unhurried[lesson]
			chromium := open(t, address, 1280)
			var difference string
			for range 3 {
				want := shape(script[result](t, chromium, pressRun).Stdout)
				got := runInFirefox[result](t, ctx, page, site+address, pressRun)
				if got.ExitCode != 0 || got.Stopped || got.Stderr != "" {
					t.Fatalf("the run ended with %+v", got)
				}
				if slices.Equal(shape(got.Stdout), want) {
					return
				}
				difference = fmt.Sprintf("it printed\n%s\nwant lines like\n%s", got.Stdout, strings.Join(want, "\n"))
			}
			t.Error(difference)
		})
	}
}

func TestStopInFirefox(t *testing.T) {
	ctx, page := launchFirefox(t)
	type outcome struct{ Stopped, After result }
	got := runInFirefox[outcome](t, ctx, page, site+"/demos/threads/", `
		demo.params = {n: "64", d: "2s"};
		const run = demo.run();
		await until(() => /waits/.test($(".log").textContent));
		$(".stop").click();
		const Stopped = await run;
		demo.params = {n: "2", d: "10ms"};
		return {Stopped, After: await demo.run()}`)
	if !got.Stopped.Stopped || got.Stopped.ExitCode != 137 || got.Stopped.Stderr == "" {
		t.Errorf("a stopped run gave %+v", got.Stopped)
	}
	if got.After.ExitCode != 0 || got.After.Stderr != "" || !strings.Contains(got.After.Stdout, "2 waits") {
		t.Errorf("the run after a stopped one gave %+v", got.After)
	}
}

// TestEmbedInFirefox runs an embed inside a post of another site, plain and as
// WordPress frames it: there Firefox has no shared memory.
func TestEmbedInFirefox(t *testing.T) {
	ctx, page := launchFirefox(t)
	for name, attributes := range map[string]string{"plain": "", "sandboxed": `sandbox="allow-scripts"`} {
		t.Run(name, func(t *testing.T) {
			frame := openPost(t, ctx, page, attributes)
			var got struct {
				Isolated bool
				Result   result
			}
			ctx, cancel := context.WithTimeout(ctx, firefoxLimit)
			defer cancel()
			err := page.EvalIn(ctx, frame, meeting(`return {Isolated: crossOriginIsolated, Result: await demo.run()}`), &got)
			if err != nil || got.Result.ExitCode != 0 || got.Isolated {
				t.Errorf("isolated %v, %+v, %v", got.Isolated, got.Result, err)
			}
		})
	}
}

// openPost opens a page of another site with a lesson in a frame, and names the frame.
func openPost(t *testing.T, ctx context.Context, page *firefox.Page, attributes string) string {
	t.Helper()
	if err := page.Navigate(ctx, postWith(t, attributes)); err != nil {
		t.Fatal(err)
	}
	frames, err := page.Frames(ctx)
	if err != nil || len(frames) != 1 {
		t.Fatalf("the post has the frames %q, %v", frames, err)
	}
	return frames[0]
}

// postWith serves a page of another site with a lesson in a frame, and gives its address.
func postWith(t *testing.T, attributes string) string {
	t.Helper()
	post := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprintf(w, `<!doctype html><title>A post</title><link rel="icon" href="data:,"><iframe %s src="%s/embed/threads/"></iframe>`, attributes, site)
	}))
	t.Cleanup(post.Close)
	return post.URL
}

// TestPlacesInFirefox runs a lesson from a host without headers below a path, then without a network, and as one file.
func TestPlacesInFirefox(t *testing.T) {
	ctx, page := launchFirefox(t, firefox.WithWorkers)
	h := newHost(t)
	lesson := h.URL + "demos/threads/"
	type where struct {
		Isolated bool
		Result   result
	}
	const here = `const Result = await demo.run(); return {Isolated: crossOriginIsolated, Result}`
	if first := runInFirefox[where](t, ctx, page, lesson, here); first.Isolated || first.Result.ExitCode != 0 {
		t.Errorf("the first visit gives %+v", first)
	}
	runInFirefox[any](t, ctx, page, h.URL+"demos/threads/?again", `
		const has = async () => { for (const name of await caches.keys()) for (const {url} of await (await caches.open(name)).keys()) if (url.includes("assets/threads.")) return true; };
		await demo.run();
		for (let i = 0; i < 600 && !(await has()); i++) await new Promise(go => setTimeout(go, 100));`)
	h.down.Store(true)
	if got := runInFirefox[where](t, ctx, page, lesson, here); !got.Isolated || got.Result.ExitCode != 0 {
		t.Errorf("without a network: %+v", got)
	}
	file := "file://" + filepath.Join(dist, "single", "threads.html")
	if got := runInFirefox[where](t, ctx, page, file, here); got.Isolated || got.Result.ExitCode != 0 || !strings.Contains(got.Result.Stdout, "as goroutines") {
		t.Errorf("from the disk: %+v", got)
	}
	if lanes := runInFirefox[int](t, ctx, page, file+"#v1=-n=3", tracedLanes); lanes != 4 {
		t.Errorf("from the disk the timeline has %d goroutines, want main and three that wait", lanes)
	}
	ctx, cancel := context.WithTimeout(ctx, firefoxLimit)
	defer cancel()
	if err := page.Navigate(ctx, "file://"+filepath.Join(dist, "single", "peps.html")); err != nil {
		t.Fatal(err)
	}
	mapFromDisk(t, firefoxPage{ctx, page})
}

// tracedLanes is a script: how many goroutines the timeline tells of.
const tracedLanes = `
	demo.timeline.tracing = true;
	await demo.run();
	await until(() => !demo.timeline.live && demo.timeline.model.lanes.length > 1);
	return demo.timeline.model.lanes.length`

// mapFromDisk asks the map in one file, which is open, what only its facts and its engine together know.
func mapFromDisk(t *testing.T, page evaluator) {
	t.Helper()
	var got struct {
		Nodes int
		Path  []int
		Rank  float64
	}
	err := page.Eval(`(async () => {
		await customElements.whenDefined("ahiru-peps");
		const map = document.querySelector("ahiru-peps");
		await map.ready;
		return {Nodes: map.graph.nodes.length, Path: await map.path(544, 484), Rank: (await map.metrics("pagerank"))[8]};
	})()`, &got)
	if err != nil || got.Nodes < 500 || len(got.Path) < 2 || got.Rank <= 0 {
		t.Errorf("the map from the disk gives %+v, %v", got, err)
	}
}
