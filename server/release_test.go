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
	path := release(t, runtime.GOARCH)
	sums, err := os.ReadFile(filepath.Join(filepath.Dir(path), "SHA256SUMS"))
	must(t, err)
	if !regexp.MustCompile(`^[0-9a-f]{64} [ *]` + filepath.Base(path) + "\n$").Match(sums) {
		t.Errorf("SHA256SUMS is %q", sums)
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	must(t, err)
	if len(entries) != 2 {
		t.Errorf("%d things were left, want the binary and its sum", len(entries))
	}
	binary := exec.Command(path, "-addr", "localhost:0")
	binary.Dir = t.TempDir()
	servesWhatItCarries(t, binary)
}

// TestReleaseForAnotherProcessor starts the binary for arm64 where something can run it.
func TestReleaseForAnotherProcessor(t *testing.T) {
	emulator, err := exec.LookPath("qemu-aarch64-static")
	if err != nil || runtime.GOOS != "linux" {
		t.Skip("qemu-user-static is not installed: the binary for arm64 is not started")
	}
	servesWhatItCarries(t, exec.Command(emulator, release(t, "arm64"), "-addr", "localhost:0"))
}

// release makes a binary for this system and a processor, with a small site inside.
func release(t *testing.T, processor string) (path string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("release.sh wants a Unix shell")
	}
	site := fixture()
	site["build.json"] = `{"build": "00c0ffee0000"}`
	dist, out := writeSite(t, site), t.TempDir()
	target := runtime.GOOS + "/" + processor
	make := exec.Command("./release.sh")
	make.Env = append(os.Environ(), "DIST="+dist, "OUT="+out, "TARGETS="+target)
	if text, err := make.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return filepath.Join(out, "ahiru-00c0ffee0000-"+strings.ReplaceAll(target, "/", "-"))
}

// servesWhatItCarries starts a binary and asks for the home page where it says it is.
func servesWhatItCarries(t *testing.T, binary *exec.Cmd) {
	t.Helper()
	said, err := binary.StdoutPipe()
	must(t, err)
	must(t, binary.Start())
	defer func() { _ = binary.Process.Kill(); _ = binary.Wait() }()
	line, err := bufio.NewReader(said).ReadString('\n')
	must(t, err)
	answer, err := http.Get(regexp.MustCompile(`http://\S+`).FindString(line) + "/")
	must(t, err)
	defer answer.Body.Close()
	page, err := io.ReadAll(answer.Body)
	must(t, err)
	if !strings.Contains(line, "carries") || !strings.Contains(string(page), "Home") {
		t.Errorf("it says %q and serves %.80q", line, page)
	}
}
