package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/timeline"
	"github.com/ahiru-dev/ahiru/wasm/toolchain"
)

// Budgets of the timeline: from an event to the frame that shows it, and what a frame may take at 60 a second.
const (
	pixelBudget = 150
	frameBudget = 1000. / 60
)

// saved is a recorded run of several workers, with which the speed of reading is measured.
const saved = "wasm/timeline/testdata/lessons/executors.gz"

// tracedLessons are the lessons with which the overhead of a trace is measured, and their arguments.
var tracedLessons = map[string][]string{
	"blocking": {"-delay", "200ms"}, "ducks": {}, "executors": {}, "gil": {"-n", "100000"}, "instance": {}, "jobs": {}, "kiosk": {},
	"logs": {"-d", "1s", "-edit", "300ms"}, "pipe": {}, "prefork": {}, "processes": {}, "queue": {}, "race": {"-trials", "2"},
	"routes": {}, "soba": {"-way", "tasks"}, "threads": {}, "users": {"-way", "lock"},
}

// ticks is what the way from an event to its pixel is measured with: what it does is spread evenly over time.
const ticks = `package main

import (
	"fmt"
	"time"
)

func main() {
	for range 3 {
		go tick()
	}
	for range 40 {
		fmt.Println("tick")
		time.Sleep(100 * time.Millisecond)
	}
}

func tick() {
	for {
		time.Sleep(7 * time.Millisecond)
	}
}
`

// timeline measures the reader of traces and what tracing costs.
func (b *bench) timeline() error {
	if err := b.readerBytes(); err != nil {
		return err
	}
	trace, err := savedTrace()
	if err != nil {
		return err
	}
	if err := b.readNatively(trace); err != nil {
		return err
	}
	page, end, err := b.scripted("test/bench/timeline.ts")
	if err != nil {
		return err
	}
	defer end()
	text, err := json.Marshal(base64.StdEncoding.EncodeToString(trace))
	if err != nil {
		return err
	}
	program, err := b.ticks()
	if err != nil {
		return err
	}
	var speeds []float64
	var pixels struct{ Whole, Waiting, Coming, Reading, Telling, Drawing []float64 }
	for script, into := range map[string]any{
		fmt.Sprintf("read(%s, %d)", text, trials): &speeds,
		fmt.Sprintf("pixels(%q)", program):        &pixels,
	} {
		if err := page.Eval(script, into); err != nil {
			return fmt.Errorf("the timeline in the page: %w", err)
		}
	}
	b.spread("timeline: events read in a second, in the page", speeds, none("/s"))
	b.spread("timeline: event to pixel while the program runs", pixels.Whole, most(pixelBudget, "ms"))
	b.spread("timeline: of that, until the tracer ends a generation", pixels.Waiting, none("ms"))
	b.spread("timeline: of that, on the way to the page", pixels.Coming, none("ms"))
	b.spread("timeline: of that, read", pixels.Reading, none("ms"))
	b.spread("timeline: of that, made a model", pixels.Telling, none("ms"))
	b.spread("timeline: of that, drawn", pixels.Drawing, none("ms"))
	return nil
}

// frames measures what a frame takes while a reader goes through 10,000 spans, beside what it takes on this machine, just
// now, while nothing is done: a browser draws at most 60 a second.
func (b *bench) frames() error {
	page, end, err := b.scripted("test/bench/timeline.ts")
	if err != nil {
		return err
	}
	defer end()
	var took struct{ Nothing, Moving, Zooming, Whole []float64 }
	if err := page.Eval("frames(10000)", &took); err != nil {
		return fmt.Errorf("frames of the timeline: %w", err)
	}
	b.spread("timeline: a frame while nothing is done (the load of this machine)", took.Nothing, none("ms"))
	limit := most(frameBudget+0.1, "ms") // one of sixty a second is told as 16.7
	b.spread("timeline: a frame, moving along with 5000 spans of 10000 in view", took.Moving, limit)
	b.spread("timeline: a frame, zooming in 10000 spans", took.Zooming, limit)
	b.spread("timeline: a frame with all of 10000 spans", took.Whole, limit)
	return nil
}

// spread adds the middle of several values, with the least and the most of them.
func (b *bench) spread(what string, values []float64, limit budget) {
	if len(values) == 0 {
		return
	}
	b.rows = append(b.rows, row{what: what, value: median(values), budget: limit, low: slices.Min(values), high: slices.Max(values)})
}

// readerBytes is what the reader of traces weighs: it is fetched when tracing is switched on.
func (b *bench) readerBytes() error {
	files, err := filepath.Glob("dist/assets/timeline.*.wasm.br")
	if err != nil || len(files) != 1 {
		return fmt.Errorf("the reader of traces in dist: %v, %w", files, err)
	}
	info, err := os.Stat(files[0])
	if err != nil {
		return err
	}
	b.add("timeline: bytes of the reader of traces, as it is served", float64(info.Size()), 0, "B")
	return nil
}

// ticks builds the program of that name and gives it as text.
func (b *bench) ticks() (string, error) {
	dir, err := os.MkdirTemp("", "ticks")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	wasm := filepath.Join(dir, "ticks.wasm")
	if _, err := toolchain.Build(b.session, toolchain.Program{Files: map[string]string{"main.go": ticks}}, wasm); err != nil {
		return "", err
	}
	built, err := os.ReadFile(wasm)
	return base64.StdEncoding.EncodeToString(built), err
}

func savedTrace() ([]byte, error) {
	packed, err := os.ReadFile(saved)
	if err != nil {
		return nil, err
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// readNatively measures what the page's reader does in this process.
func (b *bench) readNatively(trace []byte) error {
	var speeds []float64
	for range trials {
		var v timeline.Viewer
		begun := time.Now()
		count, err := v.Open(context.Background(), timeline.Beginning{Lang: "en"}, trace)
		if err != nil {
			return err
		}
		speeds = append(speeds, float64(count.Events)/time.Since(begun).Seconds())
	}
	b.spread("timeline: events read in a second, natively", speeds, none("/s"))
	return nil
}

// overhead runs each lesson without a trace and with one.
func (b *bench) overhead() error {
	for _, name := range slices.Sorted(maps.Keys(tracedLessons)) {
		ratios, err := b.tracedAgainstPlain(name, tracedLessons[name])
		if err != nil {
			return fmt.Errorf("lesson %s, traced: %w", name, err)
		}
		b.spread(name+": a traced run against one without", ratios, none("×"))
	}
	return nil
}

// tracedAgainstPlain runs one lesson by turns, in a page of its own: all of them would take longer than a page may.
func (b *bench) tracedAgainstPlain(name string, args []string) ([]float64, error) {
	const times = 3
	page, end, err := b.scripted("test/bench/timeline.ts")
	if err != nil {
		return nil, err
	}
	defer end()
	text, err := json.Marshal(args)
	if err != nil {
		return nil, err
	}
	var got struct{ Plain, Traced []float64 }
	if err := page.Eval(fmt.Sprintf("traced(%q, %s, %d)", name, text, times), &got); err != nil {
		return nil, err
	}
	var ratios []float64
	for i, plain := range got.Plain {
		ratios = append(ratios, got.Traced[i]/plain)
	}
	return ratios, nil
}
