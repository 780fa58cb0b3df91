//go:build !js

package beside

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// built holds every program, built for this machine by one call of the go command, by page and name.
var built = sync.OnceValues(func() (map[string]string, error) {
	dir, err := os.MkdirTemp("", "ahiru-beside-")
	if err != nil {
		return nil, err
	}
	mains, err := filepath.Glob("*/*/main.go")
	if err != nil || len(mains) == 0 {
		return nil, errors.Join(errors.New("there are no programs"), err)
	}
	programs := map[string]string{}
	for _, main := range mains {
		name := filepath.Dir(main)
		programs[name] = filepath.Join(dir, filepath.Base(name))
		if out, err := exec.Command("go", "build", "-o", programs[name], "./"+name).CombinedOutput(); err != nil {
			return nil, errors.New(string(out))
		}
	}
	return programs, nil
})

func TestMain(m *testing.M) {
	status := m.Run()
	if programs, err := built(); err == nil {
		for _, p := range programs {
			os.RemoveAll(filepath.Dir(p))
		}
	}
	os.Exit(status)
}

// run gives what a program prints; it must print nothing on standard error, and end well.
func run(t *testing.T, program string, args ...string) string {
	t.Helper()
	var out, faults bytes.Buffer
	cmd := exec.Command(program, args...)
	cmd.Stdout, cmd.Stderr = &out, &faults
	if err := cmd.Run(); err != nil || faults.Len() > 0 {
		t.Fatalf("%s %q: %v\n%s%s", filepath.Base(program), args, err, out.Bytes(), faults.Bytes())
	}
	return out.String()
}

// bare is a text without what the two languages write differently around a list.
var bare = strings.NewReplacer("[", "", "]", "", ",", "")

// Each phrase compiles and prints in Go what it prints in Python.
func TestPhrasesSayTheSame(t *testing.T) {
	programs, err := built()
	if err != nil {
		t.Fatal(err)
	}
	python, err := exec.LookPath("python3")
	phrases := 0
	for name, program := range programs {
		if filepath.Dir(name) != "phrasebook" {
			continue
		}
		phrases++
		t.Run(filepath.Base(name), func(t *testing.T) {
			got := run(t, program)
			if err != nil {
				t.Skip("there is no python3 to compare with")
			}
			want := run(t, python, "-X", "utf8", filepath.Join(name, "main.py"))
			if bare.Replace(got) != bare.Replace(want) || got == "" {
				t.Errorf("Go prints %q, Python %q", got, want)
			}
		})
	}
	if phrases < 8 {
		t.Errorf("%d phrases are left", phrases)
	}
}

// What waits overlaps in every way but one after another, and the advice says so in each language.
func TestWhichAdvises(t *testing.T) {
	programs, err := built()
	if err != nil {
		t.Fatal(err)
	}
	for lang, advice := range map[string]string{
		"en": "in Python take the event loop", "ja": "Python ならイベントループ", "ko": "Python라면 이벤트 루프",
	} {
		got := run(t, programs["which/measure"], "-lang="+lang, "-rounds=1", "-d=100ms")
		for _, want := range []string{advice, "goroutines: ", "threads with Python's lock: ", "processes: "} {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %q is missing in\n%s", lang, want, got)
			}
		}
		if strings.Count(got, "→") < 4 {
			t.Errorf("%s: there is too little advice in\n%s", lang, got)
		}
	}
	if got := run(t, programs["which/measure"], "-waits=1", "-sums=1", "-rounds=1"); !strings.Contains(got, "one wait alone needs no company") {
		t.Errorf("one of each: %s", got)
	}
	for _, bad := range []string{"-waits=0", "-waits=-1", "-sums=1000000000", "-d=NaN", "-rounds=NaN", "-lang=xx", "stray"} {
		var exit *exec.ExitError
		out, err := exec.Command(programs["which/measure"], bad).CombinedOutput()
		if !errors.As(err, &exit) || exit.ExitCode() != 2 || strings.Contains(string(out), "goroutine ") {
			t.Errorf("%s: %v, printed %s", bad, err, out)
		}
	}
}

// What CPython printed is recorded beside what is measured, with version, machine and date.
func TestWhichIsRecorded(t *testing.T) {
	text, err := os.ReadFile("which/measure/reference.json")
	if err != nil {
		t.Fatal(err)
	}
	var r struct{ Python, Machine, Date, Stdout string }
	if err := json.Unmarshal(text, &r); err != nil || r.Python == "" || r.Machine == "" || r.Date == "" || strings.Count(r.Stdout, "times as fast") != 6 {
		t.Errorf("%v: %+v", err, r)
	}
}

// The Python beside it runs.
func TestWhichInPython(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("there is no python3 to run main.py with")
	}
	got := run(t, python, "which/measure/main.py", "-rounds=0.1", "-d=0.02")
	if strings.Count(got, "times as fast") != 6 {
		t.Errorf("prints %s", got)
	}
}
