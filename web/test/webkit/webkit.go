// Package webkit drives WebKitGTK by WebDriver, where Debian's packages
// webkit2gtk-driver and xvfb are installed.
package webkit

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// ErrNoWebKit says that this machine has no WebKitGTK to drive.
var ErrNoWebKit = errors.New("no WebKitGTK found: install the packages webkit2gtk-driver and xvfb (Debian, Ubuntu)")

// A Browser is one session of WebKitGTK with a profile of its own.
type Browser struct {
	session string // its address
	stop    []func()
}

// patience is how long a part may take to come up.
const patience = time.Minute

// Launch starts a screen that nobody sees, the driver, and a browser.
func Launch(ctx context.Context) (*Browser, error) {
	driver, err := exec.LookPath("WebKitWebDriver")
	if err != nil {
		return nil, ErrNoWebKit
	}
	screen, err := exec.LookPath("Xvfb")
	if err != nil {
		return nil, ErrNoWebKit
	}
	mini, err := filepath.Glob("/usr/lib/*/webkit2gtk-4.*/MiniBrowser")
	if err != nil || len(mini) == 0 {
		return nil, ErrNoWebKit
	}
	b := &Browser{}
	if err := b.launch(ctx, screen, driver, mini[0]); err != nil {
		b.Close()
		return nil, err
	}
	return b, nil
}

func (b *Browser) launch(ctx context.Context, screen, driver, mini string) error {
	display, err := b.screen(ctx, screen)
	if err != nil {
		return err
	}
	home, err := os.MkdirTemp("", "ahiru-webkit-")
	if err != nil {
		return err
	}
	b.stop = append(b.stop, func() { os.RemoveAll(home) })
	port, err := freePort()
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, driver, "--port="+port)
	cmd.Env = append(os.Environ(), "DISPLAY="+display, "HOME="+home, "XDG_CACHE_HOME="+home, "XDG_DATA_HOME="+home,
		"GDK_BACKEND=x11", "LIBGL_ALWAYS_SOFTWARE=1", "NO_AT_BRIDGE=1")
	if err := b.begin(cmd); err != nil {
		return fmt.Errorf("starting WebKitWebDriver: %w", err)
	}
	address := "http://127.0.0.1:" + port
	if err := answers(ctx, port); err != nil {
		return err
	}
	var session struct{ SessionID string }
	wish := map[string]any{"capabilities": map[string]any{"alwaysMatch": map[string]any{
		"webkitgtk:browserOptions": map[string]any{"binary": mini, "args": []string{"--automation"}},
		"timeouts":                 map[string]any{"script": (3 * time.Minute).Milliseconds(), "pageLoad": patience.Milliseconds()},
	}}}
	if err := call(ctx, address+"/session", wish, &session); err != nil {
		return fmt.Errorf("starting MiniBrowser: %w", err)
	}
	b.session = address + "/session/" + session.SessionID
	b.stop = append(b.stop, func() { b.end() })
	return nil
}

// screen starts Xvfb and gives its name.
func (b *Browser) screen(ctx context.Context, path string) (string, error) {
	r, w, err := os.Pipe()
	if err != nil {
		return "", err
	}
	defer r.Close()
	cmd := exec.CommandContext(ctx, path, "-displayfd", "3", "-screen", "0", "1280x1000x24", "-nolisten", "tcp")
	cmd.ExtraFiles = []*os.File{w}
	err = b.begin(cmd)
	w.Close()
	if err != nil {
		return "", fmt.Errorf("starting Xvfb: %w", err)
	}
	_ = r.SetReadDeadline(time.Now().Add(patience))
	number, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		return "", fmt.Errorf("Xvfb does not say which screen it is: %w", err)
	}
	return ":" + strings.TrimSpace(number), nil
}

func (b *Browser) begin(cmd *exec.Cmd) error {
	if err := cmd.Start(); err != nil {
		return err
	}
	b.stop = append(b.stop, func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	return nil
}

// Close ends all that was started, last first.
func (b *Browser) Close() {
	for i := len(b.stop) - 1; i >= 0; i-- {
		b.stop[i]()
	}
	b.stop = nil
}

func (b *Browser) end() {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if r, err := http.NewRequestWithContext(ctx, http.MethodDelete, b.session, nil); err == nil {
		if answer, err := http.DefaultClient.Do(r); err == nil {
			answer.Body.Close()
		}
	}
}

// Navigate opens an address.
func (b *Browser) Navigate(ctx context.Context, url string) error {
	return call(ctx, b.session+"/url", map[string]any{"url": url}, nil)
}

// Frame goes into the page's first frame; what is evaluated from then on is evaluated there.
func (b *Browser) Frame(ctx context.Context) error {
	return call(ctx, b.session+"/frame", map[string]any{"id": 0}, nil)
}

// FrameAt goes into the frame that an expression names.
func (b *Browser) FrameAt(ctx context.Context, expression string) error {
	var element json.RawMessage
	find := map[string]any{"script": "return " + expression, "args": []any{}}
	if err := call(ctx, b.session+"/execute/sync", find, &element); err != nil {
		return err
	}
	return call(ctx, b.session+"/frame", map[string]any{"id": element}, nil)
}

// Top goes back to the page on top.
func (b *Browser) Top(ctx context.Context) error {
	return call(ctx, b.session+"/frame", map[string]any{"id": nil}, nil)
}

// Eval evaluates an expression, awaits it if it is a promise, and stores its JSON value in result.
func (b *Browser) Eval(ctx context.Context, expression string, result any) error {
	body := `const done = arguments[arguments.length - 1];
		(async () => (` + expression + `))().then(v => done(JSON.stringify({v})), e => done(JSON.stringify({e: String(e)})));`
	var text string
	if err := call(ctx, b.session+"/execute/async", map[string]any{"script": body, "args": []any{}}, &text); err != nil {
		return err
	}
	var outcome struct {
		V json.RawMessage
		E string
	}
	if err := json.Unmarshal([]byte(text), &outcome); err != nil {
		return fmt.Errorf("reading %.200q: %w", text, err)
	}
	if outcome.E != "" {
		return errors.New(outcome.E)
	}
	if result == nil || len(outcome.V) == 0 {
		return nil
	}
	return json.Unmarshal(outcome.V, result)
}

// call is one command of the driver.
func call(ctx context.Context, address string, command, result any) error {
	text, err := json.Marshal(command)
	if err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(text))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	var said struct{ Value json.RawMessage }
	if err := json.NewDecoder(answer.Body).Decode(&said); err != nil {
		return fmt.Errorf("WebKitWebDriver answers %s: %w", answer.Status, err)
	}
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("WebKitWebDriver: %.500s", said.Value)
	}
	if result == nil {
		return nil
	}
	return json.Unmarshal(said.Value, result)
}

func freePort() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	return port, err
}

// answers waits until somebody listens.
func answers(ctx context.Context, port string) error {
	for start := time.Now(); time.Since(start) < patience; time.Sleep(50 * time.Millisecond) {
		if conn, err := net.Dial("tcp", "127.0.0.1:"+port); err == nil {
			return conn.Close()
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return errors.New("WebKitWebDriver does not listen")
}
