package main

import (
	"bufio"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

// TestRelease makes a binary that carries a small site and lets it serve that from an empty folder.
func TestRelease(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("release.sh wants a Unix shell")
	}
	site := fixture()
	site["build.json"] = `{"build": "00c0ffee0000"}`
	dist, out := writeSite(t, site), t.TempDir()
	target := runtime.GOOS + "/" + runtime.GOARCH
	make := exec.Command("./release.sh")
	make.Env = append(os.Environ(), "DIST="+dist, "OUT="+out, "TARGETS="+target)
	if text, err := make.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	name := "ahiru-00c0ffee0000-" + strings.ReplaceAll(target, "/", "-")
	sums, err := os.ReadFile(filepath.Join(out, "SHA256SUMS"))
	must(t, err)
	if !regexp.MustCompile(`^[0-9a-f]{64} [ *]` + name + "\n$").Match(sums) {
		t.Errorf("SHA256SUMS is %q", sums)
	}
	entries, err := os.ReadDir(out)
	must(t, err)
	if len(entries) != 2 {
		t.Errorf("%d things were left, want the binary and its sum", len(entries))
	}

	binary := exec.Command(filepath.Join(out, name), "-addr", "localhost:0")
	binary.Dir = t.TempDir()
	said, err := binary.StdoutPipe()
	must(t, err)
	must(t, binary.Start())
	defer func() { _ = binary.Process.Kill(); _ = binary.Wait() }()
	line, err := bufio.NewReader(said).ReadString('\n')
	must(t, err)
	url := regexp.MustCompile(`http://\S+`).FindString(line)
	answer, err := http.Get(url + "/")
	must(t, err)
	defer answer.Body.Close()
	page, err := io.ReadAll(answer.Body)
	must(t, err)
	if !strings.Contains(line, "carries") || !strings.Contains(string(page), "Home") {
		t.Errorf("it says %q and serves %.80q", line, page)
	}
}
