// Package firefox drives a headless Firefox by WebDriver BiDi, the protocol
// that the browser itself speaks: no driver program stands between.
package firefox

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"time"
)

// ErrNoFirefox says that this machine has no Firefox to drive.
var ErrNoFirefox = errors.New("no Firefox found: install the package firefox-esr (Debian) or firefox (Ubuntu), or name one in FIREFOX")

// names are the commands that start a Firefox.
var names = []string{"firefox-esr", "firefox"}

// Find gives the path of a Firefox: $FIREFOX, or the first on the path.
func Find() (string, error) {
	if path := os.Getenv("FIREFOX"); path != "" {
		return path, nil
	}
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", ErrNoFirefox
}

// A Browser is a running Firefox with a profile of its own.
type Browser struct {
	bidi    *connection
	process *exec.Cmd
	profile string

	mu         sync.Mutex
	complaints []string
}

// preferences keep Firefox to the pages under test, and what one test has
// cached from another.
const preferences = `
user_pref("app.normandy.enabled", false);
user_pref("app.update.enabled", false);
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.page", 0);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("dom.serviceWorkers.enabled", false);
user_pref("extensions.update.enabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("services.settings.server", "data:,");
user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);
`

// WithWorkers is a preference for Launch: pages may register service workers.
const WithWorkers = `user_pref("dom.serviceWorkers.enabled", true);`

// Launch starts a Firefox without a window, with more preferences if any. Close ends it.
func Launch(ctx context.Context, more ...string) (*Browser, error) {
	path, err := Find()
	if err != nil {
		return nil, err
	}
	b := &Browser{}
	if err := b.start(ctx, path, more); err != nil {
		b.Close()
		return nil, fmt.Errorf("starting %s: %w", path, err)
	}
	return b, nil
}

func (b *Browser) start(ctx context.Context, path string, more []string) error {
	var err error
	if b.profile, err = os.MkdirTemp("", "ahiru-firefox-"); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(b.profile, "user.js"), []byte(preferences+strings.Join(more, "\n")), 0o600); err != nil {
		return err
	}
	url, err := b.spawn(path)
	if err != nil {
		return err
	}
	if b.bidi, err = dial(ctx, url+"/session", b.heard); err != nil {
		return err
	}
	if err := b.bidi.call(ctx, "session.new", params{"capabilities": params{}}, nil); err != nil {
		return err
	}
	return b.bidi.call(ctx, "session.subscribe", params{"events": []string{"log.entryAdded"}}, nil)
}

var address = regexp.MustCompile(`WebDriver BiDi listening on (ws://\S+)`)

// startLimit ends a start that hangs.
const startLimit = time.Minute

// spawn runs Firefox and reads from what it prints where it listens.
func (b *Browser) spawn(path string) (url string, err error) {
	r, w := io.Pipe()
	b.process = exec.Command(path, "--headless", "--no-remote", "--remote-debugging-port=0", "--profile", b.profile)
	b.process.Stdout, b.process.Stderr = w, w
	b.process.WaitDelay = time.Second // its own children may hold the output open
	if err := b.process.Start(); err != nil {
		b.process = nil
		return "", err
	}
	found := make(chan string, 1)
	go func() {
		for lines := bufio.NewScanner(r); lines.Scan(); {
			if match := address.FindStringSubmatch(lines.Text()); match != nil {
				found <- match[1]
				break
			}
		}
		_, _ = io.Copy(io.Discard, r)
	}()
	select {
	case url := <-found:
		return url, nil
	case <-time.After(startLimit):
		return "", errors.New("it did not say where it listens (a snap cannot read the profile it is given: name another Firefox in FIREFOX)")
	}
}

// Close ends Firefox and removes its profile.
func (b *Browser) Close() {
	if b.bidi != nil {
		_ = b.bidi.socket.CloseNow()
	}
	if b.process != nil {
		_ = b.process.Process.Kill()
		_ = b.process.Wait()
	}
	_ = os.RemoveAll(b.profile)
}
