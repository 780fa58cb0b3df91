package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// recipe takes a block of code from the page of recipes.
func recipe(t *testing.T, kind string) string {
	t.Helper()
	text, err := os.ReadFile("../docs/en/recipes.md")
	must(t, err)
	found := regexp.MustCompile("(?s)```" + kind + "\n(.*?)```").FindSubmatch(text)
	if found == nil {
		t.Fatalf("the page of recipes has no %s", kind)
	}
	return string(found[1])
}

// TestContainerFromScratch starts the release as the Dockerfile would: alone in its root, as nobody.
func TestContainerFromScratch(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root may give a program another root")
	}
	said := map[string]string{}
	for line := range strings.Lines(recipe(t, "dockerfile")) {
		word, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		said[word] = rest
	}
	from, to, _ := strings.Cut(said["COPY"], " ")
	var entry []string
	must(t, json.Unmarshal([]byte(said["ENTRYPOINT"]), &entry))
	user, group, _ := strings.Cut(said["USER"], ":")
	uid, err := strconv.ParseUint(user, 10, 32)
	must(t, err)
	gid, err := strconv.ParseUint(group, 10, 32)
	must(t, err)

	built := release(t, runtime.GOARCH)
	if matches, err := filepath.Match(from, strings.Replace(filepath.Base(built), "arm64", "amd64", 1)); err != nil || !matches {
		t.Errorf("COPY %s does not take %s: %v", from, filepath.Base(built), err)
	}
	port := slices.Index(entry, ":"+said["EXPOSE"])
	if said["FROM"] != "scratch" || entry[0] != to || port < 0 {
		t.Fatalf("it is from %s, starts %v, has %s and listens on %s", said["FROM"], entry, to, said["EXPOSE"])
	}
	entry[port] = "127.0.0.1:0" // the recipe's port may be taken here
	image := t.TempDir()
	must(t, os.Chmod(image, 0o755))
	must(t, os.Rename(built, filepath.Join(image, to)))
	binary := &exec.Cmd{Path: entry[0], Args: entry, Dir: "/", Env: []string{}, SysProcAttr: &syscall.SysProcAttr{
		Chroot: image, Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)},
	}}
	servesWhatItCarries(t, binary)
}

// TestSystemdUnit has systemd read the unit, where there is one, and the server its flags.
func TestSystemdUnit(t *testing.T) {
	unit := recipe(t, "ini")
	command := strings.Fields(regexp.MustCompile(`(?m)^ExecStart=(.+)$`).FindStringSubmatch(unit)[1])
	if o, err := parseOptions(command[1:], os.Stderr); err != nil || o.addr != "localhost:8080" {
		t.Errorf("the server takes %q as %+v, %v", command, o, err)
	}
	analyze, err := exec.LookPath("systemd-analyze")
	if err != nil {
		t.Skip("systemd-analyze is not installed: the unit is not read by it")
	}
	self, err := os.Executable() // verify wants the program to be there
	must(t, err)
	file := filepath.Join(t.TempDir(), "ahiru.service")
	writeUnit := func(text string) {
		must(t, os.WriteFile(file, []byte(strings.Replace(text, command[0], self, 1)), 0o644))
	}
	writeUnit(unit)
	if out, err := exec.Command(analyze, "verify", "--man=no", file).CombinedOutput(); err != nil || len(out) > 0 {
		t.Errorf("systemd-analyze verify: %v\n%s", err, out)
	}
	writeUnit(strings.Replace(unit, "ProtectSystem=strict", "ProtectSystem=nonsense", 1))
	if out, _ := exec.Command(analyze, "verify", "--man=no", file).CombinedOutput(); len(out) == 0 {
		t.Error("systemd-analyze verify finds nothing wrong with nonsense: this shows nothing")
	}
}
