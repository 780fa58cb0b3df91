package main

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/evanw/esbuild/pkg/api"

	"github.com/ahiru-dev/ahiru/wasm/peps"
	"github.com/ahiru-dev/ahiru/wasm/peps/archive"
	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// rivals opens the map with others' libraries beside it; see rivals.ts.
func (b *bench) rivals() (*browser.Page, func(), error) {
	built := api.Build(api.BuildOptions{
		EntryPoints: []string{filepath.Join("web", "test", "bench", "rivals.ts")},
		Bundle:      true, Format: api.FormatIIFE, GlobalName: "rivals", Target: api.ES2022,
		MinifySyntax: true, LogLevel: api.LogLevelSilent,
	})
	if len(built.Errors) > 0 {
		return nil, nil, fmt.Errorf("bundling the map's rivals: %s", built.Errors[0].Text)
	}
	page, end, err := b.open("/peps/", "ahiru-peps")
	if err != nil {
		return nil, nil, err
	}
	text := string(built.OutputFiles[0].Contents) + "\nglobalThis.rivals = rivals; 1"
	if err := page.Eval(text, nil); err != nil {
		end()
		return nil, nil, fmt.Errorf("starting the map's rivals: %w", err)
	}
	return page, end, nil
}

// mapRivals sets layout, communities and ranks against d3-force and graphology:
// the same graph in the same page, in turn.
func (b *bench) mapRivals() error {
	page, end, err := b.rivals()
	if err != nil {
		return err
	}
	defer end()
	var got map[string][]float64
	if err := page.Eval(fmt.Sprintf(`rivals.compare(%d)`, trials), &got); err != nil {
		return fmt.Errorf("the map's rivals: %w", err)
	}
	b.add("PEP map: layout by force, asked again", median(got["layout"]), 300, "ms")
	b.add("PEP map: longest task of the main thread meanwhile (tasks under 50 ms are not told)", slices.Max(got["layout task"]), 50, "ms")
	b.add("  d3-force, 300 ticks at once, all of it one task of the main thread", median(got["d3"]), 0, "ms")
	b.ratio("PEP map: layout against d3-force", got["layout"], got["d3"])
	b.ratio("PEP map: communities, one start, against graphology's Louvain", got["louvain"], got["graphology louvain"])
	b.add("  their modularity", median(got["louvain modularity"]), 0, "")
	b.add("  graphology's", median(got["graphology modularity"]), 0, "")
	b.ratio("PEP map: PageRank to 1e-13 against graphology's", got["pagerank"], got["graphology pagerank"])
	return nil
}

// ratio adds the middle of a figure over another one measured beside it.
func (b *bench) ratio(what string, ours, theirs []float64) {
	all := make([]float64, min(len(ours), len(theirs)))
	for i := range all {
		all[i] = ours[i] / theirs[i]
	}
	if len(all) == 0 {
		return
	}
	b.rows = append(b.rows, row{what, median(slices.Clone(all)), none("×"), slices.Min(all), slices.Max(all)})
}

// mapFrames measures the drawing at three sizes, and how long the two made-up
// graphs take until they can be used.
func (b *bench) mapFrames() error {
	for _, size := range []struct{ nodes, edges, least int }{{0, 0, 60}, {10_000, 50_000, 30}, {20_000, 100_000, 30}} {
		if err := b.framesOf(size.nodes, size.edges, size.least); err != nil {
			return err
		}
	}
	return nil
}

func (b *bench) framesOf(nodes, edges, fastEnough int) error {
	page, end, err := b.rivals()
	if err != nil {
		return err
	}
	defer end()
	what := "the shipped PEPs"
	if nodes > 0 {
		what = fmt.Sprintf("%d made-up PEPs with %d references", nodes, edges)
		var ready float64
		if err := page.Eval(fmt.Sprintf(`rivals.show(rivals.synthetic(%d, %d))`, nodes, edges), &ready); err != nil {
			return fmt.Errorf("showing %s: %w", what, err)
		}
		b.add("PEP map: "+what+", until they can be used", ready, 0, "ms")
	}
	var rate float64
	if err := page.Eval(`rivals.frames(3000)`, &rate); err != nil {
		return fmt.Errorf("drawing %s: %w", what, err)
	}
	gl, err := renderer(page)
	if err != nil {
		return err
	}
	b.rows = append(b.rows, row{what: fmt.Sprintf("PEP map: frames a second zooming %s (%s; %s)", what, gl, load()), value: rate, budget: least(float64(fastEnough), "/s")})
	return nil
}

// reading measures the extraction of a whole corpus, natively and in the page.
// The corpus is no part of the project: AHIRU_PEPS_CORPUS names an archive.
func (b *bench) reading() error {
	name := os.Getenv("AHIRU_PEPS_CORPUS")
	if name == "" {
		fmt.Fprintln(os.Stderr, "  left out: AHIRU_PEPS_CORPUS names no archive of python/peps")
		return nil
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	native, err := readNatively(data)
	if err != nil {
		return err
	}
	b.add("PEP map: reading an archive natively", median(native), 0, "ms")
	page, end, err := b.open("/peps/", "ahiru-peps")
	if err != nil {
		return err
	}
	defer end()
	inPage, err := readInPage(page, filepath.Base(name), data)
	if err != nil {
		return err
	}
	b.add("PEP map: reading it in the page", median(inPage), 0, "ms")
	b.ratio("PEP map: reading in the page against natively", inPage, native)
	return nil
}

const readings = 3

func readNatively(data []byte) (times []float64, err error) {
	for range readings {
		start := time.Now()
		src, err := archive.Read(bytes.NewReader(data), int64(len(data)), archive.DefaultLimits)
		if err != nil {
			return nil, err
		}
		if n := len(peps.Extract(src).Graph.Nodes); n == 0 {
			return nil, fmt.Errorf("the corpus holds no PEPs")
		}
		times = append(times, float64(time.Since(start).Microseconds())/1000)
	}
	return times, nil
}

// readInPage hands the archive to the panel of data, as a reader does.
func readInPage(page *browser.Page, name string, data []byte) (times []float64, err error) {
	err = page.Eval(fmt.Sprintf(`(async () => {
		const root = document.querySelector("ahiru-peps").shadowRoot, file = %q;
		const bytes = Uint8Array.from(atob(%q), c => c.charCodeAt(0));
		const wait = () => new Promise(go => setTimeout(go, 50));
		root.querySelector("#tool-data").click();
		for (let i = 0; i < %d; i++) {
			while (!root.querySelector("input.archive")) await wait();
			const list = new DataTransfer();
			list.items.add(new File([bytes], file));
			const input = root.querySelector("input.archive"), seen = performance.getEntriesByName("ahiru-peps read").length;
			input.files = list.files;
			input.dispatchEvent(new Event("change"));
			while (performance.getEntriesByName("ahiru-peps read").length === seen) {
				await wait();
				const told = root.querySelector(".told").textContent.trim();
				if (told && !root.querySelector(".reading")) throw new Error(told);
			}
			while (root.querySelector(".reading")) await wait();
		}
		return performance.getEntriesByName("ahiru-peps read").map(entry => entry.duration);
	})()`, name, base64.StdEncoding.EncodeToString(data), readings), &times)
	if err != nil {
		return nil, fmt.Errorf("reading a corpus in the page: %w", err)
	}
	return times, nil
}
