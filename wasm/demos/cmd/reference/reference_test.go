package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestWrite(t *testing.T) {
	name := filepath.Join(t.TempDir(), "reference.json")
	first := run{"3.11.7", "Fast <1>, 2 cores, linux", "2026-11-20", "もるぱこ\n"}
	if err := write(name, []run{first, {"3.8.18", "Fast <1>, 2 cores, linux", "2026-11-20", "duck\n"}}); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	want := `{
  "python": "3.11.7",
  "machine": "Fast <1>, 2 cores, linux",
  "date": "2026-11-20",
  "stdout": "もるぱこ\n",
  "others": [
    {
      "python": "3.8.18",
      "machine": "Fast <1>, 2 cores, linux",
      "date": "2026-11-20",
      "stdout": "duck\n"
    }
  ]
}
`
	if string(got) != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestModelName(t *testing.T) {
	for text, want := range map[string]string{
		"processor\t: 0\nmodel name\t: AMD  EPYC 7B13\nmodel name\t: other\n": "AMD EPYC 7B13",
		"Processor: ARMv7\n": "",
		"":                   "",
	} {
		if got := modelName(text); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestRecordNeedsLessons(t *testing.T) {
	if err := record(t.Context(), t.TempDir(), nil); err == nil {
		t.Error("no lesson, no complaint")
	}
}

// What is recorded: the lessons, and what a page beside them measures.
func TestPrograms(t *testing.T) {
	names, folders := programs(filepath.Join("..", "..", ".."))
	for _, name := range names {
		if _, err := os.Stat(filepath.Join(folders[name], "main.py")); err != nil {
			t.Error(err)
		}
	}
	if !slices.Contains(names, "which/measure") || !slices.Contains(names, "soba") || len(names) < 15 {
		t.Errorf("got %q", names)
	}
}

func TestRunSaysWhatFailed(t *testing.T) {
	found := findPythons(t.Context(), nil)
	if len(found) == 0 {
		t.Skip("there is no python3 to run")
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "main.py"), []byte("quack()\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := found[0].run(t.Context(), dir); err == nil {
		t.Error("a program that fails was recorded")
	}
	if err := os.WriteFile(filepath.Join(dir, "main.py"), []byte("print('クワッ')\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	r, err := found[0].run(t.Context(), dir)
	if err != nil || r.Stdout != "クワッ\n" || r.Python != found[0].version || r.Machine == "" {
		t.Errorf("got %+v, %v", r, err)
	}
}
