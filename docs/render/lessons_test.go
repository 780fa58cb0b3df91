package render_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/docs/render"
)

// program is the folder of a lesson's program, relative to this package.
func program(name string) string {
	return filepath.Join("..", "..", "wasm", "demos", name)
}

// TestEveryLessonHasWords: a folder with a program has its page, and the other way round.
func TestEveryLessonHasWords(t *testing.T) {
	mains, err := filepath.Glob(program("*/main.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, main := range mains {
		name := filepath.Base(filepath.Dir(main))
		if _, err := fs.Stat(docs, "en/demos/"+name+".md"); err != nil {
			t.Errorf("the lesson %s has no words: %v", name, err)
		}
	}
	everyPage(t, func(t *testing.T, p *render.Page) {
		if name, ok := strings.CutPrefix(p.Name, "demos/"); ok {
			if _, err := os.Stat(program(name)); err != nil {
				t.Errorf("%s has no program: %v", p.File, err)
			}
		}
	})
}

// TestLabelsNameWhatTheProgramHas: the labels in the front matter are for flags and figures that
// the program really has, and for all of them.
func TestLabelsNameWhatTheProgramHas(t *testing.T) {
	pages, err := render.Pages(docs)
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range pages {
		name, ok := strings.CutPrefix(page, "demos/")
		if !ok {
			continue
		}
		words, _ := load(t, "en", page)
		flags, figures := ask(t, name)
		if got := slices.Sorted(maps.Keys(words.Meta.Flags)); !slices.Equal(got, flags) {
			t.Errorf("%s labels the flags %v; the program has %v", words.File, got, flags)
		}
		if got := slices.Sorted(maps.Keys(words.Meta.Figures)); !slices.Equal(got, figures) {
			t.Errorf("%s labels the figures %v; the program reports %v", words.File, got, figures)
		}
		for flag := range words.Meta.Sharing {
			if !slices.Contains(flags, flag) {
				t.Errorf("%s: with -%s memory is shared; the program has the flags %v", words.File, flag, flags)
			}
		}
	}
}

// TestNotesStandOnOneLine: a note's key is a part of exactly one line of the program, so that the
// note finds its line whatever else of the program changes.
func TestNotesStandOnOneLine(t *testing.T) {
	everyPage(t, func(t *testing.T, p *render.Page) {
		name, ok := strings.CutPrefix(p.Name, "demos/")
		if !ok {
			return
		}
		source, err := os.ReadFile(filepath.Join(program(name), "main.go"))
		if err != nil {
			t.Fatal(err)
		}
		for key, note := range p.Meta.Notes {
			lines := 0
			for line := range strings.Lines(string(source)) {
				if strings.Contains(line, key) {
					lines++
				}
			}
			if lines != 1 || strings.TrimSpace(note) == "" {
				t.Errorf("%s: the note on %q: %q; %d lines have that part, want 1", p.File, key, note, lines)
			}
		}
	})
}

// whole has the arguments with which a lesson reports all its figures, where one press shows some of them.
var whole = map[string][]string{
	"blocking": {"-way=all", "-delay=10ms", "-beat=10ms"},
	"soba":     {"-way=all", "-guests=0.03,0.01,0.02"},
}

var flagLine = regexp.MustCompile(`(?m)^  -([a-z][a-z0-9-]*)`)

// ask runs a lesson's program: with -h for its flags, and as it stands, or whole, for its figures. Both sorted.
func ask(t *testing.T, name string) (flags, figures []string) {
	t.Helper()
	binary := filepath.Join(t.TempDir(), name)
	if out, err := exec.Command("go", "build", "-o", binary, "./"+program(name)).CombinedOutput(); err != nil {
		t.Fatalf("build the lesson %s: %v\n%s", name, err, out)
	}
	help, _ := exec.Command(binary, "-h").CombinedOutput() // its status is that of a wrong flag
	for _, match := range flagLine.FindAllSubmatch(help, -1) {
		flags = append(flags, string(match[1]))
	}
	slices.Sort(flags)

	record := filepath.Join(t.TempDir(), "figures")
	run := exec.Command(binary, whole[name]...)
	run.Env = append(os.Environ(), "AHIRU_FIGURES="+record)
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("run the lesson %s: %v\n%s", name, err, out)
	}
	text, _ := os.ReadFile(record) // absent for a lesson that measures nothing
	for lines := bufio.NewScanner(bytes.NewReader(text)); lines.Scan(); {
		var figure struct{ Key string } // "" in lines that go on with a drawing
		if err := json.Unmarshal(lines.Bytes(), &figure); err != nil {
			t.Fatal(err)
		}
		if figure.Key != "" {
			figures = append(figures, figure.Key)
		}
	}
	slices.Sort(figures)
	return flags, figures
}
