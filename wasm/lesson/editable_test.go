package lesson

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestEditable(t *testing.T) {
	record := filepath.Join(t.TempDir(), "figures")
	t.Setenv(figuresFile, record)
	e, err := NewEditable("prices.txt", "duck 3\nsay \"quack\" \\ \x01\n")
	if err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(e.Path); err != nil || !strings.HasPrefix(string(text), "duck 3\n") || filepath.Base(e.Path) != "prices.txt" {
		t.Errorf("%s holds %q, %v", e.Path, text, err)
	}
	if err := e.Write(strings.Repeat("あ", 3000)); err != nil {
		t.Fatal(err)
	}
	lines, _ := os.ReadFile(record)
	var texts []string
	for line := range strings.Lines(string(lines)) {
		var got struct{ Drawing, Path, Text string }
		if err := json.Unmarshal([]byte(line), &got); err != nil || got.Drawing != "file" || got.Path != e.Path {
			t.Errorf("%v: %+v", err, got)
		}
		texts = append(texts, got.Text)
	}
	if len(texts) != 2 || texts[0] != "duck 3\nsay \"quack\" \\  \n" || texts[1] != strings.Repeat("あ", longestEditable/3) {
		t.Errorf("shown: %.40q", texts)
	}
	if err := e.Remove(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(e.Path); err == nil {
		t.Error("it is still there")
	}
	if err := e.Write("x"); err == nil {
		t.Error("a file of no folder was written")
	}
}

func TestColour(t *testing.T) {
	t.Setenv("NO_COLOR", "")
	t.Setenv("CLICOLOR_FORCE", "1")
	for number, want := range map[int]string{0: "\x1b[34mx\x1b[0m", 6: "\x1b[34mx\x1b[0m", 4: "\x1b[31mx\x1b[0m", -1: "\x1b[36mx\x1b[0m"} {
		if got := Colour(number, "x"); got != want {
			t.Errorf("%d: %q, want %q", number, got, want)
		}
	}
	t.Setenv("NO_COLOR", "1")
	if got := Colour(1, "x"); got != "x" {
		t.Errorf("without colours: %q", got)
	}
}
