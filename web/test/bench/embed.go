package main

import (
	"errors"
	"fmt"
	"net/http"
	"time"
)

// Budgets of embeds, in bytes as the network carries them, brotli.
const (
	scriptBudget = 10_000  // embed.js
	shownBudget  = 250_000 // an embed until it is shown: no program, no engine
)

// crowd is how many embeds the crowded post holds.
const crowd = 20

// embeds measures one embed in somebody else's post, cold and warm, and twenty.
func (b *bench) embeds() error {
	c, err := b.newCarrier()
	if err != nil {
		return err
	}
	defer c.close()
	for _, visit := range []string{"cold", "warm"} {
		if err := b.oneEmbed(c, visit); err != nil {
			return fmt.Errorf("an embed, %s: %w", visit, err)
		}
	}
	if err := b.embedWithoutNetwork(c); err != nil {
		return fmt.Errorf("an embed without a network: %w", err)
	}
	if err := b.crowdOfEmbeds(c); err != nil {
		return fmt.Errorf("%d embeds on one page: %w", crowd, err)
	}
	return nil
}

func (b *bench) oneEmbed(c *carrier, visit string) error {
	page, end, err := b.visit(c, "/", visit == "cold")
	if err != nil {
		return err
	}
	defer end()
	var got struct{ Shown, Output, Again float64 }
	err = page.Eval(`(async () => {
		await customElements.whenDefined("ahiru-demo");
		const demo = document.querySelector("ahiru-demo");
		const first = () => new Promise(go => demo.addEventListener("ahiru-output", () => go(performance.now()), {once: true}));
		while (!(demo.shadowRoot.querySelector("iframe:not(.coming)"))) await new Promise(go => setTimeout(go, 10));
		const Shown = performance.now();
		await demo.ready;
		const output = first(), run = demo.run();
		const Output = await output;
		await run;
		const start = performance.now(), again = first(), second = demo.run();
		const Again = await again - start;
		await second;
		return {Shown, Output, Again};
	})()`, &got)
	if err != nil {
		return err
	}
	all, wasm := c.take()
	b.add(fmt.Sprintf("embed, %s: bytes without its program", visit), all-wasm, shownBudget, "B")
	b.add(fmt.Sprintf("embed, %s: bytes until its first run ends", visit), all, lessonBudget, "B")
	b.add(fmt.Sprintf("embed, %s: post opened to lesson shown", visit), got.Shown, 0, "ms")
	b.add(fmt.Sprintf("embed, %s: post opened to first output, run as soon as it can be", visit), got.Output, 0, "ms")
	b.add(fmt.Sprintf("embed, %s: run again to first output", visit), got.Again, 0, "ms")
	if visit == "cold" {
		return b.scriptBytes(c)
	}
	return nil
}

// embedWithoutNetwork opens a post while there is a network, and runs its lesson when nobody answers any more: a frame in
// somebody else's post has no worker, so it is what came when it was shown that counts.
func (b *bench) embedWithoutNetwork(c *carrier) error {
	page, end, err := b.visit(c, "/", true)
	if err != nil {
		return err
	}
	defer end()
	const shown = `(async () => {
		await customElements.whenDefined("ahiru-demo");
		await document.querySelector("ahiru-demo").ready;
	})()`
	if err := page.Eval(shown, nil); err != nil {
		return err
	}
	for start := time.Now(); c.wasm.Load() == 0; time.Sleep(50 * time.Millisecond) {
		if time.Since(start) > time.Minute {
			return errors.New("the program of a lesson that is seen did not come by itself")
		}
	}
	time.Sleep(time.Second) // its last bytes, and what comes when the page is idle
	c.down.Store(true)
	defer c.down.Store(false)
	c.take()
	var output float64
	err = page.Eval(`(async () => {
		const demo = document.querySelector("ahiru-demo"), start = performance.now();
		const first = new Promise(go => demo.addEventListener("ahiru-output", () => go(performance.now() - start), {once: true}));
		const {exitCode} = await demo.run();
		if (exitCode !== 0) throw new Error("the run ended with status " + exitCode);
		return first;
	})()`, &output)
	if err != nil {
		return err
	}
	all, _ := c.take()
	b.add("embed, offline: bytes of a run, the network gone since it was shown", all, 0, "B")
	b.add("embed, offline: run to first output", output, 0, "ms")
	return nil
}

// scriptBytes asks for embed.js as a browser does.
func (b *bench) scriptBytes(c *carrier) error {
	request, err := http.NewRequest(http.MethodGet, c.site.URL+"/embed.js", nil)
	if err != nil {
		return err
	}
	request.Header.Set("Accept-Encoding", "br")
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	b.add("embed.js", float64(answer.ContentLength), scriptBudget, "B")
	return nil
}

func (b *bench) crowdOfEmbeds(c *carrier) error {
	page, end, err := b.visit(c, "/crowd", true)
	if err != nil {
		return err
	}
	defer end()
	var got struct{ Ready, Output, Ended float64 }
	err = page.Eval(`(async () => {
		await customElements.whenDefined("ahiru-demo");
		const demos = [...document.querySelectorAll("ahiru-demo")];
		const output = new Promise(go => document.addEventListener("ahiru-output", () => go(performance.now()), {once: true}));
		const runs = demos.map(demo => demo.run());
		await Promise.all(demos.map(demo => demo.ready));
		const Ready = performance.now(), Output = await output;
		for (const {exitCode} of await Promise.all(runs)) if (exitCode !== 0) throw new Error("a run ended with status " + exitCode);
		return {Ready, Output, Ended: performance.now()};
	})()`, &got)
	if err != nil {
		return err
	}
	time.Sleep(time.Second) // what comes when the page is idle
	all, _ := c.take()
	b.add(fmt.Sprintf("%d embeds: bytes until all have run", crowd), all, lessonBudget, "B")
	b.add(fmt.Sprintf("%d embeds, all asked to run at once: first output", crowd), got.Output, 0, "ms")
	b.add(fmt.Sprintf("%d embeds: all ready", crowd), got.Ready, 0, "ms")
	b.add(fmt.Sprintf("%d embeds: all have run, one after another", crowd), got.Ended, 0, "ms")
	return nil
}
