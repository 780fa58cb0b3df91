//go:build !js

package main

import (
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc"
)

func TestMain(m *testing.M) {
	proc.Main()
	os.Exit(m.Run())
}

// printed gives what a part of the lesson prints.
func printed(t *testing.T, part func()) string {
	t.Helper()
	out, err := os.CreateTemp(t.TempDir(), "stdout")
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	before := os.Stdout
	os.Stdout = out
	part()
	os.Stdout = before
	if _, err := out.Seek(0, io.SeekStart); err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(out)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// kinds are both pools, where pools can be had.
func kinds(t *testing.T) []string {
	t.Helper()
	pool, err := newPool(setting{"thread", 1})
	if err != nil {
		t.Skip(err)
	}
	if err := pool.Shutdown(); err != nil {
		t.Error(err)
	}
	return []string{"thread", "process"}
}

func TestFactorLists(t *testing.T) {
	numbers := []int{5423123, 12, 1, 0}
	for _, kind := range kinds(t) {
		got := printed(t, func() {
			compare("cpu", "numbers", setting{kind, 2}, "factorise", factorise, numbers)
		})
		want := "\n  [1 5423123]\n  [1 2 3 4 6 12]\n  [1]\n" +
			"  failed: factorise: only numbers from 1 on are factorised\n"
		if !strings.Contains(got, want) {
			t.Errorf("%s: printed %q, want %q in it", kind, got, want)
		}
	}
}

// manners is what a pool of three prints, in this order, whatever its kind.
var manners = []string{
	"map", " 900ms at", " 300ms at", " 600ms at",
	"as completed", " 300ms at", " 600ms at", " 900ms at",
	"\n  failed: factorise: only numbers from 1 on are factorised\n  [1 2 3 6]\n",
	"which runs: false\n", "waits for a worker: true\n",
	"the first is done: true\n", "failed: the executor takes no more calls",
}

func TestManners(t *testing.T) {
	*wait = 600 * time.Millisecond
	for _, kind := range kinds(t) {
		got := printed(t, func() {
			pool := start(setting{kind, 3})
			orders(pool)
			mistake(pool)
			cancelAndLeave(pool)
		})
		rest := got
		for _, want := range manners {
			_, after, is := strings.Cut(rest, want)
			if !is {
				t.Fatalf("%s: printed %q, want %q in %q", kind, got, want, rest)
			}
			rest = after
		}
	}
}

// Each kind makes its calls right under an interpreter lock, and threads share one.
func TestUnderTheLock(t *testing.T) {
	*hold = "on"
	defer func() { *hold = "off" }()
	numbers := []int{9699690, 12, 0}
	want := " 3233230 4849845 9699690]\n  [1 2 3 4 6 12]\n" +
		"  failed: factorise under the interpreter lock: only numbers"
	for _, kind := range kinds(t) {
		got := printed(t, func() {
			compare("cpu", "numbers", setting{kind, 2}, "factorise", factorise, numbers)
		})
		shared := strings.Contains(got, "one interpreter lock for all")
		if !strings.Contains(got, want) || shared != (kind == "thread") {
			t.Errorf("%s: printed %q, want %q in it", kind, got, want)
		}
	}
}

// Waits overlap under the lock, because each lets go of it. How soon ten threads run
// is chance: one good run of five is enough.
func TestWaitsUnderTheLock(t *testing.T) {
	kinds(t)
	*hold = "on"
	defer func() { *hold = "off" }()
	waits := make([]time.Duration, 10)
	for i := range waits {
		waits[i] = 50 * time.Millisecond
	}
	got := ""
	for range 5 {
		got = printed(t, func() {
			compare("io", "waits", setting{"thread", 10}, "sleep", sleep, waits)
		})
		if strings.Contains(got, "the waits overlapped (concurrent)") {
			return
		}
	}
	t.Errorf("no overlap in five runs, the last: %q", got)
}

func TestChoose(t *testing.T) {
	for _, test := range []struct {
		kind    string
		workers int
		want    setting
	}{
		{"fitting", 0, setting{"thread", 10}},
		{"process", 0, setting{"process", 10}},
		{"thread", 5, setting{"thread", 5}},
	} {
		*kind, *workers = test.kind, test.workers
		if got := choose("thread", 10); got != test.want {
			t.Errorf("%+v: got %+v", test, got)
		}
	}
}
