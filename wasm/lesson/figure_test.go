package lesson

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"
)

// line is what the page reads.
type line struct {
	Key   string   `json:"key"`
	Label string   `json:"label"`
	Value *float64 `json:"value"`
	Unit  string   `json:"unit"`
}

// captured gives what report printed and the lines it left for the page.
func captured(t *testing.T, report func()) (stdout string, lines []line) {
	t.Helper()
	dir := t.TempDir()
	figures := filepath.Join(dir, "figures")
	t.Setenv(figuresFile, figures)
	out, err := os.Create(filepath.Join(dir, "stdout"))
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	before := os.Stdout
	os.Stdout = out
	report()
	os.Stdout = before
	text, err := os.ReadFile(out.Name())
	if err != nil {
		t.Fatal(err)
	}
	return string(text), readLines(t, figures)
}

func readLines(t *testing.T, name string) (lines []line) {
	t.Helper()
	file, err := os.Open(name)
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	decoder := json.NewDecoder(file)
	decoder.DisallowUnknownFields()
	for {
		var l line
		switch err := decoder.Decode(&l); err {
		case nil:
			lines = append(lines, l)
		case io.EOF:
			return lines
		default:
			t.Fatalf("the page cannot read the figures: %v", err)
		}
	}
}

func TestFigure(t *testing.T) {
	stdout, lines := captured(t, func() {
		Figure("sequential", "one after another", 1.0034, "s")
		Figure("lost", `lost "updates" \ kept`, 466988, "")
	})
	if want := "one after another: 1.003 s\nlost \"updates\" \\ kept: 466988\n"; stdout != want {
		t.Errorf("printed %q, want %q", stdout, want)
	}
	if len(lines) != 2 || *lines[0].Value != 1.0034 || lines[0].Key != "sequential" || lines[0].Unit != "s" || lines[1].Label != `lost "updates" \ kept` {
		t.Errorf("left %+v", lines)
	}
}

func TestFigureLineIsTheContract(t *testing.T) {
	got := jsonLine("sequential", "one after another", 1.003, "s")
	if want := `{"key":"sequential","label":"one after another","value":1.003,"unit":"s"}` + "\n"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestFigureWithoutAPage(t *testing.T) {
	t.Setenv(figuresFile, "")
	if err := os.Unsetenv(figuresFile); err != nil {
		t.Fatal(err)
	}
	stdout, _ := captured(t, func() { os.Unsetenv(figuresFile); Figure("a", "a", 2, "s") })
	if stdout != "a: 2 s\n" {
		t.Errorf("printed %q", stdout)
	}
}

func TestFigureThatIsNotFiniteIsOnlyPrinted(t *testing.T) {
	stdout, lines := captured(t, func() {
		Figure("a", "a", math.NaN(), "s")
		Figure("b", "b", math.Inf(1), "s")
		Figure("c", "c", math.Inf(-1), "s")
		Figure("d", "d", math.MaxFloat64, "s")
	})
	if want := "a: NaN s\nb: +Inf s\nc: -Inf s\nd: 1.8e+308 s\n"; stdout != want {
		t.Errorf("printed %q, want %q", stdout, want)
	}
	if len(lines) != 1 || lines[0].Key != "d" || *lines[0].Value != math.MaxFloat64 {
		t.Errorf("left %+v", lines)
	}
}

func TestFigureKeepsToOneLine(t *testing.T) {
	huge := strings.Repeat("鴨", 100000)
	stdout, lines := captured(t, func() {
		Figure("k\ne\x00y", "two\r\nlines\t\u2028here\x7f", 1, "s\n")
		Figure(huge, huge, 2, huge)
		Figure("\xff", "bro\xffken", 3, "")
	})
	if got := strings.Count(stdout, "\n"); got != 3 {
		t.Errorf("%d lines printed, want 3", got)
	}
	if len(lines) != 3 {
		t.Fatalf("%d lines left, want 3", len(lines))
	}
	if lines[0].Key != "k e y" || lines[0].Label != "two  lines  here " || lines[0].Unit != "s " {
		t.Errorf("left %+v", lines[0])
	}
	if key := lines[1].Key; len(key) > longest+len("…") || !utf8.ValidString(key) || !strings.HasSuffix(key, "鴨…") {
		t.Errorf("a huge key became %d bytes: %q", len(key), key)
	}
	if lines[2].Key != "\uFFFD" || lines[2].Label != "bro\uFFFDken" {
		t.Errorf("left %+v", lines[2])
	}
}

func TestNumber(t *testing.T) {
	for value, want := range map[float64]string{
		0: "0", 1: "1", -3: "-3", 1000000: "1000000", 0.1: "0.100", 1.00349: "1.003", 9.9996: "10.000",
		123456.789: "123456.789", 0.00123456: "0.00123", 5e-7: "5e-07", 1e15: "1e+15", 2.5e18: "2.5e+18", -0.25: "-0.250",
	} {
		if got := number(value); got != want {
			t.Errorf("%g is written %q, want %q", value, got, want)
		}
	}
}

func TestFiguresFromManyGoroutines(t *testing.T) {
	const count = 50
	stdout, lines := captured(t, func() {
		var wg sync.WaitGroup
		for i := range count {
			wg.Go(func() { Figure(fmt.Sprint(i), "duck", float64(i), "") })
		}
		wg.Wait()
	})
	printed := strings.Split(strings.TrimSpace(stdout), "\n")
	if len(printed) != count || len(lines) != count {
		t.Fatalf("%d lines printed, %d left, want %d", len(printed), len(lines), count)
	}
	for i, l := range lines {
		if want := fmt.Sprintf("duck: %g", *l.Value); printed[i] != want {
			t.Errorf("line %d prints %q and leaves %q", i, printed[i], want)
		}
	}
	slices.SortFunc(lines, func(a, b line) int { return int(*a.Value - *b.Value) })
	for i, l := range lines {
		if int(*l.Value) != i {
			t.Fatalf("figure %d is missing", i)
		}
	}
}

func TestFigureSaysWhenItCannotBeLeft(t *testing.T) {
	err := appendTo(filepath.Join(t.TempDir(), "no", "figures"), "{}\n")
	if !os.IsNotExist(err) {
		t.Errorf("got %v", err)
	}
	err = appendTo(t.TempDir(), "{}\n")
	if err == nil {
		t.Error("a folder took a figure")
	}
}

func FuzzFigureLine(f *testing.F) {
	f.Add("key", "label \"\\\n\u2028", 1.5, "s")
	f.Add("\xff\xc3", "\x00\x1f", math.Copysign(0, -1), "")
	f.Fuzz(func(t *testing.T, key, label string, value float64, unit string) {
		if math.IsNaN(value) || math.IsInf(value, 0) {
			t.Skip("only printed")
		}
		text := jsonLine(oneLine(key), oneLine(label), value, oneLine(unit))
		var got line
		if err := json.Unmarshal([]byte(text), &got); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if *got.Value != value || got.Key != oneLine(key) || got.Label != oneLine(label) || got.Unit != oneLine(unit) {
			t.Errorf("%q reads as %+v", text, got)
		}
		if strings.Count(text, "\n") != 1 {
			t.Errorf("%q is not one line", text)
		}
	})
}
