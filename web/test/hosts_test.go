package test

import (
	"context"
	"errors"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/ahiru-dev/ahiru/web/test/hosts"
)

// begin starts a server that is not ours and waits until it answers; the test ends it.
func begin(t *testing.T, port, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dist
	var said strings.Builder
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	for start := time.Now(); time.Since(start) < time.Minute; time.Sleep(50 * time.Millisecond) {
		if conn, err := net.Dial("tcp", "127.0.0.1:"+port); err == nil {
			conn.Close()
			return "http://localhost:" + port + "/"
		}
	}
	t.Fatalf("%s does not answer: %s", name, said.String())
	return ""
}

// checkHost runs the server's own check; ok says whether it ended without an error.
func checkHost(t *testing.T, url string) (report string, ok bool) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, "go", "run", "./server", "-check", url)
	cmd.Dir = root
	out, err := cmd.CombinedOutput()
	return string(out), err == nil
}

// runsIsolated runs a lesson of the host in a browser of its own.
func runsIsolated(t *testing.T, url string) {
	t.Helper()
	page, _ := visit(t, reader(t), url+"demos/threads/")
	got := script[isolatedRun](t, page, runHere)
	if !got.Isolated || got.Result.ExitCode != 0 {
		t.Errorf("at the first visit: %+v", got)
	}
}

// hostBy starts a server by its recipe, or skips the test.
func hostBy(t *testing.T, start func(root, dist string) (string, func(), error)) string {
	t.Helper()
	url, stop, err := start(root, dist)
	if errors.Is(err, hosts.ErrMissing) {
		t.Skipf("%v: its recipe is not tried", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(stop)
	return url
}

// TestNginxRecipe serves the site with the page's nginx configuration.
func TestNginxRecipe(t *testing.T) {
	url := hostBy(t, hosts.Nginx)
	report, ok := checkHost(t, url)
	if !ok || strings.Count(report, "better") != 2 || !strings.Contains(report, "gzip") { // one finding, and the sum
		t.Errorf("all should be well but that gzip is not brotli:\n%s", report)
	}
	runsIsolated(t, url)
}

// TestCaddyRecipe serves the site with the page's Caddyfile.
func TestCaddyRecipe(t *testing.T) {
	url := hostBy(t, hosts.Caddy)
	if report, ok := checkHost(t, url); !ok || strings.Contains(report, "better ") {
		t.Errorf("all should be well:\n%s", report)
	}
	runsIsolated(t, url)
}

// TestPythonsServer is a host that sets no headers at all: worse in what the check says, and nothing broken.
func TestPythonsServer(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not installed: its http.server is not tried")
	}
	port, err := hosts.FreePort()
	if err != nil {
		t.Fatal(err)
	}
	url := begin(t, port, python, "-m", "http.server", port, "--bind", "127.0.0.1")
	report, ok := checkHost(t, url)
	for _, want := range []string{"better  isolation", "better  policy", "better  compression", "better  caching", "ok      missing files", "0 broken"} {
		if !strings.Contains(report, want) {
			t.Errorf("the check does not say %q", want)
		}
	}
	if !ok {
		t.Errorf("the check ends with an error:\n%s", report)
	}
	own := reader(t)
	page, _ := visit(t, own, url+"demos/threads/")
	if first := script[isolatedRun](t, page, runHere); first.Isolated || first.Result.ExitCode != 0 {
		t.Errorf("the first visit gives %+v", first)
	}
	inWorkerPage[any](t, page, `await until(() => navigator.serviceWorker.controller)`)
	page, _ = visit(t, own, url+"demos/race/")
	if second := script[isolatedRun](t, page, `demo.params = {n: "1000"}; demo.params = {n: "1000", trials: "1"};`+runHere); !second.Isolated || second.Result.ExitCode != 0 {
		t.Errorf("the next page gives %+v", second)
	}
}

// TestRecipesAgree: what is shown to be copied is the same in every language.
func TestRecipesAgree(t *testing.T) {
	code := func(lang string) string {
		text, err := os.ReadFile(filepath.Join(root, "docs", lang, "recipes.md"))
		if err != nil {
			t.Fatal(err)
		}
		return strings.Join(regexp.MustCompile("(?s)```.*?```").FindAllString(string(text), -1), "\n")
	}
	for _, lang := range []string{"ja", "ko"} {
		if code(lang) != code("en") {
			t.Errorf("docs/%s/recipes.md shows other code than the English page", lang)
		}
	}
}

// TestFilesAreSmallEnough: Cloudflare Pages takes no file above 25 MiB, GitHub Pages none above 100 MB.
func TestFilesAreSmallEnough(t *testing.T) {
	err := filepath.WalkDir(dist, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if info, err := d.Info(); err == nil && info.Size() > 25<<20 {
			t.Errorf("%s has %d bytes", path, info.Size())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
