package test

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// A consoleLog gathers what a browser writes of the consoles of all its pages, frames and workers. (What a tab tells
// chromedp leaves out frames that live in a process of their own.)
type consoleLog struct {
	mu   sync.Mutex
	text strings.Builder
}

func (c *consoleLog) Write(p []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.text.Write(p)
}

// lines gives the console's lines so far.
func (c *consoleLog) lines() []string {
	time.Sleep(500 * time.Millisecond) // the browser writes a little later
	c.mu.Lock()
	defer c.mu.Unlock()
	var found []string
	for line := range strings.Lines(c.text.String()) {
		if strings.Contains(line, "CONSOLE") {
			found = append(found, strings.TrimSpace(line))
		}
	}
	return found
}

// TestMachineIsQuiet finds nothing on any console after programs of all kinds, and the proof that it would.
func TestMachineIsQuiet(t *testing.T) {
	path, err := browser.Find()
	if err != nil {
		t.Skip(err)
	}
	console := &consoleLog{}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox,
		chromedp.Flag("enable-logging", "stderr"), chromedp.Flag("v", "0"), chromedp.CombinedOutput(console))
	allocator, endAllocator := chromedp.NewExecAllocator(context.Background(), options...)
	defer endAllocator()
	session, end := chromedp.NewContext(allocator)
	defer end()
	if err := chromedp.Do(session); err != nil {
		t.Fatal(err)
	}
	page, closePage, err := browser.NewPage(session, 800, 600)
	if err != nil {
		t.Fatal(err)
	}
	defer closePage()
	for _, kind := range []string{"/isolated", "/plain"} {
		navigate(t, page, machineSite(t)+kind)
		for _, program := range []string{"echo", "files", "panic", "deadlock", "reach", "forge", "exits", "recurse"} {
			runProgram(t, page, runRequest{Wasm: program}, "")
		}
	}
	if lines := console.lines(); len(lines) > 0 {
		t.Errorf("on the console: %.2000s", strings.Join(lines, "\n"))
	}
	navigate(t, page, machineSite(t)+"/probe")
	eval[probeOutcome](t, page, "askJail()")
	if violations := strings.Join(console.lines(), "\n"); !strings.Contains(violations, "Content Security Policy") {
		t.Errorf("the probe's violations did not show: %.2000s", violations)
	}
}
