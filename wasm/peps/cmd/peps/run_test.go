package main

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// checkout makes a corpus of two PEPs in a folder.
func checkout(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	write := func(name, text string) {
		name = filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("peps/pep-0001.rst", "PEP: 1\nTitle: One\nAuthor: A\nStatus: Draft\nType: Process\n\nPEP 2, PEP 1, PEP 0 and PEP 9.\n")
	write("peps/pep-0002.rst", "PEP: 2\nTitle: Two\nAuthor: A\nStatus: Draft\nType: Process\n\n``PEP 1``\n")
	return folder
}

func call(t *testing.T, args ...string) (stdout, stderr string, err error) {
	t.Helper()
	t.Setenv("COMMIT", "")
	t.Setenv("DATE", "")
	var out, errs bytes.Buffer
	err = run(args, &out, &errs)
	return out.String(), errs.String(), err
}

func TestRun(t *testing.T) {
	folder := checkout(t)
	file := filepath.Join(folder, "mentions.json")
	stdout, stderr, err := call(t, "-src", folder, "-mentions", file, "-commit", "abc", "-date", "2026-08-22")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(stdout, `{"commit":"abc","date":"2026-08-22","nodes":[`) || strings.Count(stdout, `"from"`) != 1 {
		t.Errorf("wrote %s", stdout)
	}
	if data, err := os.ReadFile(file); err != nil || strings.Count(string(data), `"line":7`) != 1 {
		t.Errorf("wrote %s, %v", data, err)
	}
	want := `peps/pep-0001.rst:7: PEP 1 (text) dropped: a PEP refers to itself
peps/pep-0001.rst:7: PEP 0 (text) dropped: PEP 0 is generated and no node
peps/pep-0001.rst:7: PEP 9 (text) dropped: there is no such PEP
2 PEPs, 1 edges, 1 mentions (role 0, text 1, list 0, url 0, ref 0, title 0, requires 0, replaces 0, superseded_by 0)
dropped: 1 of the PEP itself, 1 of PEP 0, 1 of no PEP; 1 more stand only in literals and comments; 0 problems
`
	if stderr != want {
		t.Errorf("told\n%s\nnot\n%s", stderr, want)
	}
}

func TestUsage(t *testing.T) {
	folder := checkout(t)
	for _, args := range [][]string{
		{}, {"-src", folder, "more"}, {"-nonsense"}, {"-src", folder, "-date", "soon"}, {"-src"},
	} {
		var usage usageError
		if _, _, err := call(t, args...); !errors.As(err, &usage) {
			t.Errorf("%q: error %v is none of usage", args, err)
		}
	}
	if _, stderr, err := call(t, "-h"); !errors.Is(err, flag.ErrHelp) || !strings.Contains(stderr, "-mentions") {
		t.Errorf("-h: %v, %s", err, stderr)
	}
}

func TestNothingRead(t *testing.T) {
	text := filepath.Join(t.TempDir(), "text.tar")
	if err := os.WriteFile(text, []byte("no archive"), 0o666); err != nil {
		t.Fatal(err)
	}
	for src, want := range map[string]string{
		filepath.Join(t.TempDir(), "nowhere"): "o such file", // node and Linux differ in the first letter
		text:                                  "it is no .tar, .tar.gz, .tar.xz or .zip archive",
		t.TempDir():                           "holds no PEPs",
	} {
		out := filepath.Join(t.TempDir(), "out.json")
		_, _, err := call(t, "-src", src, "-out", out)
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: error %q, want %q", src, err, want)
		}
		if _, err := os.Stat(out); err == nil {
			t.Errorf("%s: an output was written", src)
		}
	}
}

func TestEnvironment(t *testing.T) {
	folder := checkout(t)
	t.Setenv("COMMIT", "from-environment")
	t.Setenv("DATE", "2001-01-01")
	var out bytes.Buffer
	if err := run([]string{"-src", folder}, &out, &bytes.Buffer{}); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(out.String(), `{"commit":"from-environment","date":"2001-01-01",`) {
		t.Errorf("wrote %.80s", out.String())
	}
}

func TestGit(t *testing.T) {
	if runtime.GOOS == "js" {
		t.Skip("there are no other programs in the page")
	}
	git, err := exec.LookPath("git")
	if err != nil {
		t.Skip("there is no git on this machine")
	}
	folder := checkout(t)
	within, _, err := call(t, "-q", "-src", filepath.Join(folder, "peps"))
	if err != nil || !strings.HasPrefix(within, `{"commit":null,"date":null,`) {
		t.Errorf("without git: %.60s, %v", within, err)
	}
	for _, args := range [][]string{{"init", "-q"}, {"add", "."}, {"-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "x"}} {
		cmd := exec.Command(git, append([]string{"-C", folder}, args...)...)
		cmd.Env = append(os.Environ(), "GIT_COMMITTER_DATE=2026-08-22T19:00:15+01:00", "GIT_CONFIG_GLOBAL="+os.DevNull)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %q: %v: %s", args, err, out)
		}
	}
	for _, src := range []string{folder, filepath.Join(folder, "peps")} {
		stdout, _, err := call(t, "-q", "-src", src, "-mentions", filepath.Join(t.TempDir(), "m"))
		if err != nil || !strings.Contains(stdout[:110], `"date":"2026-08-22T19:00:15+01:00"`) || strings.Contains(stdout[:30], "null") {
			t.Errorf("%s: %.110s, %v", src, stdout, err)
		}
	}
}
