package main

import (
	"fmt"
	"slices"

	"github.com/chromedp/chromedp"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

const trials = 9

// firstOutput measures a prebuilt lesson from press to first output.
func (b *bench) firstOutput() error {
	page, end, err := b.open("/demos/ducks/", "ahiru-demo")
	if err != nil {
		return err
	}
	defer end()
	var times []float64
	err = page.Eval(fmt.Sprintf(`(async () => {
		const demo = document.querySelector("ahiru-demo"), times = [];
		await demo.run();
		for (let i = 0; i < %d; i++) {
			const start = performance.now();
			const first = new Promise(done => demo.addEventListener("ahiru-output", () => done(performance.now() - start), { once: true }));
			const ended = demo.run();
			times.push(await first);
			await ended;
		}
		return times;
	})()`, trials), &times)
	if err != nil {
		return fmt.Errorf("press to first output: %w", err)
	}
	b.add("prebuilt lesson: press to first output, median of 9", median(times), 150, "ms")
	return nil
}

// layout measures the map's layout, and the main thread's longest task while
// it runs in its worker. The first drawing is told apart: without a graphics
// card it measures the software renderer.
func (b *bench) layout() error {
	page, end, err := b.open("/peps/", "ahiru-peps")
	if err != nil {
		return err
	}
	defer end()
	var got struct{ Layout, Longest, Drawing float64 }
	err = page.Eval(`(async () => {
		await document.querySelector("ahiru-peps").ready;
		const measures = performance.getEntriesByName("ahiru-peps layout");
		const tasks = await new Promise(done => {
			const seen = [];
			new PerformanceObserver(list => seen.push(...list.getEntries())).observe({ type: "longtask", buffered: true });
			setTimeout(() => done(seen), 500);
		});
		const layout = measures.at(-1) ?? { startTime: 0, duration: -1 };
		const end = layout.startTime + layout.duration;
		const longest = list => Math.max(0, ...list.map(t => t.duration));
		return {
			Layout: layout.duration,
			Longest: longest(tasks.filter(t => t.startTime < end && t.startTime + t.duration > layout.startTime)),
			Drawing: longest(tasks.filter(t => t.startTime >= end)),
		};
	})()`, &got)
	if err != nil {
		return fmt.Errorf("the map's layout: %w", err)
	}
	if got.Layout < 0 {
		return fmt.Errorf("the map recorded no measure named ahiru-peps layout")
	}
	b.add("PEP map: layout to rest", got.Layout, 300, "ms")
	b.add("PEP map: longest task of the main thread during the layout", got.Longest, 50, "ms")
	b.add("PEP map: longest task after it, the first drawing (WebGL in software here)", got.Drawing, 0, "ms")
	return nil
}

func (b *bench) open(path, element string) (*browser.Page, func(), error) {
	page, end, err := browser.NewPage(b.session, 1280, 900)
	if err != nil {
		return nil, nil, err
	}
	err = page.KeepWorkerAway()
	if err == nil {
		err = page.Do(chromedp.Navigate(b.site + path))
	}
	if err != nil {
		end()
		return nil, nil, err
	}
	err = page.Eval(fmt.Sprintf(`customElements.whenDefined(%[1]q).then(() => document.querySelector(%[1]q).ready).then(() => 1)`, element), nil)
	return page, end, err
}

func median(v []float64) float64 {
	if len(v) == 0 {
		return 0
	}
	slices.Sort(v)
	return v[len(v)/2]
}
