// Command screenshots takes the docs' pictures from the running site: nothing
// in them is drawn by hand.
package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/chromedp/chromedp"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// shots are the pictures: a page, what to do on it first, where it goes.
var shots = []struct{ path, before, file string }{
	{"/demos/threads/", `document.querySelector("ahiru-demo").ready.then(() => document.querySelector("ahiru-demo").run()).then(() => 1)`, "docs/threads.png"},
}

func main() {
	if err := run(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, "screenshots:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	root, err := filepath.Abs(".")
	if err != nil {
		return err
	}
	server, err := browser.Serve(ctx, root, filepath.Join(root, "dist"))
	if err != nil {
		return err
	}
	defer server.Stop()
	session, end, err := browser.Launch(ctx)
	if err != nil {
		return err
	}
	defer end()
	for _, s := range shots {
		if err := take(session, server.URL+s.path, s.before, filepath.Join(root, s.file)); err != nil {
			return fmt.Errorf("%s: %w", s.file, err)
		}
		fmt.Println(s.file)
	}
	return nil
}

func take(session context.Context, url, before, file string) error {
	page, end, err := browser.NewPage(session, 1280, 1120)
	if err != nil {
		return err
	}
	defer end()
	if err := page.Do(chromedp.Navigate(url)); err != nil {
		return err
	}
	if err := page.Eval(before, nil); err != nil {
		return err
	}
	picture, err := chromedp.Run(page.Ctx, chromedp.CaptureScreenshot())
	if err != nil {
		return err
	}
	return os.WriteFile(file, picture, 0o644)
}
