// Package browser starts what the browser tests, the bench and the
// screenshots drive: the site's own server and a headless Chromium.
package browser

import (
	"context"
	"errors"
	"os"
	"os/exec"

	"github.com/chromedp/chromedp"
)

// ErrNoChromium says that this machine has no Chromium to drive.
var ErrNoChromium = errors.New("no Chromium found: install the package chromium (Debian, Ubuntu: apt-get install chromium), or name one in CHROMIUM")

// names are the commands that start a Chromium.
var names = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"}

// Find gives the path of a Chromium: $CHROMIUM, or the first on the path.
func Find() (string, error) {
	if path := os.Getenv("CHROMIUM"); path != "" {
		return path, nil
	}
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", ErrNoChromium
}

// Launch starts a Chromium with a profile of its own and more options, if any.
// The context it returns opens pages (NewPage); cancelling it ends the browser.
func Launch(ctx context.Context, more ...chromedp.ExecAllocatorOption) (context.Context, context.CancelFunc, error) {
	path, err := Find()
	if err != nil {
		return nil, nil, err
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.NoSandbox,
		chromedp.Flag("disable-gpu", true),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("no-first-run", true),
		chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true),
		chromedp.Flag("enable-unsafe-swiftshader", true), // WebGL without a graphics card
	)
	options = append(options, more...)
	allocator, endAllocator := chromedp.NewExecAllocator(ctx, options...)
	session, endSession := chromedp.NewContext(allocator)
	end := func() { endSession(); endAllocator() }
	if err := chromedp.Do(session); err != nil {
		end()
		return nil, nil, err
	}
	return session, end, nil
}
