package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"debug/elf"
	"debug/macho"
	"debug/pe"
	"fmt"
	"io"
	"maps"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

// TestRelease makes a binary for one processor of each system, since the libraries of all six take minutes where nothing is
// cached, and lets the one for this system serve what it carries from an empty folder.
func TestRelease(t *testing.T) {
	own := runtime.GOOS + "/" + runtime.GOARCH
	targets := slices.Compact(slices.Sorted(slices.Values([]string{own, "windows/amd64", "darwin/arm64"})))
	out := releases(t, strings.Join(targets, " "))
	text, err := os.ReadFile(filepath.Join(out, "SHA256SUMS"))
	must(t, err)
	sums := map[string]string{}
	for line := range strings.Lines(string(text)) {
		sum, name, _ := strings.Cut(strings.TrimSpace(line), " ")
		sums[strings.TrimLeft(name, " *")] = sum
	}
	for _, target := range targets {
		isFor, name := systems[target], releaseName(target)
		binary, err := os.ReadFile(filepath.Join(out, name))
		must(t, err)
		if err := isFor(bytes.NewReader(binary)); err != nil {
			t.Errorf("%s is not for %s: %v", name, target, err)
		}
		if got := fmt.Sprintf("%x", sha256.Sum256(binary)); sums[name] != got {
			t.Errorf("the sum of %s is %q, want %s", name, sums[name], got)
		}
		if bytes.Contains(binary, []byte(out)) {
			t.Errorf("%s names a folder of this machine", name)
		}
	}
	entries, err := os.ReadDir(out)
	must(t, err)
	if len(entries) != len(targets)+1 || len(sums) != len(targets) {
		t.Errorf("%d things were left and %d have sums, want a binary for each of %d systems and the sums", len(entries), len(sums), len(targets))
	}
	binary := exec.Command(filepath.Join(out, releaseName(own)), "-addr", "localhost:0")
	binary.Dir = t.TempDir()
	servesWhatItCarries(t, binary)
}

// TestReleaseIsForEverySystem reads what release.sh makes when nobody says otherwise.
func TestReleaseIsForEverySystem(t *testing.T) {
	script, err := os.ReadFile("release.sh")
	must(t, err)
	found := regexp.MustCompile(`(?m)^targets=\$\{TARGETS:-([^}]*)\}$`).FindSubmatch(script)
	if found == nil {
		t.Fatal("release.sh does not say for what it makes a release")
	}
	if got, want := slices.Sorted(strings.FieldsSeq(string(found[1]))), slices.Sorted(maps.Keys(systems)); !slices.Equal(got, want) {
		t.Errorf("a release is for %q, want %q", got, want)
	}
}

// systems are those that a release is for, each with what tells its programs.
var systems = map[string]func(io.ReaderAt) error{
	"linux/amd64": isELF(elf.EM_X86_64), "linux/arm64": isELF(elf.EM_AARCH64),
	"darwin/amd64": isMachO(macho.CpuAmd64), "darwin/arm64": isMachO(macho.CpuArm64),
	"windows/amd64": isPE(pe.IMAGE_FILE_MACHINE_AMD64), "windows/arm64": isPE(pe.IMAGE_FILE_MACHINE_ARM64),
}

func isELF(machine elf.Machine) func(io.ReaderAt) error {
	return func(r io.ReaderAt) error {
		f, err := elf.NewFile(r)
		if err == nil && f.Machine != machine {
			err = fmt.Errorf("it is for %s", f.Machine)
		}
		return err
	}
}

func isMachO(cpu macho.Cpu) func(io.ReaderAt) error {
	return func(r io.ReaderAt) error {
		f, err := macho.NewFile(r)
		if err == nil && f.Cpu != cpu {
			err = fmt.Errorf("it is for %s", f.Cpu)
		}
		if err == nil && cpu == macho.CpuArm64 && !slices.ContainsFunc(f.Loads, func(load macho.Load) bool {
			return f.ByteOrder.Uint32(load.Raw()) == codeSignature
		}) {
			err = fmt.Errorf("it has no signature, without which macOS starts nothing on this processor")
		}
		return err
	}
}

// codeSignature is the load command that says where a program's signature stands, LC_CODE_SIGNATURE.
const codeSignature = 0x1d

func isPE(machine uint16) func(io.ReaderAt) error {
	return func(r io.ReaderAt) error {
		f, err := pe.NewFile(r)
		if err == nil && f.Machine != machine {
			err = fmt.Errorf("it is for machine %#x", f.Machine)
		}
		return err
	}
}

// TestReleaseForAnotherProcessor starts the binary for arm64 where something can run it.
func TestReleaseForAnotherProcessor(t *testing.T) {
	emulator, err := exec.LookPath("qemu-aarch64-static")
	if err != nil || runtime.GOOS != "linux" {
		t.Skip("qemu-user-static is not installed: the binary for arm64 is not started")
	}
	servesWhatItCarries(t, exec.Command(emulator, release(t, "arm64"), "-addr", "localhost:0"))
}

// TestReleaseForWindows starts the binary for Windows where Wine can run it.
func TestReleaseForWindows(t *testing.T) {
	wine, err := exec.LookPath("wine")
	if err != nil {
		t.Skip("wine is not installed: the binary for Windows is not started")
	}
	const target = "windows/amd64"
	path := filepath.Join(releases(t, target), releaseName(target))
	env := append(os.Environ(), "WINEDEBUG=-all")
	if os.Getenv("WINEPREFIX") == "" {
		env = append(env, "WINEPREFIX="+t.TempDir())
	}
	inWine := func(program string, args ...string) *exec.Cmd {
		cmd := exec.Command(program, args...)
		cmd.Env = env
		return cmd
	}
	t.Cleanup(func() { _ = inWine("wineserver", "-k", "-w").Run() }) // it writes to its folder to its end
	if said, _ := inWine(wine, path, "-help").CombinedOutput(); bytes.Contains(said, []byte("bcryptprimitives.dll not found")) {
		t.Skip("this Wine lacks bcryptprimitives.dll, without which no program of Go starts: the binary for Windows is not started")
	}
	servesWhatItCarries(t, inWine(wine, path, "-addr", "localhost:0"))
}

// release makes a binary for this system and a processor, with a small site inside.
func release(t *testing.T, processor string) (path string) {
	t.Helper()
	target := runtime.GOOS + "/" + processor
	return filepath.Join(releases(t, target), releaseName(target))
}

func releaseName(target string) string {
	name := "ahiru-00c0ffee0000-" + strings.ReplaceAll(target, "/", "-")
	if strings.HasPrefix(target, "windows/") {
		name += ".exe"
	}
	return name
}

// releases makes binaries for targets, or for all systems, and gives their folder.
func releases(t *testing.T, targets string) string {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("release.sh wants a Unix shell")
	}
	site := fixture()
	site["build.json"] = `{"build": "00c0ffee0000"}`
	dist, out := writeSite(t, site), t.TempDir()
	make := exec.Command("./release.sh")
	make.Env = append(os.Environ(), "DIST="+dist, "OUT="+out, "TARGETS="+targets)
	if text, err := make.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return out
}

// asked gives what a server answers to those who accept one coding, unpacked.
func asked(t *testing.T, address, coding string, unpack func(io.Reader) (io.Reader, error)) string {
	t.Helper()
	request, err := http.NewRequest(http.MethodGet, address, nil)
	must(t, err)
	request.Header.Set("Accept-Encoding", coding)
	answer, err := http.DefaultClient.Do(request)
	must(t, err)
	defer answer.Body.Close()
	if got := answer.Header.Get("Content-Encoding"); got != coding {
		t.Errorf("%s comes in %q, want %q", address, got, coding)
	}
	body, err := unpack(answer.Body)
	must(t, err)
	text, err := io.ReadAll(body)
	must(t, err)
	return string(text)
}

// servesWhatItCarries starts a binary and asks for files in every coding where it says it is.
func servesWhatItCarries(t *testing.T, binary *exec.Cmd) {
	t.Helper()
	said, err := binary.StdoutPipe()
	must(t, err)
	must(t, binary.Start())
	defer func() { _ = binary.Process.Kill(); _ = binary.Wait() }()
	line, err := bufio.NewReader(said).ReadString('\n')
	must(t, err)
	where := regexp.MustCompile(`http://\S+`).FindString(line)
	for coding, unpack := range map[string]func(io.Reader) (io.Reader, error){
		"": func(r io.Reader) (io.Reader, error) { return r, nil }, "gzip": func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) },
		"br": func(r io.Reader) (io.Reader, error) { return brotli.NewReader(r), nil },
	} {
		for name, want := range fixture() {
			if name == "index.html" || name == wasm {
				got := asked(t, where+"/"+name, coding, unpack)
				if got != want {
					t.Errorf("it says %q and serves as %s in %q %d bytes, want %d", line, name, coding, len(got), len(want))
				}
			}
		}
	}
}
